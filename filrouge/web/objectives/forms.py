"""The forms of objectives and actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from filrouge.apps.documents.models import Document, Section
from filrouge.apps.objectives.models import Action, Objective
from filrouge.apps.organisation.models import Unit
from filrouge.apps.organisation.selectors import names_of
from filrouge.domain.language.words import fold
from filrouge.domain.model import Framework
from filrouge.domain.model.canonical import number
from filrouge.domain.model.items import ITEM_KINDS
from filrouge.domain.model.plan import ACTION_STATES, COMMITMENTS
from filrouge.domain.objectives.resolving import resolved_deadline, resolved_quantity
from filrouge.web.common.widgets import Day
from filrouge.web.documents.editing import PartForm, Worded
from filrouge.web.documents.labels import ACTION_STATES as STATE_LABELS
from filrouge.web.documents.labels import COMMITMENTS as COMMITMENT_LABELS
from filrouge.web.documents.labels import kind_label

NAMED = ("owners", "stakeholders")


class StatementForm(PartForm):
    """What objectives and actions have in common. ``shown_deadline`` and ``shown_quantity`` are the words for which the
    resolved values were shown; other words are resolved and shown first, and saved the next time."""

    worded: ClassVar[Mapping[str, Worded]] = {
        "text": Worded(_("Wording"), style="text", required=True),
        "details": Worded(_("Details"), style="rich"),
    }
    aside: ClassVar[frozenset[str]] = frozenset(
        {"owners_units", "owners_other", "stakeholders_units", "stakeholders_other", "shown_deadline", "shown_quantity"}
    )

    number = forms.CharField(label=_("Number"), required=False, max_length=40)
    section = forms.ModelChoiceField(
        label=_("Section"), queryset=Section.objects.none(), required=False, empty_label=_("No section")
    )
    owners_units = forms.MultipleChoiceField(
        label=_("Owners: units of the entity"), widget=forms.CheckboxSelectMultiple, required=False
    )
    owners_other = forms.CharField(
        label=_("Owners: others, as the document names them"), required=False, help_text=_("Separated by semicolons.")
    )
    starts_on = forms.DateField(label=_("Start"), widget=Day, required=False)
    deadline = forms.CharField(
        label=_("Deadline, in words"),
        max_length=300,
        required=False,
        help_text=_("As the document says it: “end of 2027”, “within six months”."),
    )
    deadline_on = forms.DateField(label=_("Deadline: the day"), widget=Day, required=False)
    quantity = forms.CharField(
        label=_("Quantity, in words"),
        max_length=300,
        required=False,
        help_text=_("As the document says it: “10 % fewer”, “two patrols a week”."),
    )
    quantity_value = forms.DecimalField(
        label=_("Quantity: the figure"), max_digits=24, decimal_places=6, required=False
    )
    quantity_unit = forms.CharField(label=_("Quantity: the unit"), max_length=80, required=False)
    shown_deadline = forms.CharField(widget=forms.HiddenInput, required=False, strip=True)
    shown_quantity = forms.CharField(widget=forms.HiddenInput, required=False, strip=True)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        document: Document,
        units: Sequence[Unit] = (),
        framework: Framework | None = None,
        **kwargs: Any,
    ) -> None:
        self.document = document
        self.units = units
        self.framework = framework
        super().__init__(data, **kwargs)
        section = self.fields["section"]
        assert isinstance(section, forms.ModelChoiceField)
        section.queryset = document.sections.order_by("position")
        self._choices("owners_units", [(one.abbreviation, _named(one)) for one in units])
        self.to_confirm = False

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
        if not choices:
            field.widget = forms.MultipleHiddenInput()

    def values_of(self, record: Any) -> dict[str, Any]:
        known = {fold(name): unit.abbreviation for unit in self.units for name in names_of(unit)}
        found = super().values_of(record)
        found["section"] = record.section_id
        found["owners_units"] = [known[fold(one)] for one in record.owners if fold(one) in known]
        found["owners_other"] = "; ".join(one for one in record.owners if fold(one) not in known)
        found["shown_deadline"], found["shown_quantity"] = record.deadline, record.quantity
        return found

    def stored(self) -> dict[str, Any]:
        found = super().stored()
        before = getattr(self.record, "owners", ())
        given = self.cleaned_data
        found["owners"] = owners_of(before, given["owners_units"], given["owners_other"], self.units)
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("starts_on"), cleaned.get("deadline_on")
        if first and last and first > last:
            self.add_error("deadline_on", _("The deadline lies before the start; correct one of the two days."))
        return cleaned

    def resolve(self) -> bool:
        """Show what new words resolve to; answer whether there was anything to show before saving."""
        values: dict[str, str] = {}
        words = self.cleaned_data["deadline"]
        if words != self.cleaned_data["shown_deadline"] and not self._moved("deadline_on"):
            values |= deadline_values(words, self.document)
        words = self.cleaned_data["quantity"]
        if words != self.cleaned_data["shown_quantity"] and not self._moved("quantity_value"):
            values |= quantity_values(words, self.document)
        if values:
            data = cast(QueryDict, self.data).copy()
            for name, value in values.items():
                data[name] = value
            data["shown_deadline"], data["shown_quantity"] = (
                self.cleaned_data["deadline"],
                self.cleaned_data["quantity"],
            )
            self.data = data
            self.to_confirm = True
        return bool(values)

    def _moved(self, name: str) -> bool:
        """Whether the person set the value by hand together with the words."""
        return name in self.changed_data and bool(self.cleaned_data.get(name))


def deadline_values(words: str, document: Document) -> dict[str, str]:
    """What the words of a deadline resolve to, as values of the form."""
    first, last = document.period_from, document.period_until
    found = resolved_deadline(words, document.language, (first, last) if first and last else None)
    return {"deadline_on": found.isoformat() if found else ""}


def quantity_values(words: str, document: Document) -> dict[str, str]:
    """What the words of a quantity resolve to, as values of the form."""
    value, unit = resolved_quantity(words, document.language) or ("", "")
    return {"quantity_value": str(value), "quantity_unit": unit}


def owners_of(before: Iterable[str], ticked: Iterable[str], others: str, units: Iterable[Unit]) -> list[str]:
    """The owners as they are stored: those that stay in their order, then the new ones. A ticked unit (by its
    abbreviation) is spelled as the document spells it where it does; ``others`` are separated by semicolons."""
    before = list(before)
    known = {fold(name): unit.abbreviation for unit in units for name in names_of(unit)}
    spelled = {known[fold(one)]: one for one in before if fold(one) in known}
    wanted = dict.fromkeys(spelled.get(one, one) for one in ticked)
    wanted |= dict.fromkeys(one.strip() for one in others.split(";") if one.strip())
    return [*(one for one in before if one in wanted), *(one for one in wanted if one not in before)]


class ObjectiveForm(StatementForm):
    """Every field of an objective, its place in the tree excepted."""

    layout = (
        "number", "kind", "text", "details", "owners_units", "owners_other", "starts_on", "deadline", "deadline_on",
        "quantity", "quantity_value", "quantity_unit", "baseline", "commitment", "stakeholders_units",
        "stakeholders_other", "section",
    )  # fmt: skip

    kind = forms.ChoiceField(label=_("Level"))
    baseline = forms.CharField(
        label=_("Baseline"), max_length=300, required=False, help_text=_("Where one starts from, with its date.")
    )
    commitment = forms.ChoiceField(label=_("Kind of commitment"), required=False)
    stakeholders_units = forms.MultipleChoiceField(
        label=_("Stakeholders of the register"), widget=forms.CheckboxSelectMultiple, required=False
    )
    stakeholders_other = forms.CharField(
        label=_("Other stakeholders"), required=False, help_text=_("Separated by semicolons.")
    )

    def __init__(self, *args: Any, register: Iterable[str] = (), **kwargs: Any) -> None:
        self.register = list(register)
        super().__init__(*args, **kwargs)
        self._choices("kind", kind_choices(self.framework))
        self._choices("commitment", [("", _("not stated")), *((one, COMMITMENT_LABELS[one]) for one in COMMITMENTS)])
        self._choices("stakeholders_units", [(one, one) for one in self.register])

    def values_of(self, record: Any) -> dict[str, Any]:
        found = super().values_of(record)
        found["stakeholders_units"] = [one for one in record.stakeholders if one in self.register]
        found["stakeholders_other"] = "; ".join(one for one in record.stakeholders if one not in self.register)
        return found

    def stored(self) -> dict[str, Any]:
        others = [one.strip() for one in self.cleaned_data["stakeholders_other"].split(";") if one.strip()]
        return {**super().stored(), "stakeholders": [*self.cleaned_data["stakeholders_units"], *others]}


class ActionForm(StatementForm):
    """Every field of an action, the objectives that it serves excepted."""

    layout = (
        "number", "text", "details", "owners_units", "owners_other", "starts_on", "deadline", "deadline_on", "quantity",
        "quantity_value", "quantity_unit", "means", "state", "progress", "section",
    )  # fmt: skip

    means = forms.CharField(label=_("Means"), required=False, widget=forms.Textarea({"rows": 2}))
    state = forms.ChoiceField(label=_("Declared state"))
    progress = forms.IntegerField(label=_("Progress, in percent"), required=False, min_value=0, max_value=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choices("state", [(one, STATE_LABELS[one]) for one in ACTION_STATES])


class FollowForm(PartForm):
    """How an action goes: what may be said of it whatever the state of its document."""

    worded: ClassVar[Mapping[str, Worded]] = {"details": Worded(_("Details"), style="rich")}
    layout = ("state", "progress", "details")

    state = forms.ChoiceField(label=_("Declared state"))
    progress = forms.IntegerField(label=_("Progress, in percent"), required=False, min_value=0, max_value=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        state = self.fields["state"]
        assert isinstance(state, forms.ChoiceField)
        state.choices = [(one, STATE_LABELS[one]) for one in ACTION_STATES]


class ServesForm(forms.Form):
    """Which objectives an action serves, with its shares; one more may be added."""

    all_optional = True  # the page says so once
    add = forms.ModelChoiceField(
        label=_("Also serves"),
        queryset=Objective.objects.none(),
        required=False,
        empty_label=_("no other objective"),
    )

    def __init__(self, data: QueryDict | None = None, *, action: Action, objectives: Sequence[Objective]) -> None:
        super().__init__(data)
        self.rows = list(action.contributions.select_related("objective"))
        known = {row.objective_id for row in self.rows}
        for row in self.rows:
            for name, value, label in (
                ("budget", row.budget_share, _("Share of the budget, in percent")),
                ("staff", row.staff_share, _("Share of the staff, in percent")),
            ):
                self.fields[f"{name}-{row.objective_id}"] = forms.DecimalField(
                    label=label,
                    required=False,
                    min_value=0,
                    max_value=100,
                    decimal_places=2,
                    initial=None if value is None else Decimal(number(value)),
                )
            self.fields[f"drop-{row.objective_id}"] = forms.BooleanField(label=_("Serves it no more"), required=False)
        add = self.fields["add"]
        assert isinstance(add, forms.ModelChoiceField)
        add.queryset = Objective.objects.filter(pk__in=[one.pk for one in objectives if one.pk not in known])

    def lines(self) -> list[tuple[Objective, list[forms.BoundField]]]:
        """Each objective served, with its inputs."""
        return [
            (row.objective, [self[f"{name}-{row.objective_id}"] for name in ("budget", "staff", "drop")])
            for row in self.rows
        ]

    def shares(self) -> dict[Any, Any]:
        """Objective → shares of budget and staff, as the service takes them."""
        found = {
            row.objective_id: (
                self.cleaned_data[f"budget-{row.objective_id}"],
                self.cleaned_data[f"staff-{row.objective_id}"],
            )
            for row in self.rows
            if not self.cleaned_data[f"drop-{row.objective_id}"]
        }
        added = self.cleaned_data["add"]
        return {**found, added.pk: (None, None)} if added else found


class AssignForm(forms.Form):
    """An action given to a unit, as the question repeats it after somebody else was quicker."""

    action = forms.UUIDField(widget=forms.HiddenInput)
    owner = forms.CharField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    next = forms.CharField(widget=forms.HiddenInput, required=False)


class FilterForm(forms.Form):
    """The filters of the register."""

    all_optional = True
    q = forms.CharField(label=_("Words"), required=False)
    kind = forms.ChoiceField(label=_("Level"), required=False)
    owner = forms.ChoiceField(label=_("Owner"), required=False)
    gap = forms.ChoiceField(
        label=_("Thread"),
        required=False,
        choices=[
            ("", _("all")),
            ("without_action", _("not translated into an action")),
            ("without_parent", _("without a link above")),
            ("without_child", _("with nothing below")),
        ],
    )
    state = forms.ChoiceField(label=_("State"), required=False)
    late = forms.BooleanField(label=_("Late"), required=False)

    def __init__(self, *args: Any, kinds: list[tuple[str, str]], owners: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (
            ("kind", kinds),
            ("owner", [(one, one) for one in owners]),
            ("state", [(one, STATE_LABELS[one]) for one in ACTION_STATES]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", _("all")), *choices]


class QuickForm(forms.Form):
    """A line more: what it is, its words, and what it stands under."""

    all_optional = True  # "at the top" is a choice like the others
    kind = forms.ChoiceField(label=_("What"))
    under = forms.ChoiceField(label=_("Under"), required=False)
    text = forms.CharField(label=_("Wording"), max_length=5000)

    def __init__(
        self,
        *args: Any,
        framework: Framework | None,
        places: Sequence[tuple[str, str]],
        usual: str = "objective",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        kind, under = self.fields["kind"], self.fields["under"]
        assert isinstance(kind, forms.ChoiceField)
        assert isinstance(under, forms.ChoiceField)
        kind.choices = [*kind_choices(framework), ("action", kind_label("action", framework))]
        kind.initial = usual
        under.choices = [("", _("nothing: at the top")), *places]
        self.fields["text"].widget.attrs["class"] = "words"


def kind_choices(framework: Framework | None) -> list[tuple[str, str]]:
    """The levels that the framework knows, in its order, then the others."""
    own = dict.fromkeys(level.kind for level in framework.levels) if framework else {}
    order = [*own, *(kind for kind in ITEM_KINDS if kind not in own)]
    return [(kind, kind_label(kind, framework)) for kind in order if kind != "action"]


def _named(unit: Unit) -> str:
    name = str(unit.name)
    return f"{unit.abbreviation} – {name}" if name else unit.abbreviation
