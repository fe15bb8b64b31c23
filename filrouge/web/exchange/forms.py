"""Forms of the review, of exports and of Word templates."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from filrouge.apps.documents.models import Document
from filrouge.apps.exchange.models import Import
from filrouge.apps.exchange.selectors import targets_for
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.frameworks.selectors import current_frameworks, framework_of
from filrouge.apps.organisation.policies import Anyone
from filrouge.domain.model import LANGUAGES
from filrouge.domain.model.items import ITEM_KINDS
from filrouge.domain.model.plan import (
    Action,
    Objective,
    Plan,
    PlanPart,
    PlanRiskDomain,
    PlanSection,
    PlanSwotItem,
    Words,
)
from filrouge.domain.planning.richtext import parse, plain
from filrouge.web.common.languages import NAMES, current
from filrouge.web.common.widgets import Day
from filrouge.web.exchange.reviewing import parents_for
from filrouge.web.exchange.words import field_name, kind_name

_LANGUAGES = [(code, NAMES[code]) for code in LANGUAGES]
_NEW = gettext_lazy("A new document")


def framework_choices() -> list[tuple[str, str]]:
    """The kinds of documents, by urn."""
    items: list[LibraryItem] = list(current_frameworks().order_by("slug"))
    return [("", gettext("No particular kind")), *((one.urn, framework_of(one).title[current()]) for one in items)]


class HeadForm(forms.Form):
    """What the proposed document says of itself, and whether it is a new one."""

    title = forms.CharField(label=_("Title"), max_length=500, widget=forms.TextInput({"class": "words"}))
    framework = forms.ChoiceField(label=_("Kind of document"), required=False)
    language = forms.ChoiceField(label=_("Main language"), choices=_LANGUAGES)
    period_from = forms.DateField(label=_("Period, first day"), required=False, widget=Day)
    period_until = forms.DateField(label=_("Period, last day"), required=False, widget=Day)
    target = forms.ChoiceField(
        label=_("What it becomes"),
        required=False,
        help_text=_("For a new edition of a document that is here, only the differences are proposed."),
    )

    def __init__(self, user: Anyone, incoming: Import, plan: Plan, data: QueryDict | None = None) -> None:
        first, last = plan.period or (None, None)
        initial = {
            "title": plan.title.shown(plan.language, plan.language)[0],
            "framework": plan.framework,
            "language": plan.language,
            "period_from": first,
            "period_until": last,
            "target": str(incoming.document_id or ""),
        }
        super().__init__(data, initial=initial)
        self.plan = plan
        self.documents: dict[str, Document] = {str(one.pk): one for one in targets_for(user, incoming)}
        if incoming.document is not None:
            self.documents.setdefault(str(incoming.document.pk), incoming.document)
        named = [(key, one.title.shown(current(), one.language)[0]) for key, one in self.documents.items()]
        editions = [(key, gettext("A new edition of “%(title)s”") % {"title": title}) for key, title in named]
        self.fields["framework"].choices = framework_choices()  # type: ignore[attr-defined]
        self.fields["target"].choices = [("", _NEW), *editions]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("period_from"), data.get("period_until")
        if (first is None) != (last is None):
            missing = "period_until" if last is None else "period_from"
            self.add_error(missing, gettext("A period has a first and a last day; give both, or none."))
        elif first and last and first > last:
            self.add_error("period_until", gettext("The period ends before it begins; correct one of the two days."))
        return data

    def head(self) -> dict[str, Any]:
        """The fields of the plan's head."""
        data = self.cleaned_data
        period = (data["period_from"], data["period_until"]) if data["period_from"] else None
        known = self.plan.title
        if data["language"] != self.plan.language and known.languages() == (self.plan.language,):
            known = Words()  # the text was taken for one in another language
        return {
            "title": known.saying(data["language"], data["title"].strip()),
            "framework": data["framework"],
            "language": data["language"],
            "period": period,
        }

    @property
    def aimed_at(self) -> Document | None:
        """The stored document of which this is a new edition."""
        return self.documents.get(self.cleaned_data["target"])


class _Decimal(forms.CharField):
    """A figure as the reader's country writes it, exact."""

    def to_python(self, value: Any) -> Any:
        text = (super().to_python(value) or "").replace("\u202f", "").replace("\u00a0", "").replace(" ", "")
        if not text:
            return None
        try:
            found = Decimal(text.replace(",", "."))
        except InvalidOperation:
            raise forms.ValidationError(gettext("This is no figure; write it like 12 or 12,5.")) from None
        if not found.is_finite() or abs(found) >= Decimal(10) ** 18:
            raise forms.ValidationError(gettext("This figure is beyond all measure; check it."))
        return found

    def prepare_value(self, value: Any) -> Any:
        return format(value, "f") if isinstance(value, Decimal) else value


class PartForm(forms.Form):
    """One proposed part: its words in the main language of the document, and what belongs to its kind."""

    def __init__(self, plan: Plan, part: PlanPart, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.plan, self.part = plan, part
        self.words = "text" if hasattr(part, "text") else "title"
        self._number()
        self._words()
        if isinstance(part, (Objective, Action)):
            self._statement(part)
        if isinstance(part, (Objective, Action, PlanSection)):
            self._place(part)
        if not isinstance(part, PlanSection):
            self._section(getattr(part, "section", None))

    def _number(self) -> None:
        if hasattr(self.part, "number"):
            most = 80 if isinstance(self.part, PlanSection) else 40
            self._add("number", forms.CharField(max_length=most, required=False), self.part.number)

    def _words(self) -> None:
        words = getattr(self.part, self.words)[self.plan.language]
        box = forms.CharField(required=self.words == "text", widget=forms.Textarea({"rows": 4, "class": "words"}))
        box.error_messages["required"] = gettext("A part cannot be empty: write its words, or reject it.")
        self._add(self.words, box, words)

    def _statement(self, part: Objective | Action) -> None:
        kinds = [(kind, kind_name(kind)) for kind in ITEM_KINDS]
        self._add("kind", forms.ChoiceField(choices=kinds), getattr(part, "kind", "action"))
        help_text = gettext("Units as the document names them; separate several with a comma.")
        self._add("owners", forms.CharField(required=False, help_text=help_text), ", ".join(part.owners))
        self._add("deadline", forms.CharField(max_length=300, required=False), part.deadline)
        self._add("deadline_on", forms.DateField(required=False, widget=Day), part.deadline_on)
        self._add("quantity", forms.CharField(max_length=300, required=False), part.quantity)
        self._add("quantity_value", _Decimal(required=False), part.quantity_value)
        self._add("quantity_unit", forms.CharField(max_length=80, required=False), part.quantity_unit)

    def _place(self, part: Objective | Action | PlanSection) -> None:
        if isinstance(part, Action):
            known = next((one.objective for one in part.contributions), "")
            label = gettext("Serves")
        else:
            known, label = part.parent or "", gettext("Stands under")
        nothing = "" if isinstance(part, Action) and part.contributions else gettext("nothing: it stands at the top")
        choices = [("", nothing or "—"), *parents_for(self.plan, part.id)]
        self._add("parent", forms.ChoiceField(choices=choices, required=False), known, label)

    def _section(self, known: str | None) -> None:
        choices = [("", gettext("before the first section")), *((one.id, _titled(one)) for one in self.plan.sections)]
        self._add("section", forms.ChoiceField(choices=choices, required=False), known or "")

    def _add(self, name: str, field: forms.Field, initial: Any, label: str = "") -> None:
        field.label = label or (gettext("Words") if name == self.words else field_name(name))
        field.initial = initial
        self.fields[name] = field

    @property
    def language(self) -> str:
        return self.plan.language

    def changes(self) -> dict[str, Any]:
        """The fields of the part as the form has them."""
        data = dict(self.cleaned_data)
        words = getattr(self.part, self.words)
        data[self.words] = words.saying(self.plan.language, " ".join(data[self.words].split()))
        if "owners" in data:
            data["owners"] = tuple(dict.fromkeys(one.strip() for one in data["owners"].split(",") if one.strip()))
        for name in ("parent", "section"):
            if name in data:
                data[name] = data[name] or None
        return data


def _titled(section: PlanSection) -> str:
    said = f"{section.number} {section.title}".strip() or plain(parse(str(section.body)))[:60]
    return said if len(said) <= 80 else f"{said[:80].rstrip()}…"


def editable(part: PlanPart) -> bool:
    """Whether the review can correct the words of such a part; tables are corrected in the document."""
    return isinstance(part, (Objective, Action, PlanSection, PlanSwotItem, PlanRiskDomain))


class ExportForm(forms.Form):
    """In which form a document leaves."""

    format = forms.ChoiceField(label=_("Format"), widget=forms.RadioSelect)
    part = forms.ChoiceField(label=_("What"), required=False)
    language = forms.ChoiceField(label=_("Language of the labels"), choices=_LANGUAGES)
    languages = forms.MultipleChoiceField(
        label=_("Languages of the text"), required=False, widget=forms.CheckboxSelectMultiple
    )
    blanks = forms.BooleanField(
        label=_("Leave places to fill in"),
        required=False,
        help_text=_("In Word and PDF: a place to write in for each owner, deadline and quantity that is missing."),
    )

    def __init__(
        self, plan: Plan, data: QueryDict | None = None, *, part: str = "", formats: Sequence[tuple[str, str]] = ()
    ) -> None:
        spoken = tuple(dict.fromkeys((plan.language, *plan.languages)))
        reader = current()
        initial = {
            "format": "word",
            "part": part,
            "language": reader,
            "languages": [reader if reader in spoken else plan.language],
        }
        super().__init__(data, initial=initial)
        self.fields["format"].choices = formats  # type: ignore[attr-defined]
        self.fields["languages"].choices = [(code, NAMES[code]) for code in spoken]  # type: ignore[attr-defined]
        self.fields["part"].choices = [("", gettext("The whole document")), *_parts(plan, part)]  # type: ignore[attr-defined]


def _parts(plan: Plan, wanted: str) -> list[tuple[str, str]]:
    """The sections, and the objective that was asked for."""
    sections = [(one.id, _titled(one)) for one in plan.sections]
    objectives = [(one.id, f"{one.number} {one.text}"[:80].strip()) for one in plan.objectives if one.id == wanted]
    return [*sections, *objectives]


class TemplateForm(forms.Form):
    """A Word template for a kind of document."""

    kind = forms.ChoiceField(label=_("For documents of this kind"), required=False)
    file = forms.FileField(label=_("Word file (.docx)"), allow_empty_file=True, max_length=1000)

    def __init__(self, data: QueryDict | None = None, files: Any = None) -> None:
        super().__init__(data, files)
        items = current_frameworks().order_by("slug")
        kinds = [(one.slug, framework_of(one).title[current()]) for one in items]
        self.fields["kind"].choices = [("", gettext("All kinds")), *kinds]  # type: ignore[attr-defined]
