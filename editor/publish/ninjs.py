"""An article as a news item for other newsrooms' systems: ninjs 3.1 (IPTC News in JSON).

Instants are RFC 3339 in UTC. Pictures, related articles and translations are associations. What ninjs has no property
for is left out: there is no genre, for the newsroom names none, and a correction is a description of that role.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from editor.core.clock import instant_text
from editor.core.web_address import linked_page
from editor.domain.article import Article, Withdrawal
from editor.domain.bylines import is_organisation
from editor.domain.card import Card
from editor.domain.derivative import MEDIA_TYPES, Derivative
from editor.domain.edition import hour_of, is_out
from editor.domain.image import Image
from editor.domain.labels import image_label
from editor.domain.settings import NewsroomSettings
from editor.domain.source_type import SOURCE_TYPES, term_of, uri_of
from editor.markup.plain import plain_blocks
from editor.publish.addresses import absolute, public_base
from editor.publish.bodies import Bodies, Typed
from editor.publish.feeding import id_of
from editor.publish.furniture import furniture, passage_words, tag_of
from editor.publish.legible import legible
from editor.publish.pictures import offered, path_in_bundle, whole
from editor.publish.site import Site, Subject
from editor.publish.structured import text_source
from editor.publish.text import text_blocks

VERSION = "3.1"
_STANDARD = {
    "name": "ninjs",
    "version": VERSION,
    "schema": f"http://www.iptc.org/std/ninjs/ninjs-schema_{VERSION}.json#",
}
Plain = dict[str, Any]


def ninjs(subject: Subject, site: Site, bodies: Bodies, version: str, pages: dict[str, str]) -> bytes:
    """Return the news item of `subject`; `pages` are the bundle paths of the web pages of articles, by id.

    `version` names the article's content.
    """
    article, settings = subject.article, site.settings
    base, changed = public_base(settings), article.changed_for_readers
    is_free = is_out(article, site.snapshot.at)
    hour = hour_of(article)
    people, organisations = _authors(article, settings)
    plain: Plain = {
        "uri": id_of(article),
        "type": "text",
        "representationType": "full",
        "standard": _STANDARD,
        "version": version,
        "firstCreated": instant_text(article.published) if article.published else "",
        "versionCreated": instant_text(changed) if changed else "",
        "pubStatus": "usable" if is_free else "withheld",
        "embargoedUntil": instant_text(hour) if hour and not is_free else "",
        "language": tag_of(article.language),
        "title": article.headline,
        "headlines": [{"role": "main", "value": article.headline}] if article.headline.strip() else [],
        "descriptions": list(_descriptions(article)),
        "bodies": list(_bodies(subject, site, bodies)),
        "by": ", ".join(name.strip() for name in article.byline if name.strip()),
        "people": people,
        "organisations": organisations,
        "infoSources": [{"name": settings.publisher.name or settings.name, "role": "publisher"}],
        "subjects": list(_subjects(article)),
        "slugline": article.slug,
        "altIds": [{"role": "slug", "value": article.slug}],
        "digitalSourceType": _source(text_source(article)),
        "trustIndicators": _policies(settings),
        "renditions": _web_page(base, pages.get(article.id, "")),
        "associations": [
            *_pictures(subject, site, bodies),
            *_translations(article, site, pages),
            *(made for number, one in enumerate(subject.cards, 1) if (made := _related(one, number, site, pages))),
        ],
    }
    return _document(plain)


def canceled(article: Article, record: Withdrawal | None, version: str) -> bytes:
    """Return the news item of a withdrawn article: that it is withdrawn, and nothing of what it said."""
    at = record.at if record else article.updated
    return _document(
        {
            "uri": id_of(article),
            "type": "text",
            "representationType": "partial",
            "standard": _STANDARD,
            "version": version,
            "versionCreated": instant_text(at) if at else "",
            "pubStatus": "canceled",
            "language": tag_of(article.language),
            "edNote": record.note.strip() if record and record.is_told else "",
        }
    )


def images_of(subject: Subject, site: Site, bodies: Bodies) -> Iterator[tuple[Image, Sequence[Derivative]]]:
    """Yield each picture of the article with the copies that its news item names: the lead in every shape."""
    seen = set()
    if subject.hero is not None and subject.hero.has_file:
        seen.add(subject.hero.id)
        yield subject.hero, offered(subject.hero)
    for text in subject.article.texts:
        for typed in bodies.pictures(text):
            image = site.snapshot.typed_image(typed.path)
            if image is not None and image.id not in seen:
                seen.add(image.id)
                yield image, whole(image)


def _descriptions(article: Article) -> Iterator[Plain]:
    if article.standfirst.strip():
        yield {"role": "summary", "contentType": "text/plain", "value": article.standfirst.strip()}
    for one in article.told_corrections:
        said = f"{instant_text(one.at)} {' '.join(plain_blocks(one.note))}"
        yield {"role": "correction", "contentType": "text/plain", "value": said}


def _bodies(subject: Subject, site: Site, bodies: Bodies) -> Iterator[Plain]:
    article, locale = subject.article, subject.edition.locale
    words = furniture(locale, site.settings.page_labels)
    marks = passage_words(words, tag_of(article.language))

    def draw(typed: Typed) -> str:
        image = site.snapshot.typed_image(typed.path)
        label = words[key].text if (key := image_label(image)) else ""
        said = " – ".join(filter(None, (label, typed.title)))
        address = _address(image, public_base(site.settings)) if image else ""
        picture = Markup('<img src="{}" alt="{}">').format(address, typed.alt) if address else typed.alt
        return str(Markup("<figure>{}<figcaption>{}</figcaption></figure>").format(picture, said))

    for role, text, ranges in (("main", article.body, article.ai_ranges), ("reactions", article.reactions, ())):
        if text.strip():
            html = str(bodies.render(text, ai_ranges=ranges).filled(draw, *marks))
            blocks = text_blocks(text, site, words)
            yield {"role": role, "contentType": "text/html", "value": html}
            yield {
                "role": role,
                "contentType": "text/plain",
                "charCount": sum(map(len, blocks)),
                "value": "\n\n".join(blocks),
            }


def _authors(article: Article, settings: NewsroomSettings) -> tuple[list[Plain], list[Plain]]:
    names = [name.strip() for name in article.byline if name.strip()]
    made = [{"name": name, "rel": "author"} for name in names]
    kinds = [is_organisation(name, settings) for name in names]
    people = [one for one, is_desk in zip(made, kinds, strict=True) if not is_desk]
    return people, [one for one, is_desk in zip(made, kinds, strict=True) if is_desk]


def _subjects(article: Article) -> Iterator[Plain]:
    if article.section.strip():
        yield {"name": article.section.strip(), "rel": "section"}
    yield from ({"name": tag.strip(), "rel": "about"} for tag in article.tags if tag.strip())


def _policies(settings: NewsroomSettings) -> list[Plain]:
    address = linked_page(settings.publisher.policies)
    return [{"title": "Editorial policies", "href": address}] if address else []


def _pictures(subject: Subject, site: Site, bodies: Bodies) -> Iterator[Plain]:
    base, hero = public_base(site.settings), subject.article.hero
    for number, (image, copies) in enumerate(images_of(subject, site, bodies), 1):
        caption = hero.caption if hero and image.id == hero.image_id else ""
        alt = image.alt_for(subject.article.language, subject.edition.locale)
        said = (("alt", alt[1] if alt else ""), ("caption", caption))
        terms = image.license.strip()
        rights = linked_page(terms) or linked_page(image.license_page)
        yield _full(
            {
                "name": f"picture-{number}",
                "rel": "mainpicture" if subject.hero is image else "inlinepicture",
                "uri": f"urn:uuid:{uuid5(NAMESPACE_URL, f'image:{image.sha256}')}",
                "type": "picture",
                "descriptions": [
                    {"role": role, "contentType": "text/plain", "value": text} for role, text in said if text.strip()
                ],
                "by": image.creator.strip(),
                "infoSources": [{"name": image.credit.strip(), "role": "credit"}] if image.credit.strip() else [],
                "copyrightNotice": image.rights.strip(),
                "usageTerms": "" if linked_page(terms) else terms,
                "rightsInfo": {"linkedRights": rights} if rights else {},
                "digitalSourceType": _source(image.source_type),
                "renditions": [_rendition(copy, base) for copy in copies],
            }
        )


def _rendition(copy: Derivative, base: str) -> Plain:
    """Return one copy; without a public address of the site its `title` says where in the bundle it lies."""
    place = path_in_bundle(copy)
    shape = copy.name.split("-")[2] if copy.name.count("-") > 2 else "full"
    where = {"href": absolute(base, place)} if base else {"title": place}
    size = {"width": copy.width, "height": copy.height}
    return {"name": shape, "contentType": MEDIA_TYPES[copy.format], **size, **where}


def _translations(article: Article, site: Site, pages: dict[str, str]) -> Iterator[Plain]:
    found: dict[str, Article] = {}
    for edition in site.editions:
        member = site.member(edition, article.translation_set)
        if member is not None and member.id != article.id:
            found[member.id] = member
    for member in sorted(found.values(), key=lambda one: (one.language, one.id)):
        yield _other(member, f"translation-{member.language}", _relation(article, member), site, pages)


def _relation(article: Article, member: Article) -> str:
    if member.is_source and not article.is_source:
        return "translationsource"
    return "translation"


def _related(card: Card, number: int, site: Site, pages: dict[str, str]) -> Plain | None:
    target = site.snapshot.articles.get(card.article)
    if target is not None:
        return _other(target, f"related-{number}", "related", site, pages)
    address = linked_page(card.url)
    if not address:
        return None
    title = card.headline.strip() or card.summary.strip()
    return {
        "name": f"related-{number}",
        "rel": "related",
        "uri": address,
        "type": "text",
        "title": title,
        "language": tag_of(card.language),
    }


def _other(article: Article, name: str, rel: str, site: Site, pages: dict[str, str]) -> Plain:
    return _full(
        {
            "name": name,
            "rel": rel,
            "uri": id_of(article),
            "type": "text",
            "title": article.headline,
            "language": tag_of(article.language),
            "renditions": _web_page(public_base(site.settings), pages.get(article.id, "")),
        }
    )


def _web_page(base: str, page: str) -> list[Plain]:
    if not base or not page:
        return []
    return [{"name": "web", "href": absolute(base, page), "contentType": "text/html"}]


def _address(image: Image, base: str) -> str:
    copy = next(iter(whole(image)), None)
    if copy is None:
        return ""
    return absolute(base, path_in_bundle(copy)) if base else f"../{path_in_bundle(copy)}"


def _source(value: str) -> Plain:
    term = term_of(value)
    return {"uri": uri_of(term)} if term in SOURCE_TYPES else {}


def _full(plain: Plain) -> Plain:
    return {key: value for key, value in plain.items() if value}


def _document(plain: Plain) -> bytes:
    return legible(json.dumps(_full(plain), ensure_ascii=False, indent=1) + "\n").encode()
