"""The actions of an entity in one year: grouped, assigned in place, compared with the year before."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from filrouge.apps.accounts.models import User
from filrouge.apps.common.problems import Conflict
from filrouge.apps.documents.selectors import documents_for
from filrouge.apps.objectives import services
from filrouge.apps.objectives.models import Action
from filrouge.apps.objectives.selectors import actions_for, plans_of, versions_of
from filrouge.apps.organisation.models import Entity, Unit
from filrouge.apps.organisation.policies import may
from filrouge.apps.organisation.selectors import entities_for, units_for
from filrouge.domain.language.words import fold
from filrouge.domain.model.plan import Action as ActionValue
from filrouge.domain.model.plan import Plan
from filrouge.domain.objectives.carrying import Compared, compared
from filrouge.domain.objectives.tree import Tree
from filrouge.domain.objectives.years import years_of
from filrouge.web.common.languages import current
from filrouge.web.common.values import Column, Crumb, Tab
from filrouge.web.documents.frame import address, person
from filrouge.web.documents.labels import ACTION_STATES
from filrouge.web.objectives.forms import AssignForm
from filrouge.web.objectives.register import address_of

GROUPS = ("objective", "owner", "state")


@require_safe
def year_plan(request: HttpRequest, code: str) -> HttpResponse:
    """The actions of a year (?year=), grouped (?by=objective, owner or state) and compared with the year before."""
    entity = get_object_or_404(entities_for(request.user), code=code)
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and 1950 <= int(asked) <= 2100 else timezone.localdate().year
    by = request.GET.get("by", "objective")
    by = by if by in GROUPS else "objective"
    plans = _plans(request.user, entity, year)
    now = [(plan, one) for plan in plans for one in plan.actions if year in years_of(one, plan)]
    before = [(plan, one) for plan in plans for one in plan.actions if year - 1 in years_of(one, plan)]
    with_before = compared([(plan.id, one) for plan, one in before], [(plan.id, one) for plan, one in now])
    editable = {plan.id for plan in plans if plan.state == "draft" and may(request.user, "edit", entity.pk)}
    units = [one.abbreviation for one in units_for(request.user, entity)] if editable else []
    versions = versions_of(plan for plan in plans if plan.id in editable)
    base = reverse("year_plan", args=[code])
    labels = {"objective": gettext("By objective"), "owner": gettext("By owner"), "state": gettext("By state")}
    context = {
        "entity": entity,
        "year": year,
        "title": gettext("Actions of %(year)d") % {"year": year},
        "crumbs": [Crumb(entity.name or code, address("entity", code)), Crumb(gettext("Actions of the year"))],
        "tabs": [Tab(labels[name], f"{base}?year={year}&by={name}", name == by) for name in GROUPS],
        "groups": _grouped(now, by, with_before, versions, timezone.localdate()),
        "dropped": [(one, address_of(one)) for one in with_before.dropped],
        "ended": [(one, address_of(one)) for one in with_before.ended],
        "count": len(now),
        "kept": len(with_before.kept),
        "new": len(with_before.new),
        "units": units,
        "main": entity.language,
        "columns": [
            Column(gettext("Action")),
            Column(gettext("Owners")),
            Column(gettext("Deadline")),
            Column(gettext("State")),
            Column(gettext("Progress"), figure=True),
            Column(str(year - 1)),
        ],
        "sources": plans if not now else [],
        "here": request.get_full_path(),
    }
    return render(request, "objectives/year.html", context)


@require_POST
def year_assign(request: HttpRequest, code: str) -> HttpResponse:
    """Give an action of a draft to a unit, in the place of the owners that it has. When somebody else gave it to others
    meanwhile, nothing is saved: who has it now is shown, and the person decides."""
    entity = get_object_or_404(entities_for(request.user), code=code)
    action = get_object_or_404(actions_for(request.user), pk=_uuid(request.POST.get("action", "")), entity=entity)
    unit = get_object_or_404(units_for(request.user, entity), abbreviation=request.POST.get("owner", ""))
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    back = f"{target}#action-{action.pk}" if safe else reverse("year_plan", args=[code])
    seen = request.POST.get("version", "")
    try:
        version = int(seen) if seen.isdecimal() else 0
        services.edit_action(person(request), action, version, owners=[unit.abbreviation])
    except Conflict as conflict:
        return _someone_was_quicker(request, action, unit, conflict, back)
    messages.success(request, gettext("The action is given to %(unit)s.") % {"unit": unit.abbreviation})
    return HttpResponseRedirect(back)


def _someone_was_quicker(
    request: HttpRequest, action: Action, unit: Unit, conflict: Conflict, back: str
) -> HttpResponse:
    """Who has the action now, and the question whether it goes to the unit all the same."""
    names = {"unit": unit.abbreviation, "owners": ", ".join(conflict.theirs["owners"]) or gettext("nobody")}
    form = AssignForm({**request.POST.dict(), "version": conflict.params["version"]})
    context = {
        "title": gettext("Someone else assigned this action meanwhile"),
        "question": action.text.shown(current(), action.document.language)[0],
        "consequences": [
            gettext("It stands with: %(owners)s. Nothing was saved of your choice: %(unit)s.") % names,
        ],
        "verb": gettext("Give it to %(unit)s instead") % names,
        "form": form,
        "back": back,
    }
    return render(request, "confirm.html", context, status=conflict.status)


def _plans(user: Any, entity: Entity, year: int) -> list[Plan]:
    """The documents of the entity that have actions and whose period touches the year or the one before it."""
    assert isinstance(user, User)
    first, last = dt.date(year - 1, 1, 1), dt.date(year, 12, 31)
    around = (Q(period_from=None) | Q(period_from__lte=last)) & (Q(period_until=None) | Q(period_until__gte=first))
    found = (
        documents_for(user)
        .filter(around, entity=entity)
        .filter(Exists(Action.objects.filter(document=OuterRef("pk")).order_by()))
        .order_by("period_from", "id")
    )
    return plans_of(list(found))


def _grouped(
    now: list[tuple[Plan, ActionValue]],
    by: str,
    with_before: Compared,
    versions: Mapping[str, int],
    today: dt.date,
) -> list[dict[str, Any]]:
    """The groups in order, each with its rows; an action with several owners stands under each. ``versions`` are those
    of the actions that may be assigned."""
    carried = {one.id for one, _ in with_before.kept}
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    trees = {plan.id: Tree(plan) for plan, _ in now}
    for plan, one in now:
        row = {
            "one": one,
            "url": address_of(one),
            "state": ACTION_STATES[one.state],
            "carried": one.id in carried,
            "late": trees[plan.id].is_late(one, today),
            "version": versions.get(one.id),
            "main": plan.language,
        }
        for key in _keys(trees[plan.id], one, by):
            groups[key].append(row)
    ordered = (
        sorted(groups.items(), key=lambda item: (not item[0][1], fold(item[0][0]))) if by == "owner" else groups.items()
    )
    seen: Counter[str] = Counter()
    found = []
    for (title, url), rows in ordered:
        seen[title] += 1
        said = title if seen[title] == 1 else f"{title} ({seen[title]})"  # two documents may say the same
        found.append({"title": said, "url": url, "rows": rows})
    return found


def _keys(tree: Tree, one: ActionValue, by: str) -> list[tuple[str, str]]:
    """The groups of an action: title and address."""
    if by == "state":
        return [(str(ACTION_STATES[one.state]), "")]
    if by == "owner":
        return [(owner, "-") for owner in one.owners] or [(gettext("Nobody yet"), "")]
    served = next((tree.objectives[share.objective] for share in one.contributions), None)
    if served is None:
        return [(gettext("Without an objective"), "")]
    text = served.text.shown(current(), tree.plan.language)[0]
    return [(" ".join(filter(None, (served.number, text))), address_of(served))]


def _uuid(value: str) -> uuid.UUID:
    try:
        return uuid.UUID(value)
    except ValueError:
        return uuid.UUID(int=0)
