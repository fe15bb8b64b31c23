"""An invitation to be accepted, and one's own name."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from filrouge.apps.accounts import services as accounts
from filrouge.apps.accounts.models import User
from filrouge.apps.accounts.selectors import account_of
from filrouge.apps.common.problems import Problem
from filrouge.apps.organisation import services as organisation
from filrouge.apps.organisation.models import InvitedRole
from filrouge.library import text
from filrouge.web.accounts.forms import AcceptForm, NameForm
from filrouge.web.common.languages import current


@login_not_required
@never_cache
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Accept an invitation: with a name and a password, or with the account that the address has. An invitation that
    is used, over or unknown says so (a page of its own, status 410 or 404)."""
    try:
        found = accounts.invitation_for(secret)
    except Problem as problem:
        status = 404 if problem.code == "accounts.no-such-invitation" else 410
        over = {"title": gettext("Invitation"), "sentence": problem.sentence(current())}
        return render(request, "accounts/invitation_over.html", over, status=status)
    offer = InvitedRole.objects.select_related("entity", "unit", "invitation__invited_by").get(invitation=found)
    role = text(f"organisation.role.{offer.role}", current())
    context: dict[str, object] = {"offer": offer, "invitation": found, "role": role}
    if account_of(found.email) is not None:
        return _join(request, secret, context)
    form = AcceptForm(request.POST or None, initial={"name": found.name})
    if request.method == "POST" and form.is_valid():
        try:
            user = organisation.accept_invitation(
                secret, name=form.cleaned_data["name"], password=form.cleaned_data["password"]
            )
        except ValidationError as error:
            form.add_error("password", error)
        except Problem as problem:
            form.add_error(None, problem.sentence(current()))
        else:
            get_adapter().login(request, user)
            messages.success(request, gettext("Welcome. You may add a second factor from the menu with your name."))
            return redirect("home")
    context |= {"form": form}
    return render(request, "accounts/invitation.html", context, status=400 if form.errors else 200)


def _join(request: HttpRequest, secret: str, context: dict[str, object]) -> HttpResponse:
    """For an address that has an account: whoever is signed in with it takes the role."""
    offer = context["offer"]
    assert isinstance(offer, InvitedRole)
    mine = isinstance(request.user, User) and request.user.email == offer.invitation.email
    if request.method == "POST" and isinstance(request.user, User):
        organisation.join_by_invitation(request.user, secret)
        messages.success(request, gettext("The role is yours."))
        return redirect("entity", offer.entity.code)
    return render(request, "accounts/invitation_join.html", {**context, "mine": mine})


@require_http_methods(["GET", "HEAD", "POST"])
def own_name(request: HttpRequest) -> HttpResponse:
    """How the person is called, everywhere."""
    user = request.user
    assert isinstance(user, User)
    form = NameForm(request.POST or None, initial={"name": user.name})
    if request.method == "POST" and form.is_valid():
        accounts.rename_person(user, form.cleaned_data["name"])
        messages.success(request, gettext("Your name was changed."))
        return redirect("home")
    return render(request, "accounts/own_name.html", {"form": form}, status=400 if form.errors else 200)
