"""Coherence: what a careful policy adviser, a jurist or an inspector would write in the margin of a document."""

from filrouge.domain.coherence.engine import Fact, Finding, Rule, Severity, Waiver
from filrouge.domain.coherence.messages import plain, render
from filrouge.domain.coherence.report import Report, check

__all__ = ["Fact", "Finding", "Report", "Rule", "Severity", "Waiver", "check", "plain", "render"]
