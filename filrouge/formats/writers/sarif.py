"""SARIF 2.1.0 (OASIS), for the tools that follow findings over time; one run for all files."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from filrouge import __version__
from filrouge.domain.coherence import Severity
from filrouge.domain.model import Place
from filrouge.domain.model.canonical import digest, dumps
from filrouge.domain.report.dossier import Batch, Dossier, Remark
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers import Look

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_MARKED = 200


def write(batch: Batch, voice: Voice, look: Look) -> str:
    """One SARIF log. Lines and columns are those of the extracted text, columns in code points."""
    rules = _rules(batch, voice.language)
    order = {rule["id"]: rank for rank, rule in enumerate(rules)}
    results = []
    for rank, dossier in enumerate(batch.dossiers):
        results += [_result(one, dossier, rank, order) for one in (*dossier.remarks, *dossier.waived)]
    run = {
        "tool": {
            "driver": {"name": "Filrouge", "version": __version__, "semanticVersion": __version__, "rules": rules}
        },
        "language": voice.language,
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not batch.failures,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": failure.sentence}} for failure in batch.failures
                ],
            }
        ],
        "artifacts": [_artifact(dossier) for dossier in batch.dossiers],
        "results": results,
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, pretty=True) + "\n"


def _artifact(dossier: Dossier) -> dict[str, Any]:
    return {
        "location": {"uri": _uri(dossier.file)},
        "sourceLanguage": dossier.document.language,
        "properties": {"framework": dossier.document.framework, "sha256OfReading": digest(dossier.document)},
    }


def _uri(file: str) -> str:
    """The name as the reference of an address: what would mean something else in one is escaped."""
    return quote(file.replace("\\", "/"), safe="/")


def _rules(batch: Batch, language: str) -> list[dict[str, Any]]:
    found: dict[str, Remark] = {}
    for dossier in batch.dossiers:
        for remark in (*dossier.remarks, *dossier.waived):
            found.setdefault(remark.code, remark)
    return [
        {
            "id": code,
            "shortDescription": {"text": one.title},
            "fullDescription": {"text": one.why},
            "help": {"text": f"{one.why}\n\n{one.mend}", "markdown": f"{one.why}\n\n**{one.mend}**"},
            "defaultConfiguration": {"level": _LEVELS[one.severity]},
            "properties": {"source": one.source, "language": language},
        }
        for code, one in sorted(found.items())
    ]


def _result(remark: Remark, dossier: Dossier, artifact: int, order: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": remark.code,
        "ruleIndex": order[remark.code],
        "level": _LEVELS[remark.severity],
        "message": {"text": remark.message},
        "locations": [_location(remark.place, dossier, artifact)],
        "partialFingerprints": {"filrouge/v1": f"{remark.code}:{remark.fact.item or remark.fact.section or ''}"},
    }
    if remark.fact.places:
        others = [_location(place, dossier, artifact) for place in remark.fact.places]
        result["relatedLocations"] = [{"id": rank, **one} for rank, one in enumerate(others)]
    waiver = remark.finding.waiver
    if waiver is not None:
        because = f"{waiver.reason} ({waiver.author}, {waiver.date.isoformat()})"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": because}]
    return result


def _location(place: Place | None, dossier: Dossier, artifact: int) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(dossier.file), "index": artifact}}
    if place is not None:
        line, column = dossier.lines.at(place.start)
        end_line, end_column = dossier.lines.at(place.end)
        region: dict[str, Any] = {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
            "charOffset": place.start,
            "charLength": place.end - place.start,
        }
        if 0 < place.end - place.start <= _MARKED:
            region["snippet"] = {"text": dossier.document.text[place.start : place.end]}
        physical["region"] = region
    return {"physicalLocation": physical}
