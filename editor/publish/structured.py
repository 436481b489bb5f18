"""What a page says about itself to machines: schema.org as JSON-LD.

Dates here are RFC 3339 with the offset of the page's zone, in ASCII, whatever the page shows. Whatever needs a public
address of the site is left out where there is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

from editor.core.web_address import linked_page
from editor.domain.article import Article
from editor.domain.authorship import Authorship
from editor.domain.bylines import is_organisation
from editor.domain.image import Image
from editor.domain.settings import Edition, NewsroomSettings
from editor.domain.signing import SignOff, sign_off_of
from editor.markup.stand_ins import PASSAGE_CLASS
from editor.publish.addresses import absolute, public_base
from editor.publish.furniture import tag_of
from editor.publish.image_object import image_objects, source_types
from editor.publish.pictures import carded, offered
from editor.publish.whereabouts import Whereabouts, moment_text

# What AI wrote of the text, named where it stands on the page.
_PASSAGES = {
    "@type": "WebPageElement",
    "cssSelector": f".{PASSAGE_CLASS}",
    "digitalSourceType": "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
}
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
_IN_SCRIPT = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def json_ld(
    article: Article, own: Sequence[Image], others: Sequence[Image], place: Whereabouts, settings: NewsroomSettings
) -> Markup:
    """Return schema.org's NewsArticle for the page at `place`, safe inside a script element.

    `own` are the article's pictures, the lead first; of `others`, those on its cards, what AI had a part in is named.
    """
    base, changed = public_base(settings), article.changed_for_readers
    plain: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": _id(base, place.page),
        "headline": article.headline,
        "description": article.standfirst,
        "inLanguage": tag_of(article.language),
        "articleSection": article.section,
        "keywords": [tag for tag in article.tags if tag.strip()],
        "isAccessibleForFree": True,
        "datePublished": moment_text(article.published, place.zone) if article.published else None,
        "dateModified": moment_text(changed, place.zone) if changed else None,
        "author": [_author(name, place, settings) for name in article.byline if name.strip()],
        "publisher": publisher(settings),
        "mainEntityOfPage": _web_page(article, place, settings) if base else None,
        "image": _own(article, own, settings),
        "digitalSourceType": source_types(text_source(article)),
        "hasPart": _PASSAGES if article.ai_ranges else None,
        "correction": [
            {
                "@type": "CorrectionComment",
                "datePublished": moment_text(one.at, place.zone),
                "text": _in_one_line(one.note),
            }
            for one in article.told_corrections
        ],
        **_translations(article, place, base),
    }
    here = {image.id for image in own}
    strangers = image_objects(
        [image for image in others if image.origin.is_ai and image.id not in here], settings, carded
    )
    return _script([_full(plain), *strangers])


def text_source(article: Article) -> str:
    """Return the IPTC digital source type of an article's words, "" where none of its terms is known to fit.

    The vocabulary has no term for words that people wrote with help; words some of which a model wrote are a composite.
    """
    if article.authorship is Authorship.AI_GENERATED:
        return "trainedAlgorithmicMedia"
    return "compositeWithTrainedAlgorithmicMedia" if article.ai_ranges else ""


def listed_json_ld(
    images: Sequence[Image], settings: NewsroomSettings, front: tuple[Edition, str] | None = None
) -> Markup | None:
    """Return what a list says of those of its pictures that AI had a part in; None when there is nothing to say.

    `front` are edition and bundle path of a front page, which says besides whose site it is.
    """
    nodes = image_objects([image for image in images if image.origin.is_ai], settings, carded)
    base = public_base(settings)
    if front and base:
        edition, page = front
        site = {
            "@type": "WebSite",
            "@id": f"{absolute(base, page)}#site",
            "url": absolute(base, page),
            "name": edition.name.strip() or settings.name,
            "inLanguage": edition.locale,
            "publisher": publisher(settings),
        }
        nodes = [site, *nodes]
    return _script(nodes) if nodes else None


def publisher(settings: NewsroomSettings) -> dict[str, Any]:
    """Return who answers for the pages, as schema.org has it."""
    said = settings.publisher
    return _full(
        {
            "@type": "NewsMediaOrganization",
            "name": said.name or settings.name,
            "url": linked_page(said.url),
            "logo": linked_page(said.logo),
            "publishingPrinciples": linked_page(said.policies),
        }
    )


def _author(name: str, place: Whereabouts, settings: NewsroomSettings) -> dict[str, Any]:
    base, page = public_base(settings), place.authors.get(name, "")
    kind = "Organization" if is_organisation(name, settings) else "Person"
    return _full({"@type": kind, "name": name, "url": absolute(base, page) if base and page else ""})


def _web_page(article: Article, place: Whereabouts, settings: NewsroomSettings) -> dict[str, Any]:
    base = public_base(settings)
    is_signed = sign_off_of(article) is SignOff.SIGNED and article.reviewed_at is not None
    signed_at = moment_text(article.reviewed_at, place.zone) if is_signed and article.reviewed_at else ""
    return _full(
        {
            "@type": "WebPage",
            "@id": absolute(base, place.page),
            "breadcrumb": _breadcrumbs(article, place, base) if place.trail else None,
            "relatedLink": list(dict.fromkeys(place.related)),
            "reviewedBy": {"@type": "Person", "name": article.reviewed_by} if is_signed else None,
            "lastReviewed": signed_at[:10],
        }
    )


def _breadcrumbs(article: Article, place: Whereabouts, base: str) -> dict[str, Any]:
    steps = [*place.trail, (article.headline, place.page)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": {"@type": "WebPage", "@id": absolute(base, page)},
            }
            for position, (name, page) in enumerate(steps, 1)
        ],
    }


def _translations(article: Article, place: Whereabouts, base: str) -> dict[str, Any]:
    """Return the articles that this one was translated from or into, as far as readers can see them."""
    if not base:
        return {}
    if article.is_source:
        return {"workTranslation": [_work(one, page, base) for one, page in place.translations if not one.is_source]}
    sources = [_work(one, page, base) for one, page in place.translations if one.is_source]
    return {"translationOfWork": sources[0] if sources else None}


def _work(article: Article, page: str, base: str) -> dict[str, Any]:
    address = absolute(base, page)
    return {
        "@type": "NewsArticle",
        "@id": _id(base, page),
        "url": address,
        "inLanguage": tag_of(article.language),
    }


def _id(base: str, page: str) -> str:
    return f"{absolute(base, page)}#article" if base else ""


def _own(article: Article, own: Sequence[Image], settings: NewsroomSettings) -> list[dict[str, Any]]:
    """Return the article's pictures, its lead in all the shapes that search engines want."""
    lead = [image for image in own if article.hero and image.id == article.hero.image_id]
    rest = [image for image in own if image not in lead]
    return [*image_objects(lead, settings, offered), *image_objects(rest, settings)]


def _full(plain: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in plain.items() if value}


def _script(nodes: Iterable[dict[str, Any]]) -> Markup:
    found = list(nodes)
    whole: dict[str, Any] = found[0] if len(found) == 1 else {"@graph": found}
    text = _JSON.encode({"@context": "https://schema.org", **whole})
    for character, code in _IN_SCRIPT.items():  # `translate` asks about every character
        text = text.replace(character, code)
    return Markup(text)  # noqa: S704 - made safe here


def _in_one_line(markdown: str) -> str:
    from editor.markup.plain import plain_blocks

    return " ".join(plain_blocks(markdown))
