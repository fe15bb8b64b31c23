"""The choice of language and of light or dark, the stylesheet, and the pages of what went wrong."""

from __future__ import annotations

import sys
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.csrf import requires_csrf_token
from django.views.decorators.http import require_GET, require_POST

from filrouge.apps.accounts import services as accounts
from filrouge.domain.model import LANGUAGES
from filrouge.web.common import languages, problems, stylesheet
from filrouge.web.common.context import SCHEME_COOKIE, SCHEMES
from filrouge.web.common.outage import database_is_away

_YEAR = 365 * 24 * 60 * 60
_MOMENT = 10  # seconds after which a browser may ask again


@login_not_required
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Speak ``language`` from now on, in this browser and for this person; then back to the page (``next``). A language
    that there is not changes nothing."""
    response = HttpResponseRedirect(_back(request))
    language = request.POST.get("language", "")
    if language in LANGUAGES:
        _keep(response, settings.LANGUAGE_COOKIE_NAME, language)
        if request.user.is_authenticated:
            accounts.choose_language(request.user, language)
    return response


@transaction.non_atomic_requests
@login_not_required
@require_POST
def set_scheme(request: HttpRequest) -> HttpResponse:
    """Show pages light, dark or as the system has it, in this browser; then back to the page (``next``)."""
    response = HttpResponseRedirect(_back(request))
    scheme = request.POST.get("scheme", "")
    if scheme in SCHEMES:
        _keep(response, SCHEME_COOKIE, scheme)
    return response


@transaction.non_atomic_requests
@login_not_required
@require_GET
def style(request: HttpRequest, digest: str) -> HttpResponse:
    """The stylesheet. An address of an older one answers with today's, not to be kept."""
    response = HttpResponse(stylesheet.text(), content_type="text/css; charset=utf-8")
    current = digest == stylesheet.digest()
    response["Cache-Control"] = "public, max-age=31536000, immutable" if current else "no-cache"
    return response


def _back(request: HttpRequest) -> str:
    """The page that one came from, when it is one of ours; else the first page."""
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if safe else "/"


def _keep(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=_YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)


# --- what went wrong: handler400 … handler500, CSRF_FAILURE_VIEW -----------------------------------------------------


@login_not_required
@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what the browser sent makes no sense; 413: it sent too much."""
    if isinstance(exception, RequestDataTooBig):
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // (1024 * 1024)
        sentence = gettext(
            "What was sent is larger than %(limit)d MB, the most that is accepted here. Send it in smaller parts."
        ) % {"limit": limit}
        return _said(request, gettext("Too much at once"), sentence, 413, read=False)
    sentence = gettext("The page was asked for in a way that makes no sense. Go back and try once more.")
    return _said(request, gettext("This request cannot be read"), sentence, 400, read=False)


@login_not_required
@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the person's roles do not go so far."""
    sentence = gettext(
        "Your roles do not allow this. If you need it for your work, ask the administrator of the entity for a role."
    )
    return _said(request, gettext("Not allowed"), sentence, 403)


@login_not_required
@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was open for too long, or came from elsewhere. What was written is shown and so not lost."""
    sentence = gettext(
        "The form was open for too long, or cookies are blocked, so we cannot be sure that it was you who sent it. "
        "Reload the page that you came from and send it again."
    )
    return _said(request, gettext("The form has expired"), sentence, 403)


@login_not_required
@requires_csrf_token
def not_found(request: HttpRequest, exception: Http404) -> HttpResponse:
    """404: there is no such page, or the person may not know of it."""
    sentence = gettext("There is nothing at this address, or your roles do not let you see it.")
    return _said(request, gettext("Page not found"), sentence, 404)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """500: our mistake; 503: the database is away for a moment. Shows no traceback."""
    if database_is_away(sys.exc_info()[1]):
        with translation.override(languages.of_browser(request)):
            title = gettext("One moment, please")
            sentence = gettext("The database does not answer; it is probably being restarted. Come back in a moment.")
        response = _failure(request, title, sentence, 503)
        response.headers["Retry-After"] = str(_MOMENT)
        return response
    with translation.override(languages.of_browser(request)):
        title = gettext("Something went wrong on our side")
        sentence = gettext(
            "The page could not be made, and the mistake is not yours. It was noted for whoever keeps this "
            "installation. Try again in a moment."
        )
    return _failure(request, title, sentence, 500)


def _failure(request: HttpRequest, title: str, sentence: str, status: int) -> HttpResponse:
    """Written without a request's context, which may be what failed."""
    language = languages.of_browser(request)
    with translation.override(language):
        outcome = problems.outcome(request)
        context = {"title": title, "sentence": sentence, "outcome": outcome, "LANGUAGE_CODE": language}
        body = render_to_string("errors/failure.html", context)
    return HttpResponse(body, status=status, headers={"Content-Language": language})


def _said(request: HttpRequest, title: str, sentence: str, status: int, *, read: bool = True) -> HttpResponse:
    """``read`` False leaves the form's fields alone: they may be what could not be read."""
    context: dict[str, Any] = {
        "title": title,
        "sentence": sentence,
        "outcome": problems.outcome(request),
        "kept": problems.kept(request) if read else [],
    }
    return problems.answer(request, context, status)
