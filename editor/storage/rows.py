"""Turns rows into domain values and back. Nothing else knows how a field is kept."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from editor.core.files import safe_name
from editor.domain.article import Article, ArticleHead, Status, TranslationState, ZoneSource
from editor.domain.authorship import Authorship
from editor.domain.check_choices import choices_from_plain, choices_to_plain
from editor.domain.content import (
    corrections_from_plain,
    corrections_to_plain,
    former_slugs_from_plain,
    former_slugs_to_plain,
    instant_from,
    instant_or_none,
    ranges_from_plain,
    ranges_to_plain,
    withdrawal_from_plain,
    withdrawal_to_plain,
)
from editor.domain.house_style import HouseStyle
from editor.domain.image import Finding, Image, Placement
from editor.domain.link import External, Link
from editor.domain.provenance import focus_from, focus_texts
from editor.domain.settings import Edition, NewsroomSettings, PictureBadge, PicturePrompts, Publisher
from editor.domain.signing import SignOff, sign_off_of
from editor.domain.slug import slug_key
from editor.domain.source_type import origin_of
from editor.domain.version import VersionHead, VersionKind, VersionRule
from editor.storage.spoilt_rows import understood

_HASH = re.compile(r"[0-9a-f]{64}")
_LEADING_ELSEWHERE = frozenset("/\\\0")

ARTICLE_COLUMNS = (
    "a.id, a.language, a.slug, a.headline, a.translation_set, a.is_source, a.standfirst, a.byline, a.authorship, "
    "a.reviewed_by, a.reviewed_at, a.status, a.section, a.tags, a.published, a.updated, a.embargo, a.display_zone, "
    "a.zone_source, a.corrections, a.extra, a.created_at, a.changed_at, a.trashed_at, t.body, t.reactions, "
    "p.image_id, p.caption, a.reviewed_version, t.ai_ranges, a.translated_from, a.approved_by, a.approved_at, "
    "a.former_slugs, a.withdrawal"
)
HEAD_COLUMNS = (
    "a.id, a.language, a.slug, a.headline, a.status, a.section, a.authorship, a.translation_set, a.published, "
    "a.changed_at, a.trashed_at, p.image_id, i.source_type, a.is_unsigned, a.translation_state, a.embargo"
)
LINK_COLUMNS = "article_id, id, target_id, pending, on_card, on_timeline"
EXTERNAL_COLUMNS = (
    "article_id, link_id, headline, summary, url, published, language, authorship, picture_id, picture_caption, extra"
)
VERSION_COLUMNS = "id, article_id, made_at, made_by, kind, label, hash, fields, added, removed"
IMAGE_COLUMNS = (
    "id, sha256, name, media_type, width, height, size, alt, credit, source_type, ai_system, ai_prompt, findings, "
    "decided_by, decided_at, added_at, trashed_at, extra, creator, rights, license, license_page, data_mining, "
    "ai_system_version, ai_prompt_writer, generated_at, focus, proposed"
)

_STATUSES = {status.value: status for status in Status}
_TRANSLATIONS = {state.value: state for state in TranslationState}
_AUTHORSHIPS = {authorship.value: authorship for authorship in Authorship}


@understood
def article_from(row: Sequence[Any], links: Sequence[Link]) -> Article:
    """Return the article of a row of `ARTICLE_COLUMNS`, with its links in order."""
    return Article(
        id=row[0],
        language=row[1],
        slug=row[2],
        headline=row[3],
        translation_set=row[4],
        is_source=bool(row[5]),
        standfirst=row[6],
        byline=_texts(row[7]),
        authorship=_AUTHORSHIPS[row[8]],
        reviewed_by=row[9],
        reviewed_at=instant_from(row[10]),
        status=_STATUSES[row[11]],
        section=row[12],
        tags=_texts(row[13]),
        published=instant_from(row[14]),
        updated=instant_from(row[15]),
        embargo=instant_from(row[16]),
        display_zone=row[17],
        zone_source=ZoneSource(row[18]),
        corrections=corrections_from_plain(json.loads(row[19])) if row[19] != "[]" else (),
        extra=_mapping(row[20]),
        created_at=instant_from(row[21]),
        changed_at=instant_from(row[22]),
        trashed_at=instant_from(row[23]),
        body=row[24],
        reactions=row[25],
        hero=Placement(image_id=row[26], caption=row[27]) if row[26] else None,
        links=tuple(links),
        reviewed_version=row[28],
        ai_ranges=ranges_from_plain(json.loads(row[29])) if row[29] != "[]" else (),
        translated_from=row[30],
        approved_by=row[31],
        approved_at=instant_from(row[32]),
        former_slugs=former_slugs_from_plain(json.loads(row[33])) if row[33] != "[]" else (),
        withdrawal=withdrawal_from_plain(json.loads(row[34])) if row[34] else None,
    )


def article_values(article: Article) -> dict[str, Any]:
    """Return the columns of the article's own row, those that say who changed it when aside."""
    return {
        "id": article.id,
        "language": article.language,
        "slug": article.slug,
        "slug_key": slug_key(article.slug),
        "headline": article.headline,
        "translation_set": article.translation_set,
        "is_source": int(article.is_source),
        "translated_from": article.translated_from,
        "approved_by": article.approved_by,
        "approved_at": instant_or_none(article.approved_at),
        "authorship": article.authorship.value,
        "status": article.status.value,
        "section": article.section,
        "published": instant_or_none(article.published),
        "updated": instant_or_none(article.updated),
        "embargo": instant_or_none(article.embargo),
        "trashed_at": instant_or_none(article.trashed_at),
        "display_zone": article.display_zone,
        "zone_source": article.zone_source.value,
        "reviewed_by": article.reviewed_by,
        "reviewed_at": instant_or_none(article.reviewed_at),
        "reviewed_version": article.reviewed_version,
        "is_unsigned": int(sign_off_of(article) is SignOff.CHANGED),
        "byline": json_text(list(article.byline)),
        "tags": json_text(list(article.tags)),
        "standfirst": article.standfirst,
        "corrections": json_text(corrections_to_plain(article.corrections)),
        "former_slugs": json_text(former_slugs_to_plain(article.former_slugs)),
        "withdrawal": json_text(withdrawal_to_plain(article.withdrawal)) if article.withdrawal else "",
        "extra": json_text(dict(article.extra)),
    }


def text_values(article: Article) -> dict[str, str]:
    """Return the columns of the article's long texts."""
    ranges = json_text(ranges_to_plain(article.ai_ranges))
    return {"body": article.body, "reactions": article.reactions, "ai_ranges": ranges}


@understood
def hours_from(row: Sequence[Any]) -> list[datetime]:
    """Return the instants that stand in a row, without those that are not set."""
    return [hour for hour in map(instant_from, row) if hour is not None]


@understood
def head_from(row: Sequence[Any], translations: tuple[tuple[str, TranslationState], ...]) -> ArticleHead:
    """Return the head of a row of `HEAD_COLUMNS`, with the states of the languages of its set."""
    return ArticleHead(
        id=row[0],
        language=row[1],
        slug=row[2],
        headline=row[3],
        status=_STATUSES[row[4]],
        section=row[5],
        authorship=_AUTHORSHIPS[row[6]],
        translation_set=row[7],
        published=instant_from(row[8]),
        changed_at=datetime.fromisoformat(row[9]),
        trashed_at=instant_from(row[10]),
        hero_image=row[11] or "",
        hero_is_ai=bool(row[12]) and origin_of(row[12]).is_ai,
        is_unsigned=row[13] == 1,
        translation=_TRANSLATIONS[row[14]],
        translations=translations,
        embargo=instant_from(row[15]),
    )


@understood
def link_from(row: Sequence[Any], external: External | None) -> Link:
    """Return the link of a row of `LINK_COLUMNS`, to what is outside if that is not None."""
    return Link(
        id=row[1],
        article=sys.intern(row[2] or ""),  # many lead to one
        pending=row[3],
        on_card=row[4] == 1,
        on_timeline=row[5] == 1,
        external=external,
    )


@understood
def external_from(row: Sequence[Any]) -> External:
    """Return the article outside of a row of `EXTERNAL_COLUMNS`."""
    return External(
        headline=row[2],
        summary=row[3],
        url=row[4],
        published=instant_from(row[5]),
        language=row[6],
        authorship=_AUTHORSHIPS[row[7]],
        picture=Placement(image_id=row[8], caption=row[9]) if row[8] else None,
        extra=_mapping(row[10]),
    )


def link_values(link: Link, position: int) -> dict[str, Any]:
    """Return the columns of a link's row, its article's id aside."""
    return {
        "id": link.id,
        "position": position,
        "target_id": link.article or None,
        "pending": link.pending,
        "pending_key": slug_key(link.pending),
        "on_card": int(link.on_card),
        "on_timeline": int(link.on_timeline),
    }


def external_values(external: External) -> dict[str, Any]:
    """Return the columns of an external article's row, its keys aside."""
    return {
        "headline": external.headline,
        "summary": external.summary,
        "url": external.url,
        "published": instant_or_none(external.published),
        "language": external.language,
        "authorship": external.authorship.value,
        "picture_id": external.picture.image_id if external.picture else None,
        "picture_caption": external.picture.caption if external.picture else "",
        "extra": json_text(dict(external.extra)),
    }


@understood
def image_from(row: Sequence[Any]) -> Image:
    """Return the image of a row of `IMAGE_COLUMNS`; its file lies in the newsroom, whatever somebody wrote there."""
    return Image(
        id=row[0],
        sha256=row[1] if _HASH.fullmatch(row[1]) else "",
        name=row[2] if _LEADING_ELSEWHERE.isdisjoint(row[2]) else safe_name(row[2], "picture"),
        media_type=row[3],
        width=int(row[4]),
        height=int(row[5]),
        size=int(row[6]),
        alt=_mapping(row[7]),
        credit=row[8],
        source_type=row[9],
        ai_system=row[10],
        ai_prompt=row[11],
        findings=tuple(Finding(**one) for one in json.loads(row[12])) if row[12] != "[]" else (),
        decided_by=row[13],
        decided_at=instant_from(row[14]),
        added_at=instant_from(row[15]),
        trashed_at=instant_from(row[16]),
        extra=_mapping(row[17]),
        creator=row[18],
        rights=row[19],
        license=row[20],
        license_page=row[21],
        data_mining=row[22],
        ai_system_version=row[23],
        ai_prompt_writer=row[24],
        generated_at=row[25],
        focus=focus_from(row[26].split()),
        proposed=row[27],
    )


def image_values(image: Image) -> dict[str, Any]:
    """Return the columns of an image's row."""
    return {
        "id": image.id,
        "sha256": image.sha256,
        "name": image.name,
        "media_type": image.media_type,
        "width": image.width,
        "height": image.height,
        "size": image.size,
        "alt": json_text(dict(image.alt)),
        "credit": image.credit,
        "source_type": image.source_type,
        "ai_system": image.ai_system,
        "ai_prompt": image.ai_prompt,
        "findings": json_text([asdict(finding) for finding in image.findings]),
        "decided_by": image.decided_by,
        "decided_at": instant_or_none(image.decided_at),
        "added_at": instant_or_none(image.added_at),
        "trashed_at": instant_or_none(image.trashed_at),
        "extra": json_text(dict(image.extra)),
        "creator": image.creator,
        "rights": image.rights,
        "license": image.license,
        "license_page": image.license_page,
        "data_mining": image.data_mining,
        "ai_system_version": image.ai_system_version,
        "ai_prompt_writer": image.ai_prompt_writer,
        "generated_at": image.generated_at,
        "focus": " ".join(focus_texts(image.focus)),
        "proposed": image.proposed,
    }


@understood
def version_head_from(row: Sequence[Any]) -> VersionHead:
    """Return the head of a row of `VERSION_COLUMNS`."""
    return VersionHead(
        id=row[0],
        article_id=row[1],
        at=datetime.fromisoformat(row[2]),
        by=row[3],
        kind=VersionKind(row[4]),
        label=row[5],
        hash=row[6],
        fields=_texts(row[7]),
        added=row[8],
        removed=row[9],
    )


def version_values(head: VersionHead) -> dict[str, Any]:
    """Return the columns of a version's row, its content aside."""
    return {
        "id": head.id,
        "article_id": head.article_id,
        "made_at": instant_or_none(head.at),
        "made_by": head.by,
        "kind": head.kind.value,
        "label": head.label,
        "hash": head.hash,
        "fields": json_text(list(head.fields)),
        "added": head.added,
        "removed": head.removed,
    }


@understood
def settings_from(
    newsroom: Sequence[Any], editions: Iterable[Edition], styles: Iterable[tuple[str, HouseStyle]]
) -> NewsroomSettings:
    """Return the settings of the newsroom's row, in the order of its table's columns, with editions and styles."""
    return NewsroomSettings(
        name=newsroom[1],
        base_url=newsroom[2],
        publisher=Publisher(**json.loads(newsroom[3])),
        privacy_policy_url=newsroom[4],
        analytics_url=newsroom[5],
        display_zone=newsroom[6],
        extra=_mapping(newsroom[7]),
        version_rule=VersionRule(newsroom[8]),
        picture_badge=PictureBadge(newsroom[9]),
        picture_prompts=PicturePrompts(newsroom[10]),
        checks=choices_from_plain(_mapping(newsroom[11])),
        theme=newsroom[12],
        editions=tuple(editions),
        house_styles=dict(styles),
    )


def newsroom_values(settings: NewsroomSettings) -> dict[str, Any]:
    """Return the columns of the newsroom's row."""
    return {
        "id": 1,
        "name": settings.name,
        "base_url": settings.base_url,
        "publisher": json_text(asdict(settings.publisher)),
        "privacy_policy_url": settings.privacy_policy_url,
        "analytics_url": settings.analytics_url,
        "display_zone": settings.display_zone,
        "extra": json_text(dict(settings.extra)),
        "version_rule": settings.version_rule.value,
        "picture_badge": settings.picture_badge.value,
        "picture_prompts": settings.picture_prompts.value,
        "checks": json_text(choices_to_plain(settings.checks)),
        "theme": settings.theme,
    }


def json_text(plain: object) -> str:
    """Return JSON values as text, in any script as it is."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _texts(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text)) if text != "[]" else ()


def _mapping(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text) if text != "{}" else {}
    return found
