"""What runs in the child process: limits on itself, one parse, and the answer as JSON.

JSON and not a pickle: were the child ever taken over by a hostile file, its answer could still only be data.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from filrouge.domain.model import Place
from filrouge.domain.model.canonical import dumps
from filrouge.domain.reading.blocks import Block, CellRef, Extract
from filrouge.formats.readers.limits import Limits, Unreadable

PARSERS = {
    "zip": "filrouge.formats.readers.office",
    "odt-flat": "filrouge.formats.readers.odt",
    "pdf": "filrouge.formats.readers.pdf",
    "html": "filrouge.formats.readers.html",
    "markdown": "filrouge.formats.readers.markdown",
}
#: What is taken apart into values of its own rather than into an extract; each module's ``read`` gives JSON.
TAKEN_APART = {
    "plan-word": "filrouge.formats.readers.plan.carried",
    "plan-workbook": "filrouge.formats.readers.plan.sheets",
}


_CELL = 9  # where the cell stands among the fields of a block that come after its place


def parse(kind: str, data: bytes, limits: Limits) -> Extract:
    """Parse in this process; ``kind`` is a key of :data:`PARSERS`. Raises :class:`Unreadable`, and only that."""
    extract: Extract = _read(PARSERS[kind], data, limits)
    if len(extract.text) > limits.characters or len(extract.blocks) > limits.blocks:
        raise Unreadable("too-long")
    if not extract.text.strip():
        raise Unreadable("no-words")
    return extract


def _read(module: str, data: bytes, limits: Limits) -> Any:
    try:
        return importlib.import_module(module).read(data, limits)
    except Unreadable:
        raise
    except MemoryError:
        raise Unreadable("too-costly") from None
    except RecursionError:
        raise Unreadable("too-deep") from None
    except Exception:  # noqa: BLE001 - hostile input makes parsers fail in ways that nobody can list
        raise Unreadable("damaged") from None


def answer(kind: str, data: bytes, limits: Limits) -> bytes:
    """The outcome of :func:`parse` as JSON, which :func:`outcome` turns back; or that of a kind of TAKEN_APART."""
    try:
        if kind in TAKEN_APART:
            return dumps({"taken": _read(TAKEN_APART[kind], data, limits)}).encode("utf-8", "surrogatepass")
        return _pack(parse(kind, data, limits))
    except Unreadable as error:
        return json.dumps({"error": error.code, "params": error.params}).encode()
    except (MemoryError, RecursionError):
        return b'{"error": "too-costly", "params": {}}'


def _pack(extract: Extract) -> bytes:
    rows = [
        (
            b.place.start,
            b.place.end,
            b.flow,
            b.heading,
            b.label,
            b.list_level,
            b.bold,
            b.caps,
            b.size,
            b.page,
            b.indent,
            b.cell and (b.cell.table, b.cell.row, b.cell.column, b.cell.columns_spanned, b.cell.rows_spanned),
            b.box,
            b.footnote,
        )
        for b in extract.blocks
    ]
    packed = {"format": extract.format, "title": extract.title, "doubts": extract.doubts, "text": extract.text}
    return json.dumps({**packed, "blocks": rows}).encode("ascii")


def outcome(packed: bytes) -> Extract:
    """The extract that :func:`answer` packed; raises the :class:`Unreadable` that it packed."""
    found: dict[str, Any] = json.loads(packed)
    if "error" in found:
        raise Unreadable(found["error"], found["params"])
    text: str = found["text"]
    blocks: list[Block] = []
    for start, end, *look in found["blocks"]:
        look[_CELL] = CellRef(*look[_CELL]) if look[_CELL] else None
        blocks.append(Block(text[start:end], Place(start, end), *look))
    return Extract(text, tuple(blocks), found["format"], found["title"], tuple(found["doubts"]))


def taken(packed: bytes) -> dict[str, Any]:
    """The values that :func:`answer` packed, figures exact; raises the :class:`Unreadable` that it packed."""
    found: dict[str, Any] = json.loads(packed.decode("utf-8", "surrogatepass"), parse_float=Decimal)
    if "error" in found:
        raise Unreadable(found["error"], found["params"])
    values: dict[str, Any] = found["taken"]
    return values


def restrain(limits: Limits) -> None:
    """Bind this process to ``limits``; where the system cannot (Windows), only the parent's clock holds."""
    for name in ("SIGINT", "SIGTERM", "SIGALRM"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    if hasattr(signal, "alarm"):
        signal.alarm(int(limits.wall_seconds) + 5)  # should the parent be killed and never come back
    try:
        import resource
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_CPU: limits.cpu_seconds,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_AS: _address_space() + limits.memory_bytes,
    }
    for what, most in wanted.items():
        hard = resource.getrlimit(what)[1]
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(ValueError, OSError):  # macOS knows the name of RLIMIT_AS but refuses to set it
            resource.setrlimit(what, (soft, hard))


def _address_space() -> int:
    """Bytes of address space that this process has now, 0 when the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def main() -> None:
    """Entry of a spawned child: a line of JSON (kind and limits) and the file's bytes come in, the answer goes out."""
    header = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**header["limits"])
    data = sys.stdin.buffer.read()
    restrain(limits)
    sys.stdout.buffer.write(answer(header["kind"], data, limits))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
