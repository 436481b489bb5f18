"""Newsrooms on disk for the tests of services: made, opened, and read out for comparison."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from editor.bootstrap import Desk, create_newsroom, open_desk
from editor.core.jobs import quiet
from editor.domain.content import article_to_plain
from editor.domain.image import Image
from editor.domain.query import ArticleQuery
from editor.services.taking_in import TakenReport, TakingInOptions
from tests.builders import FixedClock


@contextlib.contextmanager
def a_desk(folder: Path, *, clock: FixedClock | None = None) -> Iterator[Desk]:
    """Make a newsroom in `folder`, where there is none yet, and open it for writing."""
    if not folder.exists():
        create_newsroom(folder)
    desk = open_desk(folder, person="Asha", clock=clock or FixedClock())
    try:
        yield desk
    finally:
        desk.close()


def take(desk: Desk, *paths: Path, **options: Any) -> TakenReport:  # noqa: ANN401 - any field of the options
    """Read and take in."""
    understood = desk.taking_in.read(paths, TakingInOptions(**options), quiet())
    return desk.taking_in.take(understood, quiet())


def everything(desk: Desk) -> tuple[dict[str, dict[str, Any]], list[Image]]:
    """Return every article as plain values and every image, the trash too; bookkeeping and ids of links aside."""
    heads = [*desk.articles.heads(), *desk.articles.heads(ArticleQuery(in_trash=True))]
    articles = {head.id: article_to_plain(desk.articles.get(head.id)) for head in heads}
    for plain in articles.values():
        del plain["created_at"], plain["changed_at"]
        for link in plain["links"]:
            del link["id"]
    images = [replace(image, added_at=None) for image in (*desk.images.all(), *desk.images.in_trash())]
    return articles, images


def write(folder: Path, name: str, front: str, body: str = "Body.\n") -> Path:
    """Write an article file with these lines of front matter."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\nmakala: 1\n{front}---\n{body}", encoding="utf-8", newline="")
    return path


def a_picture(path: Path, colour: Sequence[int] = (20, 90, 60), size: tuple[int, int] = (32, 18)) -> Path:
    """Write a PNG of one colour."""
    from PIL import Image as Picture

    path.parent.mkdir(parents=True, exist_ok=True)
    Picture.new("RGB", size, tuple(colour)).save(path)
    return path
