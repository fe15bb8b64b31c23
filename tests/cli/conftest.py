"""The command as tests call it: in this process, with what it wrote and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from filrouge.cli.app import app

LETTER = """Lettre de mission du chef de corps

Zone de police inventée

1. Mandat

Le mandat débute le 1er avril 2031, pour cinq ans. La DGXY en assure le suivi.

2. Objectifs

Objectif stratégique 1 : Ouvrir deux antennes avant le 31 décembre 2032 (Direction Proximité)

Objectif stratégique 2 : Publier un rapport annuel

3. Suivi

Le tableau 7 reprend les indicateurs.
"""


@dataclass(frozen=True)
class Answer:
    status: int
    out: str
    error: str


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A short invented letter, in a folder of its own."""
    path = tmp_path / "lettre.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def filrouge(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answer]:
    """Call the command with these words; the language is that of the words, else French."""
    for name in ("LC_ALL", "LC_MESSAGES", "FILROUGE_LANG", "FILROUGE_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "100")

    def call(*words: object) -> Answer:
        result = CliRunner().invoke(app, [str(word) for word in words], prog_name="filrouge")
        return Answer(result.exit_code, result.stdout, result.stderr)

    return call
