"""The forms of a document and its sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.frameworks.selectors import current_frameworks, framework_of
from filrouge.domain.model import LANGUAGES
from filrouge.domain.model.plan import ACT_KINDS
from filrouge.web.common.languages import current
from filrouge.web.common.templatetags.filrouge_words import language_name
from filrouge.web.common.widgets import Day
from filrouge.web.documents.editing import PartForm, Worded
from filrouge.web.documents.labels import ACT_KINDS as ACT_LABELS


def language_choices() -> list[tuple[str, str]]:
    """The four languages by the names that the reader gives them."""
    return [(code, language_name(code)) for code in LANGUAGES]


class SectionForm(PartForm):
    """A section: its title and words in each language, its number."""

    worded: ClassVar[Mapping[str, Worded]] = {
        "title": Worded(_("Title"), required=True),
        "body": Worded(
            _("Text"),
            _("A line across marks the place of the section's objectives and tables; without it they follow the text."),
            "rich",
        ),
    }
    layout = ("number", "title", "body")

    number = forms.CharField(label=_("Number"), required=False, max_length=40)


class HeadForm(PartForm):
    """The head of a document: title, languages, period, term, legal basis."""

    worded: ClassVar[Mapping[str, Worded]] = {"title": Worded(_("Title"), required=True)}
    layout = ("title", "language", "languages", "period_from", "period_until", "starts_on", "term_years", "legal_basis")
    aside = frozenset({"legal_basis"})

    language = forms.ChoiceField(
        label=_("Main language"), help_text=_("In which the document is written first and adopted.")
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages of the content"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_(
            "Words that are missing in one of them are pointed out. A language that is unticked keeps its words."
        ),
    )
    period_from = forms.DateField(label=_("Period from"), widget=Day, required=False)
    period_until = forms.DateField(label=_("Period until"), widget=Day, required=False)
    starts_on = forms.DateField(label=_("Start of the mandate"), widget=Day, required=False)
    term_years = forms.IntegerField(label=_("Years of the mandate"), required=False, min_value=1, max_value=20)
    legal_basis = forms.CharField(
        label=_("Legal basis"), required=False, widget=forms.Textarea({"rows": 3}), help_text=_("One text a line.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("language", "languages"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = language_choices()

    def values_of(self, record: Any) -> dict[str, Any]:
        return {**super().values_of(record), "legal_basis": "\n".join(record.legal_basis)}

    def stored(self) -> dict[str, Any]:
        lines = (line.strip() for line in self.cleaned_data["legal_basis"].splitlines())
        languages = self.cleaned_data["languages"]
        main = self.cleaned_data["language"]
        return {
            **super().stored(),
            "legal_basis": [line for line in lines if line],
            "languages": list(dict.fromkeys((main, *(one for one in LANGUAGES if one in languages)))),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("period_from"), cleaned.get("period_until")
        if first and last and first > last:
            self.add_error("period_until", _("The period ends before it begins; correct one of the two days."))
        return cleaned


class WhyForm(forms.Form):
    """A reason, which stays in the history."""

    why = forms.CharField(
        label=_("Reason"), max_length=500, help_text=_("One sentence; it stays in the history."), widget=forms.TextInput
    )

    def __init__(self, *args: Any, optional: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].required = not optional


class ActForm(forms.Form):
    """An act to be put on record."""

    kind = forms.ChoiceField(label=_("What happened"))
    on = forms.DateField(label=_("On"), widget=Day)
    body = forms.CharField(
        label=_("By which body"),
        max_length=300,
        required=False,
        help_text=_("As it is named: police council, police college, board."),
    )
    reference = forms.CharField(label=_("Reference"), max_length=200, required=False)
    note = forms.CharField(
        label=pgettext_lazy("of a vote", "Note"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("The vote, a reservation, to whom a copy went and how."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [(one, ACT_LABELS[one]) for one in ACT_KINDS]

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise ValidationError(_("This day is still to come; an act is recorded once it has happened."))
        return on


class NewForm(forms.Form):
    """A new document: of which kind, for which period, in which languages."""

    framework = forms.ModelChoiceField(
        label=_("Kind of document"),
        queryset=LibraryItem.objects.none(),
        required=False,
        empty_label=_("Empty, without a framework"),
        help_text=_("Its sections are laid out with the guidance of the framework; you may leave any of them out."),
    )
    title = forms.CharField(label=_("Title"), max_length=500)
    language = forms.ChoiceField(label=_("Main language"))
    languages = forms.MultipleChoiceField(
        label=_("Other languages of the content"), widget=forms.CheckboxSelectMultiple, required=False
    )
    period_from = forms.DateField(label=_("Period from"), widget=Day, required=False)
    period_until = forms.DateField(label=_("Period until"), widget=Day, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        framework = self.fields["framework"]
        assert isinstance(framework, forms.ModelChoiceField)
        framework.queryset = current_frameworks()
        framework.label_from_instance = _framework_title  # type: ignore[method-assign,assignment]
        for name in ("language", "languages"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = language_choices()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("period_from"), cleaned.get("period_until")
        if first and last and first > last:
            self.add_error("period_until", _("The period ends before it begins; correct one of the two days."))
        return cleaned


class DeriveForm(NewForm):
    """A year's plan that grows out of another document."""

    kinds = forms.MultipleChoiceField(
        label=_("Objectives to carry over"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("They stay linked to the document they come from, whatever is reworded afterwards."),
    )
    actions = forms.MultipleChoiceField(
        label=_("Unfinished actions of the year before"), widget=forms.CheckboxSelectMultiple, required=False
    )

    field_order = ("title", "framework", "language", "languages", "period_from", "period_until", "kinds", "actions")

    def __init__(
        self, *args: Any, kinds: Sequence[tuple[str, str]], actions: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("kinds", kinds), ("actions", actions)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = list(choices)
            if not choices:
                del self.fields[name]


def _framework_title(item: object) -> str:
    assert isinstance(item, LibraryItem)
    return framework_of(item).title[current()]
