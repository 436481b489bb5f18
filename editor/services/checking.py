"""What a person should look at before an article goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import Fault
from editor.core.messages import Message, say
from editor.domain.article import Article
from editor.domain.check_choices import Accepted, CheckChoices, Level, fingerprint
from editor.domain.edits import EditSettings
from editor.domain.image import HASH_IN_NAME, Image
from editor.domain.problem import Problem
from editor.domain.translation import source_first
from editor.services.snapshots import Snapshots

if TYPE_CHECKING:
    from editor.checks.looking import Looking
    from editor.core.clock import Clock
    from editor.domain.settings import NewsroomSettings
    from editor.images.derivatives import Derivatives
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check as a person chooses how much it counts; `is_fixed`: it counts whatever is chosen."""

    id: str
    title: Message
    advice: Message
    usual: Level
    is_fixed: bool


def rules() -> tuple[Rule, ...]:
    """Return the rules there are, in the order their problems are shown."""
    from editor.checks.registry import CHECKS

    return tuple(
        Rule(id=one.id, title=one.title, advice=one.advice, usual=one.level, is_fixed=one.is_fixed)
        for one in CHECKS.values()
    )


def judged(problems: Iterable[Problem], choices: CheckChoices) -> list[Problem]:
    """Return what the newsroom looks at of `problems`, each with its weight, what to do, and who accepted it.

    Those that stop an export come first, those that are accepted last.
    """
    from editor.checks.registry import CHECKS

    accepted = {(one.check, one.article, one.fingerprint): one for one in choices.accepted}
    found = []
    for problem in problems:
        check = CHECKS[problem.check]
        level = check.level if check.is_fixed else choices.level(check.id, check.level)
        if level is Level.OFF:
            continue
        mine = accepted.get((problem.check, problem.article, fingerprint(problem))) if not check.is_fixed else None
        hint = problem.hint or check.advice
        found.append(replace(problem, blocks=level is Level.BLOCK and mine is None, hint=hint, accepted=mine))
    found.sort(key=lambda one: (one.accepted is not None, not one.blocks))
    return found


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
        return judged(self._look(article_id), self._newsroom.settings.checks)

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
        present = {fingerprint(other) for other in self._look(problem.article or None) if other.check == problem.check}
        after = replace(before, checks=before.checks.accepting(one, present))
        return EditSettings(before, after, say("Accept a problem"))

    def taking_back(self, accepted: Accepted) -> EditSettings:
        """Return the edit that accepts a problem no longer."""
        before = self._newsroom.settings
        after = replace(before, checks=before.checks.without(accepted))
        return EditSettings(before, after, say("Accept a problem no longer"))

    def _look(self, article_id: str | None) -> list[Problem]:
        if article_id is not None:
            with self._newsroom.moment():
                article = self._articles.get(article_id)
                settings = self._newsroom.settings
                members = self._articles.members(article.translation_set)
                targets, images = self._articles.targets_of(article), self._images.images_of(article)
            looking = self._looking(settings, article, targets, images, self._originals())
            return self._found(replace(looking, members=members))
        with self._newsroom.moment():
            settings = self._newsroom.settings
            articles = {article.id: article for article in self._articles.all()}
            everything = {image.id: image for image in self._images.all()}
        originals = self._originals()
        found = self._found(self._looking(settings, None, {}, {}, originals))
        by_digits = {image.sha256[:HASH_IN_NAME]: image.id for image in everything.values() if image.has_file}
        sets: dict[str, list[Article]] = {}
        for article in sorted(articles.values(), key=source_first):
            sets.setdefault(article.translation_set, []).append(article)
        for article in articles.values():
            shown = _shown_by(article, articles, everything, by_digits)
            looking = self._looking(settings, article, articles, shown, originals)
            found += self._found(replace(looking, members=sets[article.translation_set]))
        return found

    def _looking(
        self,
        settings: NewsroomSettings,
        article: Article | None,
        targets: Mapping[str, Article],
        images: Mapping[str, Image],
        originals: _Originals,
    ) -> Looking:
        from editor.checks.looking import Looking

        return Looking(
            settings=settings,
            at=self._clock.now(),
            article=article,
            targets=targets,
            images=images,
            file_trouble=originals.trouble,
            moves=originals.moves,
            picture_paths=_picture_paths,
        )

    def _found(self, looking: Looking) -> list[Problem]:
        from editor.checks.registry import CHECKS

        return [problem for check in CHECKS.values() for problem in check.find(looking)]

    def _originals(self) -> _Originals:
        from editor.images.derivatives import Derivatives

        return _Originals(Derivatives(self._snapshots.copies_folder), self._snapshots.original)


class _Originals:
    """What is known of the originals on disk. Made for one run of the checks, which looks at each original once."""

    def __init__(self, derivatives: Derivatives, original: Callable[[Image], Path | None]) -> None:
        self._derivatives = derivatives
        self._original = original
        self._troubles: dict[str, Message | None] = {}

    def trouble(self, image: Image) -> Message | None:
        """Return what is wrong with the original of `image`, if anything."""
        if image.id not in self._troubles:
            try:
                self._derivatives.check(image, self._original(image))
                self._troubles[image.id] = None
            except Fault as fault:
                self._troubles[image.id] = fault.what
        return self._troubles[image.id]

    def moves(self, image: Image) -> bool:
        """Say whether the picture shows one frame after another."""
        return self._derivatives.moves(image, self._original(image))


def _picture_paths(markdown: str) -> list[str]:
    if "![" not in markdown:
        return []  # not worth reading the whole text for
    from editor.ingest.body_pictures import body_pictures

    return [picture.path for picture in body_pictures(markdown)]


def _shown_by(
    article: Article, articles: Mapping[str, Article], images: Mapping[str, Image], by_digits: Mapping[str, str]
) -> dict[str, Image]:
    """Return the images that pages of `article` show, out of all there are; `by_digits` maps their hashes to ids."""
    wanted = {article.hero.image_id} if article.hero else set()
    for link in article.links:
        outside, target = link.external, articles.get(link.article)
        if outside is not None and outside.picture:
            wanted.add(outside.picture.image_id)
        if target is not None and target.hero:
            wanted.add(target.hero.image_id)
    wanted |= {by_digits[digits] for digits in article.pictures_in_texts if digits in by_digits}
    return {key: images[key] for key in sorted(wanted) if key in images}
