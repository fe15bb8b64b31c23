"""What went wrong is said in one sentence, with what happened to the work, and never by a traceback."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from filrouge.apps.common.problems import Conflict, Problem
from filrouge.web.common import middleware, problems
from tests.web.common.serving import without_database

LONG = "Un texte que la personne a mis du temps à écrire."
SENTENCES = {
    "fr": "Il n’y a rien à cette adresse",
    "nl": "Op dit adres staat niets",
    "de": "Unter dieser Adresse gibt es nichts",
    "en": "There is nothing at this address",
}


class Refused(Problem):
    """A problem that brings its own sentence."""

    def sentence(self, language: str) -> str:
        return f"Le document est scellé. ({language})"


class Changed(Conflict):
    def sentence(self, language: str) -> str:
        return "L’objectif a changé entre-temps."


@pytest.mark.parametrize("language", SENTENCES)
def test_a_page_that_is_not_there(client: Client, language: str) -> None:
    answer = client.get("/nowhere", headers={"accept-language": language})
    assert answer.status_code == 404
    assert SENTENCES[language] in answer.text
    assert f'<html lang="{language}"' in answer.text
    assert answer.headers["Content-Language"] == language


def test_what_roles_do_not_allow(client: Client) -> None:
    answer = client.get("/gallery/denied")
    assert answer.status_code == 403
    assert "Vos rôles ne le permettent pas" in answer.text


def test_our_own_mistake_shows_nothing_of_the_installation(client: Client) -> None:
    answer = client.post("/gallery/broken", headers={"accept-language": "nl"})
    assert answer.status_code == 500
    assert "a secret of the installation" not in answer.text
    assert "Traceback" not in answer.text
    assert "Er is niets opgeslagen." in answer.text
    assert '<html lang="nl"' in answer.text
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]


def test_an_expired_form_keeps_what_was_written() -> None:
    with without_database():
        answer = Client(enforce_csrf_checks=True).post(
            "/gallery", {"body": LONG, "password": "a long secret of a person"}
        )
    assert answer.status_code == 403
    assert LONG in answer.text
    assert "a long secret of a person" not in answer.text
    assert "Rien n’a été enregistré." in answer.text


def test_what_was_written_is_text_and_not_markup() -> None:
    with without_database():
        answer = Client(enforce_csrf_checks=True).post(
            "/gallery", {"body": "<script>alert('twenty characters')</script>"}
        )
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert" in answer.text


def test_too_much_at_once(client: Client, settings: object) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # type: ignore[attr-defined]
    strict = Client(enforce_csrf_checks=True)
    body = "x" * (2 * 1024 * 1024 + 1)
    answer = strict.post("/gallery", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 413
    assert "2 Mo" in answer.text


def _request(htmx: bool = False, **posted: str) -> HttpRequest:
    request = RequestFactory().post("/x", posted)
    request.htmx = htmx  # type: ignore[attr-defined]
    return request


def _answer(problem: Problem, request: HttpRequest) -> HttpResponse:
    with without_database():
        handler = middleware.problems_in_words(lambda _: HttpResponse())
        found = handler.process_exception(request, problem)  # type: ignore[attr-defined]
    assert isinstance(found, HttpResponse)
    return found


def test_a_problem_is_a_page() -> None:
    answer = _answer(Refused("x"), _request(body=LONG))
    assert answer.status_code == 400
    assert "Le document est scellé. (fr)" in answer.text
    assert LONG in answer.text


def test_a_problem_of_htmx_is_a_notice_on_the_open_page() -> None:
    answer = _answer(Refused("x"), _request(htmx=True, body=LONG))
    assert answer.headers["HX-Retarget"] == "#messages"
    assert "<html" not in answer.text
    assert "Ce que vous avez écrit se trouve encore sur cette page." in answer.text


def test_a_conflict_shows_both_texts() -> None:
    answer = _answer(Changed("x", {"text": "Former deux agents"}, {"text": "Former trois agents"}), _request())
    assert answer.status_code == 409
    assert "Former deux agents" in answer.text
    assert "trois</ins>" in answer.text


def test_any_other_mistake_is_left_to_the_page_of_failures() -> None:
    handler = middleware.problems_in_words(lambda _: HttpResponse())
    assert handler.process_exception(_request(), RuntimeError()) is None  # type: ignore[attr-defined]


def test_reading_loses_nothing() -> None:
    request = RequestFactory().get("/x")
    assert problems.outcome(request) == ""
    assert problems.kept(request) == []
