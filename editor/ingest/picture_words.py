"""What a file says of a picture: path, words, provenance and evidence, read and written under the same keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

from editor.core.clock import instant_text
from editor.core.errors import UserError
from editor.domain.image import Finding, Image
from editor.domain.provenance import data_mining_of, focus_from, focus_texts, generated_text
from editor.domain.source_type import term_of
from editor.ingest.draft import PictureNote
from editor.ingest.fields import Fields

Said = TypeVar("Said")
Typed = TypeVar("Typed")


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
        creator=fields.text("creator"),
        rights=fields.text("rights"),
        license=fields.text("license"),
        license_page=fields.text("license-page"),
        ai_system=fields.text("ai-system"),
        ai_system_version=fields.text("ai-system-version"),
        ai_prompt=fields.text("ai-prompt"),
        ai_prompt_writer=fields.text("ai-prompt-writer"),
        data_mining=_seen(fields, "data-mining", data_mining_of, fields.text("data-mining")).value,
        source_type=term_of(fields.text("source-type")),
        generated_at=_seen(fields, "generated-at", generated_text, fields.text("generated-at")),
        focus=_seen(fields, "focus", focus_from, fields.texts("focus")),
        findings=tuple(_finding(one) for one in fields.list_of_fields("findings")),
        proposed=term_of(fields.text("proposed")),
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
        "creator": image.creator,
        "rights": image.rights,
        "license": image.license,
        "license-page": image.license_page,
        "data-mining": image.data_mining,
        "source-type": image.source_type,
        "ai-system": image.ai_system,
        "ai-system-version": image.ai_system_version,
        "ai-prompt": image.ai_prompt,
        "ai-prompt-writer": image.ai_prompt_writer,
        "generated-at": image.generated_at,
        "focus": focus_texts(image.focus),
        "findings": [_finding_values(one) for one in image.findings],
        "proposed": image.proposed,
        "decided-by": image.decided_by,
        "decided-at": instant_text(image.decided_at) if image.decided_at else "",
        "trashed": instant_text(image.trashed_at) if image.trashed_at else "",
    }
    said = without_empty(values, keep={"alt"} if alone else set())
    return {**said, **{key: value for key, value in image.extra.items() if key not in said}}


def without_empty(values: Mapping[str, object], *, keep: AbstractSet[str] = frozenset()) -> dict[str, object]:
    """Return `values` without the empty ones, but with those of `keep`."""
    return {key: value for key, value in values.items() if value or key in keep}


def _seen(fields: Fields, key: str, read: Callable[[Said], Typed], said: Said) -> Typed:
    """Return what `read` makes of `said`, refused at the line of `key` where it is no such thing."""
    try:
        return read(said)
    except UserError as error:
        fields.refuse(key, error.message, error.hint)


def _finding(fields: Fields) -> Finding:
    return Finding(
        detector=fields.text("detector"),
        place=fields.text("place"),
        key=fields.text("key"),
        value=fields.text("value"),
        confidence=fields.text("confidence") or "claimed",
        source_type=term_of(fields.text("source-type")),
        system=fields.text("system"),
        version=fields.text("version"),
        prompt=fields.text("prompt"),
        generated_at=fields.text("generated-at"),
    )


def _finding_values(finding: Finding) -> dict[str, object]:
    return {
        "detector": finding.detector,
        "place": finding.place,
        "key": finding.key,
        "value": finding.value,
        "confidence": finding.confidence,
    } | without_empty(
        {
            "source-type": finding.source_type,
            "system": finding.system,
            "version": finding.version,
            "prompt": finding.prompt,
            "generated-at": finding.generated_at,
        }
    )
