"""The command as a process: its streams, its end, its start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

COMMAND = [sys.executable, "-m", "filrouge"]


def run(*words: object, **extra: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LANG": "C.UTF-8", **extra.pop("env", {})}
    return subprocess.run([*COMMAND, *map(str, words)], capture_output=True, check=False, env=environment, **extra)


def test_standard_output_is_utf8_whatever_the_locale(letter: Path) -> None:
    done = run(
        "read", letter, "--format", "json", env={"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    )
    assert done.returncode == 0, done.stderr
    assert "Ouvrir deux antennes" in json.loads(done.stdout.decode("utf-8"))["text"]


def test_errors_go_to_standard_error_in_any_encoding(tmp_path: Path) -> None:
    done = run("read", tmp_path / "été.txt", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 2 and done.stdout == b""
    assert done.stderr.count(b"\n") == 1 and b"Traceback" not in done.stderr


def test_a_name_that_is_no_text(letter: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(str(letter.parent)) + b"/m\xe9mo.txt"))
    try:
        odd.write_bytes(letter.read_bytes())
    except OSError:
        pytest.skip("this file system wants names in UTF-8")
    for format in ("json", "text", "html", "sarif"):
        done = run("check", odd, "--format", format, "--fail-on", "never")
        assert done.returncode == 0, done.stderr
        done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error(letter: Path) -> None:
    process = subprocess.Popen([*COMMAND, "frameworks"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=30)
    assert error == b""


def test_a_binary_result_does_not_go_to_a_terminal(letter: Path) -> None:
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    done = subprocess.run(
        [*COMMAND, "check", str(letter), "--format", "xlsx"], stdout=slave, stderr=subprocess.PIPE, check=False
    )
    os.close(slave)
    os.close(master)
    assert done.returncode == 2 and b"--output" in done.stderr


def test_colours_on_a_terminal_unless_refused(letter: Path) -> None:
    pty = pytest.importorskip("pty")
    for refused in (False, True):
        master, slave = pty.openpty()
        environment = {**os.environ, "TERM": "xterm", **({"NO_COLOR": "1"} if refused else {})}
        if not refused:
            environment.pop("NO_COLOR", None)
        words = [*COMMAND, "rules", "DOC107"]
        subprocess.run(words, stdout=slave, stderr=subprocess.DEVNULL, check=True, env=environment)
        shown = os.read(master, 100_000)
        os.close(slave)
        os.close(master)
        assert (b"\x1b[" in shown) is not refused


def test_completion_is_offered_for_shells() -> None:
    done = run(env={"_FILROUGE_COMPLETE": "complete_bash", "COMP_WORDS": "filrouge che", "COMP_CWORD": "1"})
    if not done.stdout:  # the name of the program that runs the module differs from that of the script
        script = Path(sys.executable).with_name("filrouge")
        environment = {
            **os.environ,
            "_FILROUGE_COMPLETE": "complete_bash",
            "COMP_WORDS": "filrouge che",
            "COMP_CWORD": "1",
        }
        done = subprocess.run([str(script)], capture_output=True, check=False, env=environment)
    assert done.stdout.strip() == b"check"


def test_only_what_is_needed_is_imported(letter: Path) -> None:
    heavy = ("docx", "lxml", "openpyxl", "pypdfium2", "rich.progress", "rich.markdown", "markdown_it", "odfdo")
    code = (
        "import sys, runpy\n"
        f"sys.argv = ['filrouge', 'read', {str(letter)!r}]\n"
        "try:\n    runpy.run_module('filrouge', run_name='__main__')\n"
        "except SystemExit:\n    pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stderr.strip() == b"[]"
