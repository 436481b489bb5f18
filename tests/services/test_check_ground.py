"""What the checks ask about outside their room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import EditSettings
from editor.domain.made_file import MadeFile
from editor.publish.bodies import body_key
from editor.services.check_ground import kept_bodies, made_files, near, phone_bytes, picture_paths
from editor.services.snapshots import Snapshots
from editor.storage.kept_bodies import PLACE, KeptBodies
from tests.builders import NOON, a_link, an_article, an_image
from tests.services.newsdesks import a_news_desk, first_article


def test_the_pages_and_feeds_of_an_article_are_made_for_every_edition(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        made = _made(desk, first_article(desk))
    assert [one.path for one in made if one.kind == "page"] == [
        "en/drums-at-dusk/index.html",
        "sw/drums-at-dusk/index.html",
    ]
    assert all("Drums at dusk" in one.text for one in made)
    assert all(one.structured for one in made if one.kind == "page")


def test_feeds_hold_the_article_and_not_those_that_it_leads_to(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        before, article, other = desk.newsroom.settings, first_article(desk), desk.articles.get("2" * 32)
        assert [link.article for link in article.links] == [other.id]
        desk.articles.apply(EditSettings(before, replace(before, base_url="https://a.example"), say("x")))
        feeds = [one for one in _made(desk, first_article(desk)) if one.kind == "feed"]
    assert len(feeds) == 2 * 3
    assert all(article.headline in one.text and other.headline not in one.text for one in feeds)


def test_what_the_checks_render_is_kept_for_the_export(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        kept = KeptBodies(desk.folder / "cache" / PLACE)
        assert kept.count() == 0
        _made(desk, first_article(desk))
        assert kept.missing([body_key(first_article(desk).body)]) == set()


def test_what_is_near_an_article_is_its_set_and_where_it_leads_with_theirs() -> None:
    one, its_own = an_article(id="1" * 32, translation_set="s"), an_article(id="2" * 32, translation_set="s")
    led, its_other = an_article(id="3" * 32, translation_set="t"), an_article(id="4" * 32, translation_set="t")
    far = an_article(id="5" * 32, translation_set="u", links=(a_link(one),))
    one = replace(one, links=(a_link(led), a_link("9" * 32)))
    sets = {"s": [one, its_own], "t": [led, its_other], "u": [far]}
    articles = {article.id: article for some in sets.values() for article in some}
    assert near(one, sets, articles).keys() == {one.id, its_own.id, led.id, its_other.id}


def _made(desk: Desk, article: Article) -> Sequence[MadeFile]:
    snapshots = Snapshots(desk.articles, desk.images, desk.newsroom)
    theme = snapshots.theme(desk.newsroom.settings)
    return made_files(article, snapshots.around(article, NOON), theme, kept_bodies(snapshots))


def test_a_picture_weighs_something_and_one_without_a_file_nothing() -> None:
    assert phone_bytes(an_image(sha256="")) == 0
    small, large = (an_image(sha256="ab" * 32, width=side, height=side) for side in (300, 4000))
    assert 0 < phone_bytes(small) < phone_bytes(large) < 300_000


def test_pictures_are_found_in_markdown() -> None:
    assert picture_paths("No picture.") == []
    assert picture_paths("![A](images/x.png)") == ["images/x.png"]
