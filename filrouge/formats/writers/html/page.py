"""The shell of every page: head, style, masthead, skip link, foot."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from filrouge import __version__
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers.html.markup import Content, Markup, joined, tag
from filrouge.formats.writers.html.signs import icon, logo, sprite

_HERE = Path(__file__).parent


@cache
def _style(*names: str) -> str:
    return "\n".join((_HERE / f"{name}.css").read_text(encoding="utf-8") for name in names)


def page(voice: Voice, title: str, kind: str, content: Content, foot: Content, *styles: str) -> str:
    """A whole page in the voice's language; ``kind`` stands in the masthead, ``styles`` names style sheets beside this
    file."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="generator", content=f"Filrouge {__version__}"),
        tag("meta", name="robots", content="noindex"),
        tag("title", title),
        Markup(f'<link rel="icon" href="{icon()}">'),
        tag("style", Markup(_style("base", *styles))),
    )
    masthead = tag(
        "header",
        tag("p", logo(), tag("span", "Filrouge", class_="name"), tag("span", kind, class_="kind"), class_="brand"),
        class_="masthead",
    )
    body = tag(
        "body",
        sprite(),
        tag("a", voice("skip"), href="#main", class_="skip"),
        masthead,
        tag("main", content, id="main", tabindex="-1"),
        tag("footer", foot, class_="foot"),
    )
    return f"<!doctype html>\n{tag('html', head, body, lang=voice.language)}\n"


def part(name: str, title: str, *content: Content, note: str | None = None, class_: str = "part") -> Markup:
    """A part of the page under its heading; ``note`` says in a line what it holds."""
    return tag(
        "section",
        tag("h2", title, id=f"h-{name}"),
        tag("p", note, class_="note") if note else None,
        joined(content),
        id=name,
        aria_labelledby=f"h-{name}",
        class_=class_,
    )
