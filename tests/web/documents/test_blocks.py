"""Lines of the analysis, risk domains and tables in the browser: written, exact, in four languages, by two at once."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from filrouge.apps.documents.models import Block, Document
from filrouge.apps.objectives import blocks
from filrouge.apps.objectives.mapping import block_of
from filrouge.apps.objectives.selectors import plan_of
from filrouge.domain.model.plan import PlanRiskDomain, PlanRow, PlanSwotItem, PlanTable, Words
from filrouge.web.documents.grid import FIGURES, Grid
from tests import making
from tests.web.documents.test_smoke import adopted, signed_in
from tests.web.looking import settled, window

database = pytest.mark.django_db
LANGUAGES = ("fr", "nl", "de", "en")
SWOT = PlanSwotItem("", "weakness", "3", Words(fr="Départs nombreux", nl="Veel vertrek"))
DOMAIN = PlanRiskDomain(
    "", "B", Words(fr="Cambriolages"), (3, 5), (1,), (), "à suivre", (("weakness", 3, "Départs"), ("weakness", 5, "x"))
)
FIGURE = Decimal("1816852.5")
TABLE = PlanTable(
    "",
    "budget",
    Words(fr="Crédits"),
    "KEUR",
    ("CE", "CL", "Part"),
    (
        PlanRow("Personnel", (("CE", 2027, FIGURE), ("CL", 2027, Decimal("0.125")), ("CE", 2028, Decimal(-7)))),
        PlanRow("Titre", ()),
        PlanRow("Total", (("CL", 2027, Decimal(4)), ("CE", 2027, Decimal(1250))), True),
    ),
)
WORDS = PlanTable("", "other", Words(fr="Suivi"), lines=(("Quoi", "Qui\net comment"), ("Réunion", "Chef")))
MESSAGES = PlanTable("", "communication", Words(fr="Communication"), lines=(("a", "b", "c", "d", "e", "f"),))


@pytest.fixture
def document() -> Document:
    return making.document(making.entity())


@pytest.fixture
def client(document: Document) -> Client:
    return signed_in(making.adviser(document.entity))


def added(document: Document, part: blocks.Part) -> Block:
    return blocks.add_block(making.adviser(document.entity), document, part)


def sent(grid: Grid, **more: object) -> dict[str, object]:
    """What a browser sends of a table."""
    data: dict[str, object] = {"columns": grid.width, "rows": len(grid.lines), "writing": grid.language}
    for c, head in enumerate(grid.heads):
        data |= {f"head-{c}": head.text, f"year-{c}": head.year}
    for r, line in enumerate(grid.lines):
        data[f"label-{r}"] = line.label
        data |= {f"cell-{r}-{c}": text for c, text in enumerate(line.cells)}
        if line.total:
            data[f"total-{r}"] = "on"
    return {"version": 1, "title_fr": "Crédits", "kind": "budget", "unit": "KEUR", **data, **more}


def stored(block: Block) -> blocks.Part:
    block.refresh_from_db()
    return block_of(block)


# --- figures --------------------------------------------------------------------------------------------------------


@given(value=st.decimals(allow_nan=False, allow_infinity=False, places=6), language=st.sampled_from(LANGUAGES))
def test_a_figure_is_read_as_it_is_shown(value: Decimal, language: str) -> None:
    known = PlanTable("", "other", Words(), rows=(PlanRow("A", (("x", None, value),)),))
    grid = Grid.of(known, language)
    grid.lines[0].label = "B"  # so that the row is read anew
    made = grid.told_in(known)
    assert grid.errors == {}
    assert made.rows[0].cells[0][2] == value


@pytest.mark.parametrize(
    ("language", "typed", "value"),
    [("fr", "1 250,5", "1250.5"), ("nl", "1.250,5", "1250.5"), ("en", "1,250.5", "1250.5"), ("fr", "\u22123", "-3")],
)
def test_figures_are_typed_as_the_country_writes_them(language: str, typed: str, value: str) -> None:
    data = {"columns": "1", "rows": "1", "head-0": "x", "label-0": "A", "cell-0-0": typed, "writing": language}
    made = Grid.sent(data, FIGURES, "de").told_in(PlanTable("", "other", Words()))
    assert made.rows[0].cells == (("x", None, Decimal(value)),)


@pytest.mark.parametrize("typed", ["abc", "12 €", "1.25.3", "--5", "1e5", "٣", "∞", ","])
def test_what_is_no_figure_is_said_at_its_cell(typed: str) -> None:
    data = {"columns": "1", "rows": "1", "head-0": "x", "label-0": "A", "cell-0-0": typed}
    grid = Grid.sent(data, FIGURES, "fr")
    with translation.override("fr"):
        grid.told_in(PlanTable("", "other", Words()))
    assert list(grid.errors) == ["cell-0-0"]
    assert "n’est pas un chiffre" in grid.errors["cell-0-0"]
    assert typed in grid.errors["cell-0-0"]


def test_two_columns_that_could_not_be_told_apart_are_refused() -> None:
    data = {"columns": "2", "rows": "1", "head-0": "x", "head-1": "x", "cell-0-0": "1", "cell-0-1": "2"}
    grid = Grid.sent(data, FIGURES, "fr")
    grid.told_in(PlanTable("", "other", Words()))
    assert list(grid.errors) == ["head-1"]


# --- pages ----------------------------------------------------------------------------------------------------------


@database
@pytest.mark.parametrize("part", [SWOT, DOMAIN, TABLE, WORDS, MESSAGES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_can_be_opened_in_every_language(document: Document, part: blocks.Part, language: str) -> None:
    block = added(document, part)
    client = signed_in(making.adviser(document.entity), language)
    for name in ("block_edit", "block_remove"):
        answer = client.get(reverse(name, args=[block.pk]))
        assert answer.status_code == 200
        assert f'<html lang="{language}"' in answer.content.decode()
    page = client.get(reverse("document", args=[document.pk])).content.decode()
    assert reverse("block_edit", args=[block.pk]) in page


@database
def test_a_line_of_the_analysis_is_written_in_two_languages(document: Document, client: Client) -> None:
    block = added(document, SWOT)
    data = {"version": 1, "kind": "threat", "number": "4", "text_fr": "Autre", "text_nl": "Anders"}
    assert client.post(reverse("block_edit", args=[block.pk]), data).status_code == 302
    assert stored(block) == PlanSwotItem(block.key, "threat", "4", Words(fr="Autre", nl="Anders"))


@database
def test_the_numbers_of_a_risk_domain_are_read_and_a_quote_goes_with_its_number(
    document: Document, client: Client
) -> None:
    block = added(document, DOMAIN)
    url = reverse("block_edit", args=[block.pk])
    data = {"version": 1, "number": "B", "title_fr": "Vols", "weaknesses": "3; 7", "threats": "1, deux", "note": ""}
    page = client.post(url, data).content.decode()
    assert "“deux” is not a whole number" in page
    data |= {"threats": "", "quoted_weakness_3_0": "Les départs", "quoted_weakness_5_0": "x"}
    assert client.post(url, data).status_code == 302
    kept = stored(block)
    assert isinstance(kept, PlanRiskDomain)
    assert (kept.weaknesses, kept.threats, kept.quoted) == ((3, 7), (), (("weakness", 3, "Les départs"),))


@database
@pytest.mark.parametrize("part", [TABLE, WORDS, MESSAGES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_saved_as_it_was_opened_is_the_same(document: Document, part: PlanTable, language: str) -> None:
    block = added(document, part)
    client = signed_in(making.adviser(document.entity), language)
    data = sent(Grid.of(part, language), title_fr=part.title.fr)
    assert client.post(reverse("block_edit", args=[block.pk]), data).status_code == 302
    block.refresh_from_db()
    assert block.version == 1


@database
def test_a_cell_is_changed_and_all_else_stays(document: Document, client: Client) -> None:
    block = added(document, TABLE)
    grid = Grid.of(TABLE, "en")
    grid.lines[0].cells[1] = "2,000.75"
    assert client.post(reverse("block_edit", args=[block.pk]), sent(grid)).status_code == 302
    kept = plan_of(document.pk).tables[0]
    assert kept.rows[0].cells == (
        ("CE", 2027, FIGURE),
        ("CL", 2027, Decimal("2000.75")),
        ("CE", 2028, Decimal(-7)),
    )
    assert (kept.rows[1:], kept.columns) == (TABLE.rows[1:], TABLE.columns)


@database
def test_a_bad_figure_is_said_at_its_cell_and_nothing_typed_is_lost(document: Document, client: Client) -> None:
    block = added(document, TABLE)
    grid = Grid.of(TABLE, "en")
    grid.lines[0].cells[0], grid.lines[0].label, grid.heads[0].year = "beaucoup", "Agents", "27"
    answer = client.post(reverse("block_edit", args=[block.pk]), sent(grid))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "“beaucoup” is not a figure; write it like 1,250.5" in page
    assert 'aria-describedby="cell-0-0-error"' in page
    assert "Write the year with four figures" in page
    assert 'value="Agents"' in page
    block.refresh_from_db()
    assert block.version == 1


@database
def test_rows_and_columns_come_and_go_without_script_and_without_saving(document: Document, client: Client) -> None:
    block = added(document, TABLE)
    url = reverse("block_edit", args=[block.pk])
    grid = Grid.of(TABLE, "en")
    page = client.post(url, sent(grid, do="row-2", unit="EUR", version=1)).content.decode()
    assert 'name="rows" value="4"' in page
    assert 'name="label-3" id="label-3" value="Total"' in page
    assert 'value="EUR"' in page
    page = client.post(url, sent(grid, do="drop-column-0")).content.decode()
    assert f'name="columns" value="{grid.width - 1}"' in page
    assert "1,816,852.5" not in page
    assert client.post(url, sent(grid, do="drop-row-99")).status_code == 200
    block.refresh_from_db()
    assert block.version == 1


@database
def test_two_who_change_one_cell_see_both_tables(document: Document, client: Client) -> None:
    block = added(document, TABLE)
    url = reverse("block_edit", args=[block.pk])
    theirs = Grid.of(TABLE, "en")
    theirs.lines[0].cells[0], theirs.lines[2].cells[0] = "5", "6"
    blocks.edit_block(making.adviser(document.entity), block, 1, theirs.told_in(TABLE))
    mine = Grid.of(TABLE, "en")
    mine.lines[0].cells[0] = "9"
    answer = client.post(url, sent(mine))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "The table as it stands now" in page
    assert 'name="cell-0-0" id="cell-0-0" value="9"' in page
    assert 'name="cell-2-0" id="cell-2-0" value="6"' in page  # only the other changed it
    assert 'name="version" value="2"' in page
    assert client.post(url, sent(mine, version=2, **{"keep-grid": "theirs"})).status_code == 302
    kept = stored(block)
    assert isinstance(kept, PlanTable)
    assert kept.rows[0].cells[0][2] == 5
    assert client.post(url, sent(mine, version=2, **{"keep-grid": "mine"})).status_code == 302
    kept = stored(block)
    assert isinstance(kept, PlanTable)
    assert kept.rows[0].cells[0][2] == 9


@database
def test_each_kind_is_added_to_its_section(document: Document, client: Client) -> None:
    section = document.sections.get(number="2")
    new = f"{reverse('block_new', args=[document.pk])}?section={section.pk}"
    assert "kind=risk_domain" in client.get(new).content.decode()
    empty: Mapping[str, object] = {"columns": 1, "rows": 1, "head-0": "CE", "label-0": "A", "cell-0-0": "1.5"}
    for kind, data in (
        ("swot_item", {"kind": "strength", "text_fr": "Jeune"}),
        ("risk_domain", {"title_fr": "Vols", "weaknesses": "1"}),
        ("figures", {"kind": "staff", "title_fr": "Cadre", **empty}),
        ("communication", {"title_fr": "Plan", **empty}),
        ("words", {"title_fr": "Suivi", **empty}),
    ):
        assert client.get(f"{new}&kind={kind}").status_code == 200
        answer = client.post(f"{new}&kind={kind}", data)
        assert answer.status_code == 302, kind
        assert "#block-" in answer.headers["Location"]
    plan = plan_of(document.pk)
    assert {one.section for one in (*plan.swot, *plan.risk_domains, *plan.tables)} == {section.key}
    assert [(one.kind, one.columns, len(one.rows), one.lines) for one in plan.tables] == [
        ("staff", ("CE",), 1, ()),
        ("communication", (), 0, (("1.5",),)),
        ("other", ("CE",), 0, (("1.5",),)),
    ]
    assert "The table is empty" in client.post(f"{new}&kind=words", {"columns": 2, "rows": 3}).content.decode()


@database
def test_a_new_table_has_a_column_for_each_year(document: Document, client: Client) -> None:
    page = client.get(f"{reverse('block_new', args=[document.pk])}?kind=figures").content.decode()
    assert [year for year in range(2020, 2035) if f'value="{year}"' in page] == [2025, 2026, 2027, 2028, 2029]


@database
def test_parts_move_among_their_own_and_between_sections(document: Document, client: Client) -> None:
    first, other, second = (added(document, part) for part in (SWOT, TABLE, SWOT))
    url = reverse("block_move", args=[second.pk])
    assert client.post(url, {"to": "up"}).status_code == 302
    assert [one.id for one in plan_of(document.pk).swot] == [second.key, first.key]
    assert client.post(url, {"to": "up"}).status_code == 400
    assert client.post(url, {"to": "down"}).status_code == 302
    assert [one.id for one in plan_of(document.pk).swot] == [first.key, second.key]
    section = document.sections.get(number="2")
    client.post(reverse("block_move", args=[other.pk]), {"to": "section", "section": section.key})
    assert plan_of(document.pk).tables[0].section == section.key
    assert client.post(url, {"to": "section", "section": "x"}).status_code == 400


@database
def test_a_part_is_removed_with_a_reason(document: Document, client: Client) -> None:
    block = added(document, TABLE)
    url = reverse("block_remove", args=[block.pk])
    assert client.post(url, {"why": ""}).status_code == 200
    assert client.post(url, {"why": "Doublon"}).status_code == 302
    assert plan_of(document.pk).tables == ()


@database
def test_who_may_not_edit_finds_no_links_and_no_pages(document: Document) -> None:
    block = added(document, TABLE)
    adopted(document)
    for role, status in (("reader", 403), ("contributor", 403), ("policy_adviser", 400)):
        client = signed_in(making.person((document.entity, role)))
        page = client.get(reverse("document", args=[document.pk])).content.decode()
        assert reverse("block_edit", args=[block.pk]) not in page
        for name in ("block_edit", "block_remove"):
            assert client.get(reverse(name, args=[block.pk])).status_code == status
        assert client.post(reverse("block_move", args=[block.pk]), {"to": "up"}).status_code == status
        assert client.get(reverse("block_new", args=[document.pk])).status_code == status
    elsewhere = signed_in(making.adviser(making.entity()))
    assert elsewhere.get(reverse("block_edit", args=[block.pk])).status_code == 404


# --- in the browser -------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_a_figure_is_corrected_by_keyboard(browser: Browser, live_server: LiveServer) -> None:
    adviser = making.adviser(making.entity())
    document = making.document(adviser.roles.get().entity, adviser)
    block = blocks.add_block(adviser, document, TABLE)
    context = window(browser, live_server, adviser)
    page = context.new_page()
    settled(page, live_server.url + reverse("block_edit", args=[block.pk]))
    cell = page.locator("#cell-0-1")
    cell.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("beaucoup")
    page.keyboard.press("Enter")
    page.locator("#cell-0-1-error").wait_for()
    cell.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("1 250,75")
    page.keyboard.press("Enter")
    page.wait_for_url("**#block-*")
    kept = block_of(Block.objects.get(pk=block.pk))
    assert isinstance(kept, PlanTable)
    assert kept.rows[0].cells[1] == ("CL", 2027, Decimal("1250.75"))
    context.close()
