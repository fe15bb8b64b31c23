"""What authors wrote, for a reader; figures and dates as the country writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from filrouge.domain.comparison.wording import words as pieces
from filrouge.domain.language.formatting import format_date, format_list, format_number, format_percent, format_period
from filrouge.domain.model.plan import Words
from filrouge.web.common import richtext
from filrouge.web.common.languages import FIRST, NAMES, current

register = template.Library()
_SPACE = "\u202f"


def kept_in(context: Context) -> Sequence[str]:
    """The languages in which the page's document is kept; empty where a page has none."""
    if "kept_in" in context:
        return tuple(context["kept_in"])
    for name in ("document", "plan"):
        if languages := getattr(context.get(name), "languages", None):
            return tuple(languages)
    return ()


@register.simple_tag(takes_context=True)
def words(context: Context, value: object, main: str = "", *, brief: bool = False) -> SafeString:
    """What an author wrote, in the reader's language, or in another with a visible mark.

    ``{% words objective.text document.language %}``. ``value`` is Words, or a string that stands in ``main``. The text
    is in serif with its ``lang``. ``brief`` marks with the language's code alone (tables, trees). There is no mark in a
    document that is not kept in the reader's language at all: nothing is missing there.
    """
    text, language = _shown(value, main)
    if not text:
        return SafeString("")
    shown = format_html('<span class="words"{}>{}</span>', _lang(language), text)
    return shown + _mark(context, language, brief=brief, element="span") if isinstance(value, Words) else shown


@register.simple_tag(takes_context=True)
def rich(context: Context, value: object, main: str = "") -> SafeString:
    """The body of a section: as :func:`words`, for restricted HTML, cleaned once more before it is shown."""
    text, language = _shown(value, main)
    if not text:
        return SafeString("")
    mark = _mark(context, language, brief=False, element="div") if isinstance(value, Words) else SafeString("")
    return mark + format_html('<div class="prose"{}>{}</div>', _lang(language), richtext.safe(text))


@register.filter(name="rich")
def rich_text(value: object) -> SafeString:
    """Restricted HTML, cleaned: the bare elements, without the frame of ``{% rich %}``."""
    return richtext.safe(str(value or ""))


@register.filter
def plain_words(value: object, main: str = "") -> str:
    """The text alone in the reader's language or another: for an attribute, a title, a label."""
    return _shown(value, main)[0]


def _shown(value: object, main: str) -> tuple[str, str]:
    if isinstance(value, Words):
        return value.shown(current(), main or FIRST)
    return str(value or ""), main or current()


def _lang(language: str) -> SafeString:
    return SafeString("") if language == current() else format_html(' lang="{}"', language)


def _mark(context: Context, language: str, *, brief: bool, element: str) -> SafeString:
    """That the text stands in another language than the reader's: the code, and the words."""
    kept = kept_in(context)
    if language == current() or (kept and current() not in kept):
        return SafeString("")
    sentence = gettext("translation missing, shown in %(language)s") % {"language": language_name(language)}
    heard = format_html('<span class="unseen"> ({})</span>', sentence)
    said = heard if brief else format_html(" · {}", sentence)
    return format_html('<{0} class="untranslated"><b>{1}</b>{2}</{0}>', element, language.upper(), said)


@register.filter
def language_name(code: str) -> str:
    """A language as the reader calls it: ``néerlandais``, ``Dutch``."""
    names = {"fr": gettext("French"), "nl": gettext("Dutch"), "de": gettext("German"), "en": gettext("English")}
    return names.get(code, code)


@register.filter
def own_name(code: str) -> str:
    """A language by its own name: ``Nederlands``."""
    return NAMES.get(code, code)


@register.simple_tag
def difference(before: str, after: str, language: str = "") -> SafeString:
    """Two texts word by word, with visible marks and words for a screen reader: ``{% difference old new "fr" %}``."""
    gone, come = gettext("removed:"), gettext("added:")
    parts = []
    for piece in pieces(str(before or ""), str(after or "")):
        if piece.state == "gone":
            parts.append(format_html('<del><span class="unseen">{} </span>{}</del>', gone, piece.text))
        elif piece.state == "new":
            parts.append(format_html('<ins><span class="unseen">{} </span>{}</ins>', come, piece.text))
        else:
            parts.append(format_html("{}", piece.text))
    lang = _lang(language) if language else SafeString("")
    return format_html(
        '<span class="difference"{}>{}</span>', lang, format_html_join("", "{}", ((one,) for one in parts))
    )


# --- figures and dates ----------------------------------------------------------------------------------------------


@register.filter
def number(value: Decimal | int | float | None, places: int | None = None) -> str:
    """``1 816 852,5`` (fr), ``1.816.852,5`` (nl, de), ``1,816,852.5`` (en); nothing for None."""
    return "" if value is None or value == "" else format_number(_exact(value), current(), places)


@register.filter
def percent(value: Decimal | int | float | None) -> str:
    """``12,5 %`` (fr, nl, de), ``12.5%`` (en); what was measured (a float) without decimals; nothing for None."""
    if value is None or value == "":
        return ""
    exact = _exact(value)
    return format_percent(exact.quantize(Decimal(1)) if isinstance(value, float) else exact, current())


@register.filter
def day(value: dt.date | dt.datetime | None) -> str:
    """``1er janvier 2027``; nothing for None."""
    return format_date(_local(value), current()) if value else ""


@register.filter
def day_short(value: dt.date | dt.datetime | None) -> str:
    """``01/01/2027``, in German ``01.01.2027``; nothing for None."""
    return format_date(_local(value), current(), short=True) if value else ""


@register.filter
def moment(value: dt.datetime | None) -> str:
    """``01/01/2027 14:05``, in the time zone of the installation; nothing for None."""
    if not value:
        return ""
    here = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{format_date(here.date(), current(), short=True)} {here:%H:%M}"


@register.filter
def period(value: tuple[dt.date | None, dt.date | None] | None) -> str:
    """``2027-2031``, or two days; an open end is said with an ellipsis; nothing for None."""
    if not value or not any(value):
        return ""
    first, last = value
    if first and last:
        return format_period((first, last), current())
    return f"{day(first) or '…'} – {day(last) or '…'}"


@register.filter
def listed(values: Sequence[object] | None) -> str:
    """``a, b et c``."""
    return format_list([str(value) for value in values or ()], current())


@register.filter
def file_size(size: int | None) -> str:
    """The size of a file: ``1,4 Mo``, ``1.4 MB``; ``35 ko``, ``35 kB`` below a tenth of that, never less than one."""
    if size is None:
        return ""
    byte = "o" if current() == "fr" else "B"
    if size < 100_000:
        return f"{format_number(max(round(Decimal(size) / 1000), 1 if size else 0), current())}{_SPACE}k{byte}"
    return f"{format_number(Decimal(size) / 1_000_000, current(), 1)}{_SPACE}M{byte}"


@register.filter
def findings_count(count: int) -> str:
    """``3 remarks``."""
    said = ngettext("%(count)s remark", "%(count)s remarks", count)
    return said % {"count": format_number(count, current())}


def _exact(value: Decimal | int | float) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _local(value: dt.date | dt.datetime) -> dt.date:
    if isinstance(value, dt.datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value
