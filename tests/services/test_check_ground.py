"""What the checks ask about outside their room."""

from __future__ import annotations

from pathlib import Path

from editor.services.check_ground import made_files, phone_bytes, picture_paths
from editor.services.snapshots import Snapshots
from tests.builders import NOON, an_image
from tests.services.newsdesks import a_news_desk, first_article


def test_the_pages_and_feeds_of_an_article_are_made_for_every_edition(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        made = made_files(Snapshots(desk.articles, desk.images, desk.newsroom), first_article(desk), NOON)
    assert [one.path for one in made if one.kind == "page"] == [
        "en/drums-at-dusk/index.html",
        "sw/drums-at-dusk/index.html",
    ]
    assert all("Drums at dusk" in one.text for one in made)
    assert all(one.structured for one in made if one.kind == "page")


def test_a_picture_weighs_something_and_one_without_a_file_nothing() -> None:
    assert phone_bytes(an_image(sha256="")) == 0
    small, large = (an_image(sha256="ab" * 32, width=side, height=side) for side in (300, 4000))
    assert 0 < phone_bytes(small) < phone_bytes(large) < 300_000


def test_pictures_are_found_in_markdown() -> None:
    assert picture_paths("No picture.") == []
    assert picture_paths("![A](images/x.png)") == ["images/x.png"]
