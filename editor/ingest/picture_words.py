"""What a file says of a picture: path, words, provenance and evidence, read and written under the same keys."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from editor.core.clock import instant_text
from editor.domain.image import Finding, Image
from editor.domain.source_type import term_of
from editor.ingest.draft import PictureNote
from editor.ingest.fields import Fields


def read_picture(fields: Fields, language: str, *, file: str = "") -> PictureNote:
    """Return what `fields` say of one picture; one alt text without a tag is in `language`.

    `file` is its path where that is not among the fields. Keys that are not known are kept in the image's `extra`.
    """
    path = file or fields.text("file")
    caption = fields.text("caption")
    image = Image(
        id=fields.text("id"),
        alt=fields.by_language("alt", language),
        credit=fields.text("credit"),
        source_type=term_of(fields.text("source-type")),
        ai_system=fields.text("ai-system"),
        ai_prompt=fields.text("ai-prompt"),
        findings=tuple(_finding(one) for one in fields.list_of_fields("findings")),
        decided_by=fields.text("decided-by"),
        decided_at=fields.instant("decided-at"),
        trashed_at=fields.instant("trashed"),
        extra=fields.unknown(),
    )
    return PictureNote(image=image, file=path, caption=caption, line=fields.line_of("file"))


def write_picture(image: Image, language: str, *, caption: str = "", file: str = "") -> dict[str, object]:
    """Return the keys that `read_picture` reads back as `image`, empty ones left out; `file` is its path, if any."""
    alone = set(image.alt) == {language}
    values: dict[str, object] = {
        "file": file,
        "id": "" if image.has_file else image.id,
        "alt": image.alt[language] if alone else dict(sorted(image.alt.items())),
        "caption": caption,
        "credit": image.credit,
        "source-type": image.source_type,
        "ai-system": image.ai_system,
        "ai-prompt": image.ai_prompt,
        "findings": [_finding_values(one) for one in image.findings],
        "decided-by": image.decided_by,
        "decided-at": instant_text(image.decided_at) if image.decided_at else "",
        "trashed": instant_text(image.trashed_at) if image.trashed_at else "",
    }
    return {**without_empty(values, keep={"alt"} if alone else set()), **image.extra}


def without_empty(values: Mapping[str, object], *, keep: AbstractSet[str] = frozenset()) -> dict[str, object]:
    """Return `values` without the empty ones, but with those of `keep`."""
    return {key: value for key, value in values.items() if value or key in keep}


def _finding(fields: Fields) -> Finding:
    return Finding(
        detector=fields.text("detector"),
        place=fields.text("place"),
        key=fields.text("key"),
        value=fields.text("value"),
        confidence=fields.text("confidence") or "claimed",
    )


def _finding_values(finding: Finding) -> dict[str, str]:
    return {
        "detector": finding.detector,
        "place": finding.place,
        "key": finding.key,
        "value": finding.value,
        "confidence": finding.confidence,
    }
