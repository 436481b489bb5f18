"""The journal of words that the newsroom's disk would not take: on this machine, flushed, until they are in it.

One small file for each article that is only ever appended to, a JSON object a line; its last whole line holds.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from editor.core.clock import instant_text
from editor.core.files import safe_name, write_whole
from editor.core.settings_folder import config_folder
from editor.domain.ai_ranges import AiRanges
from editor.domain.content import ranges_from_plain, ranges_to_plain

log = logging.getLogger(__name__)

FOLDER = "unsaved"
ENDING = ".journal"
RESERVE_NAME = "reserve"
RESERVE_BYTES = 1 << 20
COMPACT_BYTES = 8 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsavedWords:
    """What was typed into one article and may not be in the newsroom: texts by field, and when (RFC 3339 text).

    `ai_ranges` says what of the body among them AI wrote, None where nothing is said of it. `newsroom` is the folder
    where the newsroom was then.
    """

    newsroom: str
    article_id: str
    headline: str
    words: Mapping[str, str]
    at: str
    path: Path
    ai_ranges: AiRanges | None = None


class Journal:
    """The unsaved words of one newsroom. Made with its window, used on its thread."""

    def __init__(self, newsroom: Path) -> None:
        self._folder = str(newsroom.resolve())
        digest = hashlib.sha256(self._folder.encode("utf-8", "surrogatepass")).hexdigest()
        self._stem = f"{safe_name(newsroom.name, 'newsroom')[:40]}-{digest[:12]}"
        self._last: dict[str, str] = {}

    def make_ready(self) -> None:
        """Set a little space aside, to be given back when the disk that holds the journal is full too."""
        reserve = config_folder() / FOLDER / RESERVE_NAME
        with contextlib.suppress(OSError):
            if not reserve.exists() or reserve.stat().st_size < RESERVE_BYTES:
                reserve.parent.mkdir(parents=True, exist_ok=True)
                write_whole(reserve, b"\0" * RESERVE_BYTES)

    def write(
        self,
        article_id: str,
        headline: str,
        words: Mapping[str, str],
        at: datetime,
        ai_ranges: AiRanges | None = None,
    ) -> Path | None:
        """Append `words` to the journal of the article and flush it; return its path, None where no place takes it."""
        about = {"newsroom": self._folder, "article": article_id, "headline": headline}
        marks = {} if ai_ranges is None else {"ai_ranges": ranges_to_plain(ai_ranges)}
        text = json.dumps({**about, "words": dict(words), **marks})
        for folder in _folders():
            path = folder / f"{self._stem}-{safe_name(article_id, 'article')}{ENDING}"
            if self._last.get(article_id) == text and path.exists():
                return path
            line = text[:-1] + f', "at": "{instant_text(at)}"}}\n'
            try:
                _append(path, line.encode())
            except OSError:
                log.info("this place takes no words either", exc_info=True)
                continue
            self._last[article_id] = text
            return path
        return None

    def kept(self, knows: Callable[[str], bool] = lambda _: False) -> list[UnsavedWords]:
        """Return what is in the journal of this newsroom, by article.

        A drive may come back as another folder. So words of an article that this newsroom `knows` by its id are its
        own too, when the folder that they were meant for is not there.
        """
        paths = (path for folder in _folders() for path in sorted(folder.glob(f"*{ENDING}")))
        found = [words for path in paths if (words := _read(path))]
        return [
            words
            for words in found
            if words.path.name.startswith(f"{self._stem}-")
            or (words.newsroom and not Path(words.newsroom).exists() and knows(words.article_id))
        ]

    def drop(self, words: UnsavedWords) -> None:
        """Remove what `kept` returned: it is in the newsroom now."""
        self.forget(words.article_id)
        with contextlib.suppress(OSError):
            words.path.unlink(missing_ok=True)

    def forget(self, article_id: str) -> None:
        """Remove the journal of an article whose words are in the newsroom now."""
        self._last.pop(article_id, None)
        for folder in _folders():
            with contextlib.suppress(OSError):
                (folder / f"{self._stem}-{safe_name(article_id, 'article')}{ENDING}").unlink(missing_ok=True)


def _folders() -> tuple[Path, Path]:
    return config_folder() / FOLDER, Path(tempfile.gettempdir()) / "makala-unsaved"


def _append(path: Path, line: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > COMPACT_BYTES:
        write_whole(path, line)
        return
    try:
        _append_flushed(path, line)
    except OSError as error:
        reserve = path.parent / RESERVE_NAME
        if error.errno not in {errno.ENOSPC, errno.EDQUOT} or not reserve.exists():
            raise
        reserve.unlink()
        _append_flushed(path, line)


def _append_flushed(path: Path, line: bytes) -> None:
    with path.open("ab") as stream:
        # A line that a full disk cut short is ended first: only whole lines are read.
        stream.write(b"\n" + line)
        stream.flush()
        os.fsync(stream.fileno())


def _read(path: Path) -> UnsavedWords | None:
    """Return the last whole line of a journal, None where there is none."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return None
    for line in reversed(lines):
        try:
            plain = json.loads(line)
            words = {str(name): str(text) for name, text in plain["words"].items()}
            return UnsavedWords(
                newsroom=str(plain.get("newsroom", "")),
                article_id=str(plain["article"]),
                headline=str(plain["headline"]),
                words=words,
                at=str(plain["at"]),
                path=path,
                ai_ranges=ranges_from_plain(plain["ai_ranges"]) if "ai_ranges" in plain else None,
            )
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
    return None
