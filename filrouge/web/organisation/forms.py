"""The forms of entities, people, units and registers. What they mean is checked by the services."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from filrouge.apps.accounts.models import Person
from filrouge.apps.organisation.models import ENTITY_KINDS, Entity, Unit
from filrouge.apps.organisation.roles import ROLES
from filrouge.domain.model import LANGUAGES
from filrouge.domain.model.plan import Words
from filrouge.web.common.languages import current
from filrouge.web.common.templatetags.filrouge_words import language_name
from filrouge.web.common.widgets import Day
from filrouge.web.organisation.frame import said

Label = str | Promise


class WordedForm(forms.Form):
    """A form of which some values stand in several languages: ``worded`` names them, with label, whether long, and the
    length of each. ``version`` is what the person saw."""

    worded: ClassVar[Mapping[str, tuple[Label, bool, int]]] = {}
    layout: tuple[str, ...] = ()

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, long, length) in self.worded.items():
            for language in ordered_languages():
                widget = forms.Textarea({"rows": 3, "lang": language}) if long else forms.TextInput({"lang": language})
                field = forms.CharField(
                    label=f"{label} ({language_name(language)})", required=False, max_length=length, widget=widget
                )
                field.widget.attrs["class"] = "words"
                self.fields[f"{name}_{language}"] = field
        order = [one for name in self.layout for one in self.names_of(name)]
        self.order_fields(order)

    def names_of(self, name: str) -> list[str]:
        """The fields of a value: one, or one a language."""
        return [f"{name}_{language}" for language in ordered_languages()] if name in self.worded else [name]

    def words(self, name: str) -> Words:
        """What was written under a name, in every language."""
        values = {one: self.cleaned_data.get(f"{name}_{one}", "").strip() for one in LANGUAGES}
        return Words(**{one: value.replace("\r\n", "\n") for one, value in values.items()})

    @classmethod
    def spread(cls, name: str, words: Words) -> dict[str, str]:
        """The values of the fields for words that stand there."""
        return {f"{name}_{language}": words[language] for language in LANGUAGES}


def ordered_languages() -> tuple[str, ...]:
    """The four languages, the reader's first."""
    return tuple(dict.fromkeys((current(), *LANGUAGES)))


def _languages() -> list[tuple[str, str]]:
    return [(code, language_name(code)) for code in LANGUAGES]


def _kinds() -> list[tuple[str, str]]:
    return [(kind, said(f"kind.{kind}")) for kind in ENTITY_KINDS]


def role_choices() -> list[tuple[str, str]]:
    """The roles by their names in the language of the page."""
    return [(role, said(f"role.{role}")) for role in ROLES]


def entity_label(entity: Entity) -> str:
    """``5394 Name``."""
    return f"{entity.code} {entity.name.shown(current(), entity.language)[0]}"


class EntityChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic for the checker alone
    """One entity, by code and name."""

    def label_from_instance(self, obj: Entity) -> str:
        return entity_label(obj)


class EntitiesChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # generic for the checker alone
    """Several entities, by code and name."""

    def label_from_instance(self, obj: Entity) -> str:
        return entity_label(obj)


class EntityForm(WordedForm):
    """An entity. Its code and kind are chosen once."""

    worded: ClassVar[Mapping[str, tuple[Label, bool, int]]] = {"name": (_("Name"), False, 200)}
    layout = ("code", "kind", "parent", "name", "language", "starts_on", "ends_on")

    code = forms.CharField(
        label=_("Code"), max_length=24, help_text=_("Of a police zone, its four digits. It stays for good.")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=_kinds)
    parent = EntityChoice(
        Entity.objects.none(),
        label=_("Belongs to"),
        required=False,
        to_field_name="code",
        empty_label=_("nothing above"),
    )
    language = forms.ChoiceField(label=_("Main language"), choices=_languages)
    starts_on = forms.DateField(label=_("Exists from"), required=False, widget=Day)
    ends_on = forms.DateField(label=_("Until"), required=False, widget=Day)

    def __init__(self, *args: Any, parents: Any, known: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["parent"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = parents
        if known:
            del self.fields["code"], self.fields["kind"]


class MergeForm(WordedForm):
    """Entities that become one."""

    worded: ClassVar[Mapping[str, tuple[Label, bool, int]]] = {"name": (_("Name of the new entity"), False, 200)}
    layout = ("entities", "on", "code", "name", "parent", "carry")

    entities = EntitiesChoice(
        Entity.objects.none(), label=_("Which merge"), to_field_name="code", widget=forms.CheckboxSelectMultiple
    )
    on = forms.DateField(
        label=_("From the day"), widget=Day, help_text=_("On the day before, those that merge come to an end.")
    )
    code = forms.CharField(label=_("Code of the new entity"), max_length=24)
    parent = EntityChoice(
        Entity.objects.none(),
        label=_("Belongs to"),
        required=False,
        to_field_name="code",
        empty_label=_("nothing above"),
    )
    carry = forms.BooleanField(
        label=_("Give people the same roles in the new entity"),
        required=False,
        help_text=_("Otherwise roles are given one by one. What they have in the old entities stays."),
    )

    def __init__(self, *args: Any, parents: Any, entities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, known in (("parent", parents), ("entities", entities)):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = known


class RoleForm(forms.Form):
    """Somebody is asked in, or given another role."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    name = forms.CharField(label=_("First and last name"), max_length=200, help_text=_("For who has no account yet."))
    role = forms.ChoiceField(label=_("Role"), choices=role_choices)
    unit = forms.ModelChoiceField(
        Unit.objects.none(),
        label=_("Unit"),
        required=False,
        empty_label=_("none"),
        help_text=_("A contributor updates what this unit answers for."),
    )
    starts_on = forms.DateField(label=_("From"), widget=Day, initial=timezone.localdate)
    ends_on = forms.DateField(label=_("Until and including"), widget=Day, required=False)

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = units


class EndForm(forms.Form):
    """The last day of a role."""

    on = forms.DateField(label=_("Last day"), widget=Day, initial=timezone.localdate)


class UnitForm(WordedForm):
    """A unit."""

    worded: ClassVar[Mapping[str, tuple[Label, bool, int]]] = {
        "name": (_("Name"), False, 200),
        "mission": (_("Mission"), True, 4000),
    }
    layout = ("abbreviation", "name", "parent", "head", "mission", "aliases", "starts_on", "ends_on")

    abbreviation = forms.CharField(label=_("Abbreviation"), max_length=40, help_text=_("As documents write it."))
    parent = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Belongs to"), required=False, empty_label=_("directly to the entity")
    )
    head = forms.ModelChoiceField(
        Person.objects.none(), label=_("Headed by"), required=False, empty_label=_("nobody yet")
    )
    aliases = forms.CharField(
        label=_("Other names"), required=False, widget=forms.Textarea({"rows": 3}), help_text=_("One a line.")
    )
    starts_on = forms.DateField(label=_("Exists from"), required=False, widget=Day)
    ends_on = forms.DateField(label=_("Until"), required=False, widget=Day)

    def __init__(self, *args: Any, units: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, known in (("parent", units), ("head", people)):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = known

    def values(self) -> dict[str, Any]:
        """What a service takes."""
        known = {name: self.cleaned_data[name] for name in ("abbreviation", "parent", "head", "starts_on", "ends_on")}
        aliases = [line.strip() for line in self.cleaned_data["aliases"].splitlines() if line.strip()]
        return {**known, "aliases": aliases, "name": self.words("name"), "mission": self.words("mission")}


class NoUnitForm(forms.Form):
    """That a name in documents is no unit."""

    name = forms.CharField(label=_("Name"), max_length=200)
    reason = forms.CharField(
        label=_("What it is instead"),
        max_length=300,
        help_text=_("A law, a programme, a company, another body… It is kept with your name and the day."),
    )


class StakeholderForm(forms.Form):
    """A party of the register."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Name"), max_length=300)
    category = forms.CharField(label=_("Category"), max_length=200, required=False, help_text=_("In your own words."))
    description = forms.CharField(
        label=_("What it expects, what binds you"), required=False, widget=forms.Textarea({"rows": 4}), max_length=4000
    )
    rename = forms.BooleanField(label=_("Use a new name in the drafts too"), required=False, initial=True)

    def __init__(self, *args: Any, categories: Iterable[str] = (), known: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.categories = list(categories)
        self.fields["category"].widget.attrs["list"] = "categories"
        if not known:
            del self.fields["rename"]


class ListForm(forms.Form):
    """A list of stakeholders, pasted, or found in a section."""

    section = forms.ChoiceField(label=_("Take from a section"), required=False)
    text = forms.CharField(
        label=_("Or paste a list"),
        required=False,
        max_length=100_000,
        widget=forms.Textarea({"rows": 10}),
        help_text=_("A line for each; a line that ends in a colon is a category."),
    )

    def __init__(self, *args: Any, sections: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["section"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("none")), *sections]


class AnswerForm(WordedForm):
    """What the entity answers to one question of the profile."""

    worded: ClassVar[Mapping[str, tuple[Label, bool, int]]] = {"answer": (_("Answer"), True, 20_000)}
    layout = ("answer", "as_of", "source")

    as_of = forms.DateField(
        label=_("As of"), required=False, widget=Day, help_text=_("The day that the figures stand for.")
    )
    source = forms.CharField(label=_("Source"), required=False, max_length=300)


class ReuseForm(forms.Form):
    """Where an answer is written."""

    section = forms.ChoiceField(label=_("Section"))

    def __init__(self, *args: Any, sections: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["section"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = sections


class EraseForm(forms.Form):
    """The erasing of a person is confirmed by hand."""

    sure = forms.BooleanField(label=_("Yes, erase the name and the address for good"))
