"""One invented installation for the table of permissions: a person of every role here and elsewhere, and documents in
every state, made once and shared by all tests of the table."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from filrouge.apps.accounts import services as accounts
from filrouge.apps.accounts.models import User
from filrouge.apps.coherence.models import StoredWaiver
from filrouge.apps.documents.models import Act, Document
from filrouge.apps.documents.services import seal
from filrouge.apps.exchange.models import Export, Import, Upload, WordTemplate
from filrouge.apps.frameworks.models import LibraryItem
from filrouge.apps.frameworks.services import load_library
from filrouge.apps.objectives.blocks import add_block
from filrouge.apps.organisation import services
from filrouge.apps.organisation.models import Entity, InvitedRole, RoleAssignment, Stakeholder, Unit
from filrouge.apps.organisation.roles import ROLES
from filrouge.domain.model.plan import DOCUMENT_STATES, PlanSwotItem, Words
from filrouge.domain.model.plan_json import to_json
from tests import making

CODE, OTHER = "9301", "9302"
PASSWORD = "un mot de passe assez long"
#: Addresses that belong to allauth or that a language needs: what stands in them does not depend on the world.
_ELSEWHERE: Mapping[str, dict[str, Any]] = {
    "account_confirm_email": {"key": "none"},
    "account_reset_password_from_key": {"uidb36": "none", "key": "none-none"},
    "mfa_remove_webauthn": {"pk": 1},
    "mfa_edit_webauthn": {"pk": 1},
    "openid_connect_login": {"provider_id": "none"},
    "openid_connect_callback": {"provider_id": "none"},
    "style": {"digest": "none"},
}


@dataclass
class World:
    """The people by name, each with the key of a session; the objects that addresses name."""

    entity: Entity
    people: dict[str, str] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    named: dict[str, Any] = field(default_factory=dict)

    def visitor(self, person: str) -> Client:
        """A browser in which this person is signed in, whatever was done in another one."""
        client = Client(raise_request_exception=False)
        if person in self.people:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.people[person]
        return client

    def arguments(self, name: str, route: str, state: str) -> dict[str, Any]:
        """What stands in the address of a page: of the entity, or of the document in a state."""
        if name in _ELSEWHERE:
            return _ELSEWHERE[name]
        document = self.documents[state or "draft"]
        values = {key: value(self, document) for key, value in _VALUES.items()}
        values["pk"] = self._key(name, route, document)
        return {key: values[key] for key in arguments_of(route)}

    def sent(self, name: str, state: str) -> dict[str, str]:
        """What a request carries, where without it there is nothing to be allowed or refused."""
        made = _SENT.get(name)
        return {key: str(value) for key, value in made(self, self.documents[state or "draft"]).items()} if made else {}

    def _key(self, name: str, route: str, document: Document) -> Any:
        if name in _KEYS:
            return _KEYS[name](self, document)
        return _PREFIXES.get(route.split("/")[0], lambda _world, found: found.pk)(self, document)


Finder = Callable[[World, Document], Any]


def _first(model: str, order: str = "pk") -> Finder:
    return lambda _world, document: getattr(document, model).order_by(order).first().pk


def _called(name: str) -> Finder:
    return lambda world, _document: world.named[name].pk


_PREFIXES: Mapping[str, Finder] = {
    "b": _first("blocks"),
    "s": _first("sections", "number"),
    "o": _first("objectives", "number"),
    "a": _first("actions", "number"),
    "i": _called("import"),
}
_KEYS: Mapping[str, Finder] = {
    "role_end": _called("role"),
    "offer_withdraw": _called("offer"),
    "account": _called("account"),
    "no_unit_undo": _called("no_unit"),
    "unit": _called("unit"),
    "unit_remove": _called("unit"),
    "stakeholder": _called("stakeholder"),
    "stakeholder_remove": _called("stakeholder"),
    "template_file": _called("template"),
    "template_remove": _called("template"),
}
_VALUES: Mapping[str, Finder] = {
    "code": lambda world, _document: world.entity.code,
    "secret": lambda world, _document: world.named["secret"],
    "question": lambda _world, _document: "area",
    "number": lambda _world, _document: 1,
    "state": lambda _world, _document: "proposed",
    "format": lambda _world, _document: "json",
    "kind": lambda _world, _document: "document",
    "waiver": _first("waivers"),
    "job": _first("exports"),
    "part": _first("sections", "number"),
}
_SENT: Mapping[str, Callable[[World, Document], dict[str, Any]]] = {
    "block_move": lambda _world, _document: {"to": "section", "section": ""},
    "objectives_move": lambda world, document: {"node": _PREFIXES["o"](world, document), "parent": "", "before": ""},
    "sections_move": lambda world, document: {"node": _PREFIXES["s"](world, document), "parent": "", "before": ""},
    "objective_add": lambda _world, _document: {"kind": "objective", "text": "Réduire les vols", "under": ""},
    "year_assign": lambda world, document: {"action": _PREFIXES["a"](world, document), "owner": "OPS", "version": 1},
    "versions_compared": lambda _world, _document: {"from": "1"},
}


def arguments_of(route: str) -> list[str]:
    """The names of what a route asks for: ``e/<slug:code>/`` gives code."""
    return [part.split(">")[0].split(":")[-1] for part in route.split("<")[1:]]


def routes() -> dict[str, str]:
    """Every address of the program by its name."""
    found: dict[str, str] = {}

    def walk(patterns: Any, prefix: str) -> None:
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                walk(pattern.url_patterns, prefix + str(pattern.pattern))
            else:
                found[pattern.name or prefix + str(pattern.pattern)] = prefix + str(pattern.pattern)

    walk(get_resolver().url_patterns, "")
    return found


def made() -> World:
    """The world; the caller holds a transaction that is rolled back."""
    load_library()
    world = World(making.entity(CODE))
    elsewhere = making.entity(OTHER)
    unit = Unit.objects.create(entity=world.entity, abbreviation="OPS", name=Words(fr="Opérations"))
    users = {}
    for role in ROLES:
        bound = unit if role == "contributor" else None
        users[role] = making.person((world.entity, role), unit=bound)
        world.people[role] = _signed_in(users[role])
        world.people[f"other {role}"] = _signed_in(making.person((elsewhere, role)))
    world.people["nobody"] = _signed_in(making.person())
    world.people["superuser"] = _signed_in(User.objects.create_superuser("super@example.org", name="Racine"))
    adviser = users["policy_adviser"]
    for state in DOCUMENT_STATES:
        world.documents[state] = _document(world.entity, adviser, state)
    _registers(world, adviser, unit)
    _files(world, adviser)
    return world


def _signed_in(user: User) -> str:
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def _document(entity: Entity, adviser: User, state: str) -> Document:
    document = making.document(entity, adviser)
    add_block(adviser, document, PlanSwotItem("", "threat", "1", Words(fr="Départs")))
    framework = LibraryItem.objects.get(slug="mission-letter", current=True)
    Document.objects.filter(pk=document.pk).update(state=state, framework=framework)
    document.refresh_from_db()
    today = timezone.localdate()
    Act.objects.create(entity=entity, document=document, kind="adoption", on=today, body="Conseil", number=1)
    StoredWaiver.objects.create(
        entity=entity, document=document, code="SMA101", reason="Convenu", author=adviser.person, on=today
    )
    soon = timezone.now() + timedelta(days=1)  # however slow the tests are, nobody takes it for stopped
    Export.objects.create(document=document, by=adviser.person, format="json", state="waiting", beat_at=soon)
    seal(adviser, document)
    return document


def _registers(world: World, adviser: User, unit: Unit) -> None:
    keeper = making.person((world.entity, "administrator"))
    leaving = making.person((world.entity, "reader"))
    asked = services.invite(keeper, world.entity, email="invitee@example.org", name="Invitée", role="reader")
    _, secret = accounts.make_invitation(keeper.person, "autre@example.org", "Autre")
    InvitedRole.objects.create(
        invitation=accounts.invitation_for(secret), entity=world.entity, role="reader", unit=None
    )
    services.answer_profile(
        adviser, world.entity, "area", None, answer=Words(fr="112 km²"), as_of=timezone.localdate(), source="Statbel"
    )
    world.named |= {
        "unit": unit,
        "no_unit": services.say_no_unit(adviser, world.entity, "DQZT", "une société"),
        "role": RoleAssignment.objects.get(user=leaving),
        "account": leaving,
        "offer": InvitedRole.objects.get(invitation=asked.invitation),
        "secret": secret,
        "stakeholder": Stakeholder.objects.create(entity=world.entity, name="Parquet"),
    }


def _files(world: World, adviser: User) -> None:
    upload = Upload.objects.create(
        entity=world.entity, name="lettre.txt", size=1, digest=uuid.uuid4().hex * 2, data=b"x", by=adviser.person
    )
    world.named["import"] = Import.objects.create(
        entity=world.entity,
        upload=upload,
        by=adviser.person,
        state="ready",
        text="Lettre",
        proposal=to_json(making.plan()),
    )
    world.named["template"] = WordTemplate.objects.create(entity=world.entity, kind="", name="m.docx", data=b"x")
