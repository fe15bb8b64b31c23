"""``filrouge demo``: the shared place, open on an invented zone, with three sign-ins."""

from __future__ import annotations

import sys

from filrouge.cli.language import chosen, voice
from filrouge.config.commands import serve
from filrouge.config.connections import holding
from filrouge.config.database import make_secret
from filrouge.config.loading import load
from filrouge.domain.report.voice import Voice

_LETTERS = 4


def run(host: str, port: str, lang: str | None) -> int:
    """Serve the demonstration until told to stop; its data are kept from one start to the next."""
    say = voice(chosen(lang))

    def ready() -> None:
        print(sign_ins(say), flush=True)

    return serve.run(host, port, lang, before=[("load-demo",)], ready=ready)


def fill(lang: str | None) -> int:
    """Load the invented zone, unless it is there; a step of :func:`run`."""
    say = voice(chosen(lang))
    with holding():
        load()
        from filrouge.apps.exchange.demonstration import load_demonstration

        if load_demonstration(password()):
            sys.stderr.write(say("demo-loaded") + "\n")
    return 0


def password() -> str:
    """The password of the demonstration's accounts: made for this data folder, in groups that can be typed."""
    plain = [letter for letter in make_secret("demo").lower() if letter.isalnum()][: 4 * _LETTERS]
    return "-".join("".join(plain[start : start + _LETTERS]) for start in range(0, len(plain), _LETTERS))


def sign_ins(say: Voice) -> str:
    """The three accounts, one a line, and their password."""
    load()
    from filrouge.apps.exchange.demonstration import sign_ins as known

    accounts = [f"  {one.email:<34} {say(f'demo-{one.key}')}" for one in known()]
    return "\n".join([say("demo-accounts"), *accounts, say("demo-password", password=password())])
