"""What reading and checking cost, in one run on this machine: ``make bench``.

Each figure is the CPU time (user and system, child processes included) of the command as a person runs it, the least
of a few runs, and its ratio to a fixed piece of Python work measured in the same run, so that two machines compare.
The documents are the ``sources`` of FILROUGE_REFERENCE_DIR, or, without it, the sample that ships with the package.
Aims are printed beside the figures; nothing fails when they are missed, because a busy machine proves nothing.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNS = 3
TIMES = 10
COMMAND = (sys.executable, "-m", "filrouge")


@dataclass(frozen=True)
class Cost:
    """CPU seconds and peak memory in MB of one command."""

    cpu: float
    memory: float


def documents() -> list[Path]:
    """The documents to measure: the reference sources if there are any, else the shipped samples."""
    named = os.environ.get("FILROUGE_REFERENCE_DIR", "").strip()
    if named:
        found = sorted((ROOT / named / "sources").glob("*.txt"))
        if found:
            return found
    from filrouge.cli.samples import samples

    return sorted(samples())


def cost(*arguments: str) -> Cost:
    """The least CPU time, and the largest memory, of a few runs of the command.

    Raises SystemExit when the command answers with anything but 0 or 1.
    """
    seen = [_once((*COMMAND, *arguments)) for _ in range(RUNS)]
    return Cost(min(one.cpu for one in seen), max(one.memory for one in seen))


def _once(command: Sequence[str]) -> Cost:
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, cwd=ROOT)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in (0, 1):
            said.seek(0)
            raise SystemExit(f"{' '.join(command)} ended with {child.returncode}: {said.read().decode().strip()}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def yardstick() -> float:
    """CPU seconds of a fixed piece of work: sorting and joining the same words again and again."""
    words = [f"{number * 7919 % 10007:05d}" for number in range(20000)]
    least = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        for _ in range(150):
            " ".join(sorted(words)).upper().split()
        least = min(least, time.process_time() - start)
    return least


def longer(document: Path, folder: Path) -> tuple[Path, Path]:
    """The text of a document once, and ten times one after the other, as two text files."""
    from filrouge.formats.readers import read_file

    text = read_file(document).text
    once, many = folder / "once.txt", folder / "ten-times.txt"
    once.write_text(text, "utf-8")
    many.write_text(text * TIMES, "utf-8")
    return once, many


def report(rows: Sequence[tuple[str, float, float]], unit: float) -> None:
    """Print one line per document: CPU seconds to read and to check it, and the same in units of the yardstick."""
    width = max(len(name) for name, _, _ in rows)
    print(f"{'document':<{width}}  {'read':>7}  {'check':>7}   in units of the yardstick")
    for name, read, check in rows:
        print(f"{name:<{width}}  {read:>5.2f} s  {check:>5.2f} s   {read / unit:>5.1f}  {check / unit:>5.1f}")


def main() -> int:
    """Measure and print; always 0 unless a command breaks."""
    found = documents()
    unit = yardstick()
    print(
        f"Python {sys.version.split()[0]}, {os.cpu_count()} cores; yardstick {unit:.3f} s CPU; least of {RUNS} runs\n"
    )
    rows, peak = [], 0.0
    for path in found:
        read, check = (cost(verb, str(path), "--format", "json") for verb in ("read", "check"))
        rows.append((path.name, read.cpu, check.cpu))
        peak = max(peak, read.memory, check.memory)
    report(rows, unit)

    together = cost("check", *map(str, found), "--format", "json")
    start = cost("--version")
    largest = max(found, key=lambda path: path.stat().st_size)
    with tempfile.TemporaryDirectory() as folder:
        once, many = (cost("check", str(path), "--format", "json") for path in longer(largest, Path(folder)))
    peak = max(peak, together.memory, many.memory)
    small = max(once.cpu - start.cpu, 0.001)
    print(
        f"\nall {len(found)} read and checked in one command  {together.cpu:6.2f} s CPU   (aim: under 3)"
        f"\ncold start of the command                  {start.cpu:6.2f} s CPU   (aim: under 0.4)"
        f"\n{TIMES} times the text of {largest.name}: {many.cpu:.2f} s against {once.cpu:.2f} s CPU,"
        f"\n  {many.cpu / once.cpu:.1f} times as long; {(many.cpu - start.cpu) / small:.1f} without the cold start"
        f"   (aim: at most 12)"
        f"\npeak memory {peak:.0f} MB   (aim: under 400); this script itself "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
    )
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
