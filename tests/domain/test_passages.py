"""Two long texts: what changed is shown with what stands beside it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.comparison.passages import CUT, passages

LINES = st.lists(st.sampled_from(["un", "deux mots", "trois mots ici", "", "quatre"]), max_size=12).map("\n".join)


@given(LINES, LINES)
def test_short_texts_are_shown_whole(before: str, after: str) -> None:
    found = passages(before, after)
    assert "".join(one.text for one in found if one.state != "new") == before
    assert "".join(one.text for one in found if one.state != "gone") == after


def test_of_a_long_text_only_what_changed_and_its_surroundings() -> None:
    lines = [f"La ligne numéro {n} reste telle quelle du début à la fin." for n in range(400)]
    changed = [*lines[:200], lines[200].replace("reste", "devient"), *lines[201:]]
    found = passages("\n".join(lines), "\n".join(changed))
    assert [(one.state, one.text) for one in found if one.state != "same"] == [("gone", "reste"), ("new", "devient")]
    assert sum(len(one.text) for one in found) < 500
    assert sum(CUT in one.text for one in found) == 2


def test_nothing_changed_is_nothing_to_read() -> None:
    assert passages("", "") == ()
    assert all(one.state == "same" for one in passages("a" * 2000, "a" * 2000))
