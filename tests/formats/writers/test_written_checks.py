"""The result of a check in each format, read back and compared with what was written."""

from __future__ import annotations

import io
import itertools
import json
import re
import time
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from lxml import html
from made import HOSTILE, TEXT, at, document, made_batch, made_dossier, report_voice

from filrouge.domain.model import LANGUAGES, Paragraph, Place
from filrouge.domain.report.dossier import Batch, Failure
from filrouge.formats.writers import CHECK_FORMATS, Look, write_check
from filrouge.formats.writers.html.index import pages

LOOK = Look()
CODES = ["MAN102", "RES102", "DOC106", "DOC104", "RIS103"]


def written(format: str, language: str = "fr", batch: Batch | None = None, look: Look = LOOK) -> str:
    result = write_check(format, batch or made_batch(language), report_voice(language), look)
    assert isinstance(result, str)
    return result


def page(language: str = "fr", **changes: object) -> html.HtmlElement:
    return html.document_fromstring(written("html", language, made_batch(language, **changes)))


@pytest.mark.parametrize("format", CHECK_FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_speaks_every_language(format: str, language: str) -> None:
    assert write_check(format, made_batch(language), report_voice(language), LOOK)


# --- JSON -----------------------------------------------------------------------------------------------------------


def test_json_is_what_scripts_rely_on() -> None:
    found = json.loads(written("json"))
    assert found["file"] == "dossier/plan d’essai.txt"
    assert [finding["code"] for finding in found["findings"]] == CODES
    assert found["summary"] == {"error": 1, "warning": 3, "info": 1, "waived": 1}
    finding = found["findings"][3]
    assert (finding["severity"], finding["item"], finding["section"]) == ("warning", None, "s2")
    assert TEXT[finding["start"] : finding["end"]] == "**-**-2031"
    assert finding["message"] and finding["params"]["words"] == "**-**-2031"
    assert found["waived"][0]["waiver"]["reason"] == "Sigle connu"
    assert next(found["findings"][rank]["code"] for rank in found["first"]) == "MAN102"
    assert found["findings"][0]["start"] is None


def test_json_of_several_files_is_a_list_with_the_failures() -> None:
    batch = Batch((made_dossier(),), (Failure("x.pdf", "« x.pdf » est vide."),), many=True)
    first, second = json.loads(written("json", batch=batch))
    assert first["findings"]
    assert second == {"file": "x.pdf", "error": "« x.pdf » est vide."}


# --- text -----------------------------------------------------------------------------------------------------------


def test_text_holds_every_remark_and_says_severities_in_words() -> None:
    text = written("text")
    for code in [*CODES, "DOC107"]:
        assert code in text
    assert "◆ Erreur" in text and "▲ Avertissement" in text and "● Information" in text
    assert "Sigle connu" in text
    assert "\x1b" not in text


@pytest.mark.parametrize("width", [40, 80, 100])
def test_text_fits_its_width(width: int) -> None:
    text = written("text", look=Look(width))
    longest = max(text.splitlines(), key=len)
    assert len(longest) <= max(width, 60), longest


def test_colour_only_repeats_what_words_say() -> None:
    plain, coloured = written("text"), written("text", look=Look(80, colour=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_text_obeys_nothing_that_a_document_says() -> None:
    text = "Avant \x1b]0;titre\x07 après"
    paragraph = Paragraph(text, Place(0, len(text)))
    batch = made_batch(text=TEXT, paragraphs=(paragraph,))
    batch = replace(batch, dossiers=(replace(batch.dossiers[0], file="nom\x1b[2J.txt"),))
    assert "\x1b" not in written("text", batch=batch)


# --- SARIF ----------------------------------------------------------------------------------------------------------


def test_sarif_holds_what_its_schema_asks_for() -> None:
    log = json.loads(written("sarif"))
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "Filrouge" and driver["version"]
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"] and rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert result["level"] in ("error", "warning", "note")
        location = result["locations"][0]["physicalLocation"]
        assert (
            run["artifacts"][location["artifactLocation"]["index"]]["location"]["uri"]
            == "dossier/plan%20d%E2%80%99essai.txt"
        )
        region = location.get("region")
        if region:
            assert min(region[name] for name in ("startLine", "startColumn", "endLine", "endColumn")) >= 1
            start, length = region["charOffset"], region["charLength"]
            assert region.get("snippet", {"text": TEXT[start : start + length]})["text"] == TEXT[start : start + length]


def test_sarif_says_lines_as_an_editor_counts_them() -> None:
    results = json.loads(written("sarif"))["runs"][0]["results"]
    region = next(r for r in results if r["ruleId"] == "RES102")["locations"][0]["physicalLocation"]["region"]
    line = TEXT.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "1 301,5"


def test_sarif_keeps_waivers_and_further_places() -> None:
    results = {result["ruleId"]: result for result in json.loads(written("sarif"))["runs"][0]["results"]}
    assert results["DOC107"]["suppressions"][0]["justification"].startswith("Sigle connu")
    assert "suppressions" not in results["DOC104"]
    assert len(results["RIS103"]["relatedLocations"]) == 1


# --- XLSX -----------------------------------------------------------------------------------------------------------


def workbook(language: str = "fr", batch: Batch | None = None) -> openpyxl.Workbook:
    data = write_check("xlsx", batch or made_batch(language), report_voice(language), LOOK)
    assert isinstance(data, bytes)
    return openpyxl.load_workbook(io.BytesIO(data))


def test_a_workbook_has_its_sheets_with_filters_and_fixed_heads() -> None:
    book = workbook()
    assert book.sheetnames == ["Remarques", "Énoncés", "Chiffres", "Résumé"]
    for sheet in book:
        assert sheet.auto_filter.ref and sheet.freeze_panes == "A2"
        assert all(sheet.column_dimensions[column].width > 5 for column in "ABC")


def test_a_workbook_holds_every_remark_statement_and_figure() -> None:
    book = workbook()
    codes = [row[3] for row in book["Remarques"].iter_rows(min_row=2, values_only=True)]
    assert codes == [*CODES, "DOC107"]
    statements = list(book["Énoncés"].iter_rows(min_row=2, values_only=True))
    assert [row[3] for row in statements] == [
        "ouvrir deux guichets avant fin 2031", "mieux faire", "Une équipe soudée", "Des locaux vétustes", "Locaux",
    ]  # fmt: skip
    assert statements[0][6:] == ("DGX", "avant fin 2031", "2031-12-31", "deux guichets")
    assert statements[1][5] == "Objectif stratégique 1"
    figures = [row[6] for row in book["Chiffres"].iter_rows(min_row=2, values_only=True)]
    assert figures == [1200, 1300.5, 1200, 1301.5]


@pytest.mark.parametrize("opening", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1", "\x00=1"])
def test_nothing_in_a_workbook_is_a_formula(opening: str) -> None:
    items = (replace(document().items[0], text=opening, owners=(opening,)),)
    book = workbook(batch=made_batch(items=items))
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
    cell = book["Énoncés"]["D2"]
    assert cell.data_type == "s" and cell.value == opening.replace("\x00", "")


# --- HTML -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_in_which_language_each_part_is(language: str) -> None:
    one = page(language)
    assert one.get("lang") == language
    passage = one.cssselect("#p2")[0]
    speaks = next(node.get("lang") for node in (passage, *passage.iterancestors()) if node.get("lang"))
    assert speaks == "fr"
    for word in one.cssselect(".here a.ref, .after a.ref"):
        chain = [node.get("lang") for node in (word, *word.iterancestors()) if node.get("lang")]
        assert chain[0] == language


def test_a_page_holds_every_remark_once_with_its_reasons_and_its_place() -> None:
    one = page()
    remarks = one.cssselect("article.remark")
    assert [remark.cssselect(".code")[0].text_content() for remark in remarks] == CODES
    for remark in remarks:
        assert len(remark.cssselect("dt")) >= 2
        assert remark.cssselect(".severity")[0].text_content() in ("Erreur", "Avertissement", "Information")
    assert len(one.cssselect("#first li")) == len(CODES)
    targets = {node.get("id") for node in one.cssselect("[id]")}
    links = [link.get("href") for link in one.cssselect("a[href^='#']")]
    assert links and all(link[1:] in targets for link in links)
    assert len(targets) == len(one.cssselect("[id]"))


def test_a_page_asks_nothing_of_the_outside_and_runs_nothing() -> None:
    text = written("html")
    one = html.document_fromstring(text)
    assert not one.cssselect("script, iframe, object, embed, link[rel=stylesheet], img")
    addresses = [node.get(name) for name in ("src", "href", "action") for node in one.cssselect(f"[{name}]")]
    assert all(address.startswith(("#", "data:image/svg+xml,")) for address in addresses)
    assert not any(name.startswith("on") for node in one.iter() for name in node.attrib)
    assert "url(" not in text and "@import" not in text


def test_a_hostile_text_stays_text() -> None:
    one = page()
    assert HOSTILE in one.cssselect("#text")[0].text_content()
    assert not one.cssselect("script")
    hostile = "</style><img src=x onerror=alert(1)>"
    named = made_batch()
    named = replace(named, dossiers=(replace(named.dossiers[0], file=hostile),))
    assert not html.document_fromstring(written("html", batch=named)).cssselect("img")


def test_headings_are_in_order_and_tables_have_heads() -> None:
    one = page()
    levels = [int(node.tag[1]) for node in one.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    for table in one.cssselect("table"):
        assert table.cssselect("caption")
        assert all(head.get("scope") for head in table.cssselect("th"))


def test_the_cells_that_remarks_are_about_are_marked() -> None:
    (cell,) = page().cssselect("td mark")
    assert cell.text_content() == "1\u202f301,5"
    (figures, actions) = page().cssselect("#text table")
    assert [row.text_content() for row in actions.cssselect("tbody th a")]
    assert figures.cssselect("tr.total")


def test_what_nobody_found_wrong_is_said() -> None:
    one = made_dossier()
    clean = replace(one, remarks=(), first=(), waived=(), report=replace(one.report, findings=(), first=(), unused=()))
    text = written("html", batch=Batch((clean,)))
    assert "Rien à signaler" in text
    assert "Rien à signaler" in written("text", batch=Batch((clean,)))


def test_several_documents_make_a_page_each_and_an_index() -> None:
    dossiers = tuple(made_dossier(file=name) for name in ("a/plan.txt", "b/Plan.txt", "../../é vil?.txt"))
    made = dict(pages(Batch(dossiers, (Failure("x.pdf", "Illisible."),), many=True), report_voice()))
    assert list(made)[-1] == "index.html" and len(made) == 4
    assert len({name.casefold() for name in made}) == 4
    assert all(re.fullmatch(r"[\w.-]+\.html", name) and not name.startswith(".") for name in made)
    index = html.document_fromstring(made["index.html"])
    assert {link.get("href") for link in index.cssselect("tbody a")} == set(made) - {"index.html"}
    assert "Illisible." in index.text_content()


def test_a_long_document_gives_a_light_page_fast(tmp_path: Path) -> None:
    line = "Le service veille à la continuité de ses missions et rend compte chaque année de ses résultats. "
    text = (line * 3 + "\n") * 580
    size = len(line) * 3
    paragraphs = tuple(Paragraph(line * 3, Place(n * (size + 1), n * (size + 1) + size)) for n in range(580))
    batch = made_batch(
        text=text, paragraphs=paragraphs, sections=(), items=(), swot=(), risk_domains=(), tables=(), notes=()
    )
    begun = time.process_time()
    result = written("html", batch=batch)
    assert time.process_time() - begun < 2  # some 0.1 s on an idle machine
    assert len(text) > 166_000 and len(result.encode()) < 1_500_000


def test_places_of_the_made_document() -> None:
    assert TEXT[at("DGX").start :].startswith("DGX")
