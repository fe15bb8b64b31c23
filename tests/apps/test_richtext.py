"""Rich text: nothing dangerous is stored, whatever was pasted, and nothing that was written is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.apps.documents.richtext import clean


@pytest.mark.parametrize(
    ("pasted", "stored"),
    [
        ("<p>a<script>alert(1)</script></p>", "<p>a</p>"),
        ('<p onclick="x()" style="color:red" class="MsoNormal">a</p>', "<p>a</p>"),
        ('<p><a href="javascript:x()">a</a></p>', "<p>a</p>"),
        ("<p><b>fort</b> et <i>fin</i></p>", "<p><strong>fort</strong> et <em>fin</em></p>"),
        ("<h1>Titre</h1>", "<h3>Titre</h3>"),
        ('<p><img src="x" onerror="y()">a</p>', "<p>a</p>"),
        ("<o:p></o:p><p>a</p><!--[if gte mso 9]><xml></xml><![endif]-->", "<p>a</p>"),
        ("", ""),
    ],
)
def test_what_is_pasted_is_cleaned(pasted: str, stored: str) -> None:
    assert clean(pasted) == stored


@given(st.text(max_size=200))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(st.lists(st.sampled_from(["<p>", "</p>", "<ul>", "<li>", "</li>", "<td>", "<b>", "mot ", "<hr>", "</table>"])))
def test_no_soup_of_tags_loses_words(pieces: list[str]) -> None:
    stored = clean("".join(pieces))
    assert stored.count("mot") == pieces.count("mot ")
    assert clean(stored) == stored
