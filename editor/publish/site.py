"""Which articles each edition of a bundle shows, where their pages lie, and what an article's page has to say.

Pure: no files, no templates. The same answers serve every export format and the preview.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from editor.core.messages import Message, say
from editor.core.recent import Recent
from editor.domain.article import Article, Status
from editor.domain.card import Card, cards_of
from editor.domain.edition import carried, could_be_out, is_out, zone_for
from editor.domain.image import Image
from editor.domain.settings import Edition
from editor.i18n.zones import shown_zone
from editor.publish.addresses import edition_folders, former_folders, page_folders
from editor.publish.groups import Grouping, Groups
from editor.publish.layout import Layout
from editor.publish.listed import Listed
from editor.publish.relaying import Ground, Moved, Relaying
from editor.publish.snapshot import Snapshot
from editor.timeline import Timeline, timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What one article's page shows in one edition, before it takes any form.

    `targets` maps the ids that links name to the articles that readers of this edition are led to.
    """

    article: Article
    edition: Edition
    zone: str
    hero: Image | None
    cards: tuple[Card, ...]
    timeline: Timeline
    targets: Mapping[str, Article]


_HELD = 2_000  # articles, where many pages lead


class Site:
    """A snapshot seen as editions. Made once an export (or a preview); only read afterwards, from any thread."""

    def __init__(
        self,
        snapshot: Snapshot,
        editions: Sequence[Edition],
        named: Iterable[str] = (),
        *,
        forced: tuple[Edition, Article] | None = None,
    ) -> None:
        """`named` are the ids of articles that are shown whatever their status is.

        `forced` is an article that its edition shows for its set whatever else that has.
        """
        self.snapshot = snapshot
        self.settings = snapshot.settings
        self.editions = tuple(editions)
        self._named = frozenset(named)
        self._forced = forced
        # With those that are not shown, so that an article's address is the same whichever editions are exported.
        everywhere = {edition.locale: edition for edition in (*self.settings.editions, *self.editions)}
        self._folders = edition_folders(list(everywhere.values()))
        self._led: dict[tuple[str, str], Mapping[str, Article]] = Recent(_HELD)
        self._groups: dict[str, Groups] = {}

    @classmethod
    def laid_out(
        cls,
        snapshot: Snapshot,
        editions: Sequence[Edition],
        named: Iterable[str],
        layout: Layout,
        moved: Moved | None = None,
    ) -> Site:
        """Return the site of `snapshot`, of which it is known that its layout is this one: it is not worked out.

        Or that it is but for what `moved`: then just that is.
        """
        site = cls(snapshot, editions, named)
        if moved is not None:
            ground = Ground(site.editions, site._folders, site.settings, snapshot.in_lists or snapshot.articles)
            out = [one for one in moved.members if site._is_shown(one)]
            gone = [one for one in moved.members if site._is_withdrawn(one)]
            layout = Relaying(ground, layout, moved, out, gone).layout()
        site._shown, site._withdrawn = layout.shown, layout.withdrawn
        site._members, site._pages = layout.members, layout.pages
        site._groups = dict(layout.groups)
        site._former = layout.former
        return site

    @property
    def layout(self) -> Layout:
        """Return which articles the editions show, and where."""
        return Layout(
            shown=self._shown,
            withdrawn=self._withdrawn,
            members=self._members,
            pages=self._pages,
            groups={edition.locale: self.groups(edition) for edition in self.editions},
            former=self._former,
        )

    def folder(self, edition: Edition) -> str:
        """Return the folder of `edition` inside the bundle, "" for the bundle's own."""
        return self._folders[edition.locale]

    @property
    def has_choice(self) -> bool:
        """Say whether the bundle begins with a page where readers choose: several editions, and none in its place."""
        return len(self.editions) > 1 and all(self.folder(edition) for edition in self.editions)

    def listed(self, ids: Sequence[str]) -> Listed:
        """Return the articles of these ids as lists show them: their words and links may be missing."""
        return Listed(ids, self.snapshot.articles if self.snapshot.in_lists is None else self.snapshot.in_lists)

    def shown(self, edition: Edition) -> Listed:
        """Return what readers of `edition` see, newest first, undated ones last."""
        return Listed(self._shown[edition.locale], self.snapshot.articles)

    def withdrawn(self, edition: Edition) -> Listed:
        """Return the articles whose pages in `edition` say that they were withdrawn, by id."""
        return Listed(self._withdrawn[edition.locale], self.snapshot.articles)

    def page(self, edition: Edition, article: Article) -> str:
        """Return the folder of the page of `article` in `edition`: `sw/drums-in-nara`."""
        return self._pages[edition.locale][article.id]

    def moved(self, edition: Edition) -> Mapping[str, str]:
        """Return by the folder of each page that readers of `edition` may remember whose page (an id) it was."""
        return self._former[edition.locale]

    def groups(self, edition: Edition) -> Groups:
        """Return the lists of `edition` by section, topic, author and month."""
        found = self._groups.get(edition.locale)
        if found is None:
            shown = self.shown(edition)
            found = Grouping(edition, self.folder(edition), self.settings, self._source_of).groups(shown)
            self._groups[edition.locale] = found
        return found

    def member(self, edition: Edition, translation_set: str, *, as_listed: bool = False) -> Article | None:
        """Return the article of the set that readers of `edition` see, or None; `as_listed` as lists show it."""
        found = self._members[edition.locale].get(translation_set)
        if found is None:
            return None
        return self.listed((found,))[0] if as_listed else self.snapshot.articles[found]

    def place(self, edition: Edition, target: Article) -> str:
        """Return the page folder that readers of `edition` are led to for `target`; "" when it has no page at all."""
        here = self._pages[edition.locale].get(target.id)
        return here if here is not None else self._homes.get(target.id, "")

    def targets(self, edition: Edition, article: Article) -> Mapping[str, Article]:
        """Return by the ids that links name what readers of `edition` see of it; what they cannot see is left out."""
        key = (edition.locale, article.id)
        if key not in self._led:
            self._led[key] = self._lead(edition, article)
        return self._led[key]

    def subject(self, edition: Edition, article: Article) -> Subject:
        """Return what the page of `article` in `edition` shows."""
        targets = self.targets(edition, article)
        images = self.snapshot.images
        return Subject(
            article=article,
            edition=edition,
            zone=shown_zone(zone_for(article, self.settings, edition.locale)),
            hero=images.get(article.hero.image_id) if article.hero else None,
            cards=tuple(cards_of(article, targets, images)),
            timeline=self._timeline(edition, article, targets),
            targets=targets,
        )

    def warnings(self, article: Article) -> Iterator[Message]:
        """Yield what a person should know about an article that is shown: no date, links that lead nowhere yet."""
        for edition in self.editions:
            member = self.member(edition, article.translation_set)
            if member is not None and member.id == article.id:
                yield from _article_warnings(article, self.targets(edition, article))
                return

    def _lead(self, edition: Edition, article: Article) -> dict[str, Article]:
        found = {}
        articles = self.snapshot.articles
        for link in article.links:
            target = articles.get(link.article)
            if target is None or target.translation_set == article.translation_set:
                continue
            seen = self.member(edition, target.translation_set) or self._elsewhere(target)
            if seen is not None:
                found[link.article] = seen
        return found

    def _elsewhere(self, target: Article) -> Article | None:
        if not self._is_shown(target):
            return None
        return target if any(target.id in pages for pages in self._pages.values()) else None

    def _timeline(self, edition: Edition, article: Article, targets: Mapping[str, Article]) -> Timeline:
        return timeline(article, targets, settings=self.settings, edition_locale=edition.locale)

    def _is_shown(self, article: Article) -> bool:
        return article.id in self._named or is_out(article, self.snapshot.at)

    def _is_withdrawn(self, article: Article) -> bool:
        return (
            article.status is Status.WITHDRAWN
            and could_be_out(article, self.snapshot.at)  # before its hour nobody may know that there was anything
            and not self._is_shown(article)
            and article.trashed_at is None
        )

    def _source_of(self, article: Article) -> Article:
        """Return what `article` was translated from, if readers can see it; itself where it is the source."""
        return article if article.is_source else self._sources.get(article.translation_set, article)

    @cached_property
    def _sources(self) -> dict[str, Article]:
        out = (article for article in self.snapshot.articles.values() if self._is_shown(article))
        return {article.translation_set: article for article in out if article.is_source}

    @cached_property
    def _homes(self) -> dict[str, str]:
        """Return the page of each article shown anywhere: in the first edition that shows it."""
        homes: dict[str, str] = {}
        for edition in self.editions:
            pages = self._pages[edition.locale]
            for one in self._shown[edition.locale]:
                homes.setdefault(one, pages[one])
        return homes

    @cached_property
    def _shown(self) -> Mapping[str, Sequence[str]]:
        out = [article for article in self.snapshot.articles.values() if self._is_shown(article)]
        shown = {edition.locale: carried(edition, out) for edition in self.editions}
        if self._forced:
            edition, article = self._forced
            others = [one for one in shown[edition.locale] if one.translation_set != article.translation_set]
            shown[edition.locale] = [article, *others]
        return {locale: [article.id for article in articles] for locale, articles in shown.items()}

    @cached_property
    def _withdrawn(self) -> Mapping[str, Sequence[str]]:
        # An article counts as withdrawn where it would be the one shown if it were out.
        gone = {article.id: article for article in self.snapshot.articles.values() if self._is_withdrawn(article)}
        if not gone:
            return {edition.locale: [] for edition in self.editions}
        both = [*(a for a in self.snapshot.articles.values() if self._is_shown(a)), *gone.values()]
        return {
            edition.locale: sorted(article.id for article in carried(edition, both) if article.id in gone)
            for edition in self.editions
        }

    @cached_property
    def _members(self) -> Mapping[str, Mapping[str, str]]:
        return {
            edition.locale: {one.translation_set: one.id for one in self.shown(edition)} for edition in self.editions
        }

    @cached_property
    def _former(self) -> Mapping[str, Mapping[str, str]]:
        return {
            edition.locale: former_folders(
                self.folder(edition),
                [*self.shown(edition), *self.withdrawn(edition)],
                self._pages[edition.locale].values(),
                reserved=self._folders.values(),
            )
            for edition in self.editions
        }

    @cached_property
    def _pages(self) -> Mapping[str, Mapping[str, str]]:
        return {
            edition.locale: page_folders(
                self.folder(edition),
                [*self.shown(edition), *self.withdrawn(edition)],
                reserved=self._folders.values(),
            )
            for edition in self.editions
        }


def of_one(snapshot: Snapshot, edition: Edition, article: Article) -> Site:
    """Return the site in which `edition` shows `article` as it stands, whatever its status and its set say.

    `snapshot` needs to hold only the article's set and what it leads to. For the preview.
    """
    articles = {**snapshot.articles, article.id: article}
    editions = snapshot.settings.editions if edition in snapshot.settings.editions else (edition,)
    return Site(replace(snapshot, articles=articles), editions, [article.id], forced=(edition, article))


def _article_warnings(article: Article, targets: Mapping[str, Article]) -> Iterable[Message]:
    name = article.headline or article.slug
    if article.published is None:
        yield say("“{article}” has no publication date: none is shown, and it stands last.", article=name)
    for link in article.links:
        if link.pending:
            yield say(
                "“{article}” links to “{target}”, which is not in the newsroom yet. The link is left out.",
                article=name,
                target=link.pending,
            )
        elif link.article and link.article not in targets:
            yield say("“{article}” links to an article that readers cannot see. The link is left out.", article=name)
