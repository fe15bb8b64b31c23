"""Where a part of a document is shown, and what a reader calls it."""

from __future__ import annotations

import uuid

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, pgettext

from filrouge.apps.coherence.policies import may_see_history
from filrouge.apps.coherence.selectors import Part
from filrouge.apps.organisation.policies import Anyone
from filrouge.web.common.templatetags.filrouge_words import plain_words

_LONGEST = 90


def address(name: str, *arguments: object) -> str:
    """The address of a page, or nothing where the capability that has it is not installed."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""


def page_of(document: uuid.UUID, kind: str, id: str) -> str:
    """Where a part is shown: an objective or an action on its page, anything else in its document."""
    if kind == "objective" and (found := address("objective", id)):
        return found
    if kind == "action" and (found := address("action", id)):
        return found
    page = address("document", document)
    return f"{page}?section={id}#section-{id}" if page and kind == "section" else page


def history_address(user: Anyone, entity: uuid.UUID, kind: str, pk: object) -> str:
    """The page of an object's history; nothing for whoever may not see who changed what in its entity."""
    return address("history", kind, pk) if may_see_history(user, entity) else ""


def history_label() -> str:
    """What the way to a history is called."""
    return gettext("Who changed what")


def name_of(part: Part, main: str) -> str:
    """The part in a few words: its kind and number, else its first words; nothing for the whole document."""
    words = shortened(plain_words(part.text, main))
    if part.kind == "section":
        return f"{part.number} {words}".strip()
    said = {"number": part.number, "words": words}
    if part.kind == "objective":
        return gettext("Objective %(number)s") % said if part.number else gettext("Objective “%(words)s”") % said
    if part.kind == "action":
        if part.number:
            return pgettext("part of a plan", "Action %(number)s") % said
        return gettext("Action “%(words)s”") % said
    return ""


def shortened(words: str) -> str:
    """The words up to a length that fits a line; cut between two words."""
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST].rsplit(' ', 1)[0]}…"
