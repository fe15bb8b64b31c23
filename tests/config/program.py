"""A server of parts from :mod:`tests.config.part`: ``python -m tests.config.program PORT BEHAVIOUR …``."""

from __future__ import annotations

import sys

from filrouge.cli.language import voice
from filrouge.config import serving


def main(port: str, *behaviours: str) -> int:
    serving._PAUSE, serving._GRACE = 0.05, 1.0
    program = serving.Serving("127.0.0.1", int(port), voice("en"), lambda sentence: print("said", sentence, flush=True))
    program.database = []
    program.others = [serving.Part("part.web", ("tests.config.part", one, port)) for one in behaviours]
    return program.run([], lambda: print("ready", flush=True))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
