"""The pages that the browser opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from filrouge.cli.app import app
from filrouge.cli.samples import samples

LONG = "004_5be65c44aead0beb.txt"


def _made(target: Path, *words: object) -> Path:
    result = CliRunner().invoke(app, [*map(str, words), "--output", str(target)], prog_name="filrouge")
    assert result.exit_code in (0, 1), result.stderr
    return target


@pytest.fixture(scope="session", params=["fr", "nl"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def sample_page(language: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on the sample that ships with the program."""
    folder = tmp_path_factory.mktemp(f"sample-{language}")
    words = ("check", samples()[0], "--format", "html", "--lang", language, "--today", "2026-07-01")
    return _made(folder / "report.html", *words)


@pytest.fixture(scope="session")
def long_page(language: str, tmp_path_factory: pytest.TempPathFactory, reference_dir: Path) -> Path:
    """The report on a real plan of some 90 pages."""
    folder = tmp_path_factory.mktemp(f"long-{language}")
    source = reference_dir / "sources" / LONG
    return _made(folder / "report.html", "check", source, "--format", "html", "--lang", language)


@pytest.fixture(scope="session")
def comparison_page(language: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two versions of an invented plan, with changes of every sort."""
    folder = tmp_path_factory.mktemp(f"comparison-{language}")
    head = "Plan stratégique 2031-2033\n\nAgence inventée\n\n"
    body = (
        "1. Objectifs\n\nNous voulons servir mieux et plus vite.\n\n"
        "Objectif stratégique 1 : Ouvrir deux guichets avant fin 2031 (Direction Accueil)\n\n"
        "Objectif stratégique 2 : Publier un rapport annuel\n\n"
        "2. Moyens\n\nPersonnel en ETP\n\nService 2031 2032\nAccueil 12,5 13\nAppui 4 4\nTotal 16,5 17\n\n"
        "3. Suivi\n\nNéant.\n"
    )
    changed = body.replace("deux guichets", "trois guichets").replace("Direction Accueil", "Direction Appui")
    changed = changed.replace("3. Suivi\n\nNéant.", "3. Évaluation\n\nUn bilan est fait chaque année.").replace(
        "13", "14"
    )
    changed = changed.replace("servir mieux et plus vite", "servir mieux, partout")
    changed += "\nObjectif stratégique 3 : Former le personnel\n"
    for name, text in (("avant", body), ("apres", changed)):
        (folder / f"{name}.txt").write_text(head + text, encoding="utf-8")
    words = ("compare", folder / "avant.txt", folder / "apres.txt", "--format", "html", "--lang", language)
    return _made(folder / "comparison.html", *words)


@pytest.fixture(scope="session")
def index_page(language: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page that leads to the reports on several documents, one of which could not be read."""
    folder = tmp_path_factory.mktemp(f"index-{language}")
    broken = folder / "vide.txt"
    broken.touch()
    target = folder / "reports"
    words = ("check", samples()[0], broken, "--format", "html", "--lang", language, "--output", target)
    result = CliRunner().invoke(app, list(map(str, words)), prog_name="filrouge")
    assert result.exit_code == 2
    return target / "index.html"
