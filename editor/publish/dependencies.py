"""What a page is made of, as a key: while it stays the same, the page need not be made again.

Whatever a page shows must be part of its key. A target counts with all its content, which makes a page again more
often than needed and never too seldom.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from editor.core.files import sha256_hex
from editor.domain.article import Article
from editor.domain.content import content_hash
from editor.domain.derivative import Use
from editor.domain.image import Image
from editor.domain.settings import Edition
from editor.i18n.zones import system_zones
from editor.publish.addresses import public_base
from editor.publish.bodies import Bodies
from editor.publish.groups import Kind
from editor.publish.made_by import made_by
from editor.publish.search_index import found_of
from editor.publish.site import Site
from editor.publish.snapshot import Known

# Raise when the same content shall give other pages.
_RECIPE = "9"


class Dependencies:
    """Knows what the pages of one site depend on. Made once an export; only reads."""

    def __init__(self, site: Site, bodies: Bodies, theme: str, known: Known | None = None) -> None:
        """`theme` names the theme's templates and files: another one makes every page again.

        `known` are the keys of articles that this site has in common with an earlier one; new ones go there.
        """
        self._site = site
        self._bodies = bodies
        self._theme = theme
        self._image_words: dict[str, str] = {}
        self.known: Known = {} if known is None else known
        self._grounds: dict[str, str] = {}
        self._led: dict[tuple[str, str], str] = {}

    def version(self, article: Article) -> str:
        """Return the hash of the article's content."""
        if version := self._site.snapshot.versions.get(article.id):
            return version
        known, key = self._known_of(article), ("version", "")
        return known.get(key) or known.setdefault(key, content_hash(article))

    def images(self, edition: Edition, article: Article) -> list[Image]:
        """Return every image that the page of `article` shows, each once, in no meaningful order."""
        found = {image.id: image for image, _ in self.uses(edition, article)}
        return [found[key] for key in sorted(found)]

    def uses(self, edition: Edition, article: Article) -> Iterator[tuple[Image, Use]]:
        """Yield every image that the page of `article` shows and what as, its own on lists and elsewhere too."""
        known = self._site.snapshot.images
        if not known:
            return
        if article.hero and article.hero.image_id in known:
            hero = known[article.hero.image_id]
            yield hero, Use.WHOLE
            yield hero, Use.CARD
            if public_base(self._site.settings):
                yield hero, Use.SHARED
        on_cards = [link.external.picture for link in article.links if link.external is not None]
        on_cards += [target.hero for target in self._site.targets(edition, article).values()]
        for placement in on_cards:
            if placement and placement.image_id in known:
                yield known[placement.image_id], Use.CARD
        for image in self._in_texts(article):
            yield image, Use.WHOLE

    def key(self, edition: Edition, article: Article) -> str:
        """Return the key of the page of `article` in `edition`."""
        parts = [self._page_ground(edition), self._site.page(edition, article), self.version(article)]
        parts.append(article.reviewed_version)  # no part of its content, and decides whether a reviewer is named
        parts += self._lists_of(edition, article)
        for other in self._site.editions:
            member = self._site.member(other, article.translation_set)
            parts.append(self._site.page(other, member) if member else "")
            parts.append(f"{member.id} {member.language} {member.is_source}" if member else "")
        for asked, target in self._site.targets(edition, article).items():
            parts += (asked, self._led.get((edition.locale, target.id)) or self._lead(edition, target))
        if self._site.snapshot.images:
            parts += [self._words_of(image) for image in self.images(edition, article)]
        return _digest(parts)

    def _lead(self, edition: Edition, target: Article) -> str:
        """Return what pages that lead to `target` show of it, and where it lies."""
        said = f"{self.version(target)}\n{self._site.place(edition, target)}"
        self._led[edition.locale, target.id] = said
        return said

    def card_key(self, edition: Edition, article: Article) -> str:
        """Return the key of what a list of `edition` shows of `article`."""
        known, key = self._known_of(article), ("card", edition.locale)
        found = known.get(key)
        if found is None:
            hero = self._site.snapshot.images.get(article.hero.image_id) if article.hero else None
            shown = (
                *(self._site.page(edition, article), article.language, article.headline, article.standfirst),
                *(article.authorship.value, article.section, article.published, article.display_zone),
                self._words_of(hero) if hero else "",
            )
            found = known[key] = _hash_of(shown)
        return found

    def found_key(self, edition: Edition, article: Article) -> str:
        """Return the key of what readers of `edition` find of `article` when they search."""
        known, key = self._known_of(article), ("search", edition.locale)
        found = known.get(key)
        if found is None:
            found = known[key] = _hash_of(found_of(article, self._site.page(edition, article)))
        return found

    def list_key(self, edition: Edition, place: str, shown: Iterable[Article] = ()) -> str:
        """Return the key of a page that lists `shown`; `place` says which it is, and all else that it shows."""
        return _digest([self._page_ground(edition), place, *(self.card_key(edition, article) for article in shown)])

    def edition_key(self, edition: Edition) -> str:
        """Return the key of what says of `edition` itself and of no article."""
        return _digest([self._page_ground(edition), self._site.folder(edition)])

    def _known_of(self, article: Article) -> dict[tuple[str, str], str]:
        return self.known.setdefault(article.id, {})

    def _page_ground(self, edition: Edition) -> str:
        """Return what all pages of `edition` depend on."""
        if edition.locale not in self._grounds:
            shown = repr(_without_words(edition))
            self._grounds[edition.locale] = _digest([self._ground, shown, self._site.groups(edition).ground])
        return self._grounds[edition.locale]

    def _lists_of(self, edition: Edition, article: Article) -> Iterator[str]:
        """Yield the places of the lists that the page of `article` leads to."""
        groups = self._site.groups(edition)
        names = (Kind.SECTION, (article.section,)), (Kind.TOPIC, article.tags), (Kind.AUTHOR, article.byline)
        for kind, spelled in names:
            for name in spelled:
                if group := groups.find(kind, name):
                    yield f"{group.folder} {group.name}"

    @cached_property
    def _ground(self) -> str:
        """Return what all pages depend on."""
        folders = [self._site.folder(edition) for edition in self._site.editions]
        made = (_RECIPE, made_by(), system_zones(), self._theme)
        editions = tuple(map(_without_words, self._site.editions))
        settings = replace(self._site.settings, editions=tuple(map(_without_words, self._site.settings.editions)))
        return _hash_of((made, settings, editions, folders))

    def _words_of(self, image: Image) -> str:
        return self._image_words.get(image.id) or self._image_words.setdefault(image.id, repr(image))

    def _in_texts(self, article: Article) -> Iterable[Image]:
        for markdown in article.texts:
            for typed in self._bodies.pictures(markdown):
                image = self._site.snapshot.typed_image(typed.path)
                if image is not None:
                    yield image


def uses_of(site: Site, bodies: Bodies) -> dict[str, set[Use]]:
    """Return what pages of `site` show pictures as, by id."""
    found: dict[str, set[Use]] = {}
    uses = Dependencies(site, bodies, "").uses
    for edition in site.editions if site.snapshot.images else ():
        for article in site.shown(edition):
            for image, use in uses(edition, article):
                found.setdefault(image.id, set()).add(use)
    return found


def _without_words(edition: Edition) -> Edition:
    """Return `edition` with a sign in the place of its page about the newsroom: others show that there is one."""
    return replace(edition, about="+" if edition.about.strip() else "")


def _hash_of(shown: object) -> str:
    return sha256_hex(repr(shown).encode("utf-8", "surrogatepass"))


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
