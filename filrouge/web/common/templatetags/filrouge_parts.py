"""The components: templates under ``parts/``, each with its parameters in a comment at its head.

``{% put "pagination" page=page %}`` writes one. ``{% part "notice" kind="warning" %}…{% endpart %}`` writes one around
a content, which its template has as ``body``; ``{% slot "actions" %}…{% endslot %}`` inside it gives a named part,
which its template has as ``slots.actions``. A component sees its parameters and nothing else of the page but the
request, the person, the language and those of the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import Form
from django.template import Context, Node, NodeList, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from filrouge.web.common import signs, stylesheet, values
from filrouge.web.common.templatetags.filrouge_words import kept_in, number

register = template.Library()

_SHARED = ("request", "csrf_token", "user", "frame", "LANGUAGE_CODE")
_SLOTS = "_slots"
_NAME = re.compile(r"[a-z_]+")


class PartNode(Node):
    """A component with its parameters and, for ``part``, what stands in it."""

    child_nodelists = ("body",)

    def __init__(self, name: str, parameters: dict[str, FilterExpression], body: NodeList | None) -> None:
        self.name = name
        self.parameters = parameters
        self.body = body if body is not None else NodeList()

    def render(self, context: Context) -> SafeString:
        given = {name: value.resolve(context) for name, value in self.parameters.items()}
        slots: dict[str, SafeString] = {}
        with context.push(**{_SLOTS: slots}):
            body = self.body.render(context)
        shared = {name: context[name] for name in _SHARED if name in context}
        shared["kept_in"] = kept_in(context)
        inner = context.new({**shared, **given, "body": mark_safe(body.strip()), "slots": slots})  # noqa: S308
        assert context.template is not None
        return context.template.engine.get_template(f"parts/{self.name}.html").render(inner)


class SlotNode(Node):
    """A named part of the component around it; writes nothing itself."""

    child_nodelists = ("body",)

    def __init__(self, name: str, body: NodeList) -> None:
        self.name = name
        self.body = body

    def render(self, context: Context) -> SafeString:
        written = mark_safe(self.body.render(context).strip())  # noqa: S308 - a template wrote it
        context[_SLOTS][self.name] = written
        return SafeString("")


def _asked(parser: Parser, token: Token) -> tuple[str, dict[str, FilterExpression]]:
    tag, *bits = token.split_contents()
    if not bits or not _NAME.fullmatch(name := bits[0].strip("\"'")):
        raise TemplateSyntaxError(f'{tag} asks for the name of a component in quotes, as in {{% {tag} "notice" %}}')
    rest = bits[1:]
    parameters = token_kwargs(rest, parser)
    if rest:
        raise TemplateSyntaxError(f"{tag} {name}: every parameter has a name, {rest[0]} has none")
    return name, parameters


@register.tag
def put(parser: Parser, token: Token) -> PartNode:
    """A component without content."""
    return PartNode(*_asked(parser, token), None)


@register.tag
def part(parser: Parser, token: Token) -> PartNode:
    """A component around a content, up to ``{% endpart %}``."""
    name, parameters = _asked(parser, token)
    body = parser.parse(("endpart",))
    parser.delete_first_token()
    return PartNode(name, parameters, body)


@register.tag
def slot(parser: Parser, token: Token) -> SlotNode:
    """A named part of the component around it, up to ``{% endslot %}``."""
    name, parameters = _asked(parser, token)
    if parameters:
        raise TemplateSyntaxError("slot has a name and no parameters")
    body = parser.parse(("endslot",))
    parser.delete_first_token()
    return SlotNode(name, body)


# --- signs and addresses --------------------------------------------------------------------------------------------


@register.simple_tag
def sign(name: str, said: str = "") -> SafeString:
    """A drawn sign; ``said`` is heard in its place. Without it the word must stand beside."""
    drawn = mark_safe(signs.drawn(name))  # noqa: S308 - ours
    return format_html('{}<span class="unseen">{}</span>', drawn, said) if said else drawn


@register.simple_tag
def mark() -> SafeString:
    """The mark of the program."""
    return mark_safe(signs.mark())  # noqa: S308 - ours


@register.simple_tag
def style_url() -> str:
    """The address of the stylesheet."""
    return reverse("style", args=[stylesheet.digest()])


def _of_request(name: str, work: Callable[..., Any]) -> None:
    def tag(context: Context, *arguments: Any) -> Any:
        return work(context["request"], *arguments)

    register.simple_tag(tag, takes_context=True, name=name)


def _filters(request: Any, form: Form) -> list[values.Filter]:
    return list(values.filters(request, form))


#: ``{% heads columns as found %}`` and ``{% filters_on form as found %}``.
_of_request("heads", values.heads)
_of_request("filters_on", _filters)


@register.simple_tag
def page_range(page: Page[Any]) -> list[int | str]:
    """The numbers of the pages to offer around this one, an ellipsis for those left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))


# --- trees and shares -----------------------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def folding(context: Context, node: values.Node) -> dict[str, Any]:
    """Whether a node of a tree is folded, and the address that folds or unfolds it (``?fold=ID``, once for each)."""
    query = context["request"].GET
    folded = query.getlist("fold")
    is_folded = node.id in folded
    other = [one for one in folded if one != node.id] if is_folded else [*folded, node.id]
    return {"folded": is_folded, "url": f"{values.address(query, fold=other or None)}#node-{node.id}"}


@register.simple_tag
def share(part: int, whole: int) -> SafeString:
    """A share of a whole as a length of thread with its figures beside it: ``4/9``."""
    length = 0 if not whole else round(80 * min(part, whole) / whole)
    drawn = format_html(
        '<svg viewBox="0 0 80 12" aria-hidden="true" focusable="false"><path class="whole" d="M0 6h80"/>'
        '<path class="part-of" d="M0 6h{}"/></svg>',
        length,
    )
    return format_html('<span class="share">{}<span>{}/{}</span></span>', drawn, number(part), number(whole))


@register.filter
def at(sequence: Sequence[Any], place: int) -> Any:
    """The value at a place of a sequence; None beyond its end."""
    return sequence[place] if -len(sequence) <= place < len(sequence) else None
