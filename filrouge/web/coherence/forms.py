"""The forms of remarks, changes and search; those of filters are bound to the address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from filrouge.apps.common.search import LONGEST
from filrouge.domain.model import LANGUAGES
from filrouge.web.common.templatetags.filrouge_words import language_name
from filrouge.web.common.widgets import Day
from filrouge.web.documents.labels import DOCUMENT_STATES

Choices = Sequence[tuple[str, str]]


def set_choices(form: forms.Form, name: str, choices: Choices) -> None:
    """Give a field of choices what may be chosen."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


class FindingsForm(forms.Form):
    """The filters of the remarks. ``rules`` and ``sections`` are those that there are remarks of."""

    all_optional = True

    severity = forms.ChoiceField(label=_("Severity"), required=False)
    rule = forms.ChoiceField(label=_("Rule"), required=False)
    section = forms.ChoiceField(label=_("Section"), required=False)
    show = forms.ChoiceField(label=pgettext_lazy("remarks", "Set aside"), required=False)

    def __init__(self, *args: Any, rules: Choices, sections: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        severities = [("error", gettext("Errors")), ("warning", gettext("Warnings")), ("info", gettext("Notices"))]
        set_choices(self, "severity", [("", pgettext("severities", "All")), *severities])
        set_choices(self, "rule", [("", pgettext("rules", "All")), *rules])
        set_choices(self, "section", [("", pgettext("sections", "All")), *sections])
        shown = [("", gettext("Not shown")), ("all", gettext("Shown too")), ("waived", gettext("Only these"))]
        set_choices(self, "show", shown)

    @property
    def is_on(self) -> bool:
        """Whether anything is filtered."""
        return any(self.data.get(name) for name in self.fields)

    def value(self, name: str) -> str:
        """What is asked for; nothing where it makes no sense."""
        self.is_valid()
        return str(self.cleaned_data.get(name) or "")


class WaiveForm(forms.Form):
    """Why a remark is set aside, where, and until when."""

    scope = forms.ChoiceField(label=_("What is set aside"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea({"rows": 3}),
        max_length=1000,
        help_text=_("It is shown with the remark, with your name and the date."),
    )
    until = forms.DateField(
        label=_("Until"),
        widget=Day,
        required=False,
        help_text=_("After this day the remark counts again. May stay empty."),
    )

    def __init__(self, *args: Any, scopes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "scope", scopes)
        if len(scopes) == 1:
            self.fields["scope"].widget = forms.HiddenInput()
        self.fields["scope"].initial = scopes[0][0]

    def clean_reason(self) -> str:
        reason = str(self.cleaned_data["reason"]).strip()
        if not reason:
            raise ValidationError(_("Say why; without a reason nothing is set aside."))
        return reason

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise ValidationError(_("This day is over; choose a later one, or none."))
        return until


class SearchForm(forms.Form):
    """What is looked for, and where."""

    all_optional = True

    q = forms.CharField(
        label=_("Words looked for"), required=False, max_length=LONGEST, widget=forms.TextInput({"type": "search"})
    )
    entity = forms.ChoiceField(label=_("Entity"), required=False)
    kind = forms.ChoiceField(label=_("Kind of document"), required=False)
    part = forms.ChoiceField(label=_("What is found"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    document = forms.UUIDField(label=_("In one document"), required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, entities: Choices, frameworks: Choices, parts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = [(one, str(label)) for one, label in DOCUMENT_STATES.items()]
        set_choices(self, "entity", [("", pgettext("entities", "All")), *entities])
        set_choices(self, "kind", [("", pgettext("kinds of document", "All")), *frameworks])
        set_choices(self, "part", [("", pgettext("parts of documents", "Everything")), *parts])
        set_choices(self, "language", [("", pgettext("languages", "All")), *((o, language_name(o)) for o in LANGUAGES)])
        set_choices(self, "state", [("", pgettext("states", "All")), *states])

    def value(self, name: str) -> str:
        """What is asked for; nothing where it makes no sense. Of words that are too long, the first ones."""
        self.is_valid()
        if name == "q":
            return str(self.data.get("q", "")).strip()[:LONGEST]
        return str(self.cleaned_data.get(name) or "")


class ChangesForm(forms.Form):
    """Between which two states. A state that is in none of the lists (a day, a visit) is offered too."""

    all_optional = True

    until = forms.ChoiceField(label=_("Until"), required=False)

    def __init__(self, data: dict[str, str], *, moments: Sequence[tuple[str, Any]]) -> None:
        super().__init__(data)
        known = {key for _group, choices in moments for key, _label in choices}
        start, until = data["from"], data["until"]
        extra = {key: key[:16].replace("T", " ") for key in (start, until) if key and key not in known}
        listed = [*moments, *extra.items()]
        self.fields["from"] = forms.ChoiceField(label=pgettext("two moments", "From"), choices=listed, required=False)
        field = self.fields["until"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("Now")), *listed]
        self.order_fields(["from", "until"])


class SmartForm(forms.Form):
    """The filters of the SMART table: one letter with one verdict, one kind of commitment."""

    all_optional = True

    letter = forms.ChoiceField(label=_("Criterion"), required=False)
    verdict = forms.ChoiceField(label=_("Verdict"), required=False)
    commitment = forms.ChoiceField(label=_("Kind of commitment"), required=False)

    def __init__(self, *args: Any, letters: Choices, verdicts: Choices, commitments: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "letter", [("", pgettext("criteria", "Any of the five")), *letters])
        set_choices(self, "verdict", [("", pgettext("verdicts", "All")), *verdicts])
        kinds = [*commitments, ("none", gettext("Not recognised"))]
        set_choices(self, "commitment", [("", pgettext("kinds of commitment", "All")), *kinds])

    def value(self, name: str) -> str:
        """What is asked for; nothing where it makes no sense."""
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))
