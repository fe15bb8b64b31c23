"""The options that several commands share, and the check of what was given for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from filrouge.cli.problems import Problem
from filrouge.cli.settings import FAIL_ON
from filrouge.domain.model import LANGUAGES

KINDS = (
    "mission-letter",
    "activity-report",
    "evaluation-report",
    "zonal-security-plan",
    "action-plan",
    "strategic-plan",
    "operational-plan",
    "integrity-policy",
    "national-security-plan",
)

PLANS = ("pns-2016-2019",)


def among(known: tuple[str, ...]) -> Callable[[str], list[str]]:
    """Completion for a value that is one of a few."""
    return lambda incomplete: [value for value in known if value.startswith(incomplete)]


def format_option(known: tuple[str, ...], help: str = "help.format") -> object:
    """The option for the form of a result; ``help`` is the key of the sentence that names the forms."""
    return typer.Option("--format", help=help, autocompletion=among(known))


Lang = Annotated[str | None, typer.Option("--lang", help="help.lang", autocompletion=among(LANGUAGES))]
Framework = Annotated[str | None, typer.Option("--framework", help="help.framework", autocompletion=among(KINDS))]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="help.output")]
With = Annotated[str, typer.Option("--with", help="help.with", autocompletion=among(PLANS))]
Against = Annotated[str | None, typer.Option("--against", help="help.against", autocompletion=among(PLANS))]
FailOn = Annotated[str | None, typer.Option("--fail-on", help="help.fail-on", autocompletion=among(FAIL_ON))]
Today = Annotated[str | None, typer.Option("--today", help="help.today")]


def one_of(option: str, value: str, known: tuple[str, ...]) -> str:
    """The value, when it is one of those known. Raises Problem otherwise."""
    if value not in known:
        raise Problem("unknown-value", option=option, given=value, known=", ".join(known))
    return value


def day(value: str | None) -> dt.date:
    """The day given as YYYY-MM-DD, else today. Raises Problem when it is no day."""
    if value is None:
        return dt.datetime.now(tz=dt.UTC).astimezone().date()
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise Problem("unknown-day", given=value) from None
