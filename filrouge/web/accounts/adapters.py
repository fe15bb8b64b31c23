"""What allauth asks of us: nobody makes an account without an invitation."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from filrouge.apps.accounts import services
from filrouge.apps.accounts.models import User
from filrouge.apps.common import mail
from filrouge.apps.common.problems import Problem


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types for us
    """Accounts come from invitations alone."""

    error_messages = {  # noqa: RUF012 - as in the class above it
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The address or the password is not right. Check both and try again."),
        "too_many_login_attempts": _(
            "There were too many attempts for this address. Wait five minutes, then try again; if you no longer know "
            "the password, ask the administrator of your entity for a link."
        ),
        "account_inactive": _("This account is closed. Ask the administrator of your entity."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Keep when the person came before, then let them in."""
        assert isinstance(user, User)
        services.begin_visit(user)
        super().login(request, user)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Raises Problem ``accounts.no-mail`` where mail cannot be sent, whether or not the address is known."""
        if not mail.is_set_up():
            raise Problem("accounts.no-mail")
        super().send_mail(template_prefix, email, context)


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # the same
    """Signing in by OpenID Connect leads to an account that is there, known by its address: one that the server says
    is verified, or that belongs to a domain for which the installation trusts the server (FILROUGE_OIDC_DOMAINS)."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        return True
