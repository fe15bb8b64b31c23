"""Check files one after the other; what one of them does wrong does not stop the others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from filrouge.cli.files import shown
from filrouge.cli.help import complain, mishap, speaker
from filrouge.cli.language import chosen
from filrouge.cli.problems import Problem
from filrouge.cli.progress import followed
from filrouge.cli.reading import Unread, document_in, framework_of
from filrouge.cli.settings import Settings, SettingsOfFolders
from filrouge.domain.coherence import Severity
from filrouge.domain.model import Framework, ReferencePlan
from filrouge.domain.report.dossier import Batch, Dossier, Failure, dossier

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for on the command line; None where the settings beside the file, or the default, decide.
    ``above``: the plan that the documents answer to."""

    framework: Framework | None
    language: str | None
    fail_on: str | None
    today: dt.date
    above: ReferencePlan | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """``failed`` says that an open finding reaches what the person, or the settings of the folder, set as failure."""

    batch: Batch
    language: str
    failed: bool


def check_all(paths: Sequence[Path], order: Order, *, many: bool) -> Outcome:
    """Read and check every file; each one that cannot be read is said on standard error and kept as a failure.

    The language of the whole is the one asked for, else that of the settings beside the first file.
    """
    folders = SettingsOfFolders(_known_code)
    language = chosen(order.language, folders.beside(paths[0]).language)

    def one(path: Path) -> tuple[Dossier, bool]:
        settings = folders.beside(path)
        made = check_one(path, order, language, settings)
        threshold = order.fail_on or settings.fail_on or "error"
        return made, threshold != "never" and made.report.at_or_above(Severity(threshold))

    results, failures = each(paths, one)
    dossiers = tuple(made for made, _ in results)
    return Outcome(Batch(dossiers, tuple(failures), many), language, any(failed for _, failed in results))


def check_one(path: Path, order: Order, language: str, settings: Settings, *, name: str | None = None) -> Dossier:
    """Read and check one file, under another name than its path if one is given. Raises Unread."""
    from filrouge.domain.coherence import check
    from filrouge.library import rule_texts

    document = document_in(path, order.framework, language)
    framework = framework_of(document)
    report = check(document, framework, today=order.today, waivers=settings.waivers_for(path), above=order.above)
    return dossier(name or shown(path), document, framework, report, rule_texts(), language, order.today)


def each(paths: Sequence[Path], do: Callable[[Path], Made]) -> tuple[list[Made], list[Failure]]:
    """Do it for each file, behind a progress bar; answer what was made and the files that failed."""
    made: list[Made] = []
    failures: list[Failure] = []
    for path in followed(paths, len(paths), lambda: speaker()("progress")):
        try:
            made.append(do(path))
            continue
        except Unread as unread:
            sentence = unread.sentence
        except Problem as problem:
            sentence = speaker()(problem.key, **problem.params)
        except Exception as error:  # noqa: BLE001 - an error of ours in one file must not cost the others
            sentence = f"{shown(path)}: {mishap(error)}"
        failures.append(Failure(shown(path), sentence))
        complain(sentence)
    return made, failures


def _known_code(code: str) -> bool:
    from filrouge.domain.coherence.engine import rules

    return any(rule.code == code for rule in rules())
