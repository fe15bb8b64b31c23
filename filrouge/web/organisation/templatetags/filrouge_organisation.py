"""Roles and kinds in the reader's words; rows that stand under others."""

from __future__ import annotations

from django import template

from filrouge.web.organisation.frame import said

register = template.Library()


@register.filter
def role_name(role: str) -> str:
    """``policy adviser``."""
    return said(f"role.{role}")


@register.filter
def kind_name(kind: str) -> str:
    """``police zone``."""
    return said(f"kind.{kind}")
