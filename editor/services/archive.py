"""All that a newsroom holds as files: articles, pictures, themes and `newsroom.yaml`, to keep, read and take along."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import FileError, UserError
from editor.core.files import faults, safe_name, sha256_hex, sync_folder
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.domain.article import Article
from editor.domain.image import HASH_IN_NAME, Image
from editor.domain.slug import free_slug, slug_key
from editor.storage.own_themes import (
    NOTE,
    THEMES_NAME,
    bring_themes,
    is_theme_path,
    note_themes,
    theme_file_by_hand,
)

if TYPE_CHECKING:
    from editor.services.articles import Articles
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom

_MARK = b"makala: 1\n"
_PICTURE = re.compile(rf"[0-9a-f]{{{HASH_IN_NAME}}}-.+")
_NOT_WRITTEN = say("The archive was not written. What was there before is still there.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveReport:
    """What was written, and what could not be (a picture whose file is missing)."""

    path: Path
    articles: int
    images: int
    warnings: tuple[Message, ...] = ()


class Archive:
    """Writes archives. Made by the composition root; a job, which takes no lock."""

    def __init__(self, articles: Articles, images: Images, newsroom: Newsroom) -> None:
        self._articles = articles
        self._images = images
        self._newsroom = newsroom

    def write(self, out: Path, context: JobContext) -> ArchiveReport:
        """Write everything to `out`: absent, empty, or an archive of ours, which is replaced once the new one is whole.

        Raises `UserError` when `out` holds anything else, or a file of a theme that a person put there; `Fault` when
        the disk does not take it, `Cancelled` when stopped; `out` is as it was then.
        """
        from editor.publish.exchange import beside, clear_up, put

        out = out.parent.resolve() / out.name if out.name not in {"", ".."} else out.resolve()
        with faults(_NOT_WRITTEN):
            clear_up(out)
            _refuse_foreign(out, self._newsroom.folder.resolve())
            out.parent.mkdir(parents=True, exist_ok=True)
            new = beside(out, "new")
            try:
                with self._newsroom.moment():
                    report = self._write(new, out, context)
                sync_folder(new)
                put(new, out)
                sync_folder(out.parent)
            except BaseException:
                shutil.rmtree(new, ignore_errors=True)
                raise
        return report

    def _write(self, folder: Path, out: Path, context: JobContext) -> ArchiveReport:
        from editor.ingest.newsroom_file import FILE, write_newsroom

        pictures, articles = context.split(1, 1)
        (folder / "images").mkdir(parents=True)
        images = {image.id: image for image in self._all_images()}
        files, warnings = self._write_pictures(folder, images.values(), pictures)
        used = self._write_articles(folder, images, files, articles, warnings)
        unused = [image for image_id, image in sorted(images.items()) if image_id not in used]
        text = write_newsroom(self._newsroom.settings, unused, lambda image: files.get(image.id, ""))
        (folder / FILE).write_bytes(text.encode())
        bring_themes(self._newsroom.folder, folder)
        note_themes(folder)
        return ArchiveReport(
            path=out, articles=len(list(folder.glob("*.md"))), images=len(files), warnings=tuple(warnings)
        )

    def _write_pictures(
        self, folder: Path, images: Iterable[Image], context: JobContext
    ) -> tuple[dict[str, str], list[Message]]:
        """Copy the originals; return the path of each inside the archive, and what is missing or not what it was."""
        files: dict[str, str] = {}
        warnings: list[Message] = []
        with_file = [image for image in images if image.has_file]
        for number, image in enumerate(with_file):
            context.report(number / len(with_file), say("Copying {name}", name=image.name))
            original = self._images.original(image)
            if original is None:
                warnings.append(say("The file of the picture {name} is missing; its words are kept.", name=image.name))
                continue
            data = original.read_bytes()
            if sha256_hex(data) != image.sha256:  # under its old name it would come back as another picture
                warnings.append(
                    say(
                        "The file of the picture {name} changed on disk and is left out; its words are kept.",
                        name=image.name,
                    )
                )
                continue
            (folder / image.path).write_bytes(data)
            files[image.id] = image.path
        return files, warnings

    def _write_articles(
        self,
        folder: Path,
        images: dict[str, Image],
        files: dict[str, str],
        context: JobContext,
        warnings: list[Message],
    ) -> set[str]:
        """Write every article, those in the trash too; return the ids of the images that come back with them."""
        from editor.ingest.article_writing import write_article

        articles = with_safe_slugs(self._all_articles())
        slugs = {article.id: article.slug for article in articles}
        sets: dict[str, list[Article]] = {}
        for article in articles:
            sets.setdefault(article.translation_set, []).append(article)
        by_path = {path: image_id for image_id, path in files.items()}
        used: set[str] = set()
        for number, article in enumerate(articles):
            context.report(number / len(articles), say("Writing {slug}", slug=article.slug))
            shown = _paths_shown(article, warnings)
            named = _placed_images(article) | {by_path[path] for path in shown if path in by_path}
            text = write_article(
                article,
                slugs=slugs,
                source=_source_of(article, sets[article.translation_set]),
                images={image_id: images[image_id] for image_id in named if image_id in images},
                path_of=lambda image: files.get(image.id, ""),
                absent=[path for path in shown if path not in by_path],
            )
            (folder / f"{article.slug}.md").write_text(text, encoding="utf-8", newline="")
            used |= named
        return used

    def _all_articles(self) -> list[Article]:
        from editor.domain.query import ArticleQuery

        trashed = [self._articles.get(head.id) for head in self._articles.heads(ArticleQuery(in_trash=True))]
        return sorted([*self._articles.all(), *trashed], key=lambda article: article.id)

    def _all_images(self) -> list[Image]:
        return sorted([*self._images.all(), *self._images.in_trash()], key=lambda image: image.id)


def with_safe_slugs(articles: list[Article]) -> list[Article]:
    """Return `articles`, each called so that its file lies in the archive and nowhere else, and takes no other's place.

    Whatever the write door lets in is so called; a newsroom comes from anybody, and a database can be written by hand.
    """
    found: list[Article] = []
    taken: set[str] = set()
    for article in articles:
        slug = free_slug(safe_name(article.slug, safe_name(article.id, "article")), taken)
        taken.add(slug_key(slug))
        found.append(article if slug == article.slug else replace(article, slug=slug))
    return found


def _placed_images(article: Article) -> set[str]:
    placements = [article.hero, *(link.external.picture for link in article.links if link.external)]
    return {placement.image_id for placement in placements if placement}


def _paths_shown(article: Article, warnings: list[Message]) -> list[str]:
    """Return the paths by which the Markdown of `article` calls its pictures, each once, as taking in finds them."""
    from editor.ingest.body_pictures import body_pictures

    try:
        shown = [picture for markdown in (article.body, article.reactions) for picture in body_pictures(markdown)]
    except FileError as error:
        what = say("{slug} will not be taken in as it stands: {reason}", slug=article.slug, reason=error.message)
        warnings.append(what)
        return []
    return list(dict.fromkeys(picture.path for picture in shown if picture.path))


def _source_of(article: Article, members: list[Article]) -> Article | None:
    """Return the source of the article's set, else its oldest other member."""
    others = [member for member in members if member.id != article.id]
    return next((member for member in others if member.is_source), next(iter(others), None))


def _refuse_foreign(out: Path, newsroom: Path) -> None:
    """Raise `UserError` unless `out` may be written to: nobody's files are lost."""
    if out == newsroom or newsroom.is_relative_to(out) or out.is_relative_to(newsroom):
        raise UserError(
            say("An archive cannot lie inside the newsroom, nor around it."),
            say("Choose a folder beside it."),
        )
    if not out.exists() and not out.is_symlink():
        return
    if not out.is_dir() or out.is_symlink():
        raise UserError(say("This is no folder: {path}", path=str(out)), say("Choose a new or an empty folder."))
    foreign = next((one for one in sorted(out.rglob("*")) if not _is_ours(one, out)), None)
    is_archive = (out / "newsroom.yaml").is_file() or not any(out.iterdir())
    if foreign is not None or not is_archive:
        raise UserError(
            say("This folder holds something else than an archive: {path}", path=str(foreign or out)),
            say("Choose a new or an empty folder. Nothing was touched."),
        )
    if by_hand := theme_file_by_hand(out, newsroom):
        raise UserError(
            say("Somebody put this file into the archive, or changed it there: {path}", path=str(out / by_hand)),
            say("Move it to the newsroom's folder “themes”, or elsewhere. Nothing was touched."),
        )


def _is_ours(path: Path, out: Path) -> bool:
    inside = path.relative_to(out).parts
    if path.is_symlink():
        return False
    if inside[0] == THEMES_NAME:
        return _is_of_themes(path, inside)
    if inside == ("images",):
        return path.is_dir()
    if len(inside) == 2 and inside[0] == "images":
        return path.is_file() and bool(_PICTURE.fullmatch(path.name))
    if len(inside) != 1 or not path.is_file():
        return False
    with path.open("rb") as stream:
        begin = stream.read(len(_MARK) + 4)
    return begin.startswith(_MARK) if path.name == "newsroom.yaml" else begin == b"---\n" + _MARK


def _is_of_themes(path: Path, inside: tuple[str, ...]) -> bool:
    if path.is_dir():
        return len(inside) <= 2
    return path.is_file() and (inside == (THEMES_NAME, NOTE) or is_theme_path("/".join(inside)))
