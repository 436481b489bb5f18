"""A newsroom's own themes as files: which they are, and how they come whole from one folder into another.

A theme is one folder of files under `themes`. Only what every system can call so travels; links and folders do not.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from editor.core.files import is_plain_name, sha256_of, sync_folder

THEMES_NAME = "themes"
# Which files of themes an archive was written with, in the form of sha256sum.
NOTE = "SHA256SUMS"
_MOST_BYTES = 8_000_000  # as large as a file of a theme may be


def is_theme_path(name: str) -> bool:
    """Say whether `name`, with "/", names a file of a theme inside a newsroom, an archive or a backup."""
    parts = name.split("/")
    return len(parts) == 3 and parts[0] == THEMES_NAME and all(map(is_plain_name, parts[1:]))


def theme_files(folder: Path) -> list[str]:
    """Return the names of the files of the themes in `folder`, a newsroom or an archive, sorted."""
    return [f"{THEMES_NAME}/{theme.name}/{file.name}" for theme in _themes(folder) for file in _files(theme)]


def bring_themes(source: Path, target: Path) -> list[str]:
    """Bring the themes that lie in `source` into `target`; return the names of those that are there already, otherwise.

    Those stay as they are. Raises `OSError`; each theme is there whole or not at all.
    """
    kept = []
    for theme in _themes(source):
        place = target / THEMES_NAME / theme.name
        if not place.exists():
            _copy(theme, place)
        elif _content(theme) != _content(place):
            kept.append(theme.name)
    return kept


def put_back_themes(source: Path, target: Path) -> None:
    """Put the themes in `source` in the place of those of the same names in `target`. Raises `OSError`.

    What lies in those and never travels stays: in the theme, or where that has something of its name now, in the folder
    of before, hidden beside it.
    """
    for theme in _themes(source):
        place = target / THEMES_NAME / theme.name
        if place.exists() and _content(theme) == _content(place):
            continue
        beside = place.with_name(f".{place.name}.{time.time_ns():x}.old")  # one that stays is in nobody's way
        part = _made_beside(theme, place)
        try:
            if os.path.lexists(place):
                place.rename(beside)
            part.rename(place)
        except BaseException:
            if os.path.lexists(beside):
                beside.rename(place)
            shutil.rmtree(part, ignore_errors=True)
            raise
        sync_folder(place.parent)
        for path in _staying(beside):
            if not os.path.lexists(place / path.name):
                path.rename(place / path.name)
        if not _staying(beside):
            shutil.rmtree(beside, ignore_errors=True)


def note_themes(folder: Path) -> None:
    """Note down beside the themes in `folder`, an archive, what they were written with. Raises `OSError`."""
    lines = [f"{sha256_of(folder / name)}  {name.partition('/')[2]}\n" for name in theme_files(folder)]
    if lines:
        (folder / THEMES_NAME / NOTE).write_text("".join(lines), encoding="utf-8", newline="")


def theme_file_by_hand(folder: Path, newsroom: Path) -> str:
    """Return the name of a file that somebody put among the themes in `folder`, an archive, or changed; "" for none.

    What `newsroom` has just so counts as written by it. Raises `OSError`.
    """
    themes = folder / THEMES_NAME
    noted: set[str] = set()
    with contextlib.suppress(FileNotFoundError):
        noted.update((themes / NOTE).read_text(encoding="utf-8", errors="replace").splitlines())
    for path in sorted(themes.glob("*/*")):
        name = path.relative_to(themes).as_posix()
        its = sha256_of(path)
        own = newsroom / THEMES_NAME / name
        if f"{its}  {name}" not in noted and not (own.is_file() and sha256_of(own) == its):
            return f"{THEMES_NAME}/{name}"
    return ""


def _staying(theme: Path) -> list[Path]:
    """Return what lies in `theme` and does not travel: of that nobody has a copy."""
    if theme.is_symlink() or not theme.is_dir():  # what it leads to is not ours to move
        return []
    carried = set(_files(theme))
    return [path for path in theme.iterdir() if path not in carried]


def _copy(theme: Path, place: Path) -> None:
    part = _made_beside(theme, place)
    try:
        part.rename(place)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    sync_folder(place.parent)


def _made_beside(theme: Path, place: Path) -> Path:
    """Return a copy of `theme` beside `place`, whole and on disk."""
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        part.mkdir()
        for file in _files(theme):
            shutil.copyfile(file, part / file.name)
            with (part / file.name).open("rb+") as stream:
                os.fsync(stream.fileno())
        sync_folder(part)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return part


def _content(theme: Path) -> dict[str, str]:
    return {file.name: sha256_of(file) for file in _files(theme)}


def _themes(folder: Path) -> list[Path]:
    return sorted(one for one in _entries(folder / THEMES_NAME) if one.is_dir())


def _files(theme: Path) -> list[Path]:
    return sorted(one for one in _entries(theme) if one.is_file() and one.stat().st_size <= _MOST_BYTES)


def _entries(folder: Path) -> Iterator[Path]:
    """Yield what lies in `folder` and is no link, by names that mean the same everywhere, no two alike."""
    seen = set()
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        for path in [] if folder.is_symlink() else sorted(folder.iterdir()):
            if is_plain_name(path.name) and not path.is_symlink() and path.name.casefold() not in seen:
                seen.add(path.name.casefold())
                yield path
