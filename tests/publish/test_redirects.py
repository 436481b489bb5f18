"""Who comes to an earlier address is led on, by page and by server, and never to more than may be seen (33)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from editor.domain.article import Article, Correction, FormerSlug, Status, Withdrawal
from editor.publish.bodies import Bodies
from editor.publish.bundle import BundleFile
from editor.publish.composing import Composer
from editor.publish.frames import Frames
from editor.publish.makers import Asked
from editor.publish.redirects import redirects
from editor.publish.site import Site
from editor.publish.theme import load_theme
from tests.builders import NOON, an_article
from tests.publish.newsrooms import Desk, a_public_setting

EARLIER = FormerSlug(slug="tambours-à-nara", until=NOON)
MOVED = an_article(
    id="1" * 32, headline="Drums <in> Nara", slug="drums", status=Status.PUBLISHED, published=NOON,
    former_slugs=(FormerSlug(slug="first"), EARLIER),
)  # fmt: skip


def made(*articles: Article, **settings: Any) -> dict[str, BundleFile]:  # noqa: ANN401 - any field of the settings
    files = Desk(a_public_setting(**settings), articles).files()
    lists = ("_redirects", "withdrawn.txt")
    return {path: file for path, file in files.items() if path in lists or b'http-equiv="refresh"' in file.make()}


def lines(files: dict[str, BundleFile], name: str) -> list[str]:
    return files[name].make().decode().splitlines() if name in files else []


def test_a_page_at_each_earlier_address_leads_on() -> None:
    page = made(MOVED)["en/tambours-à-nara/index.html"].make().decode()
    assert 'content="0; url=../drums/index.html"' in page
    assert '<a href="../drums/index.html">Drums &lt;in&gt; Nara</a>' in page
    assert '<link rel="canonical" href="https://news.example/en/drums/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<html lang="en" dir="ltr">' in page
    bare = made(MOVED, base_url="")["en/first/index.html"].make().decode()
    assert "canonical" not in bare


def test_servers_are_told_in_their_own_way() -> None:
    found = lines(made(MOVED, base_url="https://news.example/paper/"), "_redirects")
    assert "/paper/en/tambours-%C3%A0-nara/ /paper/en/drums/ 301" in found
    assert all(re.fullmatch(r"/\S+/ /\S+/ 301", line) for line in found)
    assert "_redirects" not in made(replace(MOVED, former_slugs=()))


def test_servers_are_told_in_one_order_whatever_order_the_layout_knows() -> None:
    desk = Desk(a_public_setting(), [MOVED])
    layout = desk.site().layout
    backwards = {
        locale: {name: former[name] for name in reversed(list(former))} for locale, former in layout.former.items()
    }
    laid_out = Site.laid_out(desk.snapshot, desk.settings.editions, (), replace(layout, former=backwards))
    known = lines(made(MOVED), "_redirects")
    assert len(known) > 1
    theme = load_theme("")
    frames = Frames(laid_out, theme)
    composer = Composer(laid_out, frames, Bodies(), lambda *_: "")
    told = {file.path: file for file in redirects(composer, laid_out, Asked(laid_out))}
    assert lines(told, "_redirects") == known


def test_a_new_article_takes_an_old_address() -> None:
    other = an_article(id="2" * 32, slug="FIRST", status=Status.PUBLISHED, published=NOON)
    assert "en/first/index.html" not in made(MOVED, other)
    assert "en/first/index.html" in made(MOVED, replace(other, status=Status.DRAFT))


def test_of_two_that_had_an_address_the_last_one_is_meant() -> None:
    later = FormerSlug(slug="First", until=NOON + timedelta(days=1))
    other = an_article(
        id="0" * 32, slug="other", headline="Other", status=Status.PUBLISHED, published=NOON, former_slugs=(later,)
    )
    for articles in ((MOVED, other), (other, MOVED)):
        files = made(*articles)
        assert "../other/index.html" in files["en/First/index.html"].make().decode()
        assert "en/first/index.html" not in files


@pytest.mark.parametrize("status", [Status.DRAFT, Status.READY, Status.IN_REVIEW])
def test_nothing_leads_to_what_readers_do_not_see(status: Status) -> None:
    assert made(replace(MOVED, status=status)) == {}
    assert made(replace(MOVED, embargo=NOON + timedelta(days=900))) == {}


def test_a_withdrawn_article_keeps_its_headline_to_itself_and_servers_know_that_it_is_gone() -> None:
    files = made(replace(MOVED, status=Status.WITHDRAWN, withdrawal=Withdrawal(at=NOON)))
    page = files["en/first/index.html"].make().decode()
    assert "Nara" not in page
    assert "This article was withdrawn" in page
    assert "/en/drums/" in lines(files, "withdrawn.txt")
    assert lines(made(MOVED), "withdrawn.txt") == []


@pytest.mark.parametrize("slug", ["../x", "CON", "images", "page", "index.html", "_redirects", "a" * 300, "\u202ex"])
def test_a_hostile_earlier_address_stays_inside(slug: str) -> None:
    for path in made(replace(MOVED, former_slugs=(FormerSlug(slug=slug),))):
        folder, _, name = path.rpartition("/")
        assert name in {"index.html", "_redirects"}
        assert folder == "" or re.fullmatch(r"(en|sw|ar|ja)/[^/]+", folder)
        assert ".." not in path.split("/")
        assert folder.partition("/")[2] not in {"images", "page", "CON"}


def test_moves_corrections_and_withdrawals_give_the_same_bytes_in_one_go_and_step_by_step(tmp_path: Path) -> None:
    desk = Desk(a_public_setting(), [MOVED, replace(MOVED, id="3" * 32, slug="flutes", former_slugs=())])
    desk.memory = tmp_path / "memory.json"
    steps = (
        replace(MOVED, slug="new", former_slugs=(*MOVED.former_slugs, FormerSlug(slug="drums", until=NOON))),
        replace(MOVED, corrections=(Correction(at=NOON + timedelta(days=2), note="Two."),)),
        replace(MOVED, status=Status.WITHDRAWN, withdrawal=Withdrawal(at=NOON, note="Why.", is_told=True)),
        replace(MOVED, status=Status.WITHDRAWN, withdrawal=Withdrawal(at=NOON, note="Why.")),
        replace(MOVED, former_slugs=()),
    )
    desk.export(tmp_path / "out")
    for number, article in enumerate(steps):
        desk.articles = {**desk.articles, article.id: article}
        stepped, whole = desk.export(tmp_path / "out"), desk.export(tmp_path / f"whole-{number}", full=True)
        assert stepped.manifest_sha256 == whole.manifest_sha256, number
