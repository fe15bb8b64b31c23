"""An entity's own Word templates: checked as a stranger's file before they are kept."""

from __future__ import annotations

from django.db import transaction

from filrouge.apps.accounts.models import User
from filrouge.apps.common.audit import recorded
from filrouge.apps.common.problems import Problem
from filrouge.apps.exchange.models import WordTemplate
from filrouge.apps.exchange.services.intake import shown_name
from filrouge.apps.organisation.models import Entity
from filrouge.apps.organisation.policies import require

_MEGABYTE = 1024 * 1024
LARGEST = 10 * _MEGABYTE


def keep(user: User, entity: Entity, kind: str, name: str, data: bytes) -> WordTemplate:
    """Keep the template of an entity for a kind of document (the slug of its framework, empty for all kinds), in the
    place of the one that was there.

    Raises NotAllowed, Problem ``errors.empty``, ``exchange.template-…`` for what keeps it from being used.
    """
    require(user, "entity", entity.pk)
    shown = shown_name(name)
    _check(shown, data)
    with transaction.atomic(), recorded(user.person_id, "template"):
        Entity.objects.select_for_update(of=("self",)).get(pk=entity.pk)
        known = WordTemplate.objects.filter(entity=entity, kind=kind).first()
        template = known or WordTemplate(entity=entity, kind=kind, version=0)
        template.name, template.data, template.version = shown, data, template.version + 1
        template.save()
    return template


def remove(user: User, template: WordTemplate) -> None:
    """Go back to the template that comes with the program."""
    require(user, "entity", template.entity_id)
    with transaction.atomic(), recorded(user.person_id, "template removed"):
        template.delete()


def _check(name: str, data: bytes) -> None:
    from filrouge.formats.writers.plan.word_template import TemplateError, check_template

    if not data:
        raise Problem("errors.empty", file=name)
    if len(data) > LARGEST:
        raise Problem("exchange.template-too-large", file=name, limit=LARGEST // _MEGABYTE)
    try:
        check_template(data)
    except TemplateError as error:
        raise Problem(f"exchange.template-{error.code}", **{**error.params, "file": name}) from None
