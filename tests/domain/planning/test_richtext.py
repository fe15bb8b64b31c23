"""The restricted HTML of a body: understood whatever its faults, and rendered in one form only."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filrouge.domain.planning.rich import (
    LIST_STYLES,
    MARKS,
    Cell,
    Divider,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rich,
    Run,
    Table,
    tidy,
)
from filrouge.domain.planning.richtext import parse, plain, render

words = st.text(st.sampled_from("aé&<>\"' \n\u00a0 ;/=x") | st.characters(exclude_categories=["Cs"]), max_size=8)
addresses = st.just("") | st.text("aé&\"'<> ?=", max_size=5).map(lambda rest: f"https://x{rest}y")
runs = (
    st.lists(st.builds(Run, words, st.frozensets(st.sampled_from(MARKS), max_size=3), addresses), max_size=4)
    .map(tidy)
    .filter(bool)
)
inline_blocks = st.builds(Paragraph, runs) | st.builds(Heading, st.integers(1, 6), runs)


def some(inner: st.SearchStrategy, least: int = 1) -> st.SearchStrategy:
    return st.lists(inner, min_size=least, max_size=3).map(tuple)


def containers(inner: st.SearchStrategy) -> st.SearchStrategy:
    items = some(st.builds(ListItem, some(inner)))
    cells = st.builds(Cell, some(inner, 0), st.booleans(), st.integers(1, 3), st.integers(1, 3))
    return (
        st.builds(ListBlock, st.just(False), items)
        | st.builds(ListBlock, st.just(True), items, st.integers(0, 40), st.sampled_from(LIST_STYLES))
        | st.builds(Quote, some(inner))
        | st.builds(Table, some(some(cells)))
    )


blocks = st.recursive(inline_blocks, containers, max_leaves=8)
bodies = st.builds(Rich, st.lists(blocks | st.builds(Divider), max_size=4).map(tuple))
pieces = st.sampled_from(
    "p /p ul /ul ol /ol li /li table /table tr /tr td /td th /th b /b i em /em u a /a br hr blockquote /blockquote h2 "
    "/h2 script /script div /div".split()
).map(lambda tag: f"<{tag}>")
soup = st.lists(pieces | words, max_size=14).map("".join)


@settings(deadline=None)
@given(bodies)
def test_a_body_comes_back_as_it_was(body: Rich) -> None:
    assert parse(render(body)) == body


@settings(deadline=None)
@given(soup)
def test_whatever_is_parsed_renders_in_a_form_that_stays(html: str) -> None:
    body = parse(html)
    assert parse(render(body)) == body


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_understood(html: str) -> None:
    rendered = render(parse(html))
    assert render(parse(rendered)) == rendered


@pytest.mark.parametrize(
    ("html", "rendered"),
    [
        ("  <p> Un\n deux </p>", "<p>Un deux</p>"),
        ("Un<p>deux", "<p>Un</p><p>deux</p>"),
        ("<p>a<b>b</b><i>c</i></p>", "<p>a<strong>b</strong><em>c</em></p>"),
        ("<p><strong>a <em>b</em></strong></p>", "<p><strong>a <em>b</em></strong></p>"),
        ("<p>a <br> b<br></p>", "<p>a<br>b</p>"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>"),
        ('<ol start="3" type="a"><li>c</li></ol>', '<ol start="3" type="a"><li><p>c</p></li></ol>'),
        ('<ol start="x" type="?"><li>c</li></ol>', "<ol><li><p>c</p></li></ol>"),
        ("<li>alone</li>", "<p>alone</p>"),
        ("<ul>loose<li>b</li></ul>", "<ul><li><p>loose</p></li><li><p>b</p></li></ul>"),
        (
            "<table><tr><th>A<td>1<tr><td>B</table>",
            "<table><tbody><tr><th><p>A</p></th><td><p>1</p></td></tr><tr><td><p>B</p></td></tr></tbody></table>",
        ),
        (
            "<table><tr><td></td><td>x</td></tr></table>",
            "<table><tbody><tr><td></td><td><p>x</p></td></tr></tbody></table>",
        ),
        (
            '<a href="javascript:x()">a</a> <a href="https://b.be/?a=1&amp;b">b</a>',
            '<p>a <a href="https://b.be/?a=1&amp;b">b</a></p>',
        ),
        ("<script>alert(1)</script><p>a</p>", "<p>a</p>"),
        ("<p>a &lt;b&gt; &amp; c</p>", "<p>a &lt;b&gt; &amp; c</p>"),
        ("<p>a</p><hr><p>b</p>", "<p>a</p><hr><p>b</p>"),
        ("<p></p><ul><li></li></ul><blockquote> </blockquote>", ""),
        ("<h3>A</h3>b", "<h3>A</h3><p>b</p>"),
        ("<span>a</span><font color=red>b</font>", "<p>ab</p>"),
        ("5\u00a0% \u202f!", "<p>5\u00a0% \u202f!</p>"),
    ],
)  # fmt: skip
def test_one_form(html: str, rendered: str) -> None:
    assert render(parse(html)) == rendered


def test_depth_is_bounded_and_no_word_is_lost() -> None:
    html = "".join(f"<ul><li>mot{rank}" for rank in range(500))
    found = plain(parse(html))
    assert [f"mot{rank}" for rank in range(500)] == found.split()
    assert render(parse(html)).count("<ul>") < 60


def test_plain_words_stand_line_by_line() -> None:
    html = (
        "<p>a <b>b</b></p><ul><li>c</li></ul><table><tr><td>d</td><td>e</td></tr></table><hr><blockquote>f</blockquote>"
    )
    assert plain(parse(html)) == "a b\nc\nd\te\nf"


def test_the_divider_parts_what_stands_before_the_statements_from_what_follows() -> None:
    before, after = parse("<p>a</p><hr><p>b</p><hr><p>c</p>").parted()
    assert (render(before), render(after)) == ("<p>a</p>", "<p>b</p><p>c</p>")
    assert parse("<p>a</p>").parted() == (parse("<p>a</p>"), Rich())
