"""Inputs of our own."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.forms.widgets import Script
from django.utils.translation import gettext


class RichText(forms.Textarea):
    """Restricted HTML: an editor where there is script, else a textarea. What comes back must still be cleaned
    (:func:`filrouge.apps.documents.richtext.clean`)."""

    class Media:
        js = (Script("filrouge/js/rich-text.js", type="module"),)

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 8, "class": "words", **(attrs or {})})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-rich"] = json.dumps(_words(), ensure_ascii=False)
        return context


class Day(forms.DateInput):
    """A day, by the browser's own picker; the value travels as ISO."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


def _words() -> dict[str, str]:
    """What the editor's buttons say."""
    return {
        "toolbar": gettext("Formatting"),
        "text": gettext("Text"),
        "paragraph": gettext("Paragraph"),
        "heading3": gettext("Heading 1"),
        "heading4": gettext("Heading 2"),
        "heading5": gettext("Heading 3"),
        "bold": gettext("Bold"),
        "italic": gettext("Italic"),
        "underline": gettext("Underlined"),
        "subscript": gettext("Subscript"),
        "superscript": gettext("Superscript"),
        "bullets": gettext("List with bullets"),
        "numbers": gettext("List with numbers"),
        "quote": gettext("Quotation"),
        "rule": gettext("Line: where the objectives and tables of the section stand"),
        "link": gettext("Link"),
        "unlink": gettext("Remove the link"),
        "address": gettext("Address (https, or an e-mail address)"),
        "set": gettext("Set the link"),
        "cancel": gettext("Cancel"),
        "table": gettext("Insert a table"),
        "rowAfter": gettext("Row below"),
        "columnAfter": gettext("Column to the right"),
        "deleteRow": gettext("Delete the row"),
        "deleteColumn": gettext("Delete the column"),
        "deleteTable": gettext("Delete the table"),
        "undo": gettext("Undo"),
        "redo": gettext("Redo"),
    }
