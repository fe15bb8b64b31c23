"""From what stands in each field of a file to the fields of the plan, only those that changed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from filrouge.domain.language.dates import find_dates
from filrouge.domain.language.quantities import find_quantities
from filrouge.domain.model.plan import Plan
from filrouge.domain.planning.rich import Divider, Rich, Run
from filrouge.domain.planning.richtext import parse, render
from filrouge.domain.report.voice import clean
from filrouge.formats.readers.plan.coming import Doubt, Payload, squeezed
from filrouge.formats.readers.plan.figures import number_in, same, with_figures, with_lines
from filrouge.formats.readers.plan.gathering import BODIES, GRIDS, Gathered, base_flats, base_rich
from filrouge.formats.writers.plan.flat import Flat, FlatCell, merged, tidied

_PLAIN = frozenset({"number", "baseline", "means", "note", "unit", "quantity_unit"})
_WORDS = frozenset({"title", "text"})
_NAMES = frozenset({"owners", "stakeholders"})
_NUMBERS = frozenset({"weaknesses", "threats", "objectives"})
_CHOICES = frozenset({"kind", "state", "commitment"})
_DAYS = frozenset({"starts_on", "deadline_on"})
_SHARES = frozenset({"budget_share", "staff_share"})


class Settler:
    """Takes over what changed. ``gone`` are the ids of parts that are no longer in the file."""

    def __init__(self, payload: Payload, gathered: Gathered, gone: set[str]) -> None:
        self._payload, self._gathered, self._gone = payload, gathered, gone
        self._parts: dict[str, Any] = dict(payload.plan.parts)
        self._head: dict[str, Any] = {}
        self._bodies: dict[tuple[str, str], dict[str, Rich]] = {}
        self._dropped: set[int] = set()
        self._changed: set[tuple[str, str]] = set()
        self.doubts: list[Doubt] = []

    def plan(self) -> Plan:
        """The plan with every field as the file says it; parts and their places are not touched here."""
        for key, (list, id, name, _) in self._payload.keys.items():
            if id in self._gone:
                continue
            if name in BODIES:
                self._body(key)
            elif name in GRIDS:
                self._grid(key)
            elif (list, id) != ("", "") or name != "acts":
                self._field(key)
        self._settle_bodies()
        self._settle_words_of_days()
        plan = self._payload.plan
        if self._dropped:
            kept = (words for rank, words in enumerate(self._said_basis()) if rank not in self._dropped)
            self._head["legal_basis"] = tuple(kept)
        names = ("sections", "objectives", "actions", "swot", "risk_domains", "tables")
        lists: dict[str, Any] = {name: tuple(self._parts[part.id] for part in getattr(plan, name)) for name in names}
        return replace(plan, **self._head, **lists)

    # --- fields

    def _field(self, key: str) -> None:
        said = self._gathered.said.get(key)
        text = said.text.strip() if said and squeezed(said.text) else ""
        printed = self._payload.printed.get(key)
        if printed is None:
            if not text or squeezed(text) == squeezed(self._payload.missing.get(key, "")):
                return
        elif squeezed(text) == squeezed(printed):
            return
        list, id, name, arg = self._payload.keys[key]
        self._changed.add((id, name))
        setter: Callable[[str, str, str, str, str], None] = getattr(self, f"_set_{_family(name)}")
        setter(list, id, name, arg, clean(text))

    def _part(self, id: str) -> Any:
        return self._parts[id] if id else replace(self._payload.plan, **self._head)

    def _put(self, id: str, **values: Any) -> None:
        if id:
            self._parts[id] = replace(self._parts[id], **values)
        else:
            self._head.update(values)

    def _doubt(self, code: str, list: str, id: str, name: str, words: str) -> None:
        self.doubts.append(Doubt(code, list, id, name, words))

    def _set_plain(self, list: str, id: str, name: str, arg: str, text: str) -> None:
        self._put(id, **{name: text})

    def _set_words(self, list: str, id: str, name: str, arg: str, text: str) -> None:
        words = getattr(self._part(id), name).saying(arg, text)
        if words:
            self._put(id, **{name: words})
        else:
            self._doubt("words-gone", list, id, name, str(getattr(self._part(id), name)))

    def _set_names(self, list: str, id: str, name: str, arg: str, text: str) -> None:
        old = getattr(self._part(id), name)
        mark = r"[;\n]" if ";" in text or any("," in one for one in old) else r"[,\n]"
        self._put(id, **{name: tuple(one.strip() for one in re.split(mark, text) if one.strip())})

    def _set_numbers(self, list: str, id: str, name: str, arg: str, text: str) -> None:
        rest = re.sub(r"\d+|[\s,;.&]|\b(?:et|en|und|and)\b", "", text)
        if rest:
            self._doubt("figure-unread", list, id, name, text)
        else:
            self._put(id, **{name: tuple(int(one) for one in re.findall(r"\d{1,9}", text))})

    def _set_choice(self, list: str, id: str, name: str, arg: str, text: str) -> None:
        known = {squeezed(words).casefold(): value for value, words in self._payload.choices.get(f"{name}:{list}", [])}
        for key, pairs in self._payload.choices.items():
            if self._payload.keys.get(key, ("", "", "", ""))[2] == name and self._payload.keys[key][0] == list:
                known.update({squeezed(words).casefold(): value for value, words in pairs})
        value = known.get(squeezed(text).casefold())
        if value is not None:
            self._put(id, **{name: value})
        elif not text and name == "commitment":
            self._put(id, commitment="")
        elif text:
            self._doubt("choice-unknown", list, id, name, text)

    def _set_day(self, list: str, id: str, name: str, arg: str, text: str) -> None:
        found = find_dates(text)
        if not text:
            self._put(id, **{name: None})
        elif len(found) == 1:
            self._put(id, **{name: found[0].first if name == "starts_on" else found[0].date})
        else:
            self._doubt("date-unread", list, id, name, text)
            if name == "deadline_on" and not self._part(id).deadline:
                self._put(id, deadline=text, deadline_on=None)  # the words are the deadline from now on

    def _set_deadline(self, list: str, id: str, name: str, arg: str, text: str) -> None:
        self._put(id, deadline=text)

    def _settle_words_of_days(self) -> None:
        """A deadline whose words changed: the day follows when it came from the words and was not changed itself."""
        for id in sorted(
            id for id, name in self._changed if name == "deadline" and (id, "deadline_on") not in self._changed
        ):
            part: Any = self._parts[id]
            old: Any = self._payload.plan.parts[id]
            list = next(target[0] for target in self._payload.keys.values() if target[1] == id)
            if old.deadline_on != _day(getattr(old, "deadline", "")):
                self._doubt("day-kept", list, id, "deadline", part.deadline)
                continue
            self._put(id, deadline_on=_day(part.deadline))
            if part.deadline and _day(part.deadline) is None and old.deadline_on is not None:
                self._doubt("date-unread", list, id, "deadline", part.deadline)

    def _set_quantity(self, list: str, id: str, name: str, arg: str, text: str) -> None:
        """The words of a quantity; its value and unit follow where they were not printed beside them."""
        values: dict[str, Any] = {"quantity": text}
        found = find_quantities(text, self._payload.plan.language)
        one = found[0] if len(found) == 1 else None
        shown = {target[2] for target in self._payload.keys.values() if target[1] == id}
        if "quantity_value" not in shown:
            values["quantity_value"] = one.value if one else None
        if "quantity_unit" not in shown:
            values["quantity_unit"] = (one.unit or "") if one else ""
        old = self._payload.plan.parts[id]
        if text and one is None and getattr(old, "quantity_value", None) is not None and "quantity_value" in values:
            self._doubt("figure-unread", list, id, name, text)
        self._put(id, **values)

    def _set_figure(self, list: str, id: str, name: str, arg: str, text: str) -> None:
        value = number_in(text, self._payload.language)
        if not text:
            self._put(id, **{name: None})
        elif value is None:
            self._doubt("figure-unread", list, id, name, text)
        elif name != "progress":
            self._put(id, **{name: value})
        elif value == int(value) and 0 <= value <= 100:
            self._put(id, progress=int(value))
        else:
            self._doubt("figure-unread", list, id, name, text)

    def _set_share(self, list: str, id: str, name: str, arg: str, text: str) -> None:
        value = number_in(text, self._payload.language)
        if text and value is None:
            self._doubt("figure-unread", list, id, name, text)
            return
        served = [*self._parts[id].contributions]
        served[int(arg)] = replace(served[int(arg)], **{name: value})
        self._put(id, contributions=tuple(served))

    def _set_quoted(self, list: str, id: str, name: str, arg: str, text: str) -> None:
        quoted = [*self._parts[id].quoted]
        kind, number, _ = quoted[int(arg)]
        quoted[int(arg)] = (kind, number, text)
        self._put(id, quoted=tuple(quoted))

    def _said_basis(self) -> Sequence[str]:
        found: Sequence[str] = self._head.get("legal_basis", self._payload.plan.legal_basis)
        return found

    def _set_basis(self, list: str, id: str, name: str, arg: str, text: str) -> None:
        basis = [*self._said_basis()]
        basis[int(arg)] = text
        self._head["legal_basis"] = tuple(basis)
        if not text:
            self._dropped.add(int(arg))

    def _set_period(self, list: str, id: str, name: str, arg: str, text: str) -> None:
        found = find_dates(text)
        if not text:
            self._head["period"] = None
        elif len(found) in (1, 2) and found[0].first <= found[-1].last:
            self._head["period"] = (found[0].first, found[-1].last)
        else:
            self._doubt("date-unread", list, id, name, text)

    def _set_years(self, list: str, id: str, name: str, arg: str, text: str) -> None:
        found = re.findall(r"\d{1,3}", text)
        if len(found) == 1 or not text:
            self._head["term_years"] = int(found[0]) if found else None
        else:
            self._doubt("figure-unread", list, id, name, text)

    # --- bodies and tables

    def _body(self, key: str) -> None:
        came = tidied(self._gathered.bodies.get(key, ()))
        left = cleaned(base_flats(key, self._payload))
        missing = self._payload.bodies_missing.get(key, "")
        if came == left or (
            missing and [squeezed("".join(r.text for r in f.runs)) for f in came] == [squeezed(missing)]
        ):
            return
        _, id, name, language = self._payload.keys[key]
        self._bodies.setdefault((id, language), {})[name] = merged(base_rich(key, self._payload), came)

    def _settle_bodies(self) -> None:
        for (id, language), changed in self._bodies.items():
            part = self._parts[id]
            if "details" in changed:
                self._put(id, details=part.details.saying(language, render(changed["details"])))
                continue
            whole = parse(part.body[language])
            head, rest = whole.parted()
            head, rest = changed.get("body", head), changed.get("body_after", rest)
            parted = any(isinstance(block, Divider) for block in whole.blocks)
            blocks = (*head.blocks, Divider(), *rest.blocks) if parted or rest.blocks else head.blocks
            self._put(id, body=part.body.saying(language, render(Rich(blocks))))

    def _grid(self, key: str) -> None:
        list, id, name, _ = self._payload.keys[key]
        came = self._gathered.grids.get(key, [])
        head, left = self._payload.grids[key]
        if same(([head] if head else []) + [*left], came):
            return
        if name == "acts":
            old = {squeezed(text) for row in (head, *left) for text in row}
            words = [text for row in came for text in row if squeezed(text) not in old]
            self._doubt("read-only", "", "", name, "; ".join(words))
            return
        table = self._parts[id]
        if name == "rows":
            language = self._payload.language
            made = with_figures(
                table, head, left, came, language, lambda text: self._doubt("figure-unread", list, id, name, text)
            )
        else:
            made = with_lines(table, head, left, came)
        self._parts[id] = made


def _family(name: str) -> str:
    """Which of the setters a field has."""
    families = {
        "plain": _PLAIN,
        "words": _WORDS,
        "names": _NAMES,
        "numbers": _NUMBERS,
        "choice": _CHOICES,
        "day": _DAYS,
        "share": _SHARES,
        "figure": ("quantity_value", "progress"),
        "basis": ("legal_basis",),
        "years": ("term_years",),
    }
    return next((family for family, names in families.items() if name in names), name)


def _day(text: str) -> dt.date | None:
    """The day that words come to, when they name one date."""
    found = find_dates(text)
    return found[0].date if len(found) == 1 else None


def cleaned(flats: Sequence[Flat]) -> tuple[Flat, ...]:
    """The paragraphs without what no file can hold, as they were written."""
    made = []
    for flat in flats:
        runs = tuple(Run(clean(run.text), run.marks, run.href) for run in flat.runs)
        rows = tuple(tuple(FlatCell(cleaned(c.flats), c.header, c.columns, c.rows) for c in row) for row in flat.rows)
        made.append(replace(flat, runs=runs, rows=rows))
    return tidied(made)
