"""What the checks ask about and cannot find out themselves: originals on disk, pictures in Markdown, made pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import Fault
from editor.core.jobs import quiet
from editor.core.messages import Message
from editor.domain.article import Article
from editor.domain.derivative import derivatives_of
from editor.domain.image import Image
from editor.domain.made_file import MadeFile

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.domain.derivative import MadeCopy
    from editor.domain.settings import NewsroomSettings
    from editor.images.copying import Wanted
    from editor.images.derivatives import Derivatives
    from editor.publish.bodies import Bodies
    from editor.publish.snapshot import Snapshot
    from editor.publish.theme import Theme
    from editor.services.snapshots import Snapshots

# What a telephone's screen takes of a picture across its column: 390 points of it at two pixels each.
_PHONE_PIXELS = 780
# AVIF, as our copies are made, takes about a byte for eight pixels of a photograph.
_PIXELS_A_BYTE = 8
# Rendered bodies that a run of the checks holds on to: an article's page and its feeds show the same.
_BODIES = 50


class Originals:
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


def picture_paths(markdown: str) -> list[str]:
    """Return the paths that `markdown` calls its pictures by; `UserError` where one cannot be followed."""
    if "![" not in markdown:
        return []  # not worth reading the whole text for
    from editor.ingest.body_pictures import body_pictures

    return [picture.path for picture in body_pictures(markdown)]


def phone_bytes(image: Image) -> int:
    """Return about how many bytes a telephone takes for the picture, 0 for one without a file."""
    fitting = [copy for copy in derivatives_of(image) if copy.format == "avif"]
    if not fitting:
        return 0
    copy = next((copy for copy in fitting if copy.width >= _PHONE_PIXELS), fitting[-1])
    return copy.width * copy.height // _PIXELS_A_BYTE


def kept_bodies(snapshots: Snapshots) -> Bodies:
    """Return rendered bodies for one run of the checks, taken from those that exports use and kept for them."""
    from editor.publish.bodies import Bodies
    from editor.storage.kept_bodies import KeptBodies

    return Bodies(_BODIES, KeptBodies(snapshots.bodies_file))


def near(
    article: Article, sets: Mapping[str, Sequence[Article]], articles: Mapping[str, Article]
) -> dict[str, Article]:
    """Return what the page of `article` needs of `articles`: its set, and the articles it leads to with theirs."""
    led = (articles[link.article] for link in article.links if link.article in articles)
    return {member.id: member for one in (article, *led) for member in sets[one.translation_set]}


def made_files(article: Article, around: Snapshot, theme: Theme, bodies: Bodies) -> tuple[MadeFile, ...]:
    """Return the pages that `article` would stand on if it went out now, and the feeds with its translations alone.

    `around` holds at least what is `near` the article.
    """
    from editor.publish.bundle import BundleFile, FileRole, Means
    from editor.publish.layout import Edited
    from editor.publish.registry import FORMATS
    from editor.publish.site import Site

    if not around.settings.editions:
        return ()

    def touched(articles: Mapping[str, Article]) -> Iterator[BundleFile]:
        site = Site(replace(around, articles=articles), around.settings.editions, [article.id])
        means = Means(site=site, bodies=bodies, copies=_no_copies, theme=theme)
        make, alone = FORMATS["html"].touched, frozenset({article.id})
        yield from make(means, Edited(articles=alone, pages=alone)) if make else ()

    members = {one.id: one for one in around.articles.values() if one.translation_set == article.translation_set}
    pages = (file for file in touched(around.articles) if file.role is FileRole.PAGE and file.article == article.id)
    feeds = (file for file in touched(members) if file.role is FileRole.FEED)
    found = [
        MadeFile(path=file.path, kind=kind, type=file.type, text=file.make().decode("utf-8"))
        for kind, files in (("page", pages), ("feed", feeds))
        for file in files
    ]
    bodies.save()
    return tuple(found)


def theme_files(snapshots: Snapshots, settings: NewsroomSettings, at: datetime) -> tuple[MadeFile, ...]:
    """Return the style sheets that every page refers to."""
    from editor.publish.bodies import Bodies
    from editor.publish.bundle import FileRole, Means
    from editor.publish.registry import FORMATS
    from editor.publish.site import Site

    snapshot = snapshots.of_these(settings, (), (), at)
    if not snapshot.settings.editions:
        return ()
    site = Site(snapshot, snapshot.settings.editions)
    files = FORMATS["html"].files(
        Means(site=site, bodies=Bodies(), copies=_no_copies, theme=snapshots.theme(site.settings)), quiet()
    )
    sheets = (file for file in files if file.role is FileRole.THEME and file.type.startswith("text/css"))
    return tuple(
        MadeFile(path=file.path, kind="style", type=file.type, text=file.make().decode("utf-8")) for file in sheets
    )


def shown_by(
    of: Iterable[Article], articles: Mapping[str, Article], images: Mapping[str, Image], by_digits: Mapping[str, str]
) -> dict[str, Image]:
    """Return the images that pages `of` some articles show, out of all; `by_digits` maps their hashes to ids."""
    wanted: set[str] = set()
    for article in of:
        wanted |= {article.hero.image_id} if article.hero else set()
        for link in article.links:
            outside, target = link.external, articles.get(link.article)
            if outside is not None and outside.picture:
                wanted.add(outside.picture.image_id)
            if target is not None and target.hero:
                wanted.add(target.hero.image_id)
        wanted |= {by_digits[digits] for digits in article.pictures_in_texts if digits in by_digits}
    return {key: images[key] for key in sorted(wanted) if key in images}


def _no_copies(wanted: Sequence[Wanted], context: JobContext) -> Iterator[MadeCopy]:  # noqa: ARG001 - what is asked for
    yield from ()
