"""Images with their provenance, and placements: where an article uses one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from editor.core.files import safe_name
from editor.domain.source_type import OriginClass, origin_of

HASH_IN_NAME = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One piece of evidence that a detector, or a page that was taken in, gave about an image's origin.

    `place`, `key` and `value` are as they stand in the file; the rest is what follows from them, "" where nothing does:
    `source_type` an IPTC term or a foreign value, `generated_at` the date or instant as it is written there.
    `confidence` is one of `editor.domain.evidence.Confidence`.
    """

    detector: str
    place: str
    key: str
    value: str
    confidence: str = "claimed"
    source_type: str = ""
    system: str = ""
    version: str = ""
    prompt: str = ""
    generated_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """One original file with its words and provenance, or a picture known by its words alone (`sha256` empty).

    `alt` maps a BCP 47 tag to the text; a text of "" says that the picture is decorative for readers of that language.
    `name` is the file's name made safe, with its ending. `width` and `height` are pixels, `size` is bytes.
    `source_type` holds an IPTC term, or a foreign value verbatim; "" is not stated. It is what a person decided, and
    `proposed` what the file spoke for when it was read. `generated_at` is a day or an instant as `generated_text`
    gives it, `data_mining` a PLUS term, `focus` the point of interest as fractions from the left and from the top.
    """

    id: str
    sha256: str = ""
    name: str = ""
    media_type: str = ""
    width: int = 0
    height: int = 0
    size: int = 0
    alt: Mapping[str, str] = field(default_factory=dict)
    credit: str = ""
    creator: str = ""
    rights: str = ""
    license: str = ""
    license_page: str = ""
    data_mining: str = ""
    source_type: str = ""
    ai_system: str = ""
    ai_system_version: str = ""
    ai_prompt: str = ""
    ai_prompt_writer: str = ""
    generated_at: str = ""
    focus: tuple[float, float] | None = None
    findings: tuple[Finding, ...] = ()
    proposed: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
    added_at: datetime | None = None
    trashed_at: datetime | None = None
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def has_file(self) -> bool:
        """Say whether there is an original; without one the page shows a frame with its words."""
        return bool(self.sha256)

    @property
    def origin(self) -> OriginClass:
        """Return the class that decides about the label."""
        return origin_of(self.source_type)

    @property
    def is_undecided_ai(self) -> bool:
        """Say whether the file speaks for AI while no person has said how the image came to be."""
        return not self.source_type and self.decided_at is None and origin_of(self.proposed).is_ai

    @property
    def path(self) -> str:
        """Return how Markdown and archives call the file: `images/<first 12 of sha256>-<name>`."""
        return f"images/{self.sha256[:HASH_IN_NAME]}-{self.name}" if self.has_file else ""

    def alt_for(self, *languages: str) -> tuple[str, str] | None:
        """Return (language, text) of the first of `languages` that has one, else of any, or None when there is none."""
        for language in (*languages, *sorted(self.alt)):
            if language in self.alt:
                return language, self.alt[language]
        return None


# What a person says of an image besides its alt texts: it goes along when the picture gets another file.
RECORD_FIELDS = (
    "credit",
    "creator",
    "rights",
    "license",
    "license_page",
    "data_mining",
    "source_type",
    "ai_system",
    "ai_system_version",
    "ai_prompt",
    "ai_prompt_writer",
    "generated_at",
    "focus",
    "decided_by",
    "decided_at",
)


class Role(StrEnum):
    """Where in an article an image stands."""

    HERO = "hero"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """An article's use of an image, with that article's own caption."""

    image_id: str
    caption: str = ""


# The target of a picture (or of a reference to one) in Markdown; the hash finds the image whatever became of its name.
_BODY_IMAGE = re.compile(r"\](?:\(|:)\s*<?images/(?P<hash>[0-9a-f]{12})-")


@lru_cache(maxsize=4)  # one save asks four times, of the text before and the text after
def body_image_hashes(markdown: str) -> tuple[str, ...]:
    """Return the first 12 hash digits of each newsroom picture in `markdown`, in order, each once."""
    return tuple(dict.fromkeys(match["hash"] for match in _BODY_IMAGE.finditer(markdown)))


def image_file_name(original: str, suffix: str) -> str:
    """Return the safe name for a file called `original` by its person, ending in `suffix` (with its dot)."""
    stem = original.replace("\\", "/").rsplit("/", 1)[-1]
    stem = stem.rsplit(".", 1)[0] if "." in stem else stem
    return safe_name(re.sub(r"\s+", "-", stem), "picture")[:60].rstrip("-. ") + suffix
