"""A Word file of a plan comes back: unchanged it is the same plan, changed it says exactly what was changed."""

from __future__ import annotations

import copy
import datetime as dt
import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filrouge.domain.model.framework import LANGUAGES
from filrouge.domain.model.plan import Plan, Words
from filrouge.domain.model.plan_json import canonical
from filrouge.formats.readers.limits import Limits, Unreadable
from filrouge.formats.readers.plan.coming import NotOurs, Returned
from filrouge.formats.readers.plan.word import read_back
from filrouge.formats.writers.plan.departing import Names, part_of
from filrouge.formats.writers.plan.word import word
from tests.formats.plan.filling import Filler
from tests.formats.plan.plans import plans
from tests.formats.plan.samples import LEFT, NAMES, voice, zone

ODD = "{http://www.w3.org/XML/1998/namespace}space"


def written(plan: Plan, language: str = "fr", languages: tuple[str, ...] = ()) -> bytes:
    return word(plan, voice=voice(language), names=Names(), departure=LEFT, languages=languages)


def edited(change: Callable[[Any], object], plan: Plan | None = None, languages: tuple[str, ...] = ()) -> Returned:
    """What comes back of a plan whose file was changed so."""
    document = Document(io.BytesIO(written(plan or zone(), languages=languages)))
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return read_back(stream.getvalue())


def control(document: Any, key: str) -> Any:
    return next(
        one.getparent().getparent() for one in document.element.iter(qn("w:tag")) if one.get(qn("w:val")) == key
    )


def write(document: Any, key: str, text: str) -> None:
    """Type over what a control holds, as Word does."""
    texts = list(control(document, key).iter(qn("w:t")))
    texts[0].text = text
    for one in texts[1:]:
        one.text = ""
    for hint in control(document, key).iter(qn("w:showingPlcHdr")):
        hint.getparent().remove(hint)


def paragraph(document: Any, key: str) -> Any:
    """The paragraph that a control stands in."""
    return next(one for one in control(document, key).iterancestors() if one.tag == qn("w:p"))


def typed(text: str, style: str | None = None) -> Any:
    document = Document()
    made = document.add_paragraph(text)._p
    if style:
        made.get_or_add_pPr().get_or_add_pStyle().set(qn("w:val"), style)
    return made


def objective(plan: Plan, id: str) -> Any:
    return plan.parts[id]


# --- unchanged


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_left_comes_back(language: str) -> None:
    back = read_back(written(zone(), language))
    assert back.plan == zone()
    assert canonical(back.plan) == canonical(zone())
    assert (back.doubts, back.strays, back.tracked) == ((), (), False)
    assert (back.document_id, back.version, back.language, back.departure) == (zone().id, 3, language, "d-1")


def test_every_field_comes_back_in_every_language() -> None:
    plan = Filler().plan()
    back = read_back(written(plan, "de", LANGUAGES))
    assert back.plan == plan
    assert (back.doubts, back.strays) == ((), ())


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans(), st.sampled_from(LANGUAGES), st.lists(st.sampled_from(LANGUAGES), max_size=4, unique=True))
def test_any_plan_comes_back_as_it_left(plan: Plan, language: str, languages: list[str]) -> None:
    back = read_back(written(plan, language, tuple(languages)))
    assert back.plan == plan
    assert (back.doubts, back.strays) == ((), ())


def test_out_and_back_and_out_again_is_the_same_text() -> None:
    first = written(zone())
    again = written(read_back(first).plan)
    with zipfile.ZipFile(io.BytesIO(first)) as one, zipfile.ZipFile(io.BytesIO(again)) as other:
        assert one.read("word/document.xml") == other.read("word/document.xml")


def test_a_part_comes_back_alone() -> None:
    part = part_of(zone(), "s3")
    data = word(part, voice=voice(), names=NAMES, departure=replace(LEFT, part="s3"))
    back = read_back(data)
    assert back.plan == part
    assert back.part == "s3"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_what_another_program_saved_comes_back(tmp_path: Path) -> None:
    for plan, name in ((zone(), "a"), (Filler().plan(), "b")):
        (tmp_path / f"{name}.docx").write_bytes(written(plan, "fr", LANGUAGES))
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "out")]
        subprocess.run([*command, str(tmp_path / f"{name}.docx")], check=True, capture_output=True, timeout=180)
        back = read_back((tmp_path / "out" / f"{name}.docx").read_bytes())
        assert back.plan == plan
        assert (back.doubts, back.strays) == ((), ())


# --- changed, field by field


def test_a_statement_an_owner_and_a_date_that_were_changed() -> None:
    def change(document: Any) -> None:
        write(document, "o:o11:text:fr", "Diviser par deux les vols")
        write(document, "o:o11:owners", "DirOps, Recherche")
        write(document, "o:o21:deadline_on", "15/09/2027")
        write(document, "a:a1:budget_share:0", "70 %")
        write(document, "a:a1:staff_share:0", "30,5 %")
        write(document, "a:a1:progress", "55 %")
        write(document, "a:a1:state", "réalisée")
        write(document, "s:s4:title:fr", "Moyens et capacité")
        write(document, "p:title:fr", "Plan zonal 2026-2031")
        write(document, "p:period", "2026-2032")
        write(document, "w:w1:text:fr", "Une équipe stable")
        write(document, "r:r1:weaknesses", "3, 4")

    back = edited(change)
    before = zone()
    changed = {part.id for part in before.parts.values() if back.plan.parts.get(part.id) != part}
    assert changed == {"o11", "o21", "a1", "s4", "w1", "r1"}
    assert back.plan.parts["o11"] == replace(
        objective(before, "o11"),
        text=objective(before, "o11").text.saying("fr", "Diviser par deux les vols"),
        owners=("DirOps", "Recherche"),
    )
    assert objective(back.plan, "o21").deadline_on == dt.date(2027, 9, 15)
    action = objective(back.plan, "a1")
    assert (action.state, action.progress) == ("done", 55)
    assert (action.contributions[0].budget_share, action.contributions[0].staff_share) == (Decimal(70), Decimal("30.5"))
    assert back.plan.title.fr == "Plan zonal 2026-2031"
    assert back.plan.period == (dt.date(2026, 1, 1), dt.date(2032, 12, 31))
    assert objective(back.plan, "r1").weaknesses == (3, 4)
    assert (back.doubts, back.strays) == ((), ())


def test_a_date_that_cannot_be_read_is_a_doubt_with_its_words() -> None:
    def change(document: Any) -> None:
        write(document, "o:o11:starts_on", "au printemps si possible")
        write(document, "o:o21:deadline_on", "après l’été")

    back = edited(change)
    assert {(doubt.code, doubt.id, doubt.words) for doubt in back.doubts} == {
        ("date-unread", "o11", "au printemps si possible"),
        ("date-unread", "o21", "après l’été"),
    }
    assert objective(back.plan, "o11").starts_on == dt.date(2026, 4, 1)
    assert objective(back.plan, "o21").deadline == "après l’été"


def test_the_day_follows_the_words_of_a_deadline() -> None:
    back = edited(lambda document: write(document, "o:o11:deadline", "fin 2029"))
    assert (objective(back.plan, "o11").deadline, objective(back.plan, "o11").deadline_on) == (
        "fin 2029",
        dt.date(2029, 12, 31),
    )
    back = edited(lambda document: write(document, "o:o111:deadline", "dès que possible"))
    assert objective(back.plan, "o111").deadline_on is None
    assert [doubt.code for doubt in back.doubts] == ["date-unread"]


def test_a_quantity_that_was_changed() -> None:
    back = edited(lambda document: write(document, "o:o11:quantity", "réduction de 20 %"))
    changed = objective(back.plan, "o11")
    assert (changed.quantity, changed.quantity_value, changed.quantity_unit) == ("réduction de 20 %", Decimal(20), "%")


def test_a_translation_that_was_missing_is_filled_in() -> None:
    back = edited(lambda document: write(document, "o:o2:text:nl", "Burgers gewaarschuwd"), languages=("fr", "nl"))
    assert objective(back.plan, "o2").text == Words(fr=objective(zone(), "o2").text.fr, nl="Burgers gewaarschuwd")


def test_a_paragraph_added_in_a_body_and_one_changed() -> None:
    def change(document: Any) -> None:
        content = control(document, "s:s1:body:fr").find(qn("w:sdtContent"))
        content.append(typed("Une phrase de plus."))
        next(content.iter(qn("w:t"))).text = "Le plan fixe ce que la zone veut atteindre "

    back = edited(change)
    body = objective(back.plan, "s1").body
    assert body.nl == objective(zone(), "s1").body.nl
    assert body.fr.startswith(
        "<p>Le plan fixe ce que la zone veut atteindre <strong>avec ses partenaires</strong>. Il est"
    )
    assert body.fr.endswith("</blockquote><p>Une phrase de plus.</p>")
    assert "<ul><li><p>avec les communes,</p></li>" in body.fr
    assert back.strays == ()


def test_the_text_after_the_divider_stays_after_it() -> None:
    def change(document: Any) -> None:
        control(document, "s:s3:body_after:fr").find(qn("w:sdtContent")).append(typed("Encore."))

    body = objective(edited(change).plan, "s3").body.fr
    assert body == (
        "<p>Chaque objectif a un responsable et une échéance.</p><hr><p>Ces objectifs sont revus chaque année en "
        "<em>février</em>.</p><p>Encore.</p>"
    )


def test_an_objective_that_was_deleted_is_gone_and_its_children_stay() -> None:
    def change(document: Any) -> None:
        for key in ("o:o11:kind", "o:o11:text:fr", "o:o11:owners"):
            one = paragraph(document, key)
            one.getparent().remove(one)
        details = control(document, "o:o11:details:fr")
        details.getparent().remove(details)

    back = edited(change)
    assert "o11" not in back.plan.parts
    assert objective(back.plan, "o111").parent == "o1"
    assert [(one.objective) for one in objective(back.plan, "a1").contributions] == ["o111"]
    assert objective(back.plan, "a2").contributions == ()
    assert [(doubt.code, doubt.id) for doubt in back.doubts] == [("parent-removed", "o111")]


def block(document: Any, first: str, last: str) -> list[Any]:
    """The paragraphs from one control to another."""
    body = document.element.body
    top = [
        next(a for a in [control(document, key), *control(document, key).iterancestors()] if a.getparent() is body)
        for key in (first, last)
    ]
    children = list(body)
    return children[children.index(top[0]) : children.index(top[1]) + 1]


def test_objectives_that_change_places_change_their_order_and_nothing_else() -> None:
    def change(document: Any) -> None:
        second = block(document, "o:o2:kind", "a:a3:details:fr")
        for one in second:
            paragraph(document, "o:o1:kind").addprevious(one)

    back = edited(change)
    assert [one.id for one in back.plan.objectives] == ["o2", "o21", "o1", "o11", "o111"]
    assert set(back.plan.objectives) == set(zone().objectives)
    assert back.plan.actions == zone().actions


def test_an_objective_moved_under_another_hangs_there() -> None:
    def change(document: Any) -> None:
        after = paragraph(document, "o:o21:deadline_on")
        for one in reversed(block(document, "o:o111:kind", "o:o111:deadline")):
            after.addnext(one)

    back = edited(change)
    assert objective(back.plan, "o111").parent == "o21"
    assert {one.id for one in back.plan.objectives if objective(zone(), one.id) != one} == {"o111"}


def test_a_heading_that_was_demoted_belongs_to_the_one_above() -> None:
    def change(document: Any) -> None:
        style = next(one.style_id for one in document.styles if one.name == "Heading 2")
        paragraph(document, "s:s4:title:fr").find(f"{qn('w:pPr')}/{qn('w:pStyle')}").set(qn("w:val"), style)

    back = edited(change)
    assert objective(back.plan, "s4").parent == "s3"
    assert [one.id for one in back.plan.sections] == [one.id for one in zone().sections]


def test_figures_rows_and_words_of_tables() -> None:
    def change(document: Any) -> None:
        rows = control(document, "t:t1:rows").findall(f".//{qn('w:tr')}")
        texts = [[cell.find(f".//{qn('w:t')}") for cell in row.findall(qn("w:tc"))] for row in rows]
        texts[1][1].text = "44,25"
        texts[2][2].text = "beaucoup"
        added = copy.deepcopy(rows[3])
        rows[3].addnext(added)
        for cell, text in zip(added.findall(qn("w:tc")), ("Accueil", "4", "4", "5"), strict=True):
            cell.find(f".//{qn('w:t')}").text = text
        control(document, "t:t3:lines").findall(f".//{qn('w:t')}")[6].text = "OS 1"

    back = edited(change)
    staff = objective(back.plan, "t1")
    assert staff.rows[0].cells[0] == ("Cadre", 2026, Decimal("44.25"))
    assert staff.rows[1] == objective(zone(), "t1").rows[1]
    assert [(row.label, row.total) for row in staff.rows][2:] == [
        ("Recherche locale", False),
        ("Accueil", False),
        ("Total", True),
    ]
    assert staff.rows[3].cells == tuple(("Cadre", year, Decimal(n)) for year, n in ((2026, 4), (2027, 4), (2028, 5)))
    assert [(doubt.code, doubt.id, doubt.words) for doubt in back.doubts] == [("figure-unread", "t1", "beaucoup")]
    assert objective(back.plan, "t3").lines[0] == ("OS 1", *objective(zone(), "t3").lines[0][1:])
    assert objective(back.plan, "t2") == objective(zone(), "t2")


def test_an_act_on_record_is_read_only() -> None:
    def change(document: Any) -> None:
        next(control(document, "p:acts").iter(qn("w:tr"))).getnext().findall(f".//{qn('w:t')}")[
            2
        ].text = "Autre conseil"

    back = edited(change)
    assert back.plan == zone()
    assert [(doubt.code, doubt.words) for doubt in back.doubts] == [("read-only", "Autre conseil")]


# --- outside any field


def test_text_outside_any_field_is_proposed_where_it_stands() -> None:
    def change(document: Any) -> None:
        paragraph(document, "s:s4:title:fr").addnext(typed("Une remarque du conseil."))
        paragraph(document, "s:s4:title:fr").addprevious(typed("Chapitre nouveau", "Heading1"))
        paragraph(document, "o:o11:owners").addnext(typed("Objectif ajouté à la main", "FilrougeStatement"))
        paragraph(document, "a:a2:text:fr").addnext(typed("Une puce de plus", "ListBullet"))
        paragraph(document, "o:o111:owners").append(typed(" urgent !").find(qn("w:r")))

    back = edited(change)
    assert back.plan == zone()
    assert [(one.kind, one.text, one.section, one.after) for one in back.strays] == [
        ("objective", "Objectif ajouté à la main", "s3", "o11"),
        ("action", "Une puce de plus", "s3", "a2"),
        ("text", "urgent", "s3", "o111"),
        ("section", "Chapitre nouveau", "s3", "a3"),
        ("text", "Une remarque du conseil.", "s4", "s4"),
    ]
    assert back.strays[0].parent == "o11"
    assert back.strays[-1].html == "<p>Une remarque du conseil.</p>"


def test_a_copied_objective_is_an_addition_and_not_a_change() -> None:
    def change(document: Any) -> None:
        last = paragraph(document, "o:o21:owners")
        for one in reversed([copy.deepcopy(part) for part in block(document, "o:o21:kind", "o:o21:owners")]):
            last.addnext(one)
        copies = [one for one in document.element.iter(qn("w:tag")) if one.get(qn("w:val")) == "o:o21:text:fr"]
        next(copies[1].getparent().getparent().iter(qn("w:t"))).text = "Former les agents d’accueil"

    back = edited(change)
    assert back.plan == zone()
    (stray,) = back.strays
    assert (stray.kind, stray.text, stray.section, stray.parent) == (
        "objective",
        "Former les agents d’accueil",
        "s3",
        "o2",
    )
    assert ("owners", "Recherche locale") in stray.fields


def test_comments_are_told_with_the_part_they_are_about() -> None:
    def change(document: Any) -> None:
        document.add_comment(document.paragraphs[-1].add_run("."), text="Trop vague ?", author="A", initials="A")
        mark = next(document.element.iter(qn("w:commentRangeStart")))
        control(document, "o:o2:text:fr").find(qn("w:sdtContent")).insert(0, mark)

    comments = [one for one in edited(change).strays if one.kind == "comment"]
    assert [(one.text, one.after) for one in comments] == [("Trop vague ?", "o2")]


def test_tracked_changes_are_taken_as_accepted_and_told() -> None:
    def change(document: Any) -> None:
        content = control(document, "o:o2:text:fr").find(qn("w:sdtContent"))
        run = content.find(qn("w:r"))
        deleted = content.makeelement(qn("w:del"), {qn("w:id"): "900", qn("w:author"): "A"})
        inserted = content.makeelement(qn("w:ins"), {qn("w:id"): "901", qn("w:author"): "A"})
        inserted.append(typed("Des habitants mieux informés").find(qn("w:r")))
        run.addnext(inserted)
        run.addprevious(deleted)
        deleted.append(run)
        for text in deleted.iter(qn("w:t")):
            text.tag = qn("w:delText")

    back = edited(change)
    assert back.tracked
    assert objective(back.plan, "o2").text.fr == "Des habitants mieux informés"


# --- degraded and hostile


def stripped(document: Any, *tags: str) -> None:
    for tag in tags:
        for one in list(document.element.iter(qn(tag))):
            content = one.find(qn("w:sdtContent"))
            for inner in list(content) if content is not None else []:
                one.addprevious(inner)
            one.getparent().remove(one)


@pytest.mark.parametrize(
    "tags", [("w:sdt",), ("w:bookmarkStart", "w:bookmarkEnd"), ("w:sdt", "w:bookmarkStart", "w:bookmarkEnd")]
)
def test_without_controls_or_bookmarks_the_words_are_found_again(tags: tuple[str, ...]) -> None:
    back = edited(lambda document: stripped(document, *tags))
    assert back.plan == zone()


def test_without_any_key_lines_that_are_alike_are_told_by_their_order() -> None:
    like = objective(zone(), "o11")
    alike = tuple(replace(like, id=f"x{n}", number=str(n), parent=None) for n in range(6))
    plan = replace(zone(), objectives=alike, actions=())
    back = edited(lambda document: stripped(document, "w:sdt", "w:bookmarkStart", "w:bookmarkEnd"), plan)
    assert back.plan == plan
    assert back.strays == ()


def test_without_any_key_a_changed_statement_is_still_the_same_one() -> None:
    def change(document: Any) -> None:
        write(document, "o:o21:text:fr", "Accueillir et orienter toute victime d’une escroquerie en ligne")
        stripped(document, "w:sdt", "w:bookmarkStart", "w:bookmarkEnd")

    back = edited(change)
    assert objective(back.plan, "o21").text.fr == "Accueillir et orienter toute victime d’une escroquerie en ligne"
    assert len(back.plan.objectives) == len(zone().objectives)


def without(data: bytes, *names: str, **changed: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for one in old.namelist():
            if one not in names:
                new.writestr(one, old.read(one))
    return stream.getvalue()


def test_a_file_that_is_not_ours_is_told_by_its_code() -> None:
    stream = io.BytesIO()
    Document().save(stream)
    with pytest.raises(NotOurs) as raised:
        read_back(stream.getvalue())
    assert raised.value.code == "not-ours"
    with pytest.raises(NotOurs) as raised:
        read_back(without(written(zone()), "customXml/filrouge1.xml"))
    assert (raised.value.code, raised.value.params["id"]) == ("carrier-lost", zone().id)
    with pytest.raises(NotOurs) as raised:
        read_back(written(zone()), document_id="another")
    assert raised.value.code == "other-document"
    for data in (b"", b"nothing", b"PK\x03\x04"):
        with pytest.raises((NotOurs, Unreadable)):
            read_back(data)


def test_what_a_file_carries_must_agree_with_its_seal() -> None:
    data = written(zone())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        carrier = archive.read("customXml/filrouge1.xml")
    other = written(replace(zone(), version=9))
    with zipfile.ZipFile(io.BytesIO(other)) as archive:
        foreign = archive.read("customXml/filrouge1.xml")
    start, end = carrier.index(b">", 60) + 1, carrier.rindex(b"</")
    forged = carrier[:start] + foreign[foreign.index(b">", 60) + 1 : foreign.rindex(b"</")] + carrier[end:]
    bad = (
        forged,
        carrier[:start] + b"AAAA" + carrier[end:],
    )
    codes = []
    for one in bad:
        stream = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
            for name in old.namelist():
                new.writestr(name, one if name == "customXml/filrouge1.xml" else old.read(name))
        with pytest.raises(NotOurs) as raised:
            read_back(stream.getvalue())
        codes.append(raised.value.code)
    assert codes == ["altered", "carrier-lost"]


def test_a_file_that_is_too_large_is_refused_before_it_is_opened() -> None:
    with pytest.raises(Unreadable) as raised:
        read_back(written(zone()), Limits(file_bytes=1000))
    assert raised.value.code == "too-large"
