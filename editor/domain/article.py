"""One piece of news in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from editor.domain.ai_ranges import AiRanges
from editor.domain.authorship import Authorship
from editor.domain.image import Placement, body_image_hashes
from editor.domain.link import Link


class Status(StrEnum):
    """How far an article is."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    READY = "ready"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class ZoneSource(StrEnum):
    """Whether the article's zone came with the source or was supplied by a person or a default."""

    GIVEN = "given"
    ASSUMED = "assumed"


class TranslationState(StrEnum):
    """How far an article is as a translation; `MISSING` stands for one that is not there."""

    SOURCE = ""
    MISSING = "missing"
    DRAFT = "draft"  # begun: its words are still those that it began with
    TRANSLATING = "translating"
    APPROVED = "approved"
    SOURCE_CHANGED = "source-changed"  # approved, and then the source was changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A note to readers about what was put right, and when (UTC). The note is Markdown."""

    at: datetime
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """When an article was taken back from its readers (UTC), and why; plain text, which readers see if `is_told`."""

    at: datetime
    note: str = ""
    is_told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerSlug:
    """An address that an article had while readers could see it, and until when (UTC); None where that is not known."""

    slug: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """All that the newsroom holds of one article, its versions aside.

    Body, reactions and correction notes are Markdown; every other text is plain. Instants are aware and UTC, whole
    seconds. `translation_set` names the set; `is_source` marks the member that the others were translated from.
    `translated_from` is the hash of the words of the source that a translation answers (`translation.text_hash`), ""
    where it is not known; `approved_by` and `approved_at` say who approved it as such, and when.
    `ai_ranges` says which characters of the body AI wrote (`ai_ranges`).
    `reviewed_version` is the hash of the words that were signed off (`signing.words_hash`), "" where it is not known.
    `former_slugs` are the addresses from which readers are led on to the present one, the oldest first;
    `withdrawal` is the record of a withdrawn article's withdrawal.
    `display_zone` is an IANA name or "" for the edition's. `extra` keeps front-matter keys that Makala does not know.
    `created_at` and `changed_at` are the newsroom's own bookkeeping and are no part of an article's content.
    """

    id: str
    language: str
    slug: str
    headline: str
    translation_set: str
    former_slugs: tuple[FormerSlug, ...] = ()
    is_source: bool = True
    translated_from: str = ""
    approved_by: str = ""
    approved_at: datetime | None = None
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    authorship: Authorship = Authorship.NOT_STATED
    reviewed_by: str = ""
    reviewed_at: datetime | None = None
    reviewed_version: str = ""
    status: Status = Status.DRAFT
    withdrawal: Withdrawal | None = None
    section: str = ""
    tags: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    embargo: datetime | None = None
    display_zone: str = ""
    zone_source: ZoneSource = ZoneSource.GIVEN
    hero: Placement | None = None
    body: str = ""
    ai_ranges: AiRanges = ()
    reactions: str = ""
    corrections: tuple[Correction, ...] = ()
    links: tuple[Link, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)
    created_at: datetime | None = None
    changed_at: datetime | None = None
    trashed_at: datetime | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """Return its Markdown: body, reactions, correction notes."""
        return (self.body, self.reactions, *(correction.note for correction in self.corrections))

    @property
    def changed_for_readers(self) -> datetime | None:
        """Return when readers last got something else to read: published, updated or corrected; None without a date."""
        if self.published is None:
            return None
        return max(filter(None, (self.published, self.updated, *(one.at for one in self.told_corrections))))

    @property
    def told_corrections(self) -> tuple[Correction, ...]:
        """Return the corrections that readers see: those that say something."""
        return tuple(one for one in self.corrections if one.note.strip())

    @property
    def pictures_in_texts(self) -> tuple[str, ...]:
        """Return the first 12 hash digits of each of the newsroom's pictures that its Markdown shows, each once."""
        return tuple(dict.fromkeys(digits for text in self.texts for digits in body_image_hashes(text)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHead:
    """What a list shows of an article: read in one query, ten thousand at a time.

    `is_unsigned`: its words were changed after somebody signed them off. `translations` says, for every language of
    its set and for those that editions lack, the source first, how far that one is; empty where there is but one.
    """

    id: str
    language: str
    slug: str
    headline: str
    status: Status
    section: str
    authorship: Authorship
    translation_set: str
    published: datetime | None
    changed_at: datetime
    hero_image: str = ""
    hero_is_ai: bool = False
    is_unsigned: bool = False
    translation: TranslationState = TranslationState.SOURCE
    translations: tuple[tuple[str, TranslationState], ...] = ()
    embargo: datetime | None = None
    trashed_at: datetime | None = None
