"""Parsers that behave as badly as a file can make one behave; loaded by name in the child process of a test."""

from __future__ import annotations

import os
import time
from pathlib import Path

from filrouge.domain.reading.blocks import Builder, Extract
from filrouge.formats.readers import Limits


def read(data: bytes, limits: Limits) -> Extract:
    """Do what the first word of ``data`` says; the second word is its argument."""
    word, _, argument = data.decode().partition(" ")
    builder = Builder("text")
    if word == "spin":
        while True:
            pass
    if word == "sleep":
        time.sleep(60)
    if word == "hoard":
        hoard = [bytes(50_000_000) for _ in range(10_000)]
        builder.add(str(len(hoard)))
    if word == "crash":
        os.abort()
    if word == "leave":
        os._exit(0)
    if word == "dive":
        return read(data, limits)
    if word == "fail":
        raise RuntimeError("no file should do this")
    if word == "flood":
        builder.add("mot " * 10_000_000)
    if word == "write":
        Path(argument).write_text("trace" * 1000)
    builder.add("mots")
    return builder.build()
