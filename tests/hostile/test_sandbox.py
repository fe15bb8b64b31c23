"""The child process in which files are parsed: whatever happens in it becomes one clear code, and nothing is left."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from filrouge.formats.readers import Limits, Unreadable, child, read_file, sandbox
from filrouge.formats.readers.sandbox import parse_apart
from tests.formats.readers.making import odt, p, pdf, show, texts, word

QUICK = Limits(cpu_seconds=1, wall_seconds=3.0, memory_bytes=300 * 1024 * 1024, characters=100_000, blocks=100)


@pytest.fixture(autouse=True)
def _misbehaving(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(child.PARSERS, "misbehaving", "tests.hostile.misbehaving")


def children() -> set[str]:
    """The processes that this one has started and not yet buried."""
    return {pid for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}


def descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


@pytest.mark.parametrize(
    ("order", "code"),
    [
        ("spin", "too-costly"),
        ("sleep", "too-costly"),
        ("hoard", "too-costly"),
        ("flood", "too-long"),
        ("crash", "damaged"),
        ("leave", "damaged"),
        ("fail", "damaged"),
        ("dive", "too-deep"),
    ],
)
def test_trouble_in_the_child_is_one_code(order: str, code: str) -> None:
    before, opened = children(), descriptors()
    start = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        parse_apart("misbehaving", order.encode(), QUICK)
    assert caught.value.code == code
    assert time.monotonic() - start < 8
    assert children() == before
    assert descriptors() == opened


def test_child_cannot_write_files(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    with pytest.raises(Unreadable):
        parse_apart("misbehaving", f"write {trace}".encode(), QUICK)
    assert not trace.exists() or trace.stat().st_size == 0


def test_child_is_ended_when_the_parent_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    before = children()

    def interrupted(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(sandbox, "_receive", interrupted)
    with pytest.raises(KeyboardInterrupt):
        parse_apart("misbehaving", b"sleep", QUICK)
    assert children() == before


def test_good_file_passes_with_all_that_it_says() -> None:
    body = (
        p("Titre", '<w:outlineLvl w:val="0"/>', "<w:b/>") + "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
    )
    data = word(body.format(p("un"), p("deux")), title="Plan")
    assert parse_apart("zip", data, Limits()) == child.parse("zip", data, Limits())


@pytest.mark.parametrize("fork", [True, False])
def test_both_kinds_of_child_read_the_same(fork: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "CAN_FORK", fork)
    for name, data in (
        ("a.docx", word(p("Mots"))),
        ("a.odt", odt("<text:p>Mots</text:p>")),
        ("a.pdf", pdf(show(72, 700, "Mots"))),
    ):
        (tmp_path / name).write_bytes(data)
        assert texts(read_file(tmp_path / name)) == ["Mots"]
    (tmp_path / "b.docx").write_bytes(word(p("Mots"))[:300])
    with pytest.raises(Unreadable) as caught:
        read_file(tmp_path / "b.docx")
    assert caught.value.code == "truncated"


def test_spawned_child_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "CAN_FORK", False)
    with pytest.raises(Unreadable) as caught:
        parse_apart("zip", word(p("Mots")), Limits(wall_seconds=0.01))
    assert caught.value.code == "too-costly"


def test_many_threads_read_at_once(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(word(p("Mots")))
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: found.append(texts(read_file(file)))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert found == [["Mots"]] * 8
