"""An export that takes over what it can gives the bytes of one that makes everything anew, whatever was edited."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Article, FormerSlug, Status
from editor.domain.edits import AddImage, CreateArticle, EditSettings, change_article
from editor.domain.image import Image, Placement
from editor.domain.link import Link
from editor.publish import staging
from editor.services.publishing import ExportRequest
from editor.services.verifying import verify_bundle
from editor.storage import media
from tests.builders import NOON, an_article, an_id, an_image, created, png, some_settings
from tests.services.desks import a_desk

ROOT = Path(__file__).parents[2]


def a_newsroom(desk: Desk, count: int) -> None:
    """Fill it: two languages, articles that lead to one another, a few pictures."""
    before = desk.newsroom.settings
    desk.articles.apply(
        EditSettings(before, some_settings("en", "sw", base_url="https://news.example.org"), say("Set"))
    )
    pictures = []
    for grey in range(3):
        digest = media.keep(desk.folder, png(grey=40 + grey), ".png")
        pictures.append(an_image(sha256=digest))
        desk.articles.apply(AddImage(pictures[-1], say("Add"), NOON))
    made: list[Article] = []
    for number in range(count):
        links = [Link(id=an_id(), article=one.id, on_timeline=True) for one in made[-3:]]
        made.append(
            an_article(
                headline=f"Number {number}",
                slug=f"number-{number}",
                language=("en", "sw")[number % 2],
                body=f"Words of *{number}*. See [it](https://example.org/{number}).",
                section=("World", "Sport")[number % 2],
                status=Status.PUBLISHED,
                published=NOON - timedelta(hours=number),
                links=tuple(links),
            )
        )
    desk.articles.apply(created(*made))


def edit(desk: Desk, chance: random.Random) -> None:
    """Make one edit: of words, of names and places, of a picture, a link; a new article; one to the trash or back."""
    articles = desk.articles.all()
    one, other = chance.choice(articles), chance.choice(articles)
    image, number = chance.choice(desk.images.all()), chance.randrange(10**6)
    fields = {**of_words(one, other, number), **of_places(one, other, number), **of_pictures(one, image, number)}
    match chance.randrange(len(fields) + 4):
        case 0 | 1:
            made: dict[str, object] = {"headline": f"Other {number}"}
        case 2:
            status = (Status.PUBLISHED, Status.DRAFT)[number % 2]
            new = an_article(headline=f"New {number}", slug=f"new-{number}", status=status, published=NOON)
            desk.articles.apply(CreateArticle(new, say("New"), NOON))
            return
        case 3:
            made = {"trashed_at": None if one.trashed_at else NOON}
        case turn:
            made = fields[sorted(fields)[turn - 4]]
    desk.articles.apply(change_article(one, say("Edit"), **made))


def of_words(one: Article, other: Article, number: int) -> dict[str, dict[str, object]]:
    """Return edits of `one` that no list of names shows."""
    links = tuple(link for link in one.links if link.article != other.id)
    return {
        "body": {"body": f"Other *words* {number}.\n\n## More\n\n- one\n- two"},
        "link": {"links": (*links, Link(id=an_id(), article=other.id)) if other.id != one.id else links},
        "updated": {"updated": NOON + timedelta(minutes=number % 500)},
    }


def of_places(one: Article, other: Article, number: int) -> dict[str, dict[str, object]]:
    """Return edits of `one` after which it stands elsewhere."""
    return {
        "slug": {"slug": f"other-{number}", "former_slugs": (*one.former_slugs, FormerSlug(slug=one.slug))},
        "former": {"former_slugs": (FormerSlug(slug=other.slug), FormerSlug(slug=f"old-{number % 3}"))},
        "date": {"published": NOON - timedelta(minutes=number % 90_000)},
        "status": {"status": (Status.PUBLISHED, Status.DRAFT, Status.WITHDRAWN)[number % 3]},
        "tags": {"tags": ("River", "river", "Music", "C", "C++")[number % 5 :][: number % 4]},
        "byline": {"byline": (("Asha", "asha", "Li Na")[number % 3],)},
        "section": {"section": ("World", "Sport", "world")[number % 3]},
    }


def of_pictures(one: Article, image: Image, number: int) -> dict[str, dict[str, object]]:
    """Return edits of `one` that show a picture, or one less."""
    shown = Placement(image_id=image.id, caption=f"Caption {number}")
    return {
        "hero": {"hero": None if one.hero else shown},
        "picture": {"body": f"A picture.\n\n![Gate {number}](images/{image.sha256[:12]}-gate.png)\n"},
    }


def compare(desk: Desk, place: Path, edits: int, seed: int, *, each: int) -> None:
    """Edit, export with what is kept, and now and then beside it anew; every byte and name must be the same."""
    chance = random.Random(seed)  # noqa: S311 - the same edits every time
    for turn in range(edits):
        edit(desk, chance)
        if turn % 3 == 2 or turn % each == each - 1:
            taken = desk.publishing.export(ExportRequest(out=place / "taken", sign=False), quiet())
        if turn % 4 == 0:
            desk.publishing.keep_ready(quiet())
        if turn % each == each - 1:
            shutil.rmtree(desk.folder / "cache" / "bodies")
            fresh = desk.publishing.export(ExportRequest(out=place / f"fresh-{turn}", full=True, sign=False), quiet())
            copied = desk.publishing.export(ExportRequest(out=place / f"copied-{turn}", sign=False), quiet())
            assert taken.manifest_sha256 == fresh.manifest_sha256 == copied.manifest_sha256, f"after edit {turn}"
            for name in ("taken", f"copied-{turn}"):
                assert not verify_bundle(place / name, quiet()).problems
            shutil.rmtree(place / f"fresh-{turn}")
            shutil.rmtree(place / f"copied-{turn}")


def test_forty_random_edits_give_the_bytes_of_an_export_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "AMENDED_FROM", 5)
    with a_desk(tmp_path / "desk") as desk:
        a_newsroom(desk, 14)
        compare(desk, tmp_path, 40, 6, each=20)


@pytest.mark.soak
def test_five_hundred_random_edits_give_the_bytes_of_an_export_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "AMENDED_FROM", 50)
    with a_desk(tmp_path / "desk") as desk:
        a_newsroom(desk, 120)
        compare(desk, tmp_path, 500, 60, each=25)


@pytest.mark.soak
def test_places_languages_and_workers_change_no_byte(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        a_newsroom(desk, 260)
    seen = set()
    for number, (zone, language, seed, jobs) in enumerate(
        [("UTC", "C.UTF-8", "0", "1"), ("Asia/Kathmandu", "sw_KE.UTF-8", "7", "2"), ("America/St_Johns", "C", "9", "2")]
    ):
        shutil.rmtree(tmp_path / "desk" / "cache", ignore_errors=True)
        environment = {**os.environ, "TZ": zone, "LC_ALL": language, "LANG": language, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-m", "editor", "export", str(tmp_path / "desk"), str(tmp_path / f"out{number}")]
        command += ["--jobs", jobs, "--at", "2026-02-01T00:00:00Z"]
        subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT)
        seen.add((tmp_path / f"out{number}" / "manifest.json").read_bytes())
    assert len(seen) == 1
