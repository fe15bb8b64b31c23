"""Search: four languages, inflection and accents ignored, never stale, and never more than the person may see."""

from __future__ import annotations

import uuid
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from filrouge.apps.accounts.models import User
from filrouge.apps.common import search
from filrouge.apps.common.models import SearchEntry
from filrouge.apps.common.search import Found, Hit, _within, find
from filrouge.apps.documents import services as documents
from filrouge.apps.documents.models import Document
from filrouge.apps.documents.selectors import documents_for
from filrouge.apps.objectives import services
from filrouge.apps.objectives.models import Objective
from filrouge.domain.model.plan import Act, Plan, PlanRiskDomain, PlanRow, PlanSection, PlanSwotItem, PlanTable, Words
from tests import making

pytestmark = pytest.mark.django_db

TEXTS = {
    "fr": (
        "Réduire les cambriolages",
        "<p>La zone &amp; ses <strong>équipes</strong> protègent les habitants âgés.</p>",
    ),
    "nl": ("Woninginbraken terugdringen", "<p>De wijkagenten bezoeken <em>slachtoffers</em> thuis.</p>"),
    "de": ("Einbrüche verringern", "<p>Die Streifen schützen die Häuser der Bürger.</p>"),
    "en": ("Reducing burglaries", "<p>Officers visited the victims at home.</p>"),
}


@pytest.fixture
def adviser() -> User:
    return making.adviser(making.entity())


def plan() -> Plan:
    """A section in four languages, and an objective in one."""
    section = PlanSection(
        str(uuid.uuid4()),
        Words(**{one: title for one, (title, _) in TEXTS.items()}),
        None,
        "2",
        Words(**{one: body for one, (_, body) in TEXTS.items()}),
    )
    return replace(making.plan(2, 0, 1), sections=(section,))


@pytest.fixture
def document(adviser: User) -> Document:
    return making.document(adviser.roles.get().entity, adviser, plan())


def found(user: User, question: str, **more: object) -> Found:
    return find(question, documents_for(user), **{"reader": "fr", **more})  # type: ignore[arg-type]


def hits(user: User, question: str, **more: object) -> list[Hit]:
    result = found(user, question, **more)
    return result.hits(result.entries[:20])


def marked(hit: Hit) -> list[str]:
    return [text for text, is_hit in (*hit.title, *hit.snippet) if is_hit]


@pytest.mark.parametrize(
    ("question", "language", "words"),
    [
        ("cambriolage", "fr", "cambriolages"),
        ("reduction", "fr", ""),
        ("reduire", "fr", "Réduire"),
        ("equipe protegeait", "fr", "équipes"),
        ("agees", "fr", "âgés"),
        ("slachtoffer", "nl", "slachtoffers"),
        ("wijkagent bezoekt", "nl", "wijkagenten"),
        ("Haus Burger", "de", "Häuser"),
        ("einbruche", "de", "Einbrüche"),
        ("victim visiting", "en", "victims"),
        ("burglar", "en", "burglaries"),
        ('"ses équipes"', "fr", "équipes"),
        ("cambriolages or inexistant", "fr", "cambriolages"),
    ],
)
def test_words_are_found_whatever_their_form(
    document: Document, adviser: User, question: str, language: str, words: str
) -> None:
    result = [hit for hit in hits(adviser, question, languages=[language]) if hit.kind == "section"]
    if not words:
        assert not any(not found(adviser, question, languages=[language]).is_alike for _ in result)
        return
    (hit,) = result
    assert hit.language == language
    assert words in marked(hit)


@pytest.mark.parametrize(
    ("question", "language", "words"),
    [
        ("cambriolge", "fr", "cambriolages"),
        ("slachofers", "nl", "slachtoffers"),
        ("verringren", "de", "verringern"),
        ("burglareis", "en", "burglaries"),
    ],
)
def test_a_misspelt_word_finds_what_it_looks_like(
    document: Document, adviser: User, question: str, language: str, words: str
) -> None:
    result = found(adviser, question)
    assert result.is_alike
    (hit,) = result.hits(result.entries)
    assert (hit.language, words in marked(hit)) == (language, True)


def test_the_last_word_may_be_cut_short(document: Document, adviser: User) -> None:
    assert [hit.kind for hit in hits(adviser, "habitants cambri")] == ["section"]
    assert [hit.kind for hit in hits(adviser, "woningin")] == ["section"]


@pytest.fixture
def compounds(adviser: User) -> Document:
    """Sections in Dutch and German, of which some have a word only within another."""
    titles = [
        {"nl": "Woninginbraken terugdringen", "de": "Wohnungseinbrüche verringern"},
        {"nl": "Elke inbraak opvolgen", "de": "Jeden Einbruch verfolgen"},
        {"nl": "Het inbraakteam versterken", "de": "Das Einbruchsteam stärken"},
        {"nl": "De braakliggende grond", "de": "Das Brachland", "fr": "Le terrainbraak", "en": "An inbraaking"},
    ]
    sections = tuple(PlanSection(str(uuid.uuid4()), Words(**one), None, str(n)) for n, one in enumerate(titles))
    return making.document(adviser.roles.get().entity, adviser, replace(making.plan(1, 0, 0), sections=sections))


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("inbraak", "nl", ["inbraak", "Woninginbraken", "inbraakteam"]),
        ("inbraken", "nl", ["inbraak", "Woninginbraken"]),
        ("inbraak terugdringen", "nl", ["Woninginbraken"]),
        ("de inbraken terugdringen", "nl", ["Woninginbraken"]),
        ("Einbruch", "de", ["Einbruch", "Wohnungseinbrüche", "Einbruchsteam"]),
        ("Einbrüche", "de", ["Einbruch", "Wohnungseinbrüche", "Einbruchsteam"]),
        ('"inbraak"', "nl", ["inbraak"]),
        ("inbraak -opvolgen", "nl", []),
        ("aak", "nl", []),
        ("inbraak", "fr", []),
        ("inbraak", "en", ["inbraaking"]),
    ],
)
def test_a_word_is_found_within_compounds_behind_the_word_itself(
    compounds: Document, adviser: User, question: str, language: str, expected: list[str]
) -> None:
    result = found(adviser, question, languages=[language], reader=language)
    shown = [marked(hit) for hit in result.hits(result.entries) if hit.kind == "section"]
    if result.is_alike:
        shown = []
    assert [expected[:1], set(expected)] == [
        [one for one in shown[0] if one in expected] if shown else [],
        {one for words in shown for one in words if one in expected},
    ]
    assert len(shown) == len(expected)


def test_the_tail_of_a_compound_is_found_by_an_index(compounds: Document, adviser: User) -> None:
    query = found(adviser, "inbraak").entries.query
    sql, params = SearchEntry.objects.filter(_within("inbraak", "nl")).query.sql_with_params()
    assert "ts_lexize" in str(query)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {sql}", params)
        explained = "\n".join(line for (line,) in cursor.fetchall())
    assert all(index in explained for index in ("search_found", "search_stems", "search_plain"))
    assert "Seq Scan" not in explained


def test_what_is_left_out_is_not_found(document: Document, adviser: User) -> None:
    assert not hits(adviser, "cambriolages -habitants")


def test_a_part_is_found_once_in_the_language_of_the_reader(document: Document, adviser: User) -> None:
    section = document.sections.get()
    documents.edit_section(
        adviser, section, 1, title=Words(fr="Programme Phénix", nl="Programma Phénix", de="Programm Phénix")
    )
    for reader in ("fr", "nl", "de"):
        assert [hit.language for hit in hits(adviser, "phenix", reader=reader)] == [reader]
    assert [hit.language for hit in hits(adviser, "phenix", reader="fr", languages=["de"])] == ["de"]


def test_every_kind_of_part_is_found_by_all_its_words(adviser: User) -> None:
    known = plan()
    below = known.sections[0].id
    content = replace(
        known,
        legal_basis=("Loi du 7 décembre 1998",),
        swot=(PlanSwotItem(str(uuid.uuid4()), "weakness", "3", Words(fr="Vétusté du commissariat"), below),),
        risk_domains=(PlanRiskDomain(str(uuid.uuid4()), "1", Words(fr="Recrutement"), note="Pénurie persistante"),),
        tables=(
            PlanTable(str(uuid.uuid4()), "staff", Words(fr="Effectifs"), rows=(PlanRow("Calog quartier", ()),)),
            PlanTable(str(uuid.uuid4()), "other", Words(), lines=(("Riverains", "Boîte à idées"),)),
        ),
        acts=(Act(str(uuid.uuid4()), "other"),),
    )
    making.document(adviser.roles.get().entity, adviser, content)
    for question, kind in (
        ("decembre 1998", "document"),
        ("vetustes", "swot_item"),
        ("penurie", "risk_domain"),
        ("calog", "table"),
        ("boite idee", "table"),
        ("OPS", "action"),
        ('"1.1"', "objective"),
    ):
        assert kind in {hit.kind for hit in hits(adviser, question)}, question
        assert [hit.kind for hit in hits(adviser, question, kinds=[kind])] == [kind], question


def test_the_index_follows_every_change(document: Document, adviser: User) -> None:
    objective = services.add_objective(
        adviser, document, kind="strategic_objective", text=Words(fr="Ouvrir un guichet mobile")
    )
    assert [hit.part for hit in hits(adviser, "guichets mobiles")] == [objective.pk]
    services.edit_objective(adviser, objective, 1, text=Words(nl="Mobiel loket openen"))
    assert not hits(adviser, "guichets mobiles")
    assert [hit.part for hit in hits(adviser, "mobiele loketten")] == [objective.pk]
    Objective.objects.filter(pk=objective.pk).update(text=Words(fr="Une antenne"))  # past every service
    assert [hit.part for hit in hits(adviser, "antennes")] == [objective.pk]
    services.remove_objective(adviser, objective)
    assert not hits(adviser, "antennes")
    assert not SearchEntry.objects.filter(part_id=objective.pk).exists()


def test_the_index_holds_what_the_plan_holds_and_goes_with_it(document: Document, adviser: User) -> None:
    entries = SearchEntry.objects.filter(document_id=document.pk)
    assert entries.filter(kind="section").count() == 4
    assert entries.filter(kind="document").count() == 2
    assert entries.get(kind="section", language="fr").text == "La zone & ses équipes protègent les habitants âgés."
    Document.objects.filter(pk=document.pk).delete()
    assert not entries.exists()


def test_what_did_not_change_is_not_written_again(document: Document, adviser: User) -> None:
    before = set(SearchEntry.objects.values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(xmin::text::bigint) FROM common_searchentry")
        ((latest,),) = cursor.fetchall()
        cursor.execute("UPDATE objectives_objective SET position = position + 1")
        cursor.execute("SELECT max(xmin::text::bigint) FROM common_searchentry")
        assert cursor.fetchall() == [(latest,)]
    assert set(SearchEntry.objects.values_list("pk", flat=True)) == before


def test_only_what_the_person_may_see_is_found(document: Document, adviser: User) -> None:
    zone = document.entity
    stranger, reader = making.adviser(making.entity()), making.person((zone, "reader"))
    for question in ("cambriolages", "cambriolge"):
        assert hits(adviser, question)
        assert not hits(stranger, question)
        assert not hits(reader, question)
    Document.objects.filter(pk=document.pk).update(state="adopted")
    assert hits(reader, "cambriolages")
    assert not hits(stranger, "cambriolages")
    Document.objects.filter(pk=document.pk).update(state="draft")
    documents.remove_document(adviser, Document.objects.get(pk=document.pk), "Doublon")
    assert not hits(adviser, "cambriolages")


@pytest.mark.parametrize(
    "question", ["", "   ", "!!!", "\0", "'", "a:*", "&|!()", "le la les", "œ" * 500, '"', "-x", "%_\\"]
)
def test_any_question_is_answered(document: Document, adviser: User, question: str) -> None:
    assert isinstance(hits(adviser, question), list)


def test_many_parts_take_as_many_queries_as_few() -> None:
    counts = []
    for size in (2, 60):
        user = making.adviser(making.entity())
        making.document(user.roles.get().entity, user, making.plan(size))
        documents_for(user)
        with CaptureQueriesContext(connection) as queries:
            assert len(hits(user, "réduire")) == min(size, 20)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_looking_for_what_is_alike_ends(document: Document, adviser: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_LONGEST_LOOK", "1ms")
    monkeypatch.setattr(search, "_SET", "SELECT set_config(%s, %s, true), pg_sleep(0.002)")
    assert not hits(adviser, "cambriolge")
    monkeypatch.undo()
    assert hits(adviser, "cambriolge")
