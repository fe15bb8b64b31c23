"""Rich text as it is stored: restricted HTML, whatever was pasted."""

from __future__ import annotations

import nh3

from filrouge.domain.model.plan import Words
from filrouge.domain.planning.richtext import parse, render

TAGS = frozenset("p h3 h4 h5 ul ol li blockquote table thead tbody tr th td strong em u sub sup a br hr".split())
_ATTRIBUTES = {
    "a": {"href"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "ol": {"start", "type"},
}
#: What pasted text says with other tags.
_SAME = {"b": "strong", "i": "em", "h1": "h3", "h2": "h3", "h6": "h5"}


def clean(html: str) -> str:
    """The HTML with nothing but what a section may hold: no script, no style, no picture, links to https and mailto.

    Equal texts are written alike (:mod:`filrouge.domain.planning.richtext`), so that only a real change is one.
    """
    safe = nh3.clean(
        _renamed(html),
        tags=set(TAGS),
        attributes=_ATTRIBUTES,
        url_schemes={"https", "http", "mailto"},
        strip_comments=True,
        link_rel=None,
        clean_content_tags={"script", "style", "title", "head", "xml"},
    )
    return render(parse(safe))


def clean_words(words: Words) -> Words:
    """The same, in every language."""
    return Words(**{language: clean(text) for language, text in words.items()})


def _renamed(html: str) -> str:
    for old, new in _SAME.items():
        for form in (f"<{old}>", f"<{old} ", f"</{old}>"):
            if form in html:
                html = html.replace(form, form.replace(old, new))
    return html
