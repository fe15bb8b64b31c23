"""The documentation is tested: generated pages are up to date, links lead somewhere, commands shown exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from filrouge.domain.model import LANGUAGES
from tools import reference
from tools.reference_commands import arguments, commands, options

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_generated_pages_say_what_the_program_does() -> None:
    assert [name(path) for path in reference.stale()] == [], "run `make docs`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_forms_of_an_export_are_named(language: str) -> None:
    page = (ROOT / f"docs/reference/command-line.{language}.md").read_text("utf-8")
    (row,) = re.findall(r"## `filrouge export`.*?^(\| `--format`[^\n]*)", page, re.MULTILINE | re.DOTALL)
    assert all(f" {form}" in row for form in ("word", "pdf", "excel", "json"))
    assert "sarif" not in row


def test_no_generated_page_is_left_over() -> None:
    made = {path for path in reference.FOLDER.glob("*.md") if path.read_text("utf-8").startswith(reference.MARK)}
    assert made == set(reference.pages())


def _without_code(content: str) -> str:
    return re.sub(r"^```.*?^```|`[^`\n]*`", "", content, flags=re.MULTILINE | re.DOTALL)


def _anchors(path: Path) -> set[str]:
    """The anchors that forges make of headings: lower case, spaces to hyphens, punctuation dropped."""
    content = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    heads = re.findall(r"^#+\s+(.*)$", content, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", _without_code(page.read_text("utf-8"))):
        if re.match(r"https?://", target):
            continue
        file, _, anchor = target.partition("#")
        other = (page.parent / file).resolve() if file else page
        if not other.exists() or (anchor and anchor not in _anchors(other)):
            broken.append(target)
    assert not broken


def _shown_commands() -> Iterator[tuple[str, str]]:
    """Every line of a code block that runs ``filrouge`` or ``make``, with its page."""
    for page in PAGES:
        for block in re.findall(r"^```(?:\w*)\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
            for line in block.splitlines():
                plain = line.strip().removeprefix("$ ").removeprefix("- run: ").split("  #")[0].strip()
                if re.match(r"(?:\.venv/bin/)?filrouge\s|make\s", plain) and not _is_usage(plain):
                    yield name(page), plain.removeprefix(".venv/bin/")


def _is_usage(line: str) -> bool:
    """A usage line of the reference, with words in capitals for what is to be given."""
    return bool(re.search(r"\[[A-ZÀ-Ü]", line)) or line.startswith("make help")


@cache
def _known_options() -> dict[tuple[str, ...], set[str]]:
    known = {}
    for path, command in commands():
        names = {flag for option in options(command) for flag in (*option.opts, *option.secondary_opts)}
        known[path] = names | {"--help"}
    return known


@pytest.mark.parametrize(("page", "line"), sorted(set(_shown_commands())))
def test_every_command_shown_exists(page: str, line: str) -> None:
    words = shlex.split(re.split(r"\s[|>]|\s&&\s|;", line)[0])
    if words[0] == "make":
        targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
        assert {word for word in words[1:] if "=" not in word} - {"-C", "filrouge"} <= targets
        return
    path = ("filrouge", words[1]) if len(words) > 1 and not words[1].startswith("-") else ("filrouge",)
    assert path in _known_options(), f"{page}: no command {' '.join(path)}"
    given = {word.split("=")[0] for word in words if word.startswith("-") and word != "-"}
    assert given <= _known_options()[path], f"{page}: {line}"


def _answers(language: str, folder: Path) -> str:
    """What the sample and a check of it say, on the day of the sample, in one line."""
    base = [sys.executable, "-m", "filrouge"]
    said = subprocess.run(
        [*base, "sample", "--output", str(folder), "--lang", language],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    ).stdout
    document = next(path for path in folder.iterdir() if path.suffix != ".html")
    check = [*base, "check", str(document), "--lang", language, "--today", "2026-07-01", "--fail-on", "never"]
    said += subprocess.run(check, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    return " ".join(said.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answers_that_pages_quote_are_those_of_the_program(language: str, tmp_path: Path) -> None:
    answers = _answers(language, tmp_path)
    pages = [ROOT / "docs" / "tutorials" / f"first-plan.{language}.md", *([ROOT / "README.md"] * (language == "en"))]
    for page in pages:
        blocks = re.findall(r"^```text\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
        assert blocks
        lines = [" ".join(line.split()) for block in blocks for line in block.splitlines()]
        assert [line for line in lines if line != "…" and line not in answers] == [], name(page)


def test_every_command_and_option_is_explained_in_every_language() -> None:
    """The pages are generated, so what is missing here is missing in ``--help`` too."""
    for language in LANGUAGES:
        page = (reference.FOLDER / f"command-line.{language}.md").read_text("utf-8")
        for path, command in commands():
            assert f"\n## `{' '.join(path)}`\n" in page
            section = page.split(f"\n## `{' '.join(path)}`\n")[1].split("\n## ")[0]
            for option in options(command):
                row = next(line for line in section.splitlines() if f"`{option.opts[0]}`" in line)
                assert len(row.split("|")[2].strip()) > 10, row
            assert section.count("\n| `") >= len(options(command)) + len(arguments(command))


def test_the_readme_names_the_targets_that_a_newcomer_needs() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "make demo" in readme
    assert "make test" in readme
    assert (ROOT / "docs" / "images" / "report.png").stat().st_size > 10_000


def test_every_page_can_be_reached_from_the_index() -> None:
    seen: set[Path] = set()
    waiting = [ROOT / "README.md", ROOT / "docs" / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md" or not page.is_file():
            continue
        seen.add(page)
        targets = re.findall(r"\]\(([^)\s#]+)", page.read_text("utf-8"))
        waiting += [(page.parent / target).resolve() for target in targets if "://" not in target]
    assert [name(page) for page in PAGES if page not in seen] == []


def test_publiccode_holds_what_the_standard_asks_for() -> None:
    """The mandatory keys and limits of publiccode.yml 0.4."""
    said = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    needed = {"publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus", "softwareType"}
    assert needed | {"description", "legal", "maintenance", "localisation"} <= set(said)
    assert said["legal"]["license"] == "EUPL-1.2"
    assert set(said["description"]) == set(LANGUAGES) == set(said["localisation"]["availableLanguages"])
    for words in said["description"].values():
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]
    if said["maintenance"]["type"] in {"internal", "community"}:
        assert all(contact["name"] for contact in said["maintenance"]["contacts"])


def test_the_version_is_the_same_everywhere() -> None:
    from filrouge import __version__

    assert yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))["softwareVersion"] == __version__
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
