"""Snapshots hold the newsroom at one moment, whole or around one article."""

from __future__ import annotations

from pathlib import Path

from editor.services.snapshots import Snapshots
from tests.builders import NOON
from tests.services.newsdesks import a_news_desk, first_article


def test_a_whole_snapshot_holds_all_that_is_not_in_the_trash(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        snapshot = Snapshots(desk.articles, desk.images, desk.newsroom).whole(NOON)
        assert sorted(snapshot.articles) == ["1" * 32, "2" * 32, "3" * 32]
        (image,) = snapshot.images.values()
        assert snapshot.original(image)
        assert snapshot.settings == desk.newsroom.settings


def test_a_snapshot_around_an_article_holds_what_it_leads_to(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        snapshot = Snapshots(desk.articles, desk.images, desk.newsroom).around(first_article(desk), NOON)
        assert sorted(snapshot.articles) == ["1" * 32, "2" * 32]
        assert len(snapshot.images) == 1


def test_what_is_kept_lies_in_the_newsroom_apart_from_what_matters(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        snapshots = Snapshots(desk.articles, desk.images, desk.newsroom)
        assert snapshots.copies_folder == tmp_path / "desk/cache/copies"
        memory = snapshots.pages_memory(tmp_path / "out")
        assert memory.parent == tmp_path / "desk/cache/pages"
        assert memory != snapshots.pages_memory(tmp_path / "other")
