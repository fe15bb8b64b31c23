"""Markup that cannot be broken by what it holds: every string is escaped unless it is already markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from filrouge.domain.coherence import Severity
from filrouge.domain.report.voice import Voice, clean

_EMPTY = frozenset({"br", "meta"})
_DRAWN = frozenset({"circle", "line", "path", "rect", "use"})  # in a drawing, an element without content must say so


class Markup(str):
    """A string that is markup already."""

    __slots__ = ()


Content = str | Iterable["Content"] | None


def safe(text: str) -> Markup:
    """Text as it may stand in an element or an attribute."""
    return Markup(escape(clean(text), quote=True))


def joined(content: Content) -> Markup:
    """Markup of the content: strings escaped, None left out, the rest put together."""
    if content is None:
        return Markup("")
    if isinstance(content, Markup):
        return content
    if isinstance(content, str):
        return safe(content)
    return Markup("".join(joined(one) for one in content))


def tag(name: str, /, *content: Content, **attributes: object) -> Markup:
    """An element. ``class_`` is ``class``, an underscore in a name a hyphen; None and False leave an attribute out,
    True gives it no value.

    >>> tag("a", "1 < 2", href="#x", class_="ref")
    '<a href="#x" class="ref">1 &lt; 2</a>'
    """
    written = [name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        attribute = key.rstrip("_").replace("_", "-")
        written.append(attribute if value is True else f'{attribute}="{safe(str(value))}"')
    if name in _DRAWN:
        return Markup(f"<{' '.join(written)}/>")
    opening = f"<{' '.join(written)}>"
    if name in _EMPTY:
        return Markup(opening)
    return Markup(f"{opening}{joined(content)}</{name}>")


def sign(name: str) -> Markup:
    """A drawn sign of the page's own set, silent for a screen reader: its word stands beside it."""
    return Markup(f'<svg class="sign {name}" aria-hidden="true" focusable="false"><use href="#s-{name}"/></svg>')


def severity_tag(severity: Severity, voice: Voice) -> Markup:
    """The shape and the word of a severity."""
    return tag("span", sign(severity.value), voice(severity.value), class_=f"severity {severity.value}")


def words(text: str, language: str, voice: Voice) -> Markup:
    """The document's own words, marked with their language where it is not the interface's."""
    return tag("span", text, class_="words", lang=language if language != voice.language else None)
