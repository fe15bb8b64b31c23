"""How faithfully the real documents are read and checked, by the scorers that stand beside them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

COMMAND = f"{sys.executable} -m filrouge"
LEAST = {
    "pns.objectives.f1": 0.98,
    "pns.objectives.number": 0.97,
    "pns.objectives.section": 0.95,
    "pns.themes.f1": 0.95,
    "spf.strategic_objectives.f1": 1.0,
    "spf.ambitions.f1": 0.97,
    "spf.ambitions.owners": 0.95,
    "spf.ambitions.parent": 0.97,
    "spf.priorities.f1": 0.9,
    "spf.swot.strength.f1": 0.97,
    "spf.swot.weakness.f1": 0.97,
    "spf.swot.opportunity.f1": 0.97,
    "spf.swot.threat.f1": 0.97,
    "spf.risk_domains.f1": 0.95,
    "spf.risk_domains.links": 0.95,
    "spf.staff.cells": 0.98,
    "spf.budget.cells": 0.98,
    "letter.headings.f1": 0.85,
    "letter.commitments.no_invented_date": 1.0,
    "letter.validated_on": 1.0,
    "aig-letter.headings.f1": 0.95,
    "imf-policy.policy_sections.recall": 1.0,
}


def run(script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(script), "--filrouge", COMMAND, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


def test_the_five_documents_are_read_as_well_as_agreed(reference_dir: Path) -> None:
    least = [word for figure, value in LEAST.items() for word in ("--min", f"{figure}={value}")]
    done = run(reference_dir / "score" / "score_reading.py", *least)
    assert done.returncode == 0, done.stdout + done.stderr


def test_checking_finds_what_a_careful_reader_finds(reference_dir: Path) -> None:
    done = run(reference_dir / "score" / "score_findings.py")
    assert done.returncode in {0, 1}, done.stderr
    missed = [line for line in done.stdout.splitlines()[:-1] if ": SMA" not in line]  # SMART analysis is not built yet
    assert not missed, done.stdout
