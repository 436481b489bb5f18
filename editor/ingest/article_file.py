"""Reads article files, version 1: UTF-8 Markdown with YAML front matter, one article each.

The contract is the design's "Article file, version 1"; `article_writing` is its other half. Everything is read as text
and typed by its key; keys that are not known are kept in `extra` and reported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from editor.core.errors import FileError
from editor.core.messages import Message, say
from editor.core.web_address import linked
from editor.domain.article import Article, Correction, FormerSlug, Status, Withdrawal, ZoneSource
from editor.domain.authorship import Authorship
from editor.domain.image import Placement
from editor.domain.link import External, Link
from editor.domain.slug import composed, is_slug, slug_from
from editor.ingest.ai_ranges import read_ranges
from editor.ingest.body_pictures import body_pictures
from editor.ingest.draft import BodyPicture, Draft, NewId, PictureNote
from editor.ingest.fields import ELSEWHERE, Fields, unknown_keys
from editor.ingest.front_matter import Parts, has_front_matter, split
from editor.ingest.importer import Importer, ReadOptions
from editor.ingest.picture_words import read_picture
from editor.ingest.yaml_text import read_yaml

VERSION = "1"
HERO = "hero"

_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_SHOW = {"card", "timeline"}


@dataclass
class _Reading:
    """What comes together while one file is read."""

    new_id: NewId
    language: str
    nameless: str
    pictures: dict[str, PictureNote] = field(default_factory=dict)
    elsewhere: dict[str, object] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)

    def keep_unknown(self, fields: Fields, place: str) -> None:
        """Keep keys of a place that has no `extra` of its own."""
        for key, value in fields.unknown().items():
            self.elsewhere[f"{place}.{key}"] = value
            self.unknown.append(f"{place}.{key}")

    def picture(self, fields: Fields | None, key: str, language: str) -> Placement | None:
        """Keep the picture of one place under `key` and return the placement that names it."""
        if fields is None:
            return None
        note = read_picture(fields, language)
        self.pictures[key] = note
        self.unknown += [f"{key}.{name}" for name in note.image.extra]
        return Placement(image_id=key, caption=note.caption)


def read_article(text: str, options: ReadOptions) -> Draft:
    """Return the article that `text` (LF line ends) holds.

    Raises `FileError` with the line for whatever cannot be understood.
    """
    parts = split(text)
    fields = Fields(read_yaml(parts.yaml, first_line=parts.yaml_line))
    language = fields.language("language")
    if not language:
        hint = say("Add a line such as “language: en”.")
        fields.refuse("language", say("The language of the article is missing."), hint)
    reading = _Reading(options.new_id, language, options.nameless)
    _see_version(fields, reading)
    return _draft(fields, reading, parts)


def _draft(fields: Fields, reading: _Reading, parts: Parts) -> Draft:
    given_id = _id(fields, "id")
    article_id = given_id or reading.new_id()
    translation_of = fields.text("translation-of")
    translation_set = _id(fields, "translation-set")
    headline = fields.text("headline")
    if not fields.holds("headline"):
        fields.refuse("headline", say("The headline is missing."), say("Add a line such as “headline: Drums in Nara”."))
    if not headline.strip():  # so stands an article in an archive whose headline is still to be written
        reading.warnings.append(say("This article has no headline yet."))
    notes = _notes(fields, reading)
    absent = frozenset(fields.texts("absent-pictures"))
    article = Article(
        id=article_id,
        language=reading.language,
        slug=_slug(fields, "slug") or slug_from(headline, reading.language, fallback=reading.nameless),
        former_slugs=tuple(_former_slug(one, n, reading) for n, one in enumerate(fields.list_of_fields("redirects"))),
        headline=headline,
        translation_set=translation_set,
        is_source=not translation_of,
        translated_from=fields.text("translated-from"),
        **_approval(fields, reading),
        standfirst=fields.text("standfirst"),
        byline=fields.texts("byline"),
        authorship=fields.choice("authorship", Authorship, Authorship.NOT_STATED),
        reviewed_by=fields.text("reviewed-by"),
        reviewed_at=fields.instant("reviewed-at"),
        reviewed_version=fields.text("reviewed-version"),
        status=fields.choice("status", Status, Status.DRAFT),
        withdrawal=_withdrawal(fields, reading),
        section=fields.text("section"),
        tags=fields.texts("tags"),
        published=fields.instant("published"),
        updated=fields.instant("updated"),
        embargo=fields.instant("embargo"),
        display_zone=fields.zone("display-zone"),
        zone_source=fields.choice("zone-source", ZoneSource, ZoneSource.GIVEN),
        hero=reading.picture(fields.fields(HERO), HERO, reading.language),
        body=parts.body,
        ai_ranges=read_ranges(fields, parts.body, reading.warnings, reading.keep_unknown),
        reactions=fields.text("reactions"),
        corrections=tuple(_correction(one, n, reading) for n, one in enumerate(fields.list_of_fields("corrections"))),
        links=tuple(_link(one, n, reading) for n, one in enumerate(fields.list_of_fields("links"))),
        created_at=fields.instant("created"),  # decides which of a set is the oldest
        trashed_at=fields.instant("trashed"),
        extra=_extra(fields, reading),
    )
    return Draft(
        article=article,
        gives_id=bool(given_id),
        pictures=reading.pictures,
        notes=notes,
        body_pictures=_pictures_in(article.body, parts.body_line),
        reaction_pictures=_pictures_in(article.reactions, fields.line_of("reactions") + 1),
        absent_pictures=absent,
        translation_of=translation_of,
        warnings=(*fields.doubts.values(), *_warnings(reading)),
        lines={name: fields.line_of(name) for name in ("id", "slug", "language", "links", HERO)},
    )


def _see_version(fields: Fields, reading: _Reading) -> None:
    version = fields.text("makala")
    if not version:
        reading.warnings.append(say("The file does not say “makala: 1”; it was read as version 1."))
    elif version != VERSION:
        fields.refuse(
            "makala",
            say("This is an article file of version {version}, and this Makala reads version 1.", version=version),
            say("A newer Makala wrote it; open it with that one."),
        )


def _approval(fields: Fields, reading: _Reading) -> dict[str, Any]:
    """Return who approved the translation and when; a computer that knows no name gives none."""
    approval = fields.fields("translation-approved")
    if approval is None:
        return {}
    by, at = approval.text("by"), approval.instant("at")
    if at is None:
        fields.refuse(
            "translation-approved",
            say("An approval of a translation names who gave it and when."),
            say("Write “translation-approved: {by: Amina, at: 2026-01-15T09:00:00Z}”, or leave it out."),
        )
    reading.keep_unknown(approval, "translation-approved")
    return {"approved_by": by, "approved_at": at}


def _id(fields: Fields, key: str) -> str:
    said = fields.text(key)
    if said and not _ID.fullmatch(said):
        fields.refuse(
            key,
            say("“{value}” cannot be used for “{key}”.", value=said, key=key),
            say("It is made of letters a to z, digits, - and _ and is at most 64 long. Leave it out to get a new one."),
        )
    return said


def _slug(fields: Fields, key: str) -> str:
    said = fields.text(key)
    if said and not is_slug(said):
        fields.refuse(
            key,
            say("“{slug}” cannot be part of an address or the name of a file.", slug=said),
            say("“{slug}” could be.", slug=slug_from(said)),
        )
    return composed(said)


def _notes(fields: Fields, reading: _Reading) -> dict[str, PictureNote]:
    """Return what the front matter says of pictures in the Markdown, by path."""
    notes = {
        path: read_picture(inner, reading.language, file=path) for path, inner in fields.named_fields("images").items()
    }
    for path, note in notes.items():
        reading.unknown += [f"images.{path}.{name}" for name in note.image.extra]
    return notes


def _former_slug(fields: Fields, number: int, reading: _Reading) -> FormerSlug:
    slug = _slug(fields, "slug")
    if not slug:
        fields.refuse(
            "slug", say("An earlier address is missing."), say("Write “- slug: the-address-it-had”, or take it out.")
        )
    until = fields.instant("until")
    reading.keep_unknown(fields, f"redirects.{number}")
    return FormerSlug(slug=slug, until=until)


def _withdrawal(fields: Fields, reading: _Reading) -> Withdrawal | None:
    record = fields.fields("withdrawn")
    if record is None:
        return None
    at, note, told = record.instant("at"), record.text("note"), record.text("told")
    if at is None:
        hint = say("Write “withdrawn: {at: 2026-01-15T09:00:00Z, note: ...}”, or leave it out.")
        fields.refuse("withdrawn", say("A withdrawal needs its instant."), hint)
    if told not in {"", "yes", "no"}:
        record.refuse("told", say("“{key}” is “yes” or “no”.", key="told"))
    reading.keep_unknown(record, "withdrawn")
    return Withdrawal(at=at, note=note, is_told=told == "yes")


def _correction(fields: Fields, number: int, reading: _Reading) -> Correction:
    at, note = fields.instant("at"), fields.text("note")
    if at is None:
        hint = say("Add a line such as “at: 2026-01-15T09:00:00Z”.")
        fields.refuse("at", say("A correction needs its instant."), hint)
    reading.keep_unknown(fields, f"corrections.{number}")
    return Correction(at=at, note=note)


def _link(fields: Fields, number: int, reading: _Reading) -> Link:
    target = fields.text("article")
    outside = fields.fields("external")
    if bool(target) == bool(outside):
        fields.refuse(
            "article",
            say("A link leads to one “article” or to one “external”, and this one names neither or both."),
            say("Write “- article: slug-of-the-article”, or “- external:” with a headline or a summary."),
        )
    show = set(fields.texts("show")) if fields.node("show") is not None else {"card"}
    if unknown := show - _SHOW:
        fields.refuse(
            "show",
            say("A link cannot be shown as “{value}”.", value=", ".join(sorted(unknown))),
            say("It is one of: {words}.", words="card, timeline"),
        )
    external = _external(outside, number, reading) if outside else None
    reading.keep_unknown(fields, f"links.{number}")
    return Link(
        id=reading.new_id(),
        pending=target,
        external=external,
        on_card="card" in show,
        on_timeline="timeline" in show,
    )


def _external(fields: Fields, number: int, reading: _Reading) -> External:
    headline, summary, url = fields.text("headline"), fields.text("summary"), fields.text("url")
    if not headline.strip() and not summary.strip():
        fields.refuse(
            "headline",
            say("An article outside needs a headline or a summary."),
            say("Add what readers will see of it."),
        )
    if url and not linked(url):
        reading.warnings.append(say("This address is kept and never linked: {url}", url=url))
    language = fields.language("language")
    external = External(
        headline=headline,
        summary=summary,
        url=url,
        published=fields.instant("published"),
        language=language,
        authorship=fields.choice("authorship", Authorship, Authorship.NOT_STATED),
        picture=reading.picture(fields.fields("image"), f"links.{number}.image", language or reading.language),
        extra=fields.unknown(),
    )
    reading.unknown += [f"links.{number}.external.{name}" for name in external.extra]
    return external


def _extra(fields: Fields, reading: _Reading) -> Mapping[str, object]:
    extra = fields.unknown()
    reading.unknown += [name for name in extra if name != ELSEWHERE]
    if reading.elsewhere:
        kept = extra.get(ELSEWHERE)
        extra[ELSEWHERE] = {**(kept if isinstance(kept, dict) else {}), **reading.elsewhere}
    return extra


def _warnings(reading: _Reading) -> tuple[Message, ...]:
    if not reading.unknown:
        return tuple(reading.warnings)
    return (*reading.warnings, unknown_keys(reading.unknown))


def _pictures_in(markdown: str, first_line: int) -> tuple[BodyPicture, ...]:
    try:
        return tuple(replace(picture, line=picture.line + first_line) for picture in body_pictures(markdown))
    except FileError as error:
        raise FileError(error.message, error.hint, line=error.line + first_line - 1) from error


IMPORTER = Importer(
    id="article-file",
    title=say("Article file"),
    endings=(".md", ".markdown"),
    recognises=has_front_matter,
    read=read_article,
)
