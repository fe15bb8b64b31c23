"""Statements without a name of their own, known by where they stand: under an axis, or by a number that extends the one
of the statement above (``1.1`` under ``Objective 1``)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from filrouge.domain.model import Framework
from filrouge.domain.reading.attributes import role_of_line
from filrouge.domain.reading.drafts import Draft
from filrouge.domain.reading.labels import split_label
from filrouge.domain.reading.paragraphs import Para

_BELOW = {
    "priority": ("strategic_objective", "objective"),
    "strategic_objective": ("operational_objective", "action"),
    "objective": ("operational_objective", "action"),
    "operational_objective": ("action",),
}
_LEADS = 2  # paragraphs of explanation that may stand between an axis and its list
_SHORTEST = 9


def nested_statements(
    paras: Sequence[Para],
    drafts: Sequence[Draft],
    taken: Collection[int],
    heads: Mapping[int, object],
    framework: Framework,
) -> Iterator[Draft]:
    """The statements under those of ``drafts``, at the level that the framework has next; ``taken`` are ranks of
    paragraphs already used, ``heads`` those of headings with the heading they are part of."""
    known = {level.kind for level in framework.levels}
    for group, draft in enumerate(sorted(drafts, key=lambda d: d.at), 10_000):
        kind = next((kind for kind in _BELOW.get(draft.kind, ()) if kind in known), None)
        if kind is None:
            continue
        span = list(_span(paras, draft, taken, heads))
        found = _extending(paras, span, draft.number)
        if not found and draft.kind == "priority":
            found = _listed(paras, span)
        for j, (number, text) in found.items():
            if len(text) >= _SHORTEST and text[-1] not in ":?":
                words = text.rstrip(" ;,")
                yield Draft(kind, number, words, paras[j].place, j, (), 0.8, (), group, under=draft.at)


def _span(paras: Sequence[Para], draft: Draft, taken: Collection[int], heads: Mapping[int, object]) -> Iterator[int]:
    """The paragraphs from a statement to the next statement or heading."""
    for j in range(draft.through + 1, len(paras)):
        if j in taken or (j in heads and heads[j] is not heads.get(draft.at)):
            return
        if not (paras[j].footnote or paras[j].look.grid or paras[j].cell is not None):
            yield j


def _number(para: Para) -> tuple[str | None, str]:
    """The number that stands before the words, after a bullet or not."""
    label, text = para.label, para.text
    if label is not None and label.kind == "bullet":
        label, text = split_label(text)
    return (label.value, text) if label is not None and label.kind in {"number", "mixed"} else (None, text)


def _extending(paras: Sequence[Para], span: Sequence[int], stem: str | None) -> dict[int, tuple[str | None, str]]:
    """The paragraphs whose number extends ``stem``, from ``.1`` on: a count that begins further on is another's."""
    found: dict[int, tuple[str | None, str]] = {}
    for j in span:
        number, text = _number(paras[j])
        if stem and number and number.rpartition(".")[0] == stem and (found or number == f"{stem}.1"):
            found[j] = (number, text)
    return found


def _listed(paras: Sequence[Para], span: Sequence[int]) -> dict[int, tuple[str | None, str]]:
    """The first list of a span, where little stands before it and no lead-in says what it holds."""
    found: dict[int, tuple[str | None, str]] = {}
    kind, leads = None, 0
    for j in span:
        label, text = paras[j].label, paras[j].text
        if label is None:
            leads += 1
            if text.endswith(":") or (found and role_of_line(text) is None) or leads > _LEADS and not found:
                break
        elif kind in {None, label.kind}:
            kind = label.kind
            if not (paras[j].look.look.list_level or 0):
                found[j] = (label.value if label.kind != "bullet" else None, text)
    return found
