"""An article as plain JSON values and back, and the hash that names its content."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from editor.core.clock import instant_text
from editor.core.files import sha256_hex
from editor.domain.ai_ranges import AiRanges
from editor.domain.article import Article, Correction, FormerSlug, Status, Withdrawal, ZoneSource
from editor.domain.authorship import Authorship
from editor.domain.image import Placement
from editor.domain.link import External, Link

# Bookkeeping of the newsroom: the same words in another newsroom, or out of the trash, are the same content.
_NOT_CONTENT = (
    "id",
    "former_slugs",
    "translation_set",
    "is_source",
    "translated_from",
    "approved_by",
    "approved_at",
    "reviewed_version",
    "created_at",
    "changed_at",
    "trashed_at",
)


def article_to_plain(article: Article) -> dict[str, Any]:
    """Return all of `article` as JSON values; instants as RFC 3339 text, what is absent as None."""
    return {
        "id": article.id,
        "language": article.language,
        "slug": article.slug,
        "headline": article.headline,
        "translation_set": article.translation_set,
        "former_slugs": former_slugs_to_plain(article.former_slugs),
        "is_source": article.is_source,
        "translated_from": article.translated_from,
        "approved_by": article.approved_by,
        "approved_at": instant_or_none(article.approved_at),
        "standfirst": article.standfirst,
        "byline": list(article.byline),
        "authorship": article.authorship.value,
        "reviewed_by": article.reviewed_by,
        "reviewed_at": instant_or_none(article.reviewed_at),
        "reviewed_version": article.reviewed_version,
        "status": article.status.value,
        "withdrawal": withdrawal_to_plain(article.withdrawal),
        "section": article.section,
        "tags": list(article.tags),
        "published": instant_or_none(article.published),
        "updated": instant_or_none(article.updated),
        "embargo": instant_or_none(article.embargo),
        "display_zone": article.display_zone,
        "zone_source": article.zone_source.value,
        "hero": _placement_to_plain(article.hero),
        "body": article.body,
        "ai_ranges": ranges_to_plain(article.ai_ranges),
        "reactions": article.reactions,
        "corrections": corrections_to_plain(article.corrections),
        "links": [_link_to_plain(link) for link in article.links],
        "extra": dict(article.extra),
        "created_at": instant_or_none(article.created_at),
        "changed_at": instant_or_none(article.changed_at),
        "trashed_at": instant_or_none(article.trashed_at),
    }


def article_from_plain(plain: Mapping[str, Any]) -> Article:
    """Return the article that `article_to_plain` gave; a key that a later Makala added is left out."""
    return Article(
        id=plain["id"],
        language=plain["language"],
        slug=plain["slug"],
        headline=plain["headline"],
        translation_set=plain["translation_set"],
        former_slugs=former_slugs_from_plain(plain.get("former_slugs", ())),
        is_source=plain["is_source"],
        translated_from=plain.get("translated_from", ""),
        approved_by=plain.get("approved_by", ""),
        approved_at=instant_from(plain.get("approved_at")),
        standfirst=plain["standfirst"],
        byline=tuple(plain["byline"]),
        authorship=Authorship(plain["authorship"]),
        reviewed_by=plain["reviewed_by"],
        reviewed_at=instant_from(plain["reviewed_at"]),
        reviewed_version=plain.get("reviewed_version", ""),
        status=Status(plain["status"]),
        withdrawal=withdrawal_from_plain(plain.get("withdrawal")),
        section=plain["section"],
        tags=tuple(plain["tags"]),
        published=instant_from(plain["published"]),
        updated=instant_from(plain["updated"]),
        embargo=instant_from(plain["embargo"]),
        display_zone=plain["display_zone"],
        zone_source=ZoneSource(plain["zone_source"]),
        hero=_placement_from_plain(plain["hero"]),
        body=plain["body"],
        ai_ranges=ranges_from_plain(plain.get("ai_ranges", ())),
        reactions=plain["reactions"],
        corrections=corrections_from_plain(plain["corrections"]),
        links=tuple(_link_from_plain(link) for link in plain["links"]),
        extra=plain["extra"],
        created_at=instant_from(plain["created_at"]),
        changed_at=instant_from(plain["changed_at"]),
        trashed_at=instant_from(plain["trashed_at"]),
    )


def content_hash(article: Article) -> str:
    """Return the SHA-256 of what `article` says: its canonical JSON without ids of its own and bookkeeping."""
    plain = article_to_plain(article)
    for name in _NOT_CONTENT:
        del plain[name]
    for link in plain["links"]:
        del link["id"]
    for name in ("ai_ranges", "withdrawal"):  # versions were kept, and named by their hash, before there were any
        if not plain[name]:
            del plain[name]
    return sha256_hex(canonical(plain))


def is_named(article: Article, digest: str, now: str = "") -> bool:
    """Say whether `digest` is the hash of what `article` says; `now` is its hash of today, where that is known.

    What was withdrawn before schema 11 was kept without a record of it; the one without words, which that schema gave
    it, says nothing new.
    """
    if (now or content_hash(article)) == digest:
        return True
    record = article.withdrawal
    if record is None or record != Withdrawal(at=record.at):
        return False
    return content_hash(replace(article, withdrawal=None)) == digest


def with_record(article: Article) -> Article:
    """Return `article` with the record of its withdrawal that schema 11 gave it, if it was kept before that."""
    at = article.updated or article.changed_at
    if article.status is not Status.WITHDRAWN or article.withdrawal is not None or at is None:
        return article
    return replace(article, withdrawal=Withdrawal(at=at))


def canonical(plain: object) -> bytes:
    """Return JSON values as the one sequence of bytes: keys sorted, no spaces, UTF-8."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "surrogatepass")


def instant_or_none(instant: datetime | None) -> str | None:
    """Return `instant` as RFC 3339 text; one without a zone is our bug and a `ValueError`."""
    if instant is None:
        return None
    if instant.tzinfo is None:
        raise ValueError("an instant without a zone")
    return instant_text(instant)


def instant_from(text: str | None) -> datetime | None:
    """Return the instant (UTC) of RFC 3339 text, None for None."""
    return datetime.fromisoformat(text) if text else None


def corrections_to_plain(corrections: tuple[Correction, ...]) -> list[dict[str, str | None]]:
    """Return correction notes as JSON values, in their order."""
    return [{"at": instant_or_none(one.at), "note": one.note} for one in corrections]


def corrections_from_plain(plain: list[dict[str, str]]) -> tuple[Correction, ...]:
    """Return the correction notes that `corrections_to_plain` gave."""
    return tuple(Correction(at=datetime.fromisoformat(one["at"]), note=one["note"]) for one in plain)


def withdrawal_to_plain(withdrawal: Withdrawal | None) -> dict[str, Any] | None:
    """Return the record of a withdrawal as JSON values, None where there is none."""
    if withdrawal is None:
        return None
    return {"at": instant_or_none(withdrawal.at), "note": withdrawal.note, "told": withdrawal.is_told}


def withdrawal_from_plain(plain: Mapping[str, Any] | None) -> Withdrawal | None:
    """Return the record that `withdrawal_to_plain` gave."""
    if not plain:
        return None
    return Withdrawal(at=datetime.fromisoformat(plain["at"]), note=plain["note"], is_told=plain["told"])


def former_slugs_to_plain(slugs: tuple[FormerSlug, ...]) -> list[dict[str, str | None]]:
    """Return an article's earlier addresses as JSON values, in their order."""
    return [{"slug": one.slug, "until": instant_or_none(one.until)} for one in slugs]


def former_slugs_from_plain(plain: Iterable[Mapping[str, Any]]) -> tuple[FormerSlug, ...]:
    """Return the addresses that `former_slugs_to_plain` gave."""
    return tuple(FormerSlug(slug=one["slug"], until=instant_from(one["until"])) for one in plain)


def ranges_to_plain(ranges: AiRanges) -> list[list[int]]:
    """Return ranges as JSON values: where each starts and ends."""
    return [[start, end] for start, end in ranges]


def ranges_from_plain(plain: Iterable[Sequence[int]]) -> AiRanges:
    """Return the ranges that `ranges_to_plain` gave."""
    return tuple((start, end) for start, end in plain)


def _placement_to_plain(placement: Placement | None) -> dict[str, str] | None:
    return {"image": placement.image_id, "caption": placement.caption} if placement else None


def _placement_from_plain(plain: Mapping[str, str] | None) -> Placement | None:
    return Placement(image_id=plain["image"], caption=plain["caption"]) if plain else None


def _link_to_plain(link: Link) -> dict[str, Any]:
    outside = link.external
    return {
        "id": link.id,
        "article": link.article,
        "pending": link.pending,
        "on_card": link.on_card,
        "on_timeline": link.on_timeline,
        "external": outside
        and {
            "headline": outside.headline,
            "summary": outside.summary,
            "url": outside.url,
            "published": instant_or_none(outside.published),
            "language": outside.language,
            "authorship": outside.authorship.value,
            "picture": _placement_to_plain(outside.picture),
            "extra": dict(outside.extra),
        },
    }


def _link_from_plain(plain: Mapping[str, Any]) -> Link:
    outside = plain["external"]
    return Link(
        id=plain["id"],
        article=plain["article"],
        pending=plain["pending"],
        on_card=plain["on_card"],
        on_timeline=plain["on_timeline"],
        external=outside
        and External(
            headline=outside["headline"],
            summary=outside["summary"],
            url=outside["url"],
            published=instant_from(outside["published"]),
            language=outside["language"],
            authorship=Authorship(outside["authorship"]),
            picture=_placement_from_plain(outside["picture"]),
            extra=outside["extra"],
        ),
    )
