"""What a person should look at before an article goes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from editor.core.errors import Fault
from editor.core.messages import Message
from editor.domain.article import Article
from editor.domain.image import HASH_IN_NAME, Image, body_image_hashes
from editor.domain.problem import Problem
from editor.services.snapshots import Snapshots

if TYPE_CHECKING:
    from editor.checks.looking import Looking
    from editor.core.clock import Clock
    from editor.domain.settings import NewsroomSettings
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading


class Checking:
    """Runs the checks. Made by the composition root; safe on job threads."""

    def __init__(self, articles: Reading, images: Images, newsroom: Newsroom, clock: Clock) -> None:
        self._articles = articles
        self._images = images
        self._newsroom = newsroom
        self._clock = clock
        self._snapshots = Snapshots(articles, images, newsroom)

    def problems(self, article_id: str | None = None) -> list[Problem]:
        """Return what the checks find in one article, or in the settings and all articles that are not in the trash."""
        if article_id is not None:
            with self._newsroom.moment():
                article = self._articles.get(article_id)
                settings = self._newsroom.settings
                targets, images = self._articles.targets_of(article), self._images.images_of(article)
            return self._found(self._looking(settings, article, targets, images))
        with self._newsroom.moment():
            settings = self._newsroom.settings
            articles = {article.id: article for article in self._articles.all()}
            everything = {image.id: image for image in self._images.all()}
        found = self._found(self._looking(settings, None, {}, {}))
        for article in articles.values():
            shown = _shown_by(article, articles, everything)
            found += self._found(self._looking(settings, article, articles, shown))
        return found

    def _looking(
        self,
        settings: NewsroomSettings,
        article: Article | None,
        targets: Mapping[str, Article],
        images: Mapping[str, Image],
    ) -> Looking:
        from editor.checks.looking import Looking

        return Looking(
            settings=settings,
            at=self._clock.now(),
            article=article,
            targets=targets,
            images=images,
            file_trouble=self._file_trouble,
        )

    def _found(self, looking: Looking) -> list[Problem]:
        from editor.checks.registry import CHECKS

        return [problem for check in CHECKS.values() for problem in check.find(looking)]

    def _file_trouble(self, image: Image) -> Message | None:
        from editor.images.derivatives import Derivatives

        try:
            Derivatives(self._snapshots.copies_folder).check(image, self._snapshots.original(image))
        except Fault as fault:
            return fault.what
        return None


def _shown_by(article: Article, articles: Mapping[str, Article], images: Mapping[str, Image]) -> dict[str, Image]:
    """Return the images that pages of `article` show, out of all there are."""
    wanted = {article.hero.image_id} if article.hero else set()
    for link in article.links:
        outside, target = link.external, articles.get(link.article)
        if outside is not None and outside.picture:
            wanted.add(outside.picture.image_id)
        if target is not None and target.hero:
            wanted.add(target.hero.image_id)
    hashes = set(body_image_hashes(article.body))
    if hashes:
        wanted |= {image.id for image in images.values() if image.sha256[:HASH_IN_NAME] in hashes}
    return {key: images[key] for key in sorted(wanted) if key in images}
