"""``filrouge administrator``: the first account of an installation, which nobody can invite."""

from __future__ import annotations

import getpass
import sys

from filrouge.cli.language import chosen, voice
from filrouge.config.connections import holding
from filrouge.config.loading import load, need_schema
from filrouge.config.problems import ServerProblem


def run(email: str, name: str, lang: str | None) -> int:
    """Ask for a password, twice when a person types it, and make the account."""
    language = chosen(lang)
    say = voice(language)
    with holding():
        load()
        need_schema()
        password = _typed(say("password"))
        if sys.stdin.isatty() and _typed(say("password-again")) != password:
            raise ServerProblem("passwords-differ")
        from django.core.exceptions import ValidationError
        from django.utils import translation

        from filrouge.apps.accounts.services import make_administrator
        from filrouge.apps.common.problems import Problem

        with translation.override(language):
            try:
                make_administrator(email, name, password)
            except ValidationError as error:
                raise ServerProblem("no-administrator", reason=" ".join(error.messages)) from None
            except Problem as problem:
                raise ServerProblem("no-administrator", reason=problem.sentence(language)) from None
    sys.stderr.write(say("administrator-made", email=email) + "\n")
    return 0


def _typed(question: str) -> str:
    if sys.stdin.isatty():
        return getpass.getpass(f"{question} ")
    return sys.stdin.readline().rstrip("\n")
