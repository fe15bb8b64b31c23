"""Authors' words for a reader, figures, addresses, and the components' grammar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import TemplateSyntaxError, engines
from django.test import RequestFactory
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.model.plan import Words
from filrouge.web.common import values
from tests.web.common.serving import without_database

BOTH = Words(fr="Sécurité routière", nl="Verkeersveiligheid")
DUTCH = Words(nl="Verkeer & veiligheid")


@pytest.fixture(autouse=True)
def _templates() -> Iterator[None]:
    with without_database(), override("fr"):
        yield


def written(source: str, query: str = "", **more: Any) -> str:
    request = RequestFactory().get(f"/{query}")
    return str(engines["django"].from_string(source).render(more, request)).strip()


def test_words_stand_in_the_readers_language_where_there_are_any() -> None:
    assert written("{% words value 'nl' %}", value=BOTH) == '<span class="words">Sécurité routière</span>'


def test_words_in_another_language_say_so() -> None:
    text = written("{% words value 'nl' %}", value=DUTCH)
    assert '<span class="words" lang="nl">Verkeer &amp; veiligheid</span>' in text
    assert "traduction manquante, affiché en néerlandais" in text
    assert "<b>NL</b>" in text


def test_a_short_mark_is_still_heard() -> None:
    text = written("{% words value 'nl' brief=True %}", value=DUTCH)
    assert '<span class="unseen"> (traduction manquante' in text


def test_nothing_is_missing_in_a_document_that_is_not_kept_in_the_readers_language() -> None:
    source = "{% words value 'nl' %}{% rich value 'nl' %}{% part 'notice' %}{% words value 'nl' %}{% endpart %}"
    assert "manquante" not in written(source, value=DUTCH, document=SimpleNamespace(languages=["nl"]))
    assert written(source, value=DUTCH, document=SimpleNamespace(languages=["nl", "fr"])).count("manquante") == 3


def test_nothing_is_written_for_nothing() -> None:
    assert written("{% words value %}{% rich value %}", value=Words()) == ""


def test_a_body_is_cleaned_before_it_is_shown() -> None:
    body = Words(fr="<p onclick='x'>a<script>alert(1)</script><img src=x onerror=y></p>")
    assert written("{% rich value %}", value=body) == '<div class="prose"><p>a</p></div>'


def test_a_string_is_escaped() -> None:
    assert "&lt;b&gt;" in written("{% words value 'fr' %}", value="<b>")


def test_a_difference_has_marks_and_words() -> None:
    text = written("{% difference 'former deux agents' 'former trois agents' %}")
    assert "<del>" in text
    assert "supprimé :" in text
    assert "trois</ins>" in text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "1er mars 2027|01/03/2027|1\u202f816\u202f852,5|12\u202f%|2027-2031|a et b|1,4\u202fMo"),
        ("nl", "1 maart 2027|01/03/2027|1.816.852,5|12\u202f%|2027-2031|a en b|1,4\u202fMB"),
        ("de", "1. März 2027|01.03.2027|1.816.852,5|12\u202f%|2027-2031|a und b|1,4\u202fMB"),
        ("en", "1 March 2027|01/03/2027|1,816,852.5|12%|2027-2031|a and b|1.4\u202fMB"),
    ],
)
def test_figures_and_dates_as_the_country_writes_them(language: str, expected: str) -> None:
    source = (
        "{{ d|day }}|{{ d|day_short }}|{{ n|number }}|{{ 12|percent }}|{{ p|period }}|{{ l|listed }}|{{ s|file_size }}"
    )
    with override(language):
        text = written(
            source,
            d=dt.date(2027, 3, 1),
            n=Decimal("1816852.5"),
            p=(dt.date(2027, 1, 1), dt.date(2031, 12, 31)),
            l=["a", "b"],
            s=1_400_000,
        )
    assert text == expected


@pytest.mark.parametrize(
    ("size", "french", "english"),
    [
        (0, "0\u202fko", "0\u202fkB"),
        (12, "1\u202fko", "1\u202fkB"),
        (34_600, "35\u202fko", "35\u202fkB"),
        (99_999, "100\u202fko", "100\u202fkB"),
        (100_000, "0,1\u202fMo", "0.1\u202fMB"),
    ],
)
def test_a_small_file_is_told_in_kilobytes(size: int, french: str, english: str) -> None:
    for language, expected in (("fr", french), ("en", english)):
        with override(language):
            assert written("{{ s|file_size }}", s=size) == expected


def test_pages_of_one_thing_each_are_told_as_pages() -> None:
    for each, expected in ((1, "Page 1 of 3"), (2, "1–2 of 3")):
        with override("en"):
            page = Paginator(["a", "b", "c"], each).page(1)
            assert expected in written('{% put "pagination" page=page %}', page=page)


def test_a_share_is_exact_and_has_no_noughts_at_the_end() -> None:
    for language, expected in (("fr", "12,5\u202f%"), ("nl", "12,5\u202f%"), ("de", "12,5\u202f%"), ("en", "12.5%")):
        with override(language):
            assert written("{{ x|percent }}", x=Decimal("12.50")) == expected
    with override("fr"):
        assert [written("{{ x|percent }}", x=x) for x in (Decimal("70.00"), 100, 33.6)] == [
            "70\u202f%",
            "100\u202f%",
            "34\u202f%",
        ]


def test_a_moment_is_told_in_the_time_of_the_installation() -> None:
    assert written("{{ t|moment }}", t=dt.datetime(2027, 7, 1, 12, 5, tzinfo=dt.UTC)) == "01/07/2027 14:05"


def test_nothing_is_said_of_what_is_not_known() -> None:
    assert written("{{ x|day }}{{ x|number }}{{ x|percent }}{{ x|moment }}{{ x|period }}", x=None) == ""


# --- components -----------------------------------------------------------------------------------------------------


def test_a_component_sees_its_parameters_and_nothing_else_of_the_page() -> None:
    assert "secret" not in written("{% put 'notice' kind='info' %}", title="secret")


def test_slots_may_depend_on_conditions() -> None:
    inside = "{% if yes %}{% slot 'actions' %}<i>go</i>{% endslot %}{% endif %}"
    source = "{% part 'empty' title='t' %}<p>b</p>" + inside + "{% endpart %}"
    assert "<i>go</i>" in written(source, yes=True)
    assert "row" not in written(source, yes=False)


def test_parameters_are_escaped_and_bodies_are_not() -> None:
    text = written("{% part 'notice' kind='info' title=title %}<p>{{ title }}</p>{% endpart %}", title="<b>")
    assert text.count("&lt;b&gt;") == 2
    assert "<p>&lt;b&gt;</p>" in text


@pytest.mark.parametrize(
    "source",
    ["{% put %}", "{% put 'Not A Name' %}", "{% put 'notice' 'info' %}", "{% slot 'x' y=1 %}{% endslot %}"],
)
def test_a_component_that_is_asked_for_wrongly_is_a_mistake_in_the_template(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        written(source)


def test_a_finding_says_its_severity_in_a_word() -> None:
    text = written("{% put 'finding' code='SMA105' severity='error' sentence='Rien ne dit quand.' %}")
    assert "Erreur" in text
    assert 'class="sign error"' in text


def test_a_difference_between_declared_and_computed_is_said() -> None:
    two = {"d": values.Status("en cours", "info"), "c": values.Status("en retard", "error")}
    assert "ils diffèrent" in written("{% put 'status' declared=d computed=c %}", **two)
    assert "ils diffèrent" not in written("{% put 'status' declared=d computed=d %}", **two)


# --- addresses ------------------------------------------------------------------------------------------------------


class Filters(forms.Form):
    q = forms.CharField(label="Texte", required=False)
    owner = forms.MultipleChoiceField(label="Responsable", choices=[("a", "Accueil"), ("b", "Roulage")], required=False)


def test_a_head_turns_the_order_around_and_begins_at_the_first_page() -> None:
    columns = [values.Column("Nom", "name"), values.Column("Rang")]
    request = RequestFactory().get("/?sort=name&page=4&q=x")
    name, rank = values.heads(request, columns)
    assert (name.order, QueryDict(name.url[1:]).dict()) == ("ascending", {"sort": "-name", "q": "x"})
    assert rank.url == ""


def test_each_filter_that_is_on_can_be_left_out() -> None:
    request = RequestFactory().get("/?q=eau&owner=a&owner=b&page=2&sort=x")
    found = list(values.filters(request, Filters(request.GET)))
    assert [(one.label, one.value) for one in found] == [
        ("Texte", "eau"),
        ("Responsable", "Accueil"),
        ("Responsable", "Roulage"),
    ]
    assert QueryDict(found[1].url[1:]).getlist("owner") == ["b"]
    assert "page" not in found[1].url
    assert "sort=x" in found[1].url


@given(st.dictionaries(st.text(min_size=1, max_size=5), st.text(max_size=9), max_size=5), st.text(max_size=9))
def test_a_changed_address_keeps_the_rest(query: dict[str, str], value: str) -> None:
    start = QueryDict(mutable=True)
    start.update(query)
    changed = QueryDict(values.address(start, page=value)[1:])
    assert changed.dict() == {**query, "page": value}
    assert QueryDict(values.address(start, page=None)[1:]).dict() == {k: v for k, v in query.items() if k != "page"}
