"""Which files are meant when files and folders are named for taking in, and what each of them holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import FileError
from editor.core.files import os_cause
from editor.core.messages import Message, say
from editor.domain.kept_text import is_endless
from editor.domain.slug import slug_from
from editor.storage.own_themes import THEMES_NAME

if TYPE_CHECKING:
    from editor.ingest.draft import Draft
    from editor.ingest.importer import ReadOptions
    from editor.ingest.newsroom_file import NewsroomFile

_MOST_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class NamedFile:
    """One file to read. `root` is the folder that its pictures may not leave; `is_named` tells it from one found."""

    path: Path
    root: Path
    is_named: bool

    @property
    def name(self) -> str:
        """Return how the file is called in reports: as the person named it."""
        return str(self.path)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file that was understood, with the title of its format."""

    source: NamedFile
    kind: Message
    draft: Draft


def named_files(paths: Sequence[Path]) -> Iterator[NamedFile]:
    """Yield the files that `paths` name: each file itself, of a folder all that importers may know, sorted."""
    from editor.ingest.registry import ENDINGS

    seen: set[Path] = set()
    for path in paths:
        if not path.is_dir():
            found = [NamedFile(path, path.parent, is_named=True)]
        else:
            inside = sorted(one for one in path.rglob("*") if one.suffix.lower() in ENDINGS and one.is_file())
            has_themes = bool(newsroom_files([path]))
            visible = [one for one in inside if _is_words(one.relative_to(path).parts, has_themes=has_themes)]
            found = [NamedFile(one, path, is_named=False) for one in visible]
        for file in found:
            if (place := file.path.absolute()) not in seen:
                seen.add(place)
                yield file


def _is_words(parts: Sequence[str], *, has_themes: bool) -> bool:
    """Say whether what lies there may be an article: it is not hidden, and no note in a theme of an archive."""
    return not any(part.startswith(".") for part in parts) and not (has_themes and parts[0] == THEMES_NAME)


def newsroom_files(paths: Sequence[Path]) -> list[Path]:
    """Return the `newsroom.yaml` of each folder that is named."""
    from editor.ingest.newsroom_file import FILE

    return [path / FILE for path in paths if (path / FILE).is_file()]


def read_file(file: NamedFile, options: ReadOptions) -> ReadFile | None:
    """Return what `file` holds; None for one that was only found in a folder and is of no known format.

    Raises `FileError` with the line for what cannot be understood.
    """
    from editor.ingest.newsroom_file import FILE
    from editor.ingest.registry import importer_for

    if file.path.name == FILE:
        raise FileError(
            say("This file is no article: it holds how a newsroom is set."), say("Name its folder instead.")
        )
    text = read_text(file.path)
    importer = importer_for(file.path.name, text)
    if not file.is_named and importer.id == "article-file" and not importer.recognises(text):
        return None
    # A headline of signs alone names no address: then the file's name does, so that each has one of its own.
    called = slug_from(file.path.stem, fallback=options.nameless)
    draft = importer.read(text, replace(options, nameless=called))
    if is_endless(draft.article.body):
        raise FileError(
            say("The body is longer, in all or on one line, than an article can be."),
            say("Break it into paragraphs, or into several articles, and take it in again."),
        )
    return ReadFile(file, importer.title, draft)


def read_newsroom_file(path: Path, *, name: str, zone: str) -> NewsroomFile:
    """Return what the `newsroom.yaml` at `path` says; raises `FileError`."""
    from editor.ingest.newsroom_file import read_newsroom

    return read_newsroom(read_text(path), name=name, zone=zone)


def read_text(path: Path) -> str:
    """Return the text of a file with LF line ends; raises `FileError` for what is no text or cannot be read."""
    from editor.ingest.front_matter import decoded

    try:
        if not path.is_file():
            raise FileError(_absent(path))
        if path.stat().st_size > _MOST_BYTES:
            raise FileError(say("This file is far larger than any article."), say("Take in smaller files."))
        return decoded(path.read_bytes())
    except OSError as error:
        raise FileError(os_cause(error)) from error


def _absent(path: Path) -> Message:
    return (
        say("This is no file: {name}.", name=str(path))
        if path.exists()
        else say("This is not there: {name}.", name=str(path))
    )
