"""What each command answers, in which language, and how it ends."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import html

from filrouge import __version__
from filrouge.cli import checking, reading
from filrouge.domain.coherence.engine import rules
from filrouge.domain.model import LANGUAGES
from filrouge.domain.model.canonical import from_json
from filrouge.library import framework, frameworks

Call = Callable[..., Any]
SENTENCE = "filrouge: "


# --- help and mistakes ----------------------------------------------------------------------------------------------


def test_version(filrouge: Call) -> None:
    answer = filrouge("--version")
    assert (answer.status, answer.out) == (0, f"filrouge {__version__}\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["", "read", "check", "align", "compare", "rules", "frameworks", "sample"])
def test_help_in_every_language(filrouge: Call, command: str, language: str) -> None:
    words = [command] if command else []
    answer = filrouge(*words, "--lang", language, "--help")
    assert answer.status == 0
    assert answer.out.startswith({"fr": "Usage", "nl": "Gebruik", "de": "Aufruf", "en": "Usage"}[language])
    assert "help." not in answer.out and "metavar" not in answer.out
    assert max(map(len, answer.out.splitlines())) <= 100


def test_no_command_shows_help(filrouge: Call) -> None:
    answer = filrouge()
    assert answer.status == 0
    assert "check" in answer.out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["chek"], "chek"),
        (["check"], "FICHIER"),
        (["check", "--nope", "x"], "--nope"),
        (["check", "x", "--lang"], "--lang"),
        (["check", "x", "--lang", "es"], "es"),
        (["check", "x", "--format", "pdf"], "pdf"),
        (["read", "x", "--format", "html"], "html"),
        (["check", "x", "--fail-on", "some"], "some"),
        (["check", "x", "--framework", "novel"], "mission-letter"),
        (["check", "x", "--today", "tomorrow"], "2026-03-31"),
        (["check", "x", "y", "--format", "html"], "--output"),
        (["rules", "ZZZ999"], "ZZZ999"),
        (["frameworks", "novel"], "strategic-plan"),
        (["compare", "x"], "NOUVEAU"),
        (["rules", "a", "b"], "--help"),
    ],
)
def test_a_mistake_is_one_sentence(filrouge: Call, words: list[str], named: str) -> None:
    answer = filrouge(*words)
    assert answer.status == 2
    assert answer.error.startswith(SENTENCE) and answer.error.count("\n") == 1
    assert named in answer.error
    assert "Traceback" not in answer.error
    assert answer.out == ""


@pytest.mark.parametrize(("language", "word"), [("fr", "existe"), ("nl", "bestaat"), ("de", "gibt"), ("en", "There")])
def test_mistakes_in_every_language(filrouge: Call, language: str, word: str) -> None:
    assert word in filrouge("chek", "--lang", language).error


def test_the_language_of_the_system_is_spoken(filrouge: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "nl_BE.UTF-8")
    assert "bestaat" in filrouge("chek").error
    monkeypatch.setenv("FILROUGE_LANG", "de")
    assert "gibt" in filrouge("chek").error


def test_an_error_of_our_own_is_one_sentence(filrouge: Call, letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("filrouge.cli.commands.read.collected", broken)
    answer = filrouge("read", letter)
    assert answer.status == 2
    assert answer.error.count("\n") == 1 and "RuntimeError" in answer.error
    monkeypatch.setenv("FILROUGE_DEBUG", "1")
    assert "boom" in filrouge("read", letter).error


# --- read -----------------------------------------------------------------------------------------------------------


def test_read_as_json(filrouge: Call, letter: Path) -> None:
    answer = filrouge("read", letter, "--format", "json")
    assert (answer.status, answer.error) == (0, "")
    found = json.loads(answer.out)
    assert found["file"] == str(letter)
    assert found["language"] == "fr"
    assert [item["text"] for item in found["items"]][1] == "Publier un rapport annuel"
    assert from_json(found).text == found["text"]
    assert len(found["sha256"]) == 64


def test_read_as_text(filrouge: Call, letter: Path) -> None:
    answer = filrouge("read", letter)
    assert answer.status == 0
    for words in ("lettre.txt", "Objectif stratégique 1", "Direction Proximité", "2 Objectifs"):
        assert words in answer.out.replace("\u00a0", " ")


def test_read_with_a_framework_named(filrouge: Call, letter: Path) -> None:
    for name in ("integrity-policy", "urn:filrouge:framework:integrity-policy"):
        found = json.loads(filrouge("read", letter, "--format", "json", "--framework", name).out)
        assert found["framework"] == "urn:filrouge:framework:integrity-policy"


def test_read_several(filrouge: Call, letter: Path) -> None:
    other = letter.with_name("vide.txt")
    other.touch()
    answer = filrouge("read", letter, other, "--format", "json")
    assert answer.status == 2
    first, second = json.loads(answer.out)
    assert first["sections"] and second["error"]
    assert answer.error.count("\n") == 1 and "vide.txt" in answer.error


@pytest.mark.parametrize("format", ["text", "json"])
def test_read_what_is_not_there(filrouge: Call, tmp_path: Path, format: str) -> None:
    answer = filrouge("read", tmp_path / "absent.docx", "--format", format)
    assert (answer.status, answer.out) == (2, "")
    assert "absent.docx" in answer.error and answer.error.count("\n") == 1


# --- check ----------------------------------------------------------------------------------------------------------


def codes(answer: Any) -> list[str]:
    return [finding["code"] for finding in json.loads(answer.out)["findings"]]


def test_check_as_json(filrouge: Call, letter: Path) -> None:
    answer = filrouge("check", letter, "--format", "json", "--today", "2031-05-01")
    found = json.loads(answer.out)
    assert {"DOC105", "DOC107"} <= set(codes(answer))
    assert found["today"] == "2031-05-01"
    assert found["summary"]["warning"] == sum(f["severity"] == "warning" for f in found["findings"])
    one = next(finding for finding in found["findings"] if finding["code"] == "DOC107")
    text = letter.read_text(encoding="utf-8")
    assert text[one["start"] : one["end"]] == "DGXY"


@pytest.mark.parametrize(("threshold", "status"), [("info", 1), ("warning", 1), ("never", 0)])
def test_the_exit_status_follows_the_threshold(filrouge: Call, letter: Path, threshold: str, status: int) -> None:
    assert filrouge("check", letter, "--fail-on", threshold).status == status


def test_by_default_only_errors_fail(filrouge: Call, letter: Path) -> None:
    answer = filrouge("check", letter, "--format", "json")
    assert answer.status == int(json.loads(answer.out)["summary"]["error"] > 0)


def test_check_writes_every_format_to_a_file(filrouge: Call, letter: Path, tmp_path: Path) -> None:
    for format in ("text", "json", "html", "sarif", "xlsx"):
        target = tmp_path / "sortie" / f"rapport.{format}"
        answer = filrouge("check", letter, "--format", format, "--output", target)
        assert answer.status in (0, 1) and answer.out == "" and target.stat().st_size > 300
    page = html.document_fromstring((tmp_path / "sortie" / "rapport.html").read_text(encoding="utf-8"))
    assert page.get("lang") == "fr"
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "sortie" / "rapport.xlsx").read_bytes()))
    assert "DOC107" in [row[3] for row in book.worksheets[0].iter_rows(values_only=True)]
    assert json.loads((tmp_path / "sortie" / "rapport.sarif").read_text(encoding="utf-8"))["runs"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_check_speaks_every_language(filrouge: Call, letter: Path, language: str) -> None:
    found = json.loads(filrouge("check", letter, "--format", "json", "--lang", language).out)
    messages = {finding["message"] for finding in found["findings"]}
    assert messages and all("{" not in message for message in messages)


def test_a_folder_is_searched_and_one_bad_file_stops_nothing(filrouge: Call, letter: Path) -> None:
    folder = letter.parent
    (folder / "sous").mkdir()
    (folder / "sous" / "deux.md").write_text(letter.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "casse.docx").write_bytes(b"PK\x03\x04 rien")
    for hidden in (".cache.txt", "~$lettre.docx", "image.png"):
        (folder / hidden).write_bytes(b"x")
    answer = filrouge("check", folder, "--format", "json")
    assert answer.status == 2
    found = json.loads(answer.out)
    assert [Path(one["file"]).name for one in found] == ["lettre.txt", "deux.md", "casse.docx"]
    assert "error" in found[2] and answer.error.count("\n") == 1


def test_several_pages_go_to_a_folder(filrouge: Call, letter: Path, tmp_path: Path) -> None:
    other = letter.with_name("autre.txt")
    other.write_text(letter.read_text(encoding="utf-8"), encoding="utf-8")
    target = tmp_path / "rapports"
    assert filrouge("check", letter, other, "--format", "html", "--output", target).status in (0, 1)
    assert sorted(path.name for path in target.iterdir()) == ["autre.txt.html", "index.html", "lettre.txt.html"]


def test_an_empty_folder_is_said(filrouge: Call, tmp_path: Path) -> None:
    answer = filrouge("check", tmp_path)
    assert answer.status == 2 and str(tmp_path.name) in answer.error


def test_an_error_of_ours_in_one_file_does_not_cost_the_others(
    filrouge: Call, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = letter.with_name("autre.txt")
    other.write_text("Plan\n", encoding="utf-8")
    real = reading.document_in

    def sometimes(path: Path, *rest: Any) -> object:
        if path == other:
            raise RuntimeError("boom")
        return real(path, *rest)

    monkeypatch.setattr(checking, "document_in", sometimes)
    answer = filrouge("check", letter, other, "--format", "json")
    assert answer.status == 2
    first, second = json.loads(answer.out)
    assert first["findings"] and "RuntimeError" in second["error"]


def test_an_output_that_cannot_be_written(filrouge: Call, letter: Path) -> None:
    answer = filrouge("check", letter, "--output", letter / "x.txt")
    assert answer.status == 2 and answer.error.count("\n") == 1


# --- the others -----------------------------------------------------------------------------------------------------


def test_compare(filrouge: Call, letter: Path, tmp_path: Path) -> None:
    after = tmp_path / "apres.txt"
    changed = letter.read_text(encoding="utf-8").replace("deux antennes", "trois antennes").replace("2032", "2033")
    after.write_text(changed, encoding="utf-8")
    answer = filrouge("compare", letter, after)
    assert answer.status == 0 and "[-deux-]{+trois+}" in answer.out
    found = json.loads(filrouge("compare", letter, after, "--format", "json").out)
    assert [change["state"] for change in found["items"]] == ["changed"]
    target = tmp_path / "page.html"
    filrouge("compare", letter, after, "--format", "html", "--output", target)
    page = html.document_fromstring(target.read_text(encoding="utf-8"))
    assert next(node.text_content().split(": ")[-1].strip() for node in page.cssselect("#statements p del")) == "deux"
    assert json.loads(filrouge("compare", letter, letter, "--format", "json").out)["same"]
    assert filrouge("compare", letter, tmp_path / "absent").status == 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", ["text", "html"])
def test_compare_speaks_every_language(
    filrouge: Call, letter: Path, tmp_path: Path, language: str, format: str
) -> None:
    after = tmp_path / "apres.txt"
    after.write_text(letter.read_text(encoding="utf-8").replace("Suivi", "Évaluation"), encoding="utf-8")
    answer = filrouge("compare", letter, after, "--lang", language, "--format", format)
    assert answer.status == 0 and "Évaluation" in answer.out


def test_rules(filrouge: Call) -> None:
    listed = filrouge("rules")
    assert all(rule.code in listed.out for rule in rules())
    one = filrouge("rules", "doc107", "--lang", "nl")
    assert one.status == 0 and "DOC107" in one.out and "Waarom" in one.out
    found = json.loads(filrouge("rules", "--format", "json").out)
    assert {rule["code"] for rule in found} == {rule.code for rule in rules()}
    assert json.loads(filrouge("rules", "DOC107", "--format", "json").out)["keeps"]


@pytest.mark.parametrize(("language", "tag"), [("fr", "contrôle"), ("nl", "controle"), ("de", "Kontrolle")])
def test_frameworks_show_the_instruments_of_a_policy(filrouge: Call, language: str, tag: str) -> None:
    known = framework("integrity-policy").catalogue
    assert known is not None
    shown = " ".join(filrouge("frameworks", "integrity-policy", "--lang", language).out.replace("\u00a0", " ").split())
    for one in known.instruments:
        assert one.title[language] in shown
    assert f"{known.functions_by_id['monitor'].title[language]} (" in shown
    assert f" – {tag}" in shown
    found = json.loads(filrouge("frameworks", "integrity-policy", "--lang", language, "--format", "json").out)
    assert [one["id"] for one in found["catalogue"]["instruments"]] == [one.id for one in known.instruments]
    assert {one["approach"] for one in found["catalogue"]["instruments"]} == {"control", "stimulate", "both"}


def test_frameworks(filrouge: Call) -> None:
    listed = filrouge("frameworks", "--lang", "en")
    assert all(one.kind in listed.out for one in frameworks())
    one = filrouge("frameworks", "mission-letter")
    assert "3.2.2" in one.out
    found = json.loads(filrouge("frameworks", "mission-letter", "--format", "json").out)
    assert found["kind"] == "mission-letter" and found["sections"]
    assert len(json.loads(filrouge("frameworks", "--format", "json").out)) == len(frameworks())


def test_sample(filrouge: Call, tmp_path: Path) -> None:
    answer = filrouge("sample", "--output", tmp_path / "sample", "--lang", "nl")
    assert answer.status == 0
    address = next(line.strip() for line in answer.out.splitlines() if "file://" in line)
    page = html.document_fromstring(Path(address.removeprefix("file://")).read_text(encoding="utf-8"))
    assert page.get("lang") == "nl"
    assert len(page.cssselect("#first ol.ten > li")) == 10
    assert "Document inventé" in page.text_content()
    assert len(list((tmp_path / "sample").iterdir())) == 2


@pytest.mark.parametrize("words", [["check", "--format", "json"], ["read"]])
def test_a_document_that_was_read_is_never_written_over(filrouge: Call, tmp_path: Path, words: list[str]) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text("# Plan stratégique\n\nLe service a un plan.\n", encoding="utf-8")
    before = plan.read_bytes()
    answer = filrouge(*words, str(plan), "--output", str(tmp_path / "." / "plan.md"), "--lang", "nl")
    assert answer.status == 2 and "niet overschreven" in answer.error
    assert plan.read_bytes() == before


def test_neither_version_compared_is_written_over(filrouge: Call, tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("# Plan stratégique\n\nLe service a un plan.\n", encoding="utf-8")
    answer = filrouge("compare", *(str(tmp_path / n) for n in ("a.md", "b.md")), "-o", str(tmp_path / "b.md"))
    assert answer.status == 2 and (tmp_path / "b.md").read_text(encoding="utf-8").startswith("# Plan")


ROADS = """Plan zonal de sécurité

1. Sécurité routière

Objectif stratégique 1 : Diminuer de 8 % le nombre d’accidents avec blessés avant le 31 décembre 2032

2. Personnel

Objectif stratégique 2 : Recruter quatre inspecteurs
"""


@pytest.fixture
def roads(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(ROADS, encoding="utf-8")
    return path


def test_align(filrouge: Call, roads: Path) -> None:
    found = json.loads(filrouge("align", roads, "--with", "pns-2016-2019", "--format", "json").out)
    assert found["with"] == "pns-2016-2019"
    assert [theme["code"] for theme in found["themes"]] == ["P9"]
    (first,) = [one for one in found["items"] if one["id"] in found["themes"][0]["items"]]
    assert first["suggestions"][0]["theme"] == "P9"
    assert first["suggestions"][0]["words"]


@pytest.mark.parametrize(
    ("language", "word"), [("fr", "routière"), ("nl", "Verkeers"), ("de", "Verkehrs"), ("en", "Road")]
)
def test_align_speaks_every_language(filrouge: Call, roads: Path, language: str, word: str) -> None:
    answer = filrouge("align", roads, "--with", "pns-2016-2019", "--lang", language)
    assert answer.status == 0 and word in answer.out.split("P9")[1][:30]


def test_align_wants_a_plan_that_exists(filrouge: Call, roads: Path) -> None:
    for words in (("align", roads, "--with", "pns"), ("check", roads, "--against", "pns")):
        answer = filrouge(*words)
        assert answer.status == 2 and "pns-2016-2019" in answer.error and answer.out == ""
    assert filrouge("align", roads.parent / "absent.txt", "--with", "pns-2016-2019").status == 2


def test_check_against_a_plan(filrouge: Call, roads: Path) -> None:
    alone = json.loads(filrouge("check", roads, "--format", "json").out)
    held = json.loads(filrouge("check", roads, "--against", "pns-2016-2019", "--format", "json").out)
    more = {one["code"] for one in held["findings"]} - {one["code"] for one in alone["findings"]}
    assert more == {"CAS103", "CAS105"}
