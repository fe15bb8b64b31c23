"""Every component on one page, with invented content: for tests and for the eye, without a database."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from filrouge.domain.model.plan import Words
from filrouge.web.common import slots
from filrouge.web.common.values import BROKEN, LOOSE, Column, Crumb, Node, Status, Tab
from filrouge.web.common.widgets import Day, RichText

WHEN = dt.datetime(2027, 3, 4, 14, 5, tzinfo=dt.UTC)
PERSON = SimpleNamespace(
    is_authenticated=True, name="A. Dubois", email="adviser@example.org", language="", is_active=True, pk=1
)
NODES = (
    Node(
        "a",
        "Renforcer le travail de quartier",
        "#",
        "OS1",
        children=(
            Node(
                "a1",
                "Désigner un agent par quartier",
                "#",
                "A1.1",
                more=("Quartier", "31/12/2028"),
                movable=True,
                holds=False,
            ),
            Node(
                "a2",
                "Tenir une permanence par mois",
                "#",
                "A1.2",
                thread=BROKEN,
                gap="aucune mesure",
                movable=True,
                holds=False,
            ),
        ),
        more=("Chef de corps", "31/12/2031"),
        movable=True,
    ),
    Node(
        "b",
        Words(nl="De verkeersveiligheid verbeteren"),
        "#",
        "OS2",
        thread=BROKEN,
        gap="sans lien au plan national",
        findings=2,
        movable=True,
        children=(
            Node(
                "b1",
                "Contrôler la vitesse",
                "#",
                "A2.1",
                children=(Node("b11", "Placer deux radars", "#", "A2.1.1", thread=LOOSE, movable=True, holds=False),),
                movable=True,
            ),
        ),
    ),
    Node("c", "Réduire les délais d’intervention", "#", "OS3", findings=1, movable=True),
)

STEPS = [
    {"label": "Plan national", "text": "Circulation", "url": "#"},
    {"label": "Plan zonal", "text": "P2", "url": "#"},
    {"label": "Lettre", "text": "OS2"},
    {"label": "Action", "text": "A2.1"},
    {"label": "Mesure", "gap": "aucune mesure"},
    {"label": "Évaluation", "gap": "non examiné"},
]


class Filters(forms.Form):
    all_optional = True
    q = forms.CharField(label="Texte", required=False)
    owner = forms.ChoiceField(
        label="Responsable", required=False, choices=[("", "tous"), ("Q", "Quartier"), ("R", "Roulage")]
    )
    late = forms.BooleanField(label="En retard seulement", required=False)


class Fields(forms.Form):
    text = forms.CharField(label="Énoncé", help_text="Une phrase : quoi, pour qui, avant quand.")
    owner = forms.ChoiceField(label="Responsable", choices=[("q", "Quartier"), ("r", "Roulage")], required=False)
    due = forms.DateField(label="Échéance", widget=Day, required=False)
    means = forms.ChoiceField(
        label="Engagement", choices=[("e", "effort"), ("r", "résultat")], widget=forms.RadioSelect, required=False
    )
    public = forms.BooleanField(label="Visible dans la version publique", required=False, help_text="Sans noms.")
    body = forms.CharField(label="Explication", widget=RichText, required=False)
    file = forms.FileField(label="Annexe", required=False)


def _rows() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            name=f"Action {n} : former le personnel de première ligne",
            due=dt.date(2028, n, 1),
            staff=n * 1.5,
            budget=Decimal(121_123) * n,
            share=n * 7,
            declared=Status("en cours", "info"),
            computed=Status("en retard", "error") if n % 2 else Status("en cours", "info"),
        )
        for n in range(1, 7)
    ]


def _context(request: HttpRequest) -> dict[str, Any]:
    page = Paginator(range(812), 20).get_page(request.GET.get("page", 4))
    return {
        "crumbs": [Crumb("Val-de-Brume", "/"), Crumb("Documents", "#"), Crumb("Lettre de mission 2027-2031")],
        "facts": [("Période", "2027-2031"), ("État", "Projet"), ("Langue", "français"), ("Remarques", "3")],
        "tabs": [
            Tab("Texte", "#", True),
            Tab("Objectifs", "#", count=12),
            Tab("Historique", "#"),
            Tab("Versions", "#", count=3),
        ],
        "waiver": {
            "reason": "Le conseil a choisi ce mot.",
            "author": "A. Dubois",
            "on": WHEN.date(),
            "until": dt.date(2028, 1, 1),
        },
        "body": Words(
            fr="<p>La zone veut <strong>moins d’accidents</strong>.</p><ul><li>contrôles</li><li>prévention</li></ul>"
            "<script>alert(1)</script>"
        ),
        "dutch": Words(nl="<p>De zone wil minder ongevallen.</p>"),
        "dutch_title": Words(nl="Verkeersveiligheid"),
        "both": Words(fr="Sécurité routière", nl="Verkeersveiligheid"),
        "nodes": NODES,
        "steps": STEPS,
        "filters": Filters(request.GET),
        "columns": [
            Column("Action", "name"),
            Column("État"),
            Column("Échéance", "due"),
            Column("Personnel", "staff", True, "ETP"),
            Column("Budget", "budget", True, "kEUR"),
            Column("Part", figure=True),
        ],
        "rows": _rows(),
        "page": page,
        "day": WHEN.date(),
        "when": WHEN,
        "span": (dt.date(2027, 1, 1), dt.date(2031, 12, 31)),
        "names": ["a", "b", "c"],
        "form": Fields({"text": "", "body": "<p>Une <strong>explication</strong>.</p>"}, auto_id="id_%s"),
    }


def _fill() -> None:
    slots.fill("entity", "gallery/_entity.html", _shown)
    slots.fill("search", "gallery/_search.html", _shown)
    slots.fill("navigation", "gallery/_ways.html", _ways)


def _shown(request: HttpRequest) -> dict[str, Any] | None:
    return {"value": request.GET.get("q", "")} if request.path.startswith("/gallery") else None


def _ways(request: HttpRequest) -> dict[str, Any] | None:
    return {
        "items": [
            Tab("Accueil", "#"),
            Tab("Documents", "#", True),
            Tab("Remarques", "#", count=14),
            Tab("Personnes", "#"),
        ]
    }


@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    _fill()
    request.user = PERSON  # type: ignore[assignment]
    messages.success(request, "L’objectif OS1 est enregistré.")
    return render(request, "gallery/page.html", _context(request))


@login_not_required
def confirm(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "confirm.html",
        {
            "title": "Supprimer l’objectif OS1 ?",
            "question": "L’objectif et ses deux actions disparaissent du document.",
            "consequences": ["Cela ne peut pas être annulé."],
            "verb": "Supprimer l’objectif OS1",
            "back": "/gallery",
            "grave": True,
        },
    )


@login_not_required
def move(request: HttpRequest) -> HttpResponse:
    MOVES.append(dict(request.POST.items()))
    return render(request, "gallery/page.html", _context(request))


@login_not_required
def progress(request: HttpRequest) -> HttpResponse:
    return HttpResponse('<p id="over">Tout est lu.</p>')


@login_not_required
def denied(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


@login_not_required
def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a secret of the installation")


MOVES: list[dict[str, Any]] = []
urlpatterns = [
    path("", gallery, name="home"),
    path("gallery", gallery),
    path("gallery/confirm", confirm),
    path("gallery/move", move),
    path("gallery/progress", progress),
    path("gallery/denied", denied),
    path("gallery/broken", broken),
    path("account/", include("allauth.account.urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("", include("filrouge.web.common.urls")),
]
handler400 = "filrouge.web.common.views.bad_request"
handler403 = "filrouge.web.common.views.forbidden"
handler404 = "filrouge.web.common.views.not_found"
handler500 = "filrouge.web.common.views.server_error"
