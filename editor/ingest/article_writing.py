"""Writes article files, version 1: the same article gives the same bytes, and `read_article` gives the article back.

`redirects` are the addresses that the article had before: each its `slug` and, where that is known, `until` when.
`withdrawn` is the record of a withdrawal: `at`, `note`, and `told: yes` where readers see the note.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from editor.core.clock import instant_text
from editor.domain.article import Article, Status, ZoneSource
from editor.domain.image import HASH_IN_NAME, Image, Placement, body_image_hashes
from editor.domain.link import External, Link
from editor.domain.linking import leads_to
from editor.ingest.ai_ranges import write_ranges
from editor.ingest.front_matter import joined
from editor.ingest.picture_words import without_empty, write_picture
from editor.ingest.yaml_writing import write_yaml

PathOf = Callable[[Image], str]


def write_article(
    article: Article,
    *,
    slugs: Mapping[str, str],
    source: Article | None,
    images: Mapping[str, Image],
    path_of: PathOf,
    absent: Sequence[str] = (),
) -> str:
    """Return the article file of `article`.

    `slugs` gives the slug of each article by id; `source` is another member of its translation set, the source if there
    is one; `images` holds every image that it uses, by id, and `path_of` says where one lies beside the file ("" when
    it has no file). `absent` names the paths in its Markdown under which no picture lies beside the file.
    """
    words = _Words(article, images, path_of)
    values = {
        "id": article.id,
        "language": article.language,
        "slug": article.slug,
        "redirects": [without_empty({"slug": one.slug, "until": _instant(one.until)}) for one in article.former_slugs],
        "headline": article.headline,
        "standfirst": article.standfirst,
        "byline": article.byline[0] if len(article.byline) == 1 else article.byline,
        "authorship": article.authorship.value,
        "reviewed-by": article.reviewed_by,
        "reviewed-at": _instant(article.reviewed_at),
        "reviewed-version": article.reviewed_version,
        "status": "" if article.status is Status.DRAFT else article.status.value,
        "withdrawn": _withdrawn(article),
        "section": article.section,
        "tags": article.tags,
        "published": _instant(article.published),
        "updated": _instant(article.updated),
        "embargo": _instant(article.embargo),
        "created": _instant(article.created_at),
        "trashed": _instant(article.trashed_at),
        "display-zone": article.display_zone,
        "zone-source": "" if article.zone_source is ZoneSource.GIVEN else article.zone_source.value,
        **_translation(article, source),
        "translated-from": article.translated_from,
        "translation-approved": without_empty({"by": article.approved_by, "at": _instant(article.approved_at)}),
        "hero": words.picture(article.hero, article.language),
        "images": words.notes(),
        "absent-pictures": absent,
        "ai-ranges": write_ranges(article.ai_ranges, article.body),
        "reactions": article.reactions,
        "corrections": [{"at": instant_text(one.at), "note": one.note} for one in article.corrections],
        "links": [words.link(link, slugs) for link in article.links if not leads_to(link, article)],
    }
    known = without_empty(values, keep={"headline"})
    yaml = write_yaml({**known, **{key: value for key, value in article.extra.items() if key not in known}})
    return joined(f"makala: 1\n{yaml}", article.body)


class _Words:
    """Puts the parts of one article into values for its front matter."""

    def __init__(self, article: Article, images: Mapping[str, Image], path_of: PathOf) -> None:
        self._article = article
        self._images = images
        self._path_of = path_of

    def picture(self, placement: Placement | None, language: str) -> dict[str, object]:
        """Return the values of the picture at one place, empty when there is none."""
        image = self._images.get(placement.image_id) if placement else None
        if image is None or placement is None:
            return {}
        values = write_picture(image, language, caption=placement.caption, file=self._path_of(image))
        return values or {"alt": {}}

    def notes(self) -> dict[str, object]:
        """Return what is said of the pictures in body and reactions, by the path that the Markdown calls them by."""
        by_hash = {image.sha256[:HASH_IN_NAME]: image for image in self._images.values() if image.has_file}
        notes: dict[str, object] = {}
        for markdown in (self._article.body, self._article.reactions):
            for prefix in body_image_hashes(markdown):
                image = by_hash.get(prefix)
                path = self._path_of(image) if image else ""
                if image and path:
                    notes[path] = write_picture(image, self._article.language)
        return notes

    def link(self, link: Link, slugs: Mapping[str, str]) -> dict[str, object]:
        """Return the values of one link."""
        show = [name for name, is_on in (("card", link.on_card), ("timeline", link.on_timeline)) if is_on]
        if link.external:
            return {"external": self._external(link.external), "show": show}
        return {"article": slugs.get(link.article, link.article) or link.pending, "show": show}

    def _external(self, outside: External) -> dict[str, object]:
        values = {
            "headline": outside.headline,
            "summary": outside.summary,
            "url": outside.url,
            "published": _instant(outside.published),
            "language": outside.language,
            "authorship": outside.authorship.value,
            "image": self.picture(outside.picture, outside.language or self._article.language),
        }
        return {**without_empty(values), **outside.extra}


def _withdrawn(article: Article) -> dict[str, object]:
    record = article.withdrawal
    if record is None:
        return {}
    told = "yes" if record.is_told else ""
    return without_empty({"at": instant_text(record.at), "note": record.note, "told": told})


def _translation(article: Article, source: Article | None) -> dict[str, str]:
    """Return the keys from which set and part in it follow; a set bears the id of its source unless it says so."""
    if article.is_source:
        return {} if article.translation_set == article.id else {"translation-set": article.translation_set}
    other = source.slug if source else article.translation_set
    is_plain = source is not None and source.is_source and source.translation_set == source.id
    return {"translation-of": other} | ({} if is_plain else {"translation-set": article.translation_set})


def _instant(instant: datetime | None) -> str:
    return instant_text(instant) if instant else ""
