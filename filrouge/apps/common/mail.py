"""Mail, where the installation has a server for it."""

from __future__ import annotations

import logging
import smtplib

from django.conf import settings
from django.core.mail import send_mail

from filrouge.apps.common.problems import Problem

_log = logging.getLogger(__name__)


def is_set_up() -> bool:
    """Whether mail can be sent: the settings name a server."""
    return bool(settings.EMAIL_HOST)


def send(to: str, subject: str, body: str) -> None:
    """Send a plain message. Raises Problem ``accounts.mail-failed`` when the server does not take it."""
    try:
        send_mail(" ".join(subject.split()), body, None, [to])
    except (smtplib.SMTPException, OSError) as error:
        _log.warning("mail was not sent: %s", error)
        raise Problem("accounts.mail-failed", email=to) from None
