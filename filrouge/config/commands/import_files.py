"""``filrouge import``: files into an entity, read at once; reviewed in the browser, or taken in as they are."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from filrouge.cli.files import shown
from filrouge.cli.language import chosen, voice
from filrouge.cli.problems import UNREADABLE
from filrouge.config.connections import holding
from filrouge.config.loading import load, need_schema
from filrouge.config.problems import ServerProblem
from filrouge.domain.report.voice import Voice


def run(files: list[Path], entity: str, account: str | None, take: bool, lang: str | None) -> int:
    """Bring in the files; 2 when one of them could not be."""
    language = chosen(lang)
    say = voice(language)
    with holding():
        load()
        need_schema()
        return _import(files, entity, account, take, say, language)


def acting(entity: str, account: str | None, action: str) -> tuple[Any, Any]:
    """The entity of this code and the account that acts: the one named, else the first that may do this there.

    Raises ServerProblem for an entity or an account that is not there or may not.
    """
    from filrouge.apps.accounts.models import User
    from filrouge.apps.organisation.models import Entity
    from filrouge.apps.organisation.policies import may

    place = Entity.objects.filter(code=entity).first()
    if place is None:
        known = list(Entity.objects.order_by("code").values_list("code", flat=True)[:20])
        raise ServerProblem("no-entity", code=entity, known=", ".join(known) or "–")
    users = User.objects.filter(is_active=True).select_related("person")
    if account is not None:
        user = users.filter(email=account.lower()).first()
        if user is None:
            raise ServerProblem("no-account", account=account)
    else:
        here = users.filter(roles__entity=place).order_by("roles__starts_on", "pk").distinct()
        user = next((one for one in here if may(one, action, place.pk)), None)
        if user is None:
            raise ServerProblem("nobody-may", code=entity)
    if not may(user, action, place.pk):
        raise ServerProblem("may-not", account=user.email, code=entity)
    return place, user


def _import(files: list[Path], code: str, account: str | None, take: bool, say: Voice, language: str) -> int:
    entity, user = acting(code, account, "import")
    failures = 0
    for path in files:
        try:
            print(_one(path, entity, user, take, say, language), flush=True)
        except ServerProblem:
            raise
        except Exception as error:
            sentence = _sentence(error, path, language)
            if sentence is None:
                raise
            sys.stderr.write(sentence + "\n")
            failures += 1
    return UNREADABLE if failures else 0


def _one(path: Path, entity: Any, user: Any, take: bool, say: Voice, language: str) -> str:
    from filrouge.apps.common.problems import Problem
    from filrouge.apps.exchange.models import Import
    from filrouge.apps.exchange.services import intake, review
    from filrouge.apps.exchange.services.recognising import LIMITS
    from filrouge.formats.readers.files import load as bytes_of

    files = [intake.Incoming(path.name, bytes_of(path, LIMITS))]
    (outcome,) = intake.bring_in(user, entity, files, queued=False)
    if outcome.incoming is None:
        raise Problem(outcome.problem, **outcome.params)
    key = outcome.incoming.pk
    intake.read_import(str(key))
    row = Import.objects.get(pk=key)
    if row.state == "failed" and row.problem:
        raise Problem(row.problem["code"], **row.problem["params"])
    if not take or row.document_id:
        return say("imported", file=shown(path), address=f"/i/{key}/")
    document = review.take_in(user, row, row.version)
    return say("taken-in", file=shown(path), address=f"/d/{document.pk}/", account=user.email)


def _sentence(error: Exception, path: Path, language: str) -> str | None:
    """What went wrong with one file, when a person can mend it."""
    from filrouge.apps.common.problems import Problem
    from filrouge.formats.readers import Unreadable
    from filrouge.library import text

    if isinstance(error, Problem):
        return error.sentence(language)
    if isinstance(error, Unreadable):
        return text(f"errors.{error.code}", language, **{**error.params, "file": shown(path)})
    return None
