"""Lists put back in order by their numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.reading.labels import Label
from filrouge.domain.reading.scramble import Entry, find_moves


def entries(*lists: list[int]) -> list[Entry]:
    out: list[Entry] = []
    for heading, numbers in enumerate(lists):
        for number in numbers:
            out.append(Entry(len(out), heading, Label("number", str(number), f"{number}.")))
    return out


def moved(*lists: list[int]) -> list[int]:
    return [move.at for move in find_moves(entries(*lists))]


def test_a_tail_that_completes_the_next_list_moves() -> None:
    assert moved([1, 2, 3, 2, 3, 4], [1]) == [3, 4, 5]
    assert moved([1, 2, 3, 7, 8], [4, 5, 6]) == [3, 4]
    assert moved([1, 2], [1, 3, 4]) == [1]


def test_lists_in_order_stay() -> None:
    assert moved([1, 2, 3], [1, 2]) == []
    assert moved([1, 2, 3], [4, 5]) == []
    assert moved([1, 2], [3, 4], [5, 6]) == []
    assert moved([1, 2, 5], [1, 2]) == []


def test_a_whole_list_out_of_its_order_gives_nothing_away() -> None:
    assert moved([1, 4, 2, 5, 3], [1, 2]) == []


@given(st.integers(1, 8), st.integers(2, 9), st.data())
def test_whatever_end_of_a_list_was_cut_off_and_moved_up_comes_back(
    first: int, second: int, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(1, second - 1))
    tail = list(range(cut + 1, second + 1))
    scrambled = (list(range(1, first + 1)) + tail, list(range(1, cut + 1)))
    if tail[0] == first + 1:
        return  # the two counts run on: the numbers cannot tell
    assert moved(*scrambled) == list(range(first, first + len(tail)))


@given(st.lists(st.lists(st.integers(1, 12), max_size=8), max_size=5))
def test_any_lists_move_each_entry_at_most_once_and_only_forward(lists: list[list[int]]) -> None:
    found = entries(*lists)
    moves = find_moves(found)
    assert len({move.at for move in moves}) == len(moves)
    assert all(move.to > found[move.at].heading for move in moves)
