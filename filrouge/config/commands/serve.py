"""``filrouge serve``: everything that an installation needs, until it is told to stop."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from filrouge.cli.language import chosen, voice
from filrouge.config.database import embedded
from filrouge.config.problems import ServerProblem
from filrouge.config.serving import Serving


def run(
    host: str,
    port: str,
    lang: str | None,
    before: Sequence[Sequence[str]] = (),
    ready: Callable[[], None] | None = None,
) -> int:
    """``before``: commands that run once the embedded database is there, after ``init-db``; ``ready`` is called once
    pages are answered, after their address was printed."""
    say = voice(chosen(lang))
    number = _port(port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{number}/"

    def announce() -> None:
        print(say("open", address=address), flush=True)
        if ready is not None:
            ready()

    # A server of somebody else's is migrated by the person who runs it, when that person wants it.
    first = [("init-db",)] if embedded() else []
    return Serving(host, number, say, _tell).run([*first, *before], announce)


def _port(given: str) -> int:
    if not given.isdecimal() or not 0 < int(given) < 65536:
        raise ServerProblem("unknown-port", given=given)
    return int(given)


def _tell(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
