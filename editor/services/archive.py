"""Everything a newsroom holds as article files, pictures and `newsroom.yaml`: to keep, to read, to take along."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.jobs import JobContext
from editor.core.messages import Message

if TYPE_CHECKING:
    from editor.services.articles import Articles
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom


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

        Raises `UserError` when `out` holds anything else, `Fault` when the disk does not take it.
        """
        raise NotImplementedError
