"""The labelled documents are well formed and enough; what is malformed is refused; agreement is counted rightly."""

from __future__ import annotations

import copy
import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bench import statements as bench
from tests.labelled import loading
from tests.labelled.loading import HALVES, LANGUAGES, LabelError, load, parse, paths

EACH_HALF = 5
STATEMENTS = 12
TEXT = """Le SLR visitera 20 commerces d'ici
fin 2027. Nous croyons au dia-
logue. En 2026, 236 vols ont été commis. Rien ne sera vendu."""
PLACE = Path("tuned/fr/un.txt")
GOOD = yaml.safe_load(
    """
language: fr
sort: letter
statements:
  - words: Le SLR visitera 20 commerces d'ici fin 2027.
    kind: commitment
    owner: SLR
    quantity: {words: 20 commerces, value: 20, unit: commerces}
    deadline: {words: d'ici fin 2027, date: 2027-12-31}
    smart: {specific: met, measurable: met, owned: met, resourced: not, time_bound: met}
    commitment: effort
    themes: [P7]
  - words: Nous croyons au dialogue.
    kind: value
    owner: null
    quantity: null
    deadline: null
    smart: null
    commitment: null
    themes: []
not: [Rien ne sera vendu.]
indicators: [{words: 236 vols, value: 236}]
deadlines: [{words: d'ici fin 2027, date: 2027-12-31}]
themes: [P7]
"""
)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough(half: str, language: str) -> None:
    documents = [load(path) for path in paths(half, language)]
    assert len(documents) >= EACH_HALF
    assert len({one.sort for one in documents}) >= 4, "they are of different makes"
    for one in documents:
        assert len(one.statements) >= STATEMENTS, one.name
        assert one.no_statements, one.name
        assert len(one.text.splitlines()) >= 60, one.name


@pytest.mark.parametrize("path", paths(), ids=lambda path: "-".join(path.with_suffix("").parts[-3:]))
def test_is_well_formed(path: Path) -> None:
    made = load(path)
    assert len({one.kind for one in made.statements}) >= 3


def test_no_label_stands_alone() -> None:
    texts = {path.with_suffix("") for path in paths()}
    assert {path.with_suffix("") for path in loading.HERE.glob("*/*/*.yaml")} == texts


def test_no_document_stands_in_both_halves() -> None:
    said = [one.words for half in HALVES for path in paths(half) for one in load(path).statements]
    assert len(said) == len(set(said)), "a statement stands in two documents"


def test_reads_what_it_is_given() -> None:
    made = parse(GOOD, TEXT, PLACE)
    first = made.statements[0]
    assert first.deadline == loading.Deadline("d'ici fin 2027", datetime.date(2027, 12, 31))
    assert first.quantity == loading.Quantity("20 commerces", 20, "commerces")
    assert (made.half, made.name, made.themes) == ("tuned", "un", ("P7",))


def changed(where: str, value: Any) -> dict[str, Any]:
    """The good labels with one thing changed, its path joined with dots; ``...`` takes it away."""
    made = copy.deepcopy(GOOD)
    *parts, last = (int(part) if part.isdigit() else part for part in where.split("."))
    node: Any = made
    for part in parts:
        node = node[part]
    if value is ...:
        del node[last]
    else:
        node[last] = value
    assert isinstance(made, dict)
    return made


@pytest.mark.parametrize(
    ("where", "value", "says"),
    [
        ("author", "x", "too many"),
        ("sort", ..., "lacks"),
        ("sort", "novel", "sort"),
        ("language", "en", "language"),
        ("language", "nl", "folder"),
        ("statements.0.colour", "red", "too many"),
        ("statements.0.owner", ..., "lacks"),
        ("statements.0.words", "Le SLR vend tout.", "not in the text"),
        ("statements.0.words", "Le SLR  visitera", "no clean text"),
        ("statements.0.kind", "wish", "kind"),
        ("statements.0.owner", "DRH", "not in the text"),
        ("statements.0.commitment", None, "commitment"),
        ("statements.0.smart.owned", "not", "not owned"),
        ("statements.0.smart.owned", "perhaps", "owned"),
        ("statements.0.smart.measurable", "partly", "not measurable"),
        ("statements.0.smart.time_bound", "partly", "not time-bound"),
        ("statements.0.smart", None, "no table"),
        ("statements.0.deadline", None, "without a deadline"),
        ("statements.0.deadline.date", "2027-12-31", "no date"),
        ("statements.0.deadline.date", datetime.date(2028, 1, 1), "deadlines lack"),
        ("statements.0.quantity.value", "20", "no number"),
        ("statements.0.quantity.value", True, "no number"),
        ("statements.0.themes", ["P11"], "theme"),
        ("statements.0.themes", ["P7", "P7"], "twice"),
        ("statements.0.themes", [], "not those of its statements"),
        ("themes", ["P7", "P8"], "not those of its statements"),
        ("statements.1.smart", {"specific": "met"}, "not judged"),
        ("statements.1.commitment", "effort", "not judged"),
        ("statements.1.words", "Le SLR visitera 20 commerces d'ici fin 2027.", "twice"),
        ("not", ["Nous croyons au dialogue."], "and none"),
        ("not", ["Nous vendrons tout."], "not in the text"),
        ("not", "Rien ne sera vendu.", "no list"),
        ("indicators.0.words", "237 vols", "not in the text"),
        ("indicators.0.value", "236", "no number"),
        ("deadlines", [], "deadlines lack"),
    ],
)
def test_refuses_what_is_not_so(where: str, value: Any, says: str) -> None:
    with pytest.raises(LabelError, match=says):
        parse(changed(where, value), TEXT, PLACE)


def test_refuses_a_text_without_labels(tmp_path: Path) -> None:
    alone = tmp_path / "alone.txt"
    alone.write_text("Rien.", encoding="utf-8")
    with pytest.raises(LabelError, match="no labels"):
        load(alone)


def test_kappa_is_cohens() -> None:
    agree = [("met", "met")] * 20 + [("not", "not")] * 15
    differ = [("met", "not")] * 10 + [("not", "met")] * 5
    assert bench.kappa(agree + differ) == pytest.approx(0.4)
    assert bench.kappa([("met", "met")] * 3) == 1.0
    assert bench.kappa([]) is None


def test_pairs_one_to_one_the_nearest_first() -> None:
    gold = ["réduire les vols de 10 %", "ouvrir un guichet à la gare"]
    found = ["réduire les vols", "réduire les vols de 10 %", "ouvrir un guichet", "former le personnel"]
    assert bench.pair(gold, found, bench.overlap) == {0: 1, 1: 2}


def test_counts_precision_and_recall() -> None:
    count = bench.Count()
    count.add(gold=4, found=2, both=1)
    assert count.figures() == {"P": 0.5, "R": 0.25, "F1": pytest.approx(1 / 3)}
    assert bench.Count().figures() == {"P": None, "R": None, "F1": None}


def answered(monkeypatch: pytest.MonkeyPatch, answer: dict[str, Any]) -> dict[str, Any]:
    """The figures of the one good document when the command gives this answer."""
    monkeypatch.setattr(bench, "ask", lambda verb, *_: answer if verb == "read" else {})
    monkeypatch.setattr(bench, "best_themes", lambda *_: ())
    monkeypatch.setattr(bench, "threshold", lambda _: 1.0)
    sheet = bench.Sheet()
    bench.measure(parse(GOOD, TEXT, PLACE), sheet)
    return sheet.figures()


def test_measures_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    smart = {name: {"verdict": "met"} for name in loading.CRITERIA}
    first = {"id": "i1", "kind": "ambition", "text": "Le SLR visitera 20 commerces", "smart": smart, "confidence": 0.8}
    second = {"id": "i2", "kind": "action", "text": "Rien ne sera vendu.", "confidence": 0.31}
    deadlines = [{"text": "fin 2027", "date": "2027-12-31"}]
    told = answered(monkeypatch, {"items": [first, second], "deadlines": deadlines, "indicators": []})
    assert told["statements"] == {"P": 0.5, "R": 0.5, "F1": 0.5}
    assert told["kind"] == 0.0
    assert told["dates"] == 1.0
    assert told["indicators"] == {"P": None, "R": 0.0, "F1": 0.0}
    assert told["kappa"]["resourced"] == {"kappa": 0.0, "n": 1}
    assert "commitment" not in told["kappa"], "what is not answered is not judged"
    assert told["calibration"] == {"0.3": {"right": 0.0, "n": 1}, "0.8": {"right": 1.0, "n": 1}}
    assert told["themes"]["R"] == 0.0


def test_no_answer_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    told = answered(monkeypatch, {})
    assert told["statements"] == {"P": None, "R": 0.0, "F1": 0.0}
    assert told["kappa"] == {}
    assert told["recall at 5"] == 0.0


def test_the_kept_half_is_never_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["--half", "kept", "--show"]) == 2
    assert bench.main(["--show"]) == 2
    assert capsys.readouterr().out == ""
