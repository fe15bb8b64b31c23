"""``filrouge worker``: does jobs beside a server that runs elsewhere, until it is told to stop."""

from __future__ import annotations

import sys

from filrouge.cli.language import chosen, voice
from filrouge.config.connections import holding
from filrouge.config.worker import work


def run(lang: str | None) -> int:
    say = voice(chosen(lang))
    with holding():
        work(lambda: print(say("working"), file=sys.stderr, flush=True))
    return 0
