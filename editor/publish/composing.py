"""Puts articles into the page model: every switch of language marked, every address made, every date worded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from editor.core.clock import instant_text
from editor.core.recent import Recent
from editor.core.web_address import linked
from editor.domain.ai_ranges import AiRanges
from editor.domain.article import Article
from editor.domain.card import Card as Related
from editor.domain.edition import zone_for
from editor.domain.image import Image
from editor.domain.labels import label_row
from editor.domain.settings import Edition, PictureBadge
from editor.domain.signing import SignOff, sign_off_of
from editor.domain.site_places import PAGE
from editor.i18n.dates import format_instant
from editor.i18n.direction import direction, language_name
from editor.i18n.zones import shown_zone
from editor.markup.stand_ins import BEGINS
from editor.publish.addresses import absolute, public_base, relative
from editor.publish.bodies import Bodies, Typed
from editor.publish.frames import Frames, any_page_like, site_name
from editor.publish.furniture import around, foreign, furniture, joins_between, optional_run, passage_words, run, tag_of
from editor.publish.groups import CARDS_A_PAGE, Kind, pages_for
from editor.publish.listed import Listed
from editor.publish.pages import (
    Alternate,
    ArticlePage,
    Card,
    ChoicePage,
    Correction,
    Head,
    Html,
    Moment,
    Picture,
    Run,
    Sentence,
    TimelineEntry,
    Way,
    WithdrawnPage,
)
from editor.publish.pictures import frame_of_words, picture_of
from editor.publish.places import Elsewhere, index_place
from editor.publish.share_tags import article_properties
from editor.publish.site import Site, Subject
from editor.publish.structured import json_ld
from editor.publish.whereabouts import Whereabouts

# Draws a picture among text of the language given.
DrawPicture = Callable[[Picture, str], str]
_HELD = 2_000  # of what many pages show; all of 10,000 articles takes a process 30 MB


class Composer:
    """Makes page models of one site. Made once an export or preview; only reads, so usable from any thread."""

    def __init__(self, site: Site, frames: Frames, bodies: Bodies, draw: DrawPicture) -> None:
        self._site = site
        self._frames = frames
        self._bodies = bodies
        self._draw = draw
        self._dates: dict[tuple[datetime, str, str, str], Moment] = Recent(_HELD)
        # What many pages show of an article: by edition, any page that lies as theirs do, and the article.
        self._entries: dict[tuple[str, str, str, str], TimelineEntry] = Recent(_HELD)
        self._cards: dict[tuple[str, str, str, bool], Card] = Recent(_HELD)
        self._ways: dict[tuple[str, str, Kind, str, str], Way] = {}

    def article(self, edition: Edition, article: Article) -> ArticlePage:
        """Return the page of `article` in `edition`."""
        page = self.path(edition, article)
        subject = self._site.subject(edition, article)
        locale, language = edition.locale, article.language
        words = self._words(locale)
        canonical, alternates = self.addresses(edition, article)
        place = self._whereabouts(subject)
        head = Head(
            title=run(article.headline, language),
            description=optional_run(article.standfirst, language),
            canonical=canonical,
            alternates=alternates,
            properties=tuple(article_properties(article, subject.hero, place, self._site.settings, edition)),
            structured=json_ld(article, self._own_images(subject), _cards_images(subject), place, self._site.settings),
        )
        caption = article.hero.caption if article.hero else ""
        alike = any_page_like(page, self._site.folder(edition))
        timeline = tuple(self._timeline(subject, alike))
        return ArticlePage(
            frame=self._frames.frame(edition, page, head, self._same_article(article)),
            headline=run(article.headline, language),
            language=foreign(language, locale),
            is_turned=direction(tag_of(language)) != direction(locale),
            labels=_labels(label_row(article.authorship, subject.hero), words),
            standfirst=optional_run(article.standfirst, language),
            trail=self._trail(edition, article, alike),
            section=self._section(edition, article, alike),
            tags=tuple(self._way(edition, Kind.TOPIC, tag, language, alike) for tag in article.tags if tag.strip()),
            byline=self._byline(edition, article, alike, words),
            reviewed=_reviewed(article, words),
            published=self._moment(article.published, subject.zone, edition),
            updated=self._moment(article.updated, subject.zone, edition),
            hero=self._picture(subject.hero, page, language, locale, caption),
            body=self.html(article.body, language, page, locale, ai_ranges=article.ai_ranges),
            reactions=self.html(article.reactions, language, page, locale, heading=3)
            if article.reactions.strip()
            else None,
            corrections=tuple(self._corrections(article, subject, page)),
            cards=tuple(self._related(card, subject, alike) for card in subject.cards),
            timeline=timeline,
            zone=around(words["times_in_zone"], "zone", run(_zone_name(subject.zone), "en")) if timeline else None,
        )

    def withdrawn(self, edition: Edition, article: Article) -> WithdrawnPage:
        """Return what stands at the address of a withdrawn article; nothing of what it said."""
        page = self.path(edition, article)
        words, record = self._words(edition.locale), article.withdrawal
        zone = shown_zone(zone_for(article, self._site.settings, edition.locale))
        head = Head(title=words["withdrawn_title"], is_hidden=True)
        return WithdrawnPage(
            frame=self._frames.frame(edition, page, head, lambda _: ""),
            title=words["withdrawn_title"],
            body=words["withdrawn_body"],
            date=self._moment(record.at, zone, edition) if record else None,
            note=optional_run(record.note, article.language) if record and record.is_told else None,
        )

    def listed(self, edition: Edition, number: int) -> Listed:
        """Return the articles on page `number` of the edition's list, as lists show them."""
        start = (number - 1) * CARDS_A_PAGE
        return self._site.listed(self._site.shown(edition).ids[start : start + CARDS_A_PAGE])

    def choice(self) -> ChoicePage:
        """Return the bundle's first page, where readers choose among editions."""
        first = self._site.editions[0]

        def elsewhere(edition: Edition) -> str:
            return self.index_path(edition, 1)

        canonical, alternates = self._frames.addresses(PAGE, elsewhere, is_front=True)
        languages = " · ".join(language_name(one.locale, first.locale) for one in self._site.editions)
        head = Head(
            title=run(self._site.settings.name, first.locale),
            description=run(languages, first.locale),
            canonical=canonical,
            alternates=alternates,
        )
        return ChoicePage(frame=self._frames.frame(first, PAGE, head, elsewhere))

    def addresses(self, edition: Edition, article: Article) -> tuple[str, tuple[Alternate, ...]]:
        """Return the public address of the article's page, and those of the same article in every edition."""
        return self._frames.addresses(self.path(edition, article), self._same_article(article))

    def addressed(self, path: str, elsewhere: Elsewhere) -> tuple[str, tuple[Alternate, ...]]:
        """Return the public address of the page at `path`, and those of the same page in every edition."""
        return self._frames.addresses(path, elsewhere)

    def path(self, edition: Edition, article: Article) -> str:
        """Return the bundle path of the article's page."""
        return f"{self._site.page(edition, article)}/{PAGE}"

    def index_path(self, edition: Edition, number: int) -> str:
        """Return the bundle path of a page of the edition's list."""
        return index_place(self._site, edition, number)

    def index_count(self, edition: Edition) -> int:
        """Return how many pages the edition's list has, at least one."""
        return pages_for(len(self._site.shown(edition)))

    def _way(self, edition: Edition, kind: Kind, name: str, language: str, page: str) -> Way:
        key = (edition.locale, page, kind, name, language)
        found = self._ways.get(key)
        if found is None:
            group = self._site.groups(edition).find(kind, name)
            href = relative(group.page(1), page) if group else ""
            found = self._ways[key] = Way(name=run(name, language), href=href)
        return found

    def _section(self, edition: Edition, article: Article, page: str) -> Way | None:
        if not article.section.strip():
            return None
        return self._way(edition, Kind.SECTION, article.section, article.language, page)

    def _trail(self, edition: Edition, article: Article, page: str) -> tuple[Way, ...]:
        section = self._section(edition, article, page)
        home = self._frames.home(edition, page)
        return (home, section) if section and section.href else (home,)

    def _byline(self, edition: Edition, article: Article, page: str, words: Mapping[str, Run]) -> Sentence | None:
        ways = [
            self._way(edition, Kind.AUTHOR, name, article.language, page) for name in article.byline if name.strip()
        ]
        if not ways:
            return None
        joins = joins_between(len(ways), edition.locale, *self._site.settings.style_of(edition.locale))
        names, hrefs = (way.name for way in ways), tuple(way.href for way in ways)
        return around(words["by_line"], "names", *names, joins=joins, hrefs=hrefs)

    def _whereabouts(self, subject: Subject) -> Whereabouts:
        """Return where the page of `subject` stands among the others."""
        edition, article = subject.edition, subject.article
        home = (site_name(self._site.settings, edition), self.index_path(edition, 1))
        section = self._site.groups(edition).find(Kind.SECTION, article.section)
        return Whereabouts(
            page=self.path(edition, article),
            zone=subject.zone,
            trail=(home, (section.name, section.page(1))) if section else (home,),
            translations=tuple(self._translations(article)),
            authors=self._author_pages(edition, article),
            related=tuple(filter(None, (self._public(edition, card) for card in subject.cards))),
        )

    def _author_pages(self, edition: Edition, article: Article) -> Mapping[str, str]:
        groups = self._site.groups(edition)
        found = ((name, groups.find(Kind.AUTHOR, name)) for name in article.byline)
        return {name: group.page(1) for name, group in found if group}

    def _translations(self, article: Article) -> Iterable[tuple[Article, str]]:
        """Yield the other articles of the set that readers see, each with its page in its own edition if it can."""
        found: dict[str, tuple[Article, str]] = {}
        for edition in self._site.editions:
            member = self._site.member(edition, article.translation_set)
            if member is None or member.id == article.id:
                continue
            if member.id not in found or edition.locale == member.language:
                found[member.id] = (member, self.path(edition, member))
        yield from found.values()

    def _public(self, edition: Edition, card: Related) -> str:
        base, target = public_base(self._site.settings), self._site.snapshot.articles.get(card.article)
        if target is None:
            return linked(card.url)
        folder = self._site.place(edition, target)
        return absolute(base, f"{folder}/{PAGE}") if base and folder else ""

    def _same_article(self, article: Article) -> Callable[[Edition], str]:
        def elsewhere(edition: Edition) -> str:
            member = self._site.member(edition, article.translation_set, as_listed=True)
            return self.path(edition, member) if member else ""

        return elsewhere

    def _href(self, edition: Edition, target: Article, page: str) -> str:
        folder = self._site.place(edition, target)
        return relative(f"{folder}/{PAGE}", page) if folder else ""

    def hero(self, article: Article) -> Image | None:
        """Return the picture of `article` that stands first."""
        return self._site.snapshot.images.get(article.hero.image_id) if article.hero else None

    def _own_images(self, subject: Subject) -> list[Image]:
        """Return the pictures of the article itself, the lead first, then in the order of its texts."""
        typed = (
            self._site.snapshot.typed_image(one.path)
            for markdown in subject.article.texts
            for one in self._bodies.pictures(markdown)
        )
        return [image for image in (subject.hero, *typed) if image is not None]

    def card(self, edition: Edition, article: Article, page: str) -> Card:
        """Return `article` as it stands in a list on `page`."""
        hero = self.hero(article)
        return Card(
            headline=run(article.headline, article.language),
            summary=optional_run(article.standfirst, article.language),
            labels=_labels(label_row(article.authorship, hero), self._words(edition.locale)),
            picture=self._picture(hero, page, article.language, edition.locale, on_card=True),
            href=relative(self.path(edition, article), page),
            lang=tag_of(article.language),
            language=foreign(article.language, edition.locale),
            is_turned=direction(tag_of(article.language)) != direction(edition.locale),
            section=optional_run(article.section, article.language),
            published=self.date(edition, article),
        )

    def date(self, edition: Edition, article: Article) -> Moment | None:
        """Return the day on which `article` came out, None for one without a date."""
        zone = zone_for(article, self._site.settings, edition.locale)
        return self._moment(article.published, zone, edition, "date")

    def _related(self, card: Related, subject: Subject, page: str) -> Card:
        if not card.article:
            return self._made_card(card, subject, page)
        key = (subject.edition.locale, page, card.article, card.language != subject.article.language)
        if key not in self._cards:
            self._cards[key] = self._made_card(card, subject, page)
        return self._cards[key]

    def _made_card(self, card: Related, subject: Subject, page: str) -> Card:
        edition = subject.edition
        target = self._site.snapshot.articles.get(card.article)
        return Card(
            headline=optional_run(card.headline, card.language),
            summary=optional_run(card.summary, card.language),
            labels=_labels(card.labels, self._words(edition.locale)),
            picture=self._picture(card.picture, page, card.language, edition.locale, on_card=True),
            href=self._href(edition, target, page) if target else linked(card.url),
            lang=tag_of(card.language),
            is_outside=target is None,
            is_turned=direction(tag_of(card.language)) != direction(edition.locale),
            language=foreign(card.language, edition.locale) if card.language != subject.article.language else None,
        )

    def _timeline(self, subject: Subject, page: str) -> Iterable[TimelineEntry]:
        locale = subject.edition.locale
        for entry in subject.timeline.entries:
            key = (locale, page, entry.article, entry.date)
            made = self._entries.get(key)
            if made is None:
                target = self._site.snapshot.articles.get(entry.article)
                made = TimelineEntry(
                    date=Moment(instant_text(entry.instant), run(entry.date, locale)),
                    headline=run(entry.headline, entry.language),
                    href=self._href(subject.edition, target, page) if target else linked(entry.url),
                    is_outside=target is None,
                )
                if target is not None:
                    self._entries[key] = made
            yield made

    def _corrections(self, article: Article, subject: Subject, page: str) -> Iterable[Correction]:
        for correction in article.told_corrections:
            date = self._moment(correction.at, subject.zone, subject.edition)
            if date:
                note = self.html(correction.note, article.language, page, subject.edition.locale, heading=3)
                yield Correction(date=date, note=note)

    def html(
        self, markdown: str, language: str, page: str, locale: str, *, heading: int = 2, ai_ranges: AiRanges = ()
    ) -> Html:
        """Return Markdown of `language` as it stands on `page` of the edition of `locale`."""

        def draw(typed: Typed) -> str:
            image = self._site.snapshot.typed_image(typed.path)
            picture = self._picture(image, page, language, locale, typed.title, typed.alt)
            return self._draw(picture or frame_of_words(typed.alt, language, typed.title), language)

        body = self._bodies.render(markdown, heading=heading, ai_ranges=ai_ranges)
        words = passage_words(self._words(locale), tag_of(language)) if BEGINS in body.html else ()
        html = body.filled(draw, *words)
        return Html(html, tag_of(language), direction(tag_of(language)))

    def _picture(
        self,
        image: Image | None,
        page: str,
        language: str,
        locale: str,
        caption: str = "",
        alt: str = "",
        *,
        on_card: bool = False,
    ) -> Picture | None:
        if image is None:
            return None
        return picture_of(
            image,
            page=page,
            language=language,
            locale=locale,
            words=self._words(locale),
            caption=caption,
            alt=alt,
            has_badge=self._site.settings.picture_badge is PictureBadge.CORNER,
            on_card=on_card,
        )

    def _words(self, locale: str) -> Mapping[str, Run]:
        return furniture(locale, self._site.settings.page_labels)

    def _moment(self, instant: datetime | None, zone: str, edition: Edition, form: str = "medium") -> Moment | None:
        if instant is None:
            return None
        key = (instant, zone, edition.locale, form)
        if key not in self._dates:
            style, override = self._site.settings.style_of(edition.locale)
            text = format_instant(instant, zone, style, override=override, form="date" if form == "date" else "medium")
            self._dates[key] = Moment(instant_text(instant), run(text, edition.locale))
        return self._dates[key]


def _cards_images(subject: Subject) -> list[Image]:
    return [card.picture for card in subject.cards if card.picture is not None]


def _labels(keys: Iterable[str], words: Mapping[str, Run]) -> tuple[Run, ...]:
    return tuple(words[key] for key in keys)


def _reviewed(article: Article, words: Mapping[str, Run]) -> Sentence | None:
    if sign_off_of(article) is not SignOff.SIGNED:
        return None
    return around(words["reviewed_by"], "name", run(article.reviewed_by, article.language))


def _zone_name(zone: str) -> str:
    return zone.replace("_", " ")
