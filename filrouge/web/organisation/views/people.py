"""Who has which role in an entity: given, ended, asked in; and what can be done to an account."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from filrouge.apps.accounts.models import User
from filrouge.apps.common import mail
from filrouge.apps.common.problems import Problem
from filrouge.apps.organisation import services
from filrouge.apps.organisation.models import Entity, RoleAssignment
from filrouge.apps.organisation.policies import may_manage, require, require_managing
from filrouge.apps.organisation.selectors import offers_for, roles_for, units_for
from filrouge.web.common.languages import current
from filrouge.web.common.values import Column, Crumb
from filrouge.web.organisation import frame
from filrouge.web.organisation.forms import EndForm, EraseForm, RoleForm

_HANDED = "handed_over"


@never_cache
@require_safe
def people(request: HttpRequest, code: str) -> HttpResponse:
    """The roles in the entity with their dates, those of the past below; the invitations that nobody has used."""
    here = frame.framed(request, code)
    keeps = frame.allowed(request, "people", here)
    today = timezone.localdate()
    roles = list(roles_for(request.user, here))
    over = [role for role in roles if role.ends_on is not None and role.ends_on < today]
    context = frame.context(
        request,
        here,
        Crumb(gettext("People")),
        roles=[_line(request, role, keeps) for role in roles if role not in over],
        over=[_line(request, role, keeps) for role in over],
        offers=list(offers_for(request.user, here)) if keeps else [],
        today=today,
        handed=request.session.pop(_HANDED, None) if keeps else None,
        columns=_columns(keeps),
    )
    return render(request, "organisation/people.html", context)


def _columns(keeps: bool) -> list[Column]:
    labels = [gettext("Person"), gettext("Role"), gettext("Unit"), gettext("From"), gettext("Until")]
    return [Column(label) for label in [*labels, *([gettext("What can be done")] if keeps else [])]]


def _line(request: HttpRequest, role: RoleAssignment, keeps: bool) -> dict[str, Any]:
    return {
        "role": role,
        "name": frame.said(f"role.{role.role}"),
        "managed": keeps and may_manage(request.user, role.user),
    }


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def person_new(request: HttpRequest, code: str) -> HttpResponse:
    """Ask somebody in with a role, or give a role to somebody who has an account."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "people", here.pk)
    form = RoleForm(request.POST or None, units=units_for(user, here))
    if request.method == "POST" and form.is_valid():
        try:
            asked = services.invite(user, here, **form.cleaned_data)
        except Problem as problem:
            form.add_error(_field(problem), problem.sentence(current()))
        else:
            _announce(request, here, asked, form.cleaned_data["email"])
            return redirect("people", here.code)
    title = gettext("Give a role")
    lead = gettext("Who has an account gets the role at once; anybody else gets a link that is good once, for 14 days.")
    context = frame.context(
        request, here, Crumb(gettext("People"), reverse("people", args=[code])), Crumb(title), form=form, title=title
    )
    context |= {"lead": lead, "verb": gettext("Give the role"), "back": reverse("people", args=[code])}
    return render(request, "organisation/form.html", context, status=400 if form.errors else 200)


def _announce(request: HttpRequest, here: Entity, asked: services.Invited, email: str) -> None:
    """Send the link, or keep it for the next page, which shows it once."""
    if asked.role is not None:
        messages.success(request, gettext("%(name)s has the role from now on.") % {"name": asked.role.user.name})
        return
    url = request.build_absolute_uri(reverse("invitation", args=[asked.secret]))
    if mail.is_set_up():
        values = {"url": url, "entity": here, "inviter": request.user, "invitation": asked.invitation}
        _send(request, "invitation", email, values)
        messages.success(request, gettext("The invitation was sent to %(email)s.") % {"email": email})
    else:
        request.session[_HANDED] = {"url": url, "email": email, "what": "invitation"}


@require_http_methods(["GET", "HEAD", "POST"])
def role_end(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponse:
    """The last day of a role."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "people", here.pk)
    role = get_object_or_404(roles_for(user, here), pk=pk)
    form = EndForm(request.POST or None)
    back = reverse("people", args=[code])
    if request.method == "POST" and form.is_valid():
        services.end_role(user, role, form.cleaned_data["on"])
        messages.success(request, gettext("The role ends with that day."))
        return redirect(back)
    values = {"name": role.user.name, "role": frame.said(f"role.{role.role}")}
    context = {
        "title": gettext("End a role"),
        "question": gettext("%(name)s will no longer have the role “%(role)s” after this day.") % values,
        "verb": gettext("End the role"),
        "back": back,
        "form": form,
    }
    return render(request, "confirm.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def offer_withdraw(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponse:
    """Take back an invitation."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "people", here.pk)
    offer = get_object_or_404(offers_for(user, here), pk=pk)
    back = reverse("people", args=[code])
    if request.method == "POST":
        services.withdraw(user, offer)
        messages.success(request, gettext("The invitation was withdrawn; its link opens nothing any more."))
        return redirect(back)
    context = {
        "title": gettext("Withdraw an invitation"),
        "question": gettext("The link sent to %(email)s will open nothing any more.")
        % {"email": offer.invitation.email},
        "verb": gettext("Withdraw the invitation"),
        "back": back,
    }
    return render(request, "confirm.html", context)


# --- accounts ---------------------------------------------------------------------------------------------------------


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest, code: str, pk: uuid.UUID) -> HttpResponse:
    """What can be done to the account of somebody who has or had a role here: a link to set a password, second factors
    taken away, closed, opened again, erased."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "people", here.pk)
    others = User.objects.filter(pk__in=roles_for(user, here).order_by().values("user")).select_related("person")
    other = get_object_or_404(others, pk=pk)
    require_managing(user, other)
    form = EraseForm(request.POST if request.POST.get("do") == "erase" else None)
    if request.method == "POST" and (done := _do(request, other, form)):
        messages.success(request, done)
        return redirect("people", here.code)
    context = frame.context(
        request,
        here,
        Crumb(gettext("People"), reverse("people", args=[code])),
        Crumb(other.name),
        other=other,
        form=form,
        mails=mail.is_set_up(),
    )
    return render(request, "organisation/account.html", context, status=400 if form.errors else 200)


def _do(request: HttpRequest, other: User, form: EraseForm) -> str:
    """Do what the button says; answer what was done, empty when the form needs more."""
    user, asked = frame.person(request), request.POST.get("do")
    if asked == "close":
        services.close_account(user, other)
        return gettext("The account is closed and its roles have ended.")
    if asked == "reopen":
        services.reopen_account(user, other)
        return gettext("The account is open again; give it the roles it needs.")
    if asked == "factors":
        services.mend_account(user, other)
        return gettext("The second factors are gone; the person sets new ones after signing in.")
    if asked == "password":
        return _password_link(request, other)
    if asked == "erase" and form.is_valid():
        services.erase_person(user, other)
        return gettext("The name and the address are erased; what was done stays in the history.")
    return ""


def _password_link(request: HttpRequest, other: User) -> str:
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str

    key = f"{user_pk_to_url_str(other)}-{default_token_generator.make_token(other)}"
    uid, _, token = key.partition("-")
    url = request.build_absolute_uri(reverse("account_reset_password_from_key", args=[uid, token]))
    if mail.is_set_up():
        _send(request, "password", other.email, {"url": url, "inviter": request.user})
        return gettext("The link was sent to %(email)s.") % {"email": other.email}
    request.session[_HANDED] = {"url": url, "email": other.email, "what": "password"}
    return gettext("The link is ready to be handed over.")


def _send(request: HttpRequest, name: str, to: str, values: dict[str, Any]) -> None:
    """A message whose first line is its subject."""
    subject, _, body = render_to_string(f"organisation/mail/{name}.txt", values, request).partition("\n")
    mail.send(to, subject, body.strip() + "\n")


def _field(problem: Problem) -> str | None:
    fields = {"organisation.has-role": "role", "organisation.dates": "ends_on", "organisation.account-closed": "email"}
    return fields.get(problem.code)
