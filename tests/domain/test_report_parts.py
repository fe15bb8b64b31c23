"""What every format builds on: positions, typography, passages, the thread, the outline, names of things."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import HOSTILE, LINES, document, made_dossier, report_voice

from filrouge.domain.model import LANGUAGES, Document, Item, Place
from filrouge.domain.report.alignment import aligned
from filrouge.domain.report.figures import grid
from filrouge.domain.report.naming import counted, document_line, facts_of, figure, note_sentence, numbered
from filrouge.domain.report.outline import outline
from filrouge.domain.report.passages import passages
from filrouge.domain.report.positions import Lines
from filrouge.domain.report.thread import thread
from filrouge.domain.report.voice import clean, typeset


@given(st.text("ab\n\r", max_size=40), st.data())
def test_a_position_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = Lines(text).at(offset)
    starts = [0, *(rank + 1 for rank, char in enumerate(text) if char == "\n")]
    assert starts[line - 1] + column - 1 == offset


def test_an_offset_past_the_end_is_the_end() -> None:
    assert Lines("ab").at(99) == (1, 3)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Quoi ? « oui » : 5 % !", "fr", "Quoi\u202f? «\u202foui\u202f»\u202f: 5\u202f%\u202f!"),
        ("le 31 août et le 1er mai", "fr", "le 31\u00a0août et le 1er\u00a0mai"),
        ("Wat? 5 % op 3 mei", "nl", "Wat? 5\u00a0% op 3\u00a0mei"),
        ("https://a :b", "fr", "https://a :b"),
    ],
)
def test_typography(text: str, language: str, expected: str) -> None:
    assert typeset(text, language) == expected


def test_what_a_terminal_obeys_is_left_out() -> None:
    assert clean("a\x1b[31mb\x07\u202ec\ud800\td\n") == "a[31mbc\td\n"


@given(st.text(max_size=50), st.text(max_size=50))
def test_alignment_never_goes_back_and_stays_inside(raw: str, mended: str) -> None:
    offsets = aligned(raw, mended)
    assert len(offsets) == len(raw) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(mended)


def test_alignment_follows_joined_lines_and_dropped_marks() -> None:
    raw = "Nous   voulons ouvrir3\ndeux gui-\nchets avant 2031"
    mended = "Nous voulons ouvrir deux guichets avant 2031"
    offsets = aligned(raw, mended)
    for words in ("voulons", "deux", "avant 2031"):
        assert offsets[raw.index(words)] == mended.index(words)


def test_passages_hold_the_whole_text_and_each_remark_once() -> None:
    one = made_dossier()
    found, whole = passages(one.document, one.remarks)
    assert [remark.code for remark in whole] == ["MAN102"]
    first = [mark.remark.code for passage in found for mark in passage.marks if mark.first]
    assert sorted(first) == ["DOC104", "DOC106", "RES102", "RIS103"]
    shown = "".join(piece.text for passage in found for piece in passage.pieces)
    for line in LINES[:4]:
        assert " ".join(line.split()).removeprefix("1 ") in shown
    assert [passage.table.id for passage in found if passage.table] == ["t1", "t2"]
    assert sum(mark.remark.code == "RIS103" for passage in found for mark in passage.marks) == 2


def test_the_words_of_a_remark_are_marked_in_the_mended_text() -> None:
    one = made_dossier()
    found, _ = passages(one.document, one.remarks)
    marked = [piece.text for passage in found for piece in passage.pieces if piece.remark]
    assert marked == [HOSTILE]


def test_a_matrix_that_is_no_paragraph_is_shown_as_it_was_understood() -> None:
    found, _ = passages(document(), ())
    roles = [(p.role, p.label, "".join(piece.text for piece in p.pieces)) for p in found if p.role]
    assert roles == [("risk_domain", "1", "Locaux"), ("weakness", "1", "locaux vétustes")]


def test_a_document_without_paragraphs_is_shown_line_by_line() -> None:
    found, _ = passages(Document("un\n\n  deux \n", "fr", None, 0.0), ())
    assert [piece.text for passage in found for piece in passage.pieces] == ["un", "deux"]


def test_the_thread_says_what_hangs_under_what() -> None:
    found = thread(document())
    assert [(s.kind, s.count, s.joined, s.serving) for s in found.strands] == [
        ("strategic_objective", 1, 0, 1),
        ("action", 1, 1, 0),
    ]
    assert found.whole
    (root,) = found.roots
    assert not root.loose and not root.bare
    assert [knot.item.id for knot in root.under] == ["i2"]


def test_the_thread_shows_where_it_is_broken() -> None:
    items = tuple(replace(item, parent=None) for item in document().items)
    found = thread(document(items=items))
    assert not found.whole
    assert [(knot.item.id, knot.loose, knot.bare) for knot in found.roots] == [("i1", False, True), ("i2", True, False)]


def test_statements_that_hang_under_each_other_are_not_lost() -> None:
    ring = tuple(Item(n, "action", n, n, None, m, Place(0, 1)) for n, m in (("a", "b"), ("b", "a"), ("c", "c")))
    found = thread(document(items=ring))
    assert {knot.item.id for knot in found.roots} == {"a", "b", "c"}


def test_the_outline_counts_remarks_and_shows_what_is_missing() -> None:
    one = made_dossier()
    titles = [entry.section.title if entry.section else None for entry in outline(one)]
    assert titles == ["Objectifs", "Moyens", "Analyse"]
    counts = {entry.section.title: sum(entry.counts.values()) for entry in outline(one) if entry.section}
    assert counts == {"Objectifs": 0, "Moyens": 3, "Analyse": 1}
    assert one.framework is not None
    absent = one.framework.sections[1]
    remark = one.remarks[0]
    fact = replace(remark.fact, params={"ids": [absent.id]})
    changed = replace(one, remarks=(replace(remark, finding=replace(remark.finding, fact=fact)), *one.remarks[1:]))
    assert [entry.missing.id for entry in outline(changed) if entry.missing] == [absent.id]


def test_a_grid_keeps_the_order_of_the_columns_and_leaves_gaps() -> None:
    table = document().tables[0]
    found = grid(table)
    assert [(column.group, column.name) for column in found.columns] == [("2031", "A"), ("2031", "B")]
    assert [found.places(rank) for rank in (0, 1)] == [0, 1]
    shorter = replace(table, rows=(replace(table.rows[0], cells=table.rows[0].cells[:1]), table.rows[1]))
    assert grid(shorter).cells[0][1] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_in_every_language(language: str) -> None:
    voice, one = report_voice(language), made_dossier(language)
    assert document_line(one.document, one.framework, voice)
    assert all(name and value for name, value in facts_of(one.document, voice))
    assert all(voice(key, count=count) for key, count in counted(one.document))
    sentences = [note_sentence(note, voice) for note in one.document.notes]
    assert len(sentences[0]) > 20
    assert sentences[1] == "unknown-note"
    assert all("{" not in sentence for sentence in sentences)


def test_figures_as_the_language_writes_them() -> None:
    written = [figure(Decimal("1300.5"), report_voice(language), 2) for language in LANGUAGES]
    assert written == ["1\u202f300,50", "1.300,50", "1.300,50", "1,300.50"]


def test_a_number_is_not_said_twice() -> None:
    assert numbered("4", "Objectif 4") == "Objectif 4"
    assert numbered("4", "Objectif") == "4 Objectif"
    assert numbered(None, "Objectif") == "Objectif"
