"""How a picture came to be, in plain words: the choices of a person, and what its file says."""

from __future__ import annotations

from editor.core.messages import Message, say
from editor.domain.evidence import confidence_words, finding_words
from editor.domain.image import Image
from editor.domain.source_type import SOURCE_TYPES, OriginClass, origin_of, term_of
from editor.i18n.dates import format_instant
from editor.i18n.interface import interface_language, tr, words

_GROUPS: tuple[tuple[Message, frozenset[OriginClass]], ...] = (
    (say("AI had a part"), frozenset({OriginClass.AI_GENERATED, OriginClass.AI_MODIFIED})),
    (say("No AI"), frozenset({OriginClass.NOT_AI})),
    (say("Not known"), frozenset({OriginClass.UNKNOWN})),
)
NOT_STATED = say("Not stated")


def origin_groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return (heading, (term, words)...) of every active term of the IPTC list, grouped by what readers are told."""
    groups: list[tuple[str, list[tuple[str, str]]]] = [("", [("", words(NOT_STATED))])]
    for heading, classes in _GROUPS:
        terms = [
            (entry.term, words(entry.words))
            for entry in SOURCE_TYPES.values()
            if entry.is_active and entry.origin in classes
        ]
        groups.append((words(heading), terms))
    return groups


def findings_words(image: Image) -> str:
    """Return what is known of the picture's origin from its file or the page it came from, a line each."""
    if not image.findings:
        return tr("Nothing about how it was made.") if image.has_file else tr("There is no file to read.")
    return "\n".join(
        tr("{finding} ({confidence})", finding=words(finding_words(one)), confidence=words(confidence_words(one)))
        for one in image.findings
    )


def proposed_origin(image: Image) -> str:
    """Return the active IPTC term that the file proposed while nobody has decided; "" when there is none to offer."""
    if image.source_type or image.decided_at is not None:
        return ""
    entry = SOURCE_TYPES.get(term_of(image.proposed))
    chosen = entry.successor or entry.term if entry else ""
    return chosen if chosen and SOURCE_TYPES[chosen].is_active else ""


def undecided_words(image: Image) -> str:
    """Return the reminder on a picture whose file says that AI had a part while nobody has decided; else ""."""
    return tr("Undecided: its file says AI") if origin_of(proposed_origin(image)).is_ai else ""


def decided_words(image: Image, zone: str) -> str:
    """Return who decided how the picture came to be and when, and what its file had proposed where that differs.

    The day is the one that the calendar in `zone` shows.
    """
    if image.decided_at is None:
        return ""
    day = format_instant(image.decided_at, zone, interface_language(), form="date")
    said = tr("Decided by {name} on {day}", name=image.decided_by or tr("somebody"), day=day)
    entry = SOURCE_TYPES.get(term_of(image.proposed))
    if not image.proposed or term_of(image.proposed) == term_of(image.source_type):
        return said
    proposed = words(entry.words) if entry else image.proposed
    return "\n".join((said, tr("Its file proposed: {words}", words=proposed)))


def facts_words(image: Image) -> str:
    """Return the file's measures: "640 × 360 · PNG · 120 KB"."""
    if not image.has_file:
        return tr("No file")
    kind = image.media_type.partition("/")[2].upper()
    return f"{image.width} × {image.height} · {kind} · {size_words(image.size)}"


def size_words(size: int) -> str:
    """Return how much `size` bytes are, as people say it: "5.8 MB", "120 KB"."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{-(-size // 1000)} KB"
