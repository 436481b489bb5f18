"""What a check looks at: one article with all that its pages will show, or the newsroom's settings. Values only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from editor.core.messages import Message
from editor.domain.article import Article
from editor.domain.check_choices import Level
from editor.domain.image import HASH_IN_NAME, Image
from editor.domain.made_file import MadeFile
from editor.domain.problem import Problem
from editor.domain.settings import NewsroomSettings


def _nothing(_: Image) -> int:
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """One article to check, or (with `article` None) the settings.

    `members` are the articles of its translation set outside the trash, itself among them, the source first.
    `targets` are the newsroom's own articles that it links to, by id; `images` all that its pages show, by id.
    `file_trouble` says what is wrong with an image's original, if anything; `moves`, whether it shows one frame after
    another; `picture_paths` gives the paths that a Markdown text calls its pictures by, or raises `UserError` for
    one that cannot be followed. `twins` are the slugs of other articles with its headline. `phone_bytes` says about
    how many bytes a telephone takes for an image; `made` makes the pages and feeds the article would stand in,
    `stylesheets` those of the newsroom's theme.
    """

    settings: NewsroomSettings
    at: datetime
    article: Article | None = None
    members: Sequence[Article] = ()
    targets: Mapping[str, Article]
    images: Mapping[str, Image]
    file_trouble: Callable[[Image], Message | None]
    moves: Callable[[Image], bool]
    picture_paths: Callable[[str], Sequence[str]]
    twins: Sequence[str] = ()
    phone_bytes: Callable[[Image], int] = _nothing
    made: Callable[[], Sequence[MadeFile]] = tuple
    stylesheets: Callable[[], Sequence[MadeFile]] = tuple

    def own_images(self) -> dict[str, Image]:
        """Return the article's own pictures by id: hero, then body."""
        if self.article is None:
            return {}
        wanted = [self.article.hero.image_id] if self.article.hero else []
        by_hash = {image.sha256[:HASH_IN_NAME]: image.id for image in self.images.values() if image.has_file}
        wanted += [by_hash[digits] for digits in self.article.pictures_in_texts if digits in by_hash]
        return {key: self.images[key] for key in wanted if key in self.images}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line of the registry: its id, what it is called, what a person can do, and what it finds.

    `level` is what its problems do unless the newsroom has chosen another; a `fixed` one cannot be chosen.
    """

    id: str
    title: Message
    advice: Message
    find: Callable[[Looking], Iterable[Problem]]
    level: Level = Level.WARN
    is_fixed: bool = False
