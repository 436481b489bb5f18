"""The JSON forms of the contract, made from the services' reports. Keys may be added, never renamed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.clock import instant_text
from editor.i18n.interface import words

if TYPE_CHECKING:
    from editor.domain.check_choices import Accepted
    from editor.domain.problem import Problem
    from editor.images.detection import Inspection
    from editor.services.publishing import ExportReport
    from editor.services.renditions import BookReport
    from editor.services.search import SearchHit
    from editor.services.taking_in import TakenReport
    from editor.services.verifying import VerifyReport

Form = dict[str, object]


def taken_form(report: TakenReport) -> Form:
    """Return the form of `ingest`."""
    return {
        "taken": [{"file": one.file, "id": one.id, "slug": one.slug} for one in report.taken],
        "refused": [
            {"file": one.file, "line": one.line, "message": words(one.message), "hint": words(one.hint)}
            for one in report.refused
        ],
        "warnings": [{"file": one.file, "message": words(one.message)} for one in report.warnings],
    }


def export_form(report: ExportReport) -> Form:
    """Return the form of `export`."""
    return {
        "bundle": str(report.bundle),
        "format": report.format,
        "editions": list(report.editions),
        "files": report.files,
        "written": report.written,
        "unchanged": report.unchanged,
        "removed": report.removed,
        "warnings": [words(message) for message in report.warnings],
        "seconds": report.seconds,
        "manifest_sha256": report.manifest_sha256,
        "first_page": report.first_page,
        "signed_by": report.signed_by,
    }


def book_form(report: BookReport) -> Form:
    """Return the form of `book`."""
    return {
        "book": str(report.path),
        "edition": report.edition,
        "articles": report.articles,
        "pictures": report.pictures,
        "bytes": report.size,
        "warnings": [words(message) for message in report.warnings],
    }


def verify_form(report: VerifyReport) -> Form:
    """Return the form of `verify`."""
    return {
        "ok": report.ok,
        "files": report.files,
        "problems": [{"path": one.path, "kind": one.kind, "message": words(one.message)} for one in report.problems],
        "signature": {"state": report.signature.state, "fingerprint": report.signature.fingerprint},
    }


def check_form(problems: Iterable[Problem]) -> Form:
    """Return the form of `check`: `accepted` is false, or says who let the problem stand, when and why."""
    return {
        "problems": [
            {
                "check": one.check,
                "severity": "block" if one.blocks else "warn",
                "article": one.article,
                "field": one.field,
                "message": words(one.message),
                "hint": words(one.hint),
                "line": one.line + 1 if one.line >= 0 else None,
                "accepted": _accepted_form(one.accepted) if one.accepted else False,
            }
            for one in problems
        ]
    }


def _accepted_form(one: Accepted) -> Form:
    return {"by": one.by, "at": instant_text(one.at), "reason": one.reason}


def inspect_form(path: Path, inspection: Inspection) -> Form:
    """Return what `inspect` says of one picture."""
    proposal = inspection.proposal
    return {
        "file": str(path),
        "class": inspection.origin.value,
        "source_type": inspection.source_type,
        "system": proposal.system,
        "version": proposal.version,
        "prompt": proposal.prompt,
        "generated_at": proposal.generated_at,
        "findings": [asdict(one) for one in inspection.findings],
        "credentials": inspection.credentials,
    }


def search_form(hits: Iterable[SearchHit]) -> Form:
    """Return the form of `search`."""
    return {
        "results": [
            {
                "id": hit.id,
                "slug": hit.slug,
                "headline": hit.headline,
                "language": hit.language,
                "score": hit.score,
            }
            for hit in hits
        ]
    }
