"""Makes the pages of an edition that are no article's: its lists, what leads to them, about, search, not found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

from markupsafe import Markup

from editor.domain.article import Article
from editor.domain.settings import Edition
from editor.i18n.page_numbers import written
from editor.publish.addresses import relative
from editor.publish.composing import Composer
from editor.publish.frames import KIND_WORDS, Frames, any_page_like, name_of, site_name
from editor.publish.furniture import furniture, run
from editor.publish.groups import Group, Kind
from editor.publish.pages import (
    AboutPage,
    Card,
    DirectoryPage,
    GroupPage,
    Head,
    IndexPage,
    NotFoundPage,
    Run,
    SearchPage,
    Way,
)
from editor.publish.places import (
    Elsewhere,
    about_place,
    directory_place,
    group_elsewhere,
    search_place,
)
from editor.publish.share_tags import list_properties
from editor.publish.site import Site
from editor.publish.snapshot import Known
from editor.publish.structured import listed_json_ld

_DESCRIBED_BY = 3  # of what is on a page, for its description: search engines show about so much

# Draws an article of a list on a page of the language given.
DrawEntry = Callable[[Card, str], str]


class Listing:
    """Makes these pages of one site. Made once an export; only reads, so usable from any thread."""

    def __init__(
        self, site: Site, frames: Frames, composer: Composer, draw: DrawEntry, known: Known | None = None
    ) -> None:
        """`known` holds entries that this site has in common with an earlier one; new ones go there."""
        self._site = site
        self._frames = frames
        self._composer = composer
        self._draw = draw
        self._known = known
        self._known_of: dict[str, Known] = {}

    def index(self, edition: Edition, number: int) -> IndexPage:
        """Return page `number` (from 1) of the edition's list."""
        composer = self._composer
        page, count = composer.index_path(edition, number), composer.index_count(edition)

        def elsewhere(other: Edition) -> str:
            return composer.index_path(other, number) if number <= composer.index_count(other) else ""

        listed = composer.listed(edition, number)
        lead = listed[:1] if number == 1 else []
        title = run(site_name(self._site.settings, edition), edition.locale)
        head = self._head(edition, page, title, elsewhere, listed)
        return IndexPage(
            frame=self._frames.frame(edition, page, head, elsewhere),
            lead=next((composer.card(edition, article, page) for article in lead), None),
            entries=self._entries(edition, listed[len(lead) :], page, is_once=True),
            number=number,
            count=count,
            newer=relative(composer.index_path(edition, number - 1), page) if number > 1 else "",
            older=relative(composer.index_path(edition, number + 1), page) if number < count else "",
            place=self._place(edition, number, count),
        )

    def group(self, edition: Edition, group: Group, number: int) -> GroupPage:
        """Return page `number` (from 1) of the list `group`."""
        page, listed = group.page(number), self._site.listed(group.listed(number))
        twin = group_elsewhere(self._site, group, number)
        # Where another list is the same in other editions, this one is alone.
        elsewhere = twin if twin(edition) == page else _nowhere
        head = self._head(edition, page, name_of(group), elsewhere, listed)
        home = self._frames.home(edition, page)
        all_of_kind = Way(
            name=self._words(edition)[KIND_WORDS[group.kind]],
            href=relative(directory_place(self._site, edition, group.kind), page),
        )
        return GroupPage(
            frame=self._frames.frame(edition, page, head, elsewhere),
            title=name_of(group),
            kind=group.kind.value,
            trail=(home, all_of_kind),
            entries=self._entries(edition, listed, page),
            number=number,
            count=group.count,
            newer=relative(group.page(number - 1), page) if number > 1 else "",
            older=relative(group.page(number + 1), page) if number < group.count else "",
            place=self._place(edition, number, group.count),
        )

    def directory(self, edition: Edition, kind: Kind) -> DirectoryPage:
        """Return the page that names every section, topic, author or month."""
        page = directory_place(self._site, edition, kind)
        title = self._words(edition)[KIND_WORDS[kind]]

        def elsewhere(other: Edition) -> str:
            return directory_place(self._site, other, kind)

        groups = self._site.groups(edition).of(kind)
        head = self._head(edition, page, title, elsewhere, said=[name_of(group) for group in groups])
        return DirectoryPage(
            frame=self._frames.frame(edition, page, head, elsewhere),
            title=title,
            kind=kind.value,
            trail=(self._frames.home(edition, page),),
            ways=tuple(
                Way(
                    name=name_of(group),
                    href=relative(group.page(1), page),
                    count=self._written(edition, len(group.ids)),
                )
                for group in groups
            ),
        )

    def about(self, edition: Edition) -> AboutPage:
        """Return what the edition says of the newsroom."""
        from editor.markup.plain import plain_blocks

        page = about_place(self._site, edition)
        title = self._words(edition)["about"]

        def elsewhere(other: Edition) -> str:
            return about_place(self._site, other)

        head = self._head(
            edition,
            page,
            title,
            elsewhere,
            said=[run(text, edition.locale) for text in plain_blocks(edition.about)[:1]],
        )
        return AboutPage(
            frame=self._frames.frame(edition, page, head, elsewhere),
            title=title,
            trail=(self._frames.home(edition, page),),
            body=self._composer.html(edition.about, edition.locale, page, edition.locale),
        )

    def search(self, edition: Edition, script: str, parts: Iterable[tuple[str, str]]) -> SearchPage:
        """Return the page to search on; `script` is a bundle path, and each of `parts` one with its mark."""
        page = search_place(self._site, edition)
        words = self._words(edition)

        def elsewhere(other: Edition) -> str:
            return search_place(self._site, other)

        archive = directory_place(self._site, edition, Kind.MONTH)
        head = self._head(edition, page, words["search"], elsewhere, said=[words["search_label"]])
        return SearchPage(
            frame=self._frames.frame(edition, page, head, elsewhere, scripts=True),
            title=words["search"],
            trail=(self._frames.home(edition, page),),
            script=relative(script, page),
            parts=tuple(f"{relative(part, page)}?v={mark}" for part, mark in parts),
            digits="".join(self._written(edition, digit) for digit in range(10)),
            archive=relative(archive, page) if archive else "",
        )

    def not_found(self, edition: Edition, page: str) -> NotFoundPage:
        """Return what stands at `page`, shown for every address that leads nowhere."""
        words = self._words(edition)
        head = Head(title=words["not_found_title"], is_hidden=True)
        return NotFoundPage(
            frame=self._frames.frame(edition, page, head, _nowhere),
            title=words["not_found_title"],
            body=words["not_found_body"],
        )

    def _head(
        self,
        edition: Edition,
        page: str,
        title: Run,
        elsewhere: Elsewhere,
        listed: Sequence[Article] = (),
        *,
        said: Sequence[Run] = (),
    ) -> Head:
        """Return what the page says of itself. It is described by what is first on it: `said`, else its articles."""
        of_listed = (run(one.headline, one.language) for one in listed if one.headline.strip())
        is_front = page == self._composer.index_path(edition, 1)
        canonical, alternates = self._frames.addresses(page, elsewhere, is_front=is_front)
        heroes, settings = [hero for one in listed if (hero := self._composer.hero(one))], self._site.settings
        return Head(
            title=title,
            description=_first_of(said or of_listed),
            canonical=canonical,
            alternates=alternates,
            properties=tuple(list_properties(title.text, page, settings, edition)),
            structured=listed_json_ld(heroes, settings, (edition, page) if is_front else None),
        )

    def _entries(
        self, edition: Edition, listed: Iterable[Article], page: str, *, is_once: bool = False
    ) -> tuple[Markup, ...]:
        """Return `listed` as the theme draws the articles of a list; each is drawn once for all pages of a depth.

        What is shown `is_once`, on this page alone of an export, is held for the next one alone.
        """
        page = any_page_like(page, self._site.folder(edition))
        known = self._known
        if known is None and is_once:
            known = {}
        elif known is None and (known := self._known_of.get(edition.locale)) is None:
            self._known_of = {edition.locale: (known := {})}  # of one edition at a time: it is a kilobyte an article
        found, key = (
            [],
            (f"entry on {page}", edition.locale),
        )  # one for all: it would be as large as a third of an entry
        for article in listed:
            drawn = known.setdefault(article.id, {})
            if key not in drawn:
                drawn[key] = self._draw(self._composer.card(edition, article, page), edition.locale)
            found.append(Markup(drawn[key]))  # noqa: S704 - of a template that escapes
        return tuple(found)

    def _place(self, edition: Edition, number: int, count: int) -> Run | None:
        """Return "Page 2 of 7" as `edition` says it; None where there is one page alone."""
        if count < 2:
            return None
        words = self._words(edition)["page_of"]
        text = words.text
        for key, value in (("{page}", number), ("{pages}", count)):
            text = text.replace(key, self._written(edition, value))
        return Run(text, words.lang, words.dir)

    def _written(self, edition: Edition, number: int) -> str:
        style, override = self._site.settings.style_of(edition.locale)
        return written(number, style, override)

    def _words(self, edition: Edition) -> Mapping[str, Run]:
        return furniture(edition.locale, self._site.settings.page_labels)


def _first_of(said: Iterable[Run]) -> Run | None:
    """Return the first of `said` in one line: those in the language of the first alone, for it is marked once."""
    rest = iter(said)
    first = next(rest, None)
    if first is None:
        return None
    words = islice((one.text for one in rest if one.lang == first.lang), _DESCRIBED_BY - 1)
    return Run(" · ".join((first.text, *words)), first.lang, first.dir)


def _nowhere(_: Edition) -> str:
    return ""
