"""What a check of the real documents must find, and must not, as a careful reader listed it by hand."""

from __future__ import annotations

import datetime as dt
import importlib
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import Any

import pytest
import yaml

from filrouge.domain.coherence import Report, check, plain, render
from filrouge.domain.coherence.engine import rules
from filrouge.domain.model import LANGUAGES, Document, Framework
from filrouge.domain.reading import read
from filrouge.formats.readers import read_file
from filrouge.library import frameworks, rule_texts

TODAY = dt.date(2026, 1, 1)
OURS = {rule.code for rule in rules()}


@cache
def document(path: Path) -> tuple[Document, Framework | None]:
    found = read(read_file(path), frameworks())
    return found, next((one for one in frameworks() if one.urn == found.framework), None)


def checked(path: Path) -> Report:
    return check(*document(path), today=TODAY)


def as_json(report: Report) -> list[dict[str, Any]]:
    """The findings with what a comparison looks at, in French."""
    return [
        {
            "code": one.code,
            "item": one.fact.item,
            "section": one.fact.section,
            "params": json.loads(json.dumps(plain(one.fact.params, "fr"))),
            "message": render(rule_texts()[one.code].message.fr, one.fact.params, "fr"),
        }
        for one in report.findings
    ]


@pytest.fixture
def scorer(reference_dir: Path) -> Iterator[ModuleType]:
    folder = str(reference_dir / "score")
    sys.path.insert(0, folder)
    try:
        yield importlib.import_module("score_findings")
    finally:
        sys.path.remove(folder)


def test_expected_findings(reference_dir: Path, scorer: ModuleType) -> None:
    expected = yaml.safe_load((reference_dir / "gold" / "expected-findings.yaml").read_text("utf-8"))
    missed = []
    for name, codes in expected.items():
        path = reference_dir / "sources" / name
        findings = as_json(checked(path))
        items = {item.id: {"number": item.number} for item in document(path)[0].items}
        for code in OURS & set(codes):
            mine = [one for one in findings if one["code"] == code]
            missed += [f"{name}: {line}" for line in scorer.misses(code, codes[code], mine, items)]
    assert missed == []


def test_every_finding_is_a_sentence_in_every_language(reference_dir: Path) -> None:
    for path in sorted((reference_dir / "sources").glob("*.txt")):
        for one in checked(path).findings:
            for language in LANGUAGES:
                message = render(rule_texts()[one.code].message[language], one.fact.params, language)
                assert len(message) > 15
                assert "  " not in message.replace("\u00a0", " ")
                assert not set("{}|") & set(message), message


def test_a_check_is_quick(reference_dir: Path) -> None:
    path = max((reference_dir / "sources").glob("*.txt"), key=lambda file: file.stat().st_size)
    checked(path)
    start = process_time()
    checked(path)
    assert process_time() - start < 0.5  # half a second leaves room for a slow machine; it takes about 0.12
