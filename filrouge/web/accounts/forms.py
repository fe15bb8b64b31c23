"""The forms of an invitation and of one's own name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class AcceptForm(forms.Form):
    """Name and password of somebody who was invited."""

    name = forms.CharField(
        label=_("First and last name"), max_length=200, widget=forms.TextInput({"autocomplete": "name"})
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text=password_validators_help_text_html,
    )
    again = forms.CharField(
        label=_("Password once more"), strip=False, widget=forms.PasswordInput({"autocomplete": "new-password"})
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("password") and said.get("again") and said["password"] != said["again"]:
            raise ValidationError({"again": gettext("The two passwords are not the same. Write it once more.")})
        return said


class NameForm(forms.Form):
    """How the person is called."""

    name = forms.CharField(
        label=_("First and last name"), max_length=200, widget=forms.TextInput({"autocomplete": "name"})
    )
