"""What an article, an image and the settings must be before they are stored. Says what is wrong and what would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from functools import partial
from itertools import combinations, permutations

from editor.core.errors import UserError
from editor.core.files import safe_name
from editor.core.messages import named_language, say
from editor.domain.article import Article
from editor.domain.check_choices import check_choices
from editor.domain.edition_rules import check_chain, check_sections, check_style
from editor.domain.image import Image
from editor.domain.instants import check_year
from editor.domain.link import Link
from editor.domain.one_language import is_one_language
from editor.domain.provenance import check_record
from editor.domain.settings import Edition, NewsroomSettings
from editor.domain.site_places import check_apart, check_base_address, check_edition_path
from editor.domain.slug import MAX_BYTES, composed, is_slug, slug_from, slug_key
from editor.i18n.known_tags import nearest_tag, strange_part
from editor.i18n.page_words import check_label
from editor.i18n.tags import is_language_tag
from editor.i18n.zones import is_zone, nearest_zone


def check_article(article: Article, before: Article | None = None) -> None:
    """Raise `UserError` for the first thing that is wrong with `article` in itself.

    A language that it had `before` stays: what an older Makala took keeps nobody from writing.
    """
    _check_instants(article)
    if before is None or article.language != before.language:
        check_language(article.language)
    check_slug(article.slug)
    for former in article.former_slugs:
        check_slug(former.slug)
        _check_instants(former)
    if article.display_zone:
        check_zone(article.display_zone)
    _check_links(article)


def check_image(image: Image) -> None:
    """Raise `UserError` for the first thing that is wrong with `image` in itself."""
    _check_instants(image)
    for language in image.alt:
        check_language(language)
    check_record(image)


def check_settings(settings: NewsroomSettings, before: NewsroomSettings | None = None) -> None:
    """Raise `UserError` for the first thing that is wrong with `settings` and was not wrong already in `before`.

    A newsroom may hold what an older Makala took: it keeps nobody from changing something else.
    """
    stood = [(error.message, error.hint) for error in _refusals(before)] if before is not None else []
    for error in _refusals(settings):
        if (error.message, error.hint) not in stood:
            raise error


def check_fallback(edition: Edition) -> None:
    """Raise `UserError` unless the languages that stand in for the edition's are some, each once."""
    for language in edition.fallback or ():
        check_language(language)
    check_chain(edition.locale, edition.fallback or ())


def check_places(editions: Sequence[Edition]) -> None:
    """Raise `UserError` unless every edition has a locale and a folder of its own, inside the bundle."""
    for check in _place_checks(editions):
        check()


def _refusals(settings: NewsroomSettings) -> Iterator[UserError]:
    for check in _setting_checks(settings):
        try:
            check()
        except UserError as error:
            yield error


def _setting_checks(settings: NewsroomSettings) -> Iterator[Callable[[], None]]:
    """Yield the checks of `settings`, each of one thing alone, so that none hides another."""
    yield partial(_check_name, settings.name)
    yield partial(check_base_address, settings.base_url)
    yield partial(check_zone, settings.display_zone)
    for edition in settings.editions:
        yield from _edition_checks(edition)
    yield from _place_checks(settings.editions)
    for locale in (*settings.house_styles, *settings.page_labels):
        yield partial(check_language, locale)
    for locale, words in settings.page_labels.items():
        for key, label in words.items():
            yield partial(_check_label, locale, key, label.text)
    yield partial(check_choices, settings.checks)


def _edition_checks(edition: Edition) -> Iterator[Callable[[], None]]:
    yield partial(check_language, edition.locale)
    yield partial(check_fallback, edition)
    if edition.house_style:
        yield partial(check_language, edition.house_style)
    yield partial(check_style, edition.locale, edition.house_style)
    yield partial(check_sections, edition.sections)
    if edition.display_zone:
        yield partial(check_zone, edition.display_zone)


def _place_checks(editions: Sequence[Edition]) -> Iterator[Callable[[], None]]:
    paths = [edition.path for edition in editions]
    for path in paths:
        yield partial(check_edition_path, path)
    for path, other in permutations(paths, 2):
        yield partial(check_apart, path, other)
    for pair in combinations((edition.locale.lower() for edition in editions), 2):
        yield partial(_check_once, pair, "locale")
    for pair in combinations(map(slug_key, paths), 2):
        yield partial(_check_once, pair, "path")


def _check_name(name: str) -> None:
    if not name.strip():
        raise UserError(say("A newsroom needs a name."))


def _check_label(locale: str, key: str, text: str) -> None:
    if wrong := check_label(key, text):
        raise UserError(wrong[0], say("The label is “{key}” in “{locale}”.", key=key, locale=locale))


def check_language(tag: str) -> None:
    """Raise `UserError` unless `tag` is a BCP 47 tag; the name of a language, such as `swahili`, is none."""
    if not tag:
        raise UserError(say("The language is missing."), say("Choose one, such as “en” or “sw”."))
    if not is_language_tag(tag):
        near = nearest_tag(tag)
        hint = say("Perhaps “{near}” is meant.", near=near)
        raise UserError(
            say("“{tag}” is not a language tag.", tag=tag),
            hint if near else say("Language tags look like “en”, “sw” or “zh-Hant”."),
        )


def doubts_about_language(tag: str, others: Iterable[str]) -> Iterator[UserError]:
    """Yield what is strange about an edition in `tag` beside editions in `others`; none of it is refused."""
    if part := strange_part(tag):
        near = nearest_tag(tag)
        hint = say("Perhaps “{near}” is meant.", near=near)
        yield UserError(
            say(
                "“{part}” in “{tag}” is no language, script or region that is known here: programs that read pages"
                " aloud may not know it either.",
                part=part,
                tag=tag,
            ),
            hint if near else say("Look at the tag again, or go on if you are sure."),
        )
    for other in (other for other in others if other != tag and is_one_language(tag, other)):
        yield UserError(
            say(
                "“{tag}” and “{other}” are one language, so both editions show the same articles.", tag=tag, other=other
            ),
            say("One of the two will do."),
        )


def check_zone(name: str) -> None:
    """Raise `UserError` unless `name` is a time zone of the IANA database."""
    if not is_zone(name):
        near = nearest_zone(name)
        hint = say("Perhaps “{near}” is meant.", near=near)
        raise UserError(
            say("“{zone}” is not a time zone.", zone=name),
            hint if near else say("Time zones look like “Africa/Nairobi” or “America/New_York”."),
        )


def check_slug(slug: str) -> None:
    """Raise `UserError` unless `slug` can be a folder's name on every system."""
    if len(slug.encode(errors="replace")) > MAX_BYTES:
        raise UserError(
            say("The slug is longer than {limit} bytes.", limit=MAX_BYTES),
            say("This would do: {slug}", slug=slug_from(slug)),
        )
    if slug != composed(slug) and is_slug(slug):
        raise UserError(
            say("The letters of “{slug}” and their marks stand apart, which nobody sees.", slug=slug),
            say("An address holds them composed. This would do: {slug}", slug=composed(slug)),
        )
    if not slug or safe_name(slug, "") != slug or slug.startswith("."):
        raise UserError(
            say("“{slug}” cannot be an address.", slug=slug),
            say("Use letters, digits and “-”. This would do: {slug}", slug=slug_from(slug)),
        )


def _check_links(article: Article) -> None:
    _check_once((link.id for link in article.links), "link")
    for link in article.links:
        _check_link(article, link)


def _check_link(article: Article, link: Link) -> None:
    if sum((bool(link.article), bool(link.pending), link.external is not None)) != 1:
        raise UserError(say("A link leads to one article: of this newsroom, not there yet, or outside."))
    if link.article == article.id:
        raise UserError(say("An article cannot be linked to itself."), say("Choose another article."))
    if link.external is not None:
        _check_instants(link.external)
        if not link.external.headline.strip() and not link.external.summary.strip():
            raise UserError(
                say("An article outside needs a headline or a summary."),
                say("Type one, so that readers see where the link leads."),
            )
        if link.external.language:
            check_language(link.external.language)


def _check_instants(holder: object) -> None:
    for field in fields(holder):  # type: ignore[arg-type]
        value = getattr(holder, field.name)
        if isinstance(value, datetime):
            if value.tzinfo is None:
                raise ValueError(f"{field.name} is an instant without a zone")
            check_year(value.year)


def _check_once(names: Iterable[str], what: str) -> None:
    twice = next((name for name, count in Counter(names).items() if count > 1), None)
    if twice is None:
        return
    if what == "link":
        raise UserError(say("The same link stands twice in this article."))
    if what == "locale":
        raise UserError(say("There is an edition for “{locale}” already.", locale=named_language(twice)))
    raise UserError(say("Two editions would share the path “{path}”.", path=twice), say("Give each its own."))
