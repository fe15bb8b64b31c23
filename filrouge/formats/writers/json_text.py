"""JSON for scripts: the shapes that the command line promises. Keys may be added, never renamed."""

from __future__ import annotations

from typing import Any

from filrouge.domain.coherence import Waiver, plain
from filrouge.domain.model import Document, Place
from filrouge.domain.model.canonical import digest, dumps, to_json
from filrouge.domain.report.dossier import Batch, Dossier, Remark
from filrouge.domain.report.voice import Voice
from filrouge.domain.smart import Assessment, assessed_in
from filrouge.formats.writers import Look

CRITERIA = {"S": "specific", "M": "measurable", "A": "owned", "R": "resourced", "T": "time_bound"}


def write(batch: Batch, voice: Voice, look: Look) -> str:
    """One object for one file; for several, or for a folder, a list of them, files that could not be read included."""
    objects = [checked(dossier) for dossier in batch.dossiers]
    return text(objects, [(f.file, f.sentence) for f in batch.failures], many=batch.many)


def text(objects: list[dict[str, Any]], failures: list[tuple[str, str]], *, many: bool) -> str:
    """JSON text of what was made of each file; empty when the only file could not be read."""
    if many:
        return (
            dumps([*objects, *({"file": file, "error": sentence} for file, sentence in failures)], pretty=True) + "\n"
        )
    return dumps(objects[0], pretty=True) + "\n" if objects else ""


def reading(file: str, document: Document) -> dict[str, Any]:
    """What was read in one file, its hash included. Beside what the text says, each objective, commitment and action
    has what was judged of it: ``smart`` (a verdict a criterion, with the words that speak for it and the codes of what
    is missing) and ``commitment`` (``effort``, ``resource``, ``result``, null when the words speak for none)."""
    made = to_json(document)
    judged = assessed_in(document)
    for item in made["items"]:
        item |= _judged(judged.get(item["id"]))
    return {"file": file, **made, "sha256": digest(document)}


def _judged(assessment: Assessment | None) -> dict[str, Any]:
    if assessment is None:
        return {"smart": None, "commitment": None}
    criteria = {
        CRITERIA[one.letter]: {"verdict": one.verdict, "words": " · ".join(one.words), "missing": list(one.missing)}
        for one in assessment.letters
    }
    return {"smart": criteria, "commitment": assessment.proposed or None}


def checked(dossier: Dossier) -> dict[str, Any]:
    """What was found in one file. ``findings`` are the open ones, in the order of the text; ``first`` the ranks,
    from 0, of those most worth reading; ``waived`` those set aside."""
    ranks = {remark.rank: rank for rank, remark in enumerate(dossier.remarks)}
    return {
        "file": dossier.file,
        "language": dossier.document.language,
        "framework": dossier.document.framework,
        "confidence": dossier.document.confidence,
        "today": dossier.today.isoformat(),
        "findings": [finding(remark, dossier) for remark in dossier.remarks],
        "summary": dossier.report.summary,
        "first": [ranks[remark.rank] for remark in dossier.first],
        "waived": [finding(remark, dossier) for remark in dossier.waived],
        "unused_waivers": [_waiver(waiver) for waiver in dossier.report.unused],
    }


def finding(remark: Remark, dossier: Dossier) -> dict[str, Any]:
    """One finding; ``line`` and ``column`` count from 1 in the extracted text, null when it is about the whole."""
    fact, place = remark.fact, remark.place
    line, column = dossier.lines.at(place.start) if place else (None, None)
    made = {
        "code": remark.code,
        "severity": remark.severity.value,
        "item": fact.item,
        "section": fact.section,
        "params": plain(fact.params, dossier.language),
        "message": remark.message,
        "start": place.start if place else None,
        "end": place.end if place else None,
        "line": line,
        "column": column,
        "places": [_span(one) for one in fact.places],
        "source": remark.source,
    }
    if remark.finding.waiver is not None:
        made["waiver"] = _waiver(remark.finding.waiver)
    return made


def _span(place: Place) -> list[int]:
    return [place.start, place.end]


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {
        "code": waiver.code,
        "reason": waiver.reason,
        "author": waiver.author,
        "date": waiver.date.isoformat(),
        "until": waiver.until.isoformat() if waiver.until else None,
        "section": waiver.section,
        "item": waiver.item,
        "words": waiver.words,
    }
