"""What a person should look at before an article goes out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from typing import TYPE_CHECKING

from editor.core.clock import instant_text
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.check_choices import Accepted, fingerprint
from editor.domain.edits import EditSettings
from editor.domain.image import HASH_IN_NAME
from editor.domain.made_file import MadeFile
from editor.domain.problem import Problem
from editor.domain.translation import source_first
from editor.domain.twins import folded, twins_of
from editor.services.check_ground import (
    Originals,
    kept_bodies,
    made_files,
    near,
    phone_bytes,
    picture_paths,
    shown_by,
    theme_files,
)
from editor.services.judging import HeldBackError, judged, stopping
from editor.services.snapshots import Snapshots

if TYPE_CHECKING:
    from editor.checks.looking import Check, Looking
    from editor.core.clock import Clock
    from editor.domain.settings import NewsroomSettings
    from editor.publish.snapshot import Snapshot
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading

Made = Sequence[MadeFile]
# An article's id, what is found in it, and whether its pages were looked at too.
Found = tuple[str, list[Problem], bool]

# So many articles are read one by one, and their pages looked at; of more, all there are at once, and the pages of the
# newest, which readers get now.
FEW = 200
_NEWEST = 30


class Checking:
    """Runs the checks. Made by the composition root; safe on job threads."""

    def __init__(self, articles: Reading, images: Images, newsroom: Newsroom, clock: Clock) -> None:
        self._articles = articles
        self._images = images
        self._newsroom = newsroom
        self._clock = clock
        self._snapshots = Snapshots(articles, images, newsroom)

    def problems(self, article_id: str | None = None) -> list[Problem]:
        """Return what `look` does, without what is accepted."""
        return [problem for problem in self.look(article_id) if problem.accepted is None]

    def look(self, article_id: str | None = None) -> list[Problem]:
        """Return what the newsroom's rules find, accepted or not, what stops an export first.

        In one article, or in the settings and all articles that are not in the trash.
        """
        return judged(self._found_in(article_id), self._newsroom.settings.checks)

    def of_settings(self) -> list[Problem]:
        """Return what there is to say of the newsroom's settings, not judged yet."""
        return self._run(self._looking(self._newsroom.settings, None), None)

    def each(self, article_ids: Collection[str], *, every_page: bool = False) -> Iterator[Found]:
        """Yield what is found in each of these articles, not judged yet, and whether its pages were looked at too.

        Of many, only those of the newest are, unless it is to be `every_page`: they take ten times as long as all the
        rest. Those that are not there any more are not yielded.
        """
        if len(article_ids) <= FEW:
            for article_id in article_ids:
                yield article_id, self._run(self._alone(article_id), None), True
        else:
            yield from self._among_all(frozenset(article_ids), None, self._clock.now(), every_page=every_page)

    def hold_back(self, article_ids: Collection[str], at: datetime) -> None:
        """Raise `HeldBackError` when a rule that stops exports finds something in these articles or in the settings.

        What no export can do without is found by the export itself. Where no rule stops exports this costs nothing.
        """
        choices = self._newsroom.settings.checks
        if only := stopping(choices):
            found = self._run(self._looking(self._newsroom.settings, None, at), only)
            for _, problems, _ in self._among_all(frozenset(article_ids), only, at):
                found += problems
            if held := [problem for problem in judged(found, choices) if problem.blocks]:
                raise HeldBackError(held)

    def accepting(self, problem: Problem, reason: str, by: str) -> EditSettings:
        """Return the edit that lets `problem` stand for `reason`."""
        before = self._newsroom.settings
        one = Accepted(
            check=problem.check,
            article=problem.article,
            fingerprint=fingerprint(problem),
            reason=reason.strip(),
            by=by,
            at=self._clock.now(),
        )
        present = {fingerprint(other) for other in self._found_again(problem)}
        after = replace(before, checks=before.checks.accepting(one, present))
        return EditSettings(before, after, say("Accept a problem"))

    def taking_back(self, accepted: Accepted) -> EditSettings:
        """Return the edit that accepts a problem no longer."""
        before = self._newsroom.settings
        after = replace(before, checks=before.checks.without(accepted))
        return EditSettings(before, after, say("Accept a problem no longer"))

    def _found_again(self, problem: Problem) -> list[Problem]:
        only = frozenset({problem.check})
        if problem.article:
            return self._run(self._alone(problem.article), only)
        return self._run(self._looking(self._newsroom.settings, None), only)

    def _found_in(self, article_id: str | None) -> list[Problem]:
        if article_id is not None:
            return self._run(self._alone(article_id), None)
        found = self.of_settings()
        for _, problems, _ in self._among_all(None, None, self._clock.now()):
            found += problems
        return found

    def _alone(self, article_id: str) -> Looking:
        """Return a look at one article; raises `UserError` when it is not there."""
        with self._newsroom.moment():
            article = self._articles.get(article_id)
            settings = self._newsroom.settings
            members = self._articles.members(article.translation_set)
            targets, images = self._articles.targets_of(article), self._images.images_of(article)
            twins = self._newsroom.twins_of(article)
        looking = self._looking(settings, article)
        return replace(looking, members=members, targets=targets, images=images, twins=twins)

    def _among_all(
        self, wanted: frozenset[str] | None, only: frozenset[str] | None, at: datetime, *, every_page: bool = False
    ) -> Iterator[Found]:
        """Yield what `each` does of the articles `wanted`, all for None, out of one reading of the whole newsroom."""
        with self._newsroom.moment():
            settings = self._newsroom.settings
            articles = {article.id: article for article in self._articles.all()}
            images = {image.id: image for image in self._images.all()}
        by_digits = {image.sha256[:HASH_IN_NAME]: image.id for image in images.values() if image.has_file}
        sets: dict[str, list[Article]] = {}
        named: dict[str, list[Article]] = {}
        for article in sorted(articles.values(), key=source_first):
            sets.setdefault(article.translation_set, []).append(article)
            named.setdefault(folded(article.headline), []).append(article)
        newest = {article.id for article in sorted(filter(_is_dated, articles.values()), key=_date)[-_NEWEST:]}
        whole = replace(self._looking(settings, None, at), targets=articles)
        make = self._maker(settings)

        def around(article: Article) -> Snapshot:
            found = near(article, sets, articles)
            shown = shown_by([article, *found.values()], articles, images, by_digits)
            return self._snapshots.of_these(settings, found.values(), shown.values(), at)

        for article in articles.values():
            if wanted is None or article.id in wanted:
                is_whole = every_page or article.id in newest
                looking = replace(
                    whole,
                    article=article,
                    images=shown_by([article], articles, images, by_digits),
                    members=sets[article.translation_set],
                    twins=twins_of(article, named[folded(article.headline)]),
                    made=cache(partial(make, article, around)) if is_whole else tuple,
                )
                yield article.id, self._run(looking, only), is_whole

    def _looking(self, settings: NewsroomSettings, article: Article | None, at: datetime | None = None) -> Looking:
        from editor.checks.looking import Looking
        from editor.images.derivatives import Derivatives

        originals = Originals(Derivatives(self._snapshots.copies_folder), self._snapshots.original)
        at = at or self._clock.now()
        around = partial(self._snapshots.around, at=at)
        return Looking(
            settings=settings,
            at=at,
            article=article,
            targets={},
            images={},
            file_trouble=originals.trouble,
            moves=originals.moves,
            picture_paths=picture_paths,
            phone_bytes=phone_bytes,
            # Several rules look at the same pages.
            made=cache(partial(self._maker(settings), article, around)) if article else tuple,
            stylesheets=partial(theme_files, self._snapshots, settings, at),
        )

    def _maker(self, settings: NewsroomSettings) -> Callable[[Article, Callable[[Article], Snapshot]], Made]:
        """Return what makes the pages and feeds of an article, out of the snapshot that it asks for when it does."""
        bodies = cache(partial(kept_bodies, self._snapshots))
        theme = cache(partial(self._snapshots.theme, settings))

        def make(article: Article, around: Callable[[Article], Snapshot]) -> Made:
            return made_files(article, around(article), theme(), bodies())

        return make

    @staticmethod
    def _run(looking: Looking, only: Collection[str] | None) -> list[Problem]:
        checks: Mapping[str, Check] = _checks()
        return [
            problem for check in checks.values() if only is None or check.id in only for problem in check.find(looking)
        ]


def _is_dated(article: Article) -> bool:
    return article.status is Status.PUBLISHED and article.published is not None


def _date(article: Article) -> tuple[str, str]:
    return instant_text(article.published) if article.published else "", article.id


def _checks() -> Mapping[str, Check]:
    from editor.checks.registry import CHECKS

    return CHECKS
