"""Forms of what is kept in several languages and edited by several people.

A form shows the fields of a record; a field of words has one input a language, side by side. It carries the version
that its reader saw. When somebody else changed the same words meanwhile, the form comes back with both texts: what one
wrote stays in its input, what stands there now beside it, and what only the other changed is taken over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, cast

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from filrouge.apps.common import editing
from filrouge.apps.common.models import Record
from filrouge.apps.common.problems import Conflict
from filrouge.apps.documents.richtext import clean
from filrouge.domain.model.canonical import number
from filrouge.domain.model.plan import NOTHING
from filrouge.domain.planning.richtext import parse, plain
from filrouge.web.common.widgets import RichText

_KEEP = "keep-"


class RichField(forms.CharField):
    """Restricted HTML; a body without words and tables is empty."""

    widget = RichText

    def clean(self, value: Any) -> str:
        html = clean(super().clean(value) or "")
        return html if plain(parse(html)).strip() or "<hr" in html else ""


@dataclass(frozen=True, slots=True)
class Worded:
    """A field of words: its label, what it says below it, how it is written (line, text or rich)."""

    label: Any
    help: Any = ""
    style: str = "line"
    required: bool = False
    longest: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One input: in which language, whether the words are missing there, and what stands there now after a conflict."""

    field: forms.BoundField
    language: str = ""
    missing: bool = False
    theirs: str | None = None
    ours: str = ""

    @property
    def in_conflict(self) -> bool:
        return self.theirs is not None


@dataclass(frozen=True, slots=True)
class Group:
    """A field with its inputs; several when it is of words in several languages."""

    label: str | Promise
    help: str | Promise
    cells: Sequence[Cell]

    @property
    def is_worded(self) -> bool:
        return bool(self.cells[0].language)


class PartForm(forms.Form):
    """``layout`` names the fields in order: those of ``worded`` and plain ones. ``record`` is None for a new part."""

    worded: ClassVar[Mapping[str, Worded]] = {}
    layout: ClassVar[Sequence[str]] = ()
    #: Plain fields that are not stored as they are (:meth:`stored` makes something of them).
    aside: ClassVar[frozenset[str]] = frozenset()

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: QueryDict | None = None, *, languages: Sequence[str], record: Record | None = None, **kwargs: Any
    ) -> None:
        self.written_in = tuple(languages)
        self.record = record
        self.theirs: dict[str, Any] = {}
        self.ours: dict[str, Any] = {}
        initial = {**(self.values_of(record) if record else {}), **kwargs.pop("initial", {})}
        if record is not None:
            initial["version"] = record.version
        super().__init__(data, initial=initial, **kwargs)
        for name, words in self.worded.items():
            for language in self.written_in:
                self.fields[f"{name}_{language}"] = _input(words, first=language == self.written_in[0])
        if data is not None and record is not None:
            self._take_chosen()

    # --- for the template ---

    def groups(self) -> Iterator[Group]:
        """The fields in order, hidden ones left out."""
        for name in self.layout:
            if name in self.worded:
                words = self.worded[name]
                cells = [self._cell(f"{name}_{language}", language) for language in self.written_in]
                said = any(cell.field.value() for cell in cells)
                shown = [Cell(c.field, c.language, said and not c.field.value(), c.theirs, c.ours) for c in cells]
                yield Group(words.label, words.help, shown)
            elif name in self.fields:
                bound = self[name]
                yield Group(bound.label, bound.help_text, [self._cell(name, "")])

    def _cell(self, key: str, language: str) -> Cell:
        theirs = self.theirs.get(key)
        return Cell(
            self[key],
            language,
            theirs=None if key not in self.theirs else _shown(theirs),
            ours=_shown(self.ours.get(key)),
        )

    # --- what is stored ---

    def values_of(self, record: Any) -> dict[str, Any]:
        """The values of the inputs for a record, or for what the history has of it."""
        found: dict[str, Any] = {}
        for name in self.worded:
            words = getattr(record, name) or NOTHING
            found |= {f"{name}_{language}": words[language] for language in self.written_in}
        for name in self.base_fields:
            if name != "version" and name not in self.aside and hasattr(record, name):
                value = getattr(record, name)
                found[name] = Decimal(number(value)) if isinstance(value, Decimal) else value
        return found

    def stored(self) -> dict[str, Any]:
        """The fields of the record as the form has them; other languages than the form's stay as they are."""
        found: dict[str, Any] = {}
        for name in self.worded:
            words = getattr(self.standing, name, NOTHING) or NOTHING
            for language in self.written_in:
                words = words.saying(language, self.cleaned_data[f"{name}_{language}"])
            found[name] = words
        for name in self.base_fields:
            if name != "version" and name not in self.aside:
                found[name] = self.cleaned_data[name]
        return found

    @property
    def standing(self) -> Any:
        """What the fields of words are read from: the record itself, unless it holds them in a content of its own."""
        return self.record

    @property
    def seen(self) -> int:
        """The version that the person saw."""
        if self.record is None:
            return 1
        found: int | None = self.cleaned_data.get("version")
        return found or self.record.version

    # --- when somebody else was quicker ---

    def meet(self, conflict: Conflict) -> None:
        """Show both texts where both changed the same input; take over what only the other changed."""
        assert self.record is not None
        row = type(self.record)._default_manager.get(pk=self.record.pk)
        before = editing.seen_at(row, self.seen)
        old = self.values_of(before) if before is not None else {}
        now = self.values_of(row)
        data = cast(QueryDict, self.data).copy()
        for key, value in now.items():
            ours = self.cleaned_data.get(key)
            if ours == value or key not in self.fields:
                continue
            if key in old and ours == old[key]:
                _set(data, key, value)
            elif key not in old or value != old[key]:
                self.theirs[key] = value
                self.ours[key] = ours
        data["version"] = str(row.version)
        for key in [key for key in data if key.startswith(_KEEP)]:
            del data[key]
        self.data = data
        self.record = row

    def _take_chosen(self) -> None:
        """Where the person chose what stands there now, put it in the place of what was written."""
        chosen = [
            key.removeprefix(_KEEP) for key, value in self.data.items() if key.startswith(_KEEP) and value == "theirs"
        ]
        if chosen:
            now = self.values_of(self.record)
            data = cast(QueryDict, self.data).copy()
            for key in chosen:
                if key in now:
                    _set(data, key, now[key])
            self.data = data


def _input(words: Worded, *, first: bool) -> forms.CharField:
    required = words.required and first
    kind: type[forms.CharField] = RichField if words.style == "rich" else forms.CharField
    field = kind(label=words.label, required=required, max_length=words.longest)
    if words.style == "text":
        field.widget = forms.Textarea({"rows": 3, "class": "words"})
    elif words.style == "line":
        field.widget.attrs["class"] = "words"
    field.error_messages["required"] = _("These words are missing; write them in the main language at least.")
    return field


def _set(data: QueryDict, key: str, value: Any) -> None:
    if isinstance(value, (list, tuple)):
        data.setlist(key, [str(one) for one in value])
    else:
        data[key] = "" if value is None else str(value)


def _shown(value: Any) -> str:
    """A value as words to compare: of rich text the plain words."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ", ".join(str(one) for one in value)
    text = str(value)
    return plain(parse(text)) if text.startswith("<") else text
