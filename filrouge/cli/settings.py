"""``filrouge.toml`` beside a document: the language, when to fail, and the remarks set aside with a reason::

language = "fr"
fail-on = "warning"

[[waiver]]
code = "DOC107"
reason = "Abréviation connue de tous les destinataires"
author = "Conseillère juridique"
date = 2026-01-15
until = 2026-12-31        # optional, as are the four below
section = "3.2"
item = "4"
words = "ETP"
file = "lettre*.docx"     # which documents of the folder; all unless said
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from filrouge.cli.files import shown
from filrouge.cli.problems import Problem
from filrouge.domain.coherence import Waiver
from filrouge.domain.model import LANGUAGES

NAME = "filrouge.toml"
FAIL_ON = ("error", "warning", "info", "never")
_LARGEST = 1_000_000
_WORDS = ("code", "reason", "author", "section", "item", "words", "file")
_DAYS = ("date", "until")
_NEEDED = ("code", "reason", "author", "date")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the folder says. ``waivers`` each with the pattern of the file names that it holds for."""

    language: str | None = None
    fail_on: str | None = None
    waivers: tuple[tuple[str, Waiver], ...] = ()

    def waivers_for(self, file: Path) -> tuple[Waiver, ...]:
        return tuple(waiver for pattern, waiver in self.waivers if fnmatch(file.name, pattern))


class SettingsOfFolders:
    """The settings of each folder, read once. ``known`` answers whether a rule has this code."""

    def __init__(self, known: Callable[[str], bool]) -> None:
        self._known = known
        self._found: dict[Path, Settings] = {}

    def beside(self, file: Path) -> Settings:
        """The settings beside this file, empty when there are none. Raises Problem, with the line, for a mistake."""
        folder = file.parent
        if folder not in self._found:
            path = folder / NAME
            self._found[folder] = _Reader(path, self._known).read() if path.is_file() else Settings()
        return self._found[folder]


class _Reader:
    def __init__(self, path: Path, known: Callable[[str], bool]) -> None:
        self._path, self._known = path, known
        self._text = ""

    def read(self) -> Settings:
        import tomllib

        try:
            if self._path.stat().st_size > _LARGEST:
                raise Problem("settings-too-large", file=shown(self._path))
            self._text = self._path.read_text(encoding="utf-8")
            values = tomllib.loads(self._text)
        except OSError as error:
            raise Problem("settings-closed", file=shown(self._path), reason=error.strerror or "") from None
        except UnicodeDecodeError:
            raise Problem("settings-encoding", file=shown(self._path)) from None
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            stated = re.search(r"line (\d+)", str(error))
            line = int(stated[1]) if stated else self._text.count("\n") + 1
            raise Problem("settings-syntax", file=shown(self._path), line=line) from None
        return self._settings(values)

    def _settings(self, values: dict[str, Any]) -> Settings:
        known = ("language", "fail-on", "waiver")
        for key in values:
            if key not in known:
                raise self._problem("settings-key", None, key, known=", ".join(known))
        self._one_of(values, "language", LANGUAGES)
        self._one_of(values, "fail-on", FAIL_ON)
        tables = values.get("waiver", [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise self._problem("settings-waivers", None, "waiver")
        waivers = tuple(self._waiver(rank, table) for rank, table in enumerate(tables))
        return Settings(values.get("language"), values.get("fail-on"), waivers)

    def _one_of(self, values: dict[str, Any], key: str, known: tuple[str, ...]) -> None:
        if key in values and values[key] not in known:
            raise self._problem("settings-value", None, key, known=", ".join(known))

    def _waiver(self, rank: int, table: dict[str, Any]) -> tuple[str, Waiver]:
        for key, value in table.items():
            if key not in _WORDS + _DAYS:
                raise self._problem("settings-key", rank, key, known=", ".join(_WORDS + _DAYS))
            if key in _WORDS and not (isinstance(value, str) and value.strip()):
                raise self._problem("settings-words", rank, key)
        for key in _NEEDED:
            if key not in table:
                raise self._problem("settings-missing", rank, key)
        if not self._known(table["code"]):
            raise self._problem("settings-code", rank, "code", code=table["code"])
        waiver = Waiver(
            code=table["code"],
            reason=table["reason"],
            author=table["author"],
            date=self._day(rank, "date", table["date"]),
            section=table.get("section"),
            item=table.get("item"),
            words=table.get("words"),
            until=self._day(rank, "until", table["until"]) if "until" in table else None,
        )
        return table.get("file", "*"), waiver

    def _day(self, rank: int, key: str, value: object) -> dt.date:
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value if isinstance(value, str) else "")
        except ValueError:
            raise self._problem("settings-date", rank, key) from None

    def _problem(self, sentence: str, table: int | None, key: str, **params: object) -> Problem:
        return Problem(sentence, file=shown(self._path), line=self._line(table, key), name=key, **params)

    def _line(self, table: int | None, key: str) -> int:
        """The line, from 1, of a key of the nth waiver (None: of no waiver); the waiver's own when it lacks the key."""
        opening = -1
        found = 1
        for number, line in enumerate(self._text.splitlines(), 1):
            if re.match(r"\s*\[\[\s*\"?waiver\"?\s*\]\]", line):
                opening += 1
                if table is not None and opening == table:
                    found = number
            within = opening == (-1 if table is None else table)
            if within and re.match(rf"""\s*["']?{re.escape(key)}["']?\s*=""", line):
                return number
            if table is None and re.match(rf"\s*\[+\s*{re.escape(key)}\b", line):
                return number
        return found
