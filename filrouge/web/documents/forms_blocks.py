"""The forms of a document's structured parts: a line of the SWOT analysis, a risk domain, a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from filrouge.apps.common import editing
from filrouge.apps.common.problems import Conflict
from filrouge.apps.documents.models import Block
from filrouge.apps.objectives.blocks import Part, reconciled
from filrouge.apps.objectives.mapping import block_fields, block_of
from filrouge.domain.model.plan import NOTHING, PlanRiskDomain, PlanSwotItem, PlanTable
from filrouge.web.common.languages import current
from filrouge.web.documents.editing import Group, PartForm, Worded
from filrouge.web.documents.grid import FIGURES, MESSAGES, TEXT, Grid, shape_of
from filrouge.web.documents.labels import QUOTED, SWOT_LINES, TABLES
from filrouge.web.documents.reading import Table, table_shown

_KEEP, _QUOTED = "keep-grid", "quoted_"
#: What a risk domain crosses, by the kind of what it quotes.
_CROSSED: Mapping[str, str] = {"weakness": "weaknesses", "threat": "threats", "objective": "objectives"}


class BlockForm(PartForm):
    """A form of a block: its fields are those of the value that the block holds (``makes``)."""

    makes: ClassVar[type[PlanSwotItem] | type[PlanRiskDomain] | type[PlanTable]]

    @property
    def standing(self) -> Any:
        return block_of(self.record) if self.record is not None else None

    def values_of(self, record: Any) -> dict[str, Any]:
        return super().values_of(block_of(record))

    def part(self, section: str | None = None) -> Part:
        """The value as the form has it; a new one stands in this section."""
        if self.record is not None:
            changed: Part = replace(self.standing, **self.stored())
            return changed
        return self.makes(id="", section=section, **self.stored())


class SwotForm(BlockForm):
    """A line of the SWOT analysis."""

    makes = PlanSwotItem
    worded: ClassVar[Mapping[str, Worded]] = {"text": Worded(_("Text"), style="text", required=True)}
    layout = ("kind", "number", "text")

    kind = forms.ChoiceField(label=_("Part of the analysis"), choices=list(SWOT_LINES.items()))
    number = forms.CharField(label=_("Number"), required=False, max_length=40)


class NumbersField(forms.CharField):
    """Whole numbers separated by commas; cleaned to one way of writing them."""

    def clean(self, value: Any) -> str:
        pieces = [one for one in re.split(r"[\s,;]+", super().clean(value) or "") if one]
        for one in pieces:
            if not re.fullmatch("[0-9]{1,6}", one):
                raise ValidationError(
                    gettext("“%(found)s” is not a whole number; write numbers separated by commas, such as 1, 4, 12.")
                    % {"found": one[:40]}
                )
        return ", ".join(dict.fromkeys(str(int(one)) for one in pieces))


class RiskDomainForm(BlockForm):
    """A risk domain: the numbers that it crosses, and the words of each as it quotes them."""

    makes = PlanRiskDomain
    worded: ClassVar[Mapping[str, Worded]] = {"title": Worded(_("Title"), required=True)}
    layout = ("number", "title", "weaknesses", "threats", "objectives", "note")

    number = forms.CharField(label=_("Number"), required=False, max_length=40)
    weaknesses = NumbersField(
        label=_("Numbers of the weaknesses"), required=False, help_text=_("Separated by commas, such as 1, 4, 12.")
    )
    threats = NumbersField(label=_("Numbers of the threats"), required=False)
    objectives = NumbersField(label=_("Numbers of the objectives"), required=False)
    note = forms.CharField(label=_("Remark"), required=False, widget=forms.Textarea({"rows": 2}))

    def __init__(self, data: QueryDict | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for key, kind, number, _words in _quotes(self.standing) if self.record is not None else ():
            label = gettext("%(kind)s %(number)d, in the words of this matrix") % {
                "kind": QUOTED[kind],
                "number": number,
            }
            self.fields[key] = forms.CharField(label=label, required=False)

    def groups(self) -> Iterator[Group]:
        yield from super().groups()
        for key in self.fields:
            if key.startswith(_QUOTED):
                yield Group(self[key].label, "", [self._cell(key, "")])

    def values_of(self, record: Any) -> dict[str, Any]:
        found = super().values_of(record)
        for name in _CROSSED.values():
            found[name] = ", ".join(map(str, found[name]))
        return found | {key: words for key, _kind, _number, words in _quotes(block_of(record))}

    def stored(self) -> dict[str, Any]:
        """The quotes of a number that is taken out go with it."""
        found = super().stored()
        for name in _CROSSED.values():
            found[name] = tuple(int(one) for one in found[name].split(", ") if one)
        if self.record is not None:
            standing = self.standing
            gone = {
                (kind, number)
                for kind, name in _CROSSED.items()
                for number in getattr(standing, name)
                if number not in found[name]
            }
            said = [(kind, number, self.cleaned_data.get(key, words)) for key, kind, number, words in _quotes(standing)]
            found["quoted"] = tuple(one for one in said if one[2] and one[:2] not in gone)
        return found


class TableForm(BlockForm):
    """A table: title, unit and what its shape holds. ``grid`` has the inputs of its cells; after a conflict
    ``theirs_table`` is the table as it stands now."""

    makes = PlanTable
    worded: ClassVar[Mapping[str, Worded]] = {"title": Worded(_("Title"))}
    layout = ("title", "kind", "unit")

    kind = forms.ChoiceField(label=_("What the table is about"), choices=list(TABLES.items()))
    unit = forms.CharField(
        label=_("Unit of the figures"), required=False, max_length=40, help_text=_("Such as FTE, EUR or KEUR.")
    )

    def __init__(
        self, data: QueryDict | None = None, *, shape: str = FIGURES, years: Sequence[int] = (), **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.theirs_table: Table | None = None
        self.shape = shape_of(self.standing) if self.record is not None else shape
        if self.shape != FIGURES:
            del self.fields["kind"], self.fields["unit"]
        if data is None or (self.record is not None and data.get(_KEEP) == "theirs"):
            standing = self.standing
            self.grid = Grid.of(standing, current()) if standing else Grid.new(self.shape, current(), years)
        else:
            self.grid = Grid.sent(data, self.shape, current())

    @classmethod
    def rebuilt(cls, data: QueryDict, order: str, **kwargs: Any) -> TableForm:
        """The form as it was sent, nothing checked, with a row or a column more or less."""
        form = cls(None, **kwargs)
        form.initial = {**form.initial, **{name: data[name] for name in form.fields if name in data}}
        form.grid = Grid.sent(data, form.shape, current())
        form.grid.told(order)
        return form

    def stored(self) -> dict[str, Any]:
        words = getattr(self.standing, "title", NOTHING)
        for language in self.written_in:
            words = words.saying(language, self.cleaned_data[f"title_{language}"])
        return {"title": words, **{name: self.cleaned_data[name] for name in ("kind", "unit") if name in self.fields}}

    def part(self, section: str | None = None) -> Part:
        table = self.standing or PlanTable("", self._kind, NOTHING, section=section)
        return self.grid.told_in(replace(table, **self.stored()))

    @property
    def _kind(self) -> str:
        """Of a new table that is not one of figures."""
        return "communication" if self.shape == MESSAGES else "other"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        made = self.grid.told_in(self.standing or PlanTable("", self._kind, NOTHING))
        if self.grid.errors:
            count = len(self.grid.errors)
            self.add_error(
                None,
                ngettext(
                    "Nothing is saved yet: one cell of the table cannot be read; what is wrong is said there.",
                    "Nothing is saved yet: %(count)d cells of the table cannot be read; what is wrong is said there.",
                    count,
                )
                % {"count": count},
            )
        elif self.record is None and not (made.rows or made.lines or made.columns):
            self.add_error(None, gettext("The table is empty; fill in a head or a cell at least."))
        return cleaned

    def meet(self, conflict: Conflict) -> None:
        """Besides the fields: take over what only the other changed in the table, and show it as it stands now."""
        assert isinstance(self.record, Block)
        mine = self.part()
        row = Block.objects.get(pk=self.record.pk)
        before = editing.seen_at(row, self.seen)
        super().meet(conflict)
        theirs = block_of(row)
        if before is not None:
            row.content, _clash = reconciled(before.content, block_fields("table", mine)["content"], row.content)
            mine = block_of(row)
        assert isinstance(mine, PlanTable)
        assert isinstance(theirs, PlanTable)
        self.grid = Grid.of(mine, self.grid.language)
        if (theirs.columns, theirs.rows, theirs.lines) != (mine.columns, mine.rows, mine.lines):
            self.theirs_table = table_shown(theirs)


def _quotes(domain: Any) -> list[tuple[str, str, int, str]]:
    """The quotes of a risk domain, each with the name of its input."""
    found: list[tuple[str, str, int, str]] = []
    for kind, number, words in domain.quoted:
        nth = sum(1 for _key, other, same, _words in found if (other, same) == (kind, number))
        found.append((f"{_QUOTED}{kind}_{number}_{nth}", kind, number, words))
    return found


#: What can be added to a section, by the word that stands in the address.
KINDS: Mapping[str, Any] = {
    "swot_item": _("A line of the SWOT analysis"),
    "risk_domain": _("A risk domain"),
    FIGURES: _("A table of figures"),
    MESSAGES: _("A communication table"),
    TEXT: _("A table of words"),
}


def form_of(kind: str, data: QueryDict | None = None, **kwargs: Any) -> BlockForm:
    """The form of a kind of KINDS, or of ``table`` for one that is there."""
    if kind == "swot_item":
        return SwotForm(data, **_without(kwargs))
    if kind == "risk_domain":
        return RiskDomainForm(data, **_without(kwargs))
    if kind != "table":
        kwargs["shape"] = kind
    order = data.get("do", "") if data is not None else ""
    if data is not None and order:
        return TableForm.rebuilt(data, order, **kwargs)
    return TableForm(data, **kwargs)


def _without(kwargs: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in kwargs.items() if name != "years"}
