"""What a person should know about an export that went well all the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from functools import lru_cache

from editor.core.messages import Message, named_language, say
from editor.core.web_address import linked, linked_page
from editor.domain.article import Article
from editor.domain.edition import empty_sections
from editor.domain.image import Image
from editor.domain.settings import NO_ADDRESS, Consent, NewsroomSettings
from editor.publish.addresses import public_base
from editor.publish.bodies import Bodies
from editor.publish.frames import analytics_address
from editor.publish.site import Site

# What is typed as an address in Markdown: inline or between angle brackets, or as a reference; brackets in it in pairs.
_ADDRESS = r"([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s()>]*(?:\([^\s()>]*\)[^\s()>]*)*)"
_AFTER_BRACKETS = re.compile(rf"\s*<?{_ADDRESS}")
_AFTER_ANGLE = re.compile(_ADDRESS)
_REFERENCE = re.compile(rf"^\s{{0,3}}\[[^\]]+\]:\s*<?{_ADDRESS}", re.MULTILINE)


def about_newsroom(site: Site) -> Iterator[Message]:
    """Yield every warning about the newsroom and its editions."""
    yield from _about_settings(site.settings)
    yield from _about_sections(site)


def about_articles(
    site: Site, bodies: Bodies, moves: Callable[[Image], bool], only: Container[str] | None = None
) -> dict[str, tuple[Message, ...]]:
    """Return the warnings about each article that is shown, those of `only` or all, by id and in its order.

    `moves` says of a picture whether it shows one frame after another.
    """
    shown = sorted({one for edition in site.editions for one in site.shown(edition).ids if only is None or one in only})
    articles = site.snapshot.articles
    return {one: tuple(_about_article(articles[one], site, bodies, moves)) for one in shown}


def _about_article(article: Article, site: Site, bodies: Bodies, moves: Callable[[Image], bool]) -> Iterator[Message]:
    yield from site.warnings(article)
    yield from _about_pictures(article, site, bodies)
    yield from _about_shown(article, site, bodies, moves)
    yield from _about_addresses(article)


def _about_settings(settings: NewsroomSettings) -> Iterator[Message]:
    if not settings.base_url.strip():
        yield NO_ADDRESS
    elif not public_base(settings):
        yield say(
            "The address of the site is none that pages can name, and is left out of them: {address}",
            address=settings.base_url,
        )
    asks = any(edition.consent is Consent.NOTICE for edition in settings.editions)
    if asks and settings.analytics_url.strip() and not analytics_address(settings):
        yield say(
            "The analytics address cannot be used, so pages offer “Decline” alone: {address}",
            address=settings.analytics_url,
        )
    for name, address in (
        ("publisher.url", settings.publisher.url),
        ("publisher.logo", settings.publisher.logo),
        ("publisher.policies", settings.publisher.policies),
        ("privacy-policy-url", settings.privacy_policy_url),
    ):
        if address and not linked_page(address):
            yield say(
                "The newsroom's {name} is not an address of the web and is left out: {address}",
                name=name,
                address=address,
            )


def _about_sections(site: Site) -> Iterator[Message]:
    chosen = [edition for edition in site.editions if edition.sections]
    known = site.snapshot.in_lists or site.snapshot.articles
    used = {article.section for article in known.values()} if chosen else set()
    for edition in chosen:
        for name in empty_sections(edition, used):
            yield say(
                "The edition {locale} carries the section “{name}”, in which no article stands.",
                locale=named_language(edition.locale),
                name=name,
            )


def _about_pictures(article: Article, site: Site, bodies: Bodies) -> Iterator[Message]:
    name = article.headline or article.slug
    hero = site.snapshot.images.get(article.hero.image_id) if article.hero else None
    if article.hero and hero is None:
        yield say("The lead picture of “{article}” is not in the newsroom. It is left out.", article=name)
    elif hero and not hero.has_file:
        yield say("The lead picture of “{article}” has no file: its words are shown in a frame.", article=name)
    yield from _about_licence(hero)
    for markdown in article.texts:
        for typed in bodies.pictures(markdown):
            yield from _about_licence(site.snapshot.typed_image(typed.path))
            if site.snapshot.typed_image(typed.path) is None:
                yield say(
                    "“{article}” shows “{path}”, which is not in the newsroom: its words are shown in a frame.",
                    article=name,
                    path=typed.path,
                )


def _about_licence(image: Image | None) -> Iterator[Message]:
    if image is not None and image.license_page.strip() and not linked_page(image.license_page):
        yield say(
            "The licence page of the picture “{picture}” is no address of the web and is left out: {address}",
            picture=image.name or image.id,
            address=image.license_page,
        )


def _about_shown(article: Article, site: Site, bodies: Bodies, moves: Callable[[Image], bool]) -> Iterator[Message]:
    images = site.snapshot.images
    placed = [article.hero, *(link.external.picture for link in article.links if link.external)]
    typed = (site.snapshot.typed_image(one.path) for markdown in article.texts for one in bodies.pictures(markdown))
    shown = [*(images.get(placement.image_id) for placement in placed if placement), *typed]
    name = article.headline or article.slug
    for image in {image.id: image for image in shown if image is not None and image.has_file}.values():
        if moves(image):
            yield say(
                "“{article}” shows the picture “{picture}”, which moves: pages show its first frame.",
                article=name,
                picture=image.name,
            )
        if image.is_undecided_ai:
            yield say(
                "“{article}” shows the picture “{picture}”, whose file says AI. Nobody has decided yet, so pages and "
                "copies do not say it.",
                article=name,
                picture=image.name,
            )


def _about_addresses(article: Article) -> Iterator[Message]:
    name = article.headline or article.slug
    typed = [match for text in article.texts for match in _typed_in(text)]
    given = [link.external.url for link in article.links if link.external and link.external.url]
    for address in dict.fromkeys([*typed, *given]):
        if not linked(address):
            yield say("“{article}” holds an address that is not linked: {address}", article=name, address=address)


@lru_cache(maxsize=32_768)  # the texts of a running program are the same objects from export to export
def _typed_in(text: str) -> tuple[str, ...]:
    if ":" not in text:
        return ()
    found = [*_each_after("](", _AFTER_BRACKETS, text), *_each_after("<", _AFTER_ANGLE, text)]
    if "]:" in text:
        found += _REFERENCE.finditer(text)
    return tuple(dict.fromkeys(match[1] for match in sorted(found, key=lambda match: match.start(1))))


def _each_after(mark: str, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield where `pattern` stands right after a `mark`: many times sooner found than with the mark in the pattern."""
    place = text.find(mark)
    while place >= 0:
        match = pattern.match(text, place + len(mark))
        if match is not None:
            yield match
        place = text.find(mark, place + len(mark))
