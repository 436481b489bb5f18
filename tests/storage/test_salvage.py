"""Pitfall 12: what can be read of a damaged newsroom becomes a new one; the damaged one is not touched."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from editor.core.clock import SystemClock
from editor.core.errors import Fault, UserError
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import AddImage, CreateArticle, Edit, EditSettings, Several, change_article
from editor.domain.house_style import HouseStyle
from editor.domain.image import Placement
from editor.domain.page_label import PageLabel
from editor.domain.settings import Edition
from editor.services.articles import Articles
from editor.storage import articles, media, search
from editor.storage.database import DATABASE_NAME, Database
from editor.storage.salvage import LOOSE_NAME, Salvaged, salvage
from editor.storage.settings import settings
from tests.builders import NOON, FixedClock, a_database, a_link, an_article, an_image, png

PAGE = 4096
COUNT = 60


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a newsroom of sixty articles, linked, with a picture and versions, all in the one file."""
    clock = FixedClock()
    made = a_database(tmp_path_factory.mktemp("prepared") / "desk", name="Harbour Post")
    door = Articles(made, clock, "Amina")
    digest = media.keep(made.folder, png(), ".png")
    image = an_image(sha256=digest)
    before: Article | None = None
    edits: list[Edit] = [AddImage(image, say("Add"), NOON)]
    for number in range(COUNT):
        article = an_article(
            id=f"{number + 1:032x}",
            headline=f"Headline {number}",
            slug=f"slug-{number}",
            body=f"Body {number}. " * 200,
            links=(a_link(before),) if before else (a_link(),),
            hero=Placement(image_id=image.id),
        )
        edits.append(CreateArticle(article, say("New"), NOON))
        before = article
    door.apply(Several(tuple(edits), say("All")))
    clock.forward(3600)
    typed = (change_article(one, say("Type"), body=f"{one.body}Later.") for one in door.all())
    door.apply(Several(tuple(typed), say("Type")))
    made.close()
    return made.folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "desk"))


def _salvaged(folder: Path) -> tuple[Salvaged, list[Article]]:
    """Salvage, look at the new newsroom from every side, and return its articles; the damaged one is as it was."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    target = folder.with_name("salvaged")
    found = salvage(folder, target, quiet())
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in target.parent.iterdir()) == ["desk", "salvaged"]
    opened = Database(target)
    with opened.reading() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        everything = articles.everything(connection)
        for article in everything[:3]:
            assert search.find(connection, article.headline or article.slug) or article.trashed_at
    door = Articles(opened, FixedClock(), "Amina")
    door.apply(CreateArticle(an_article(id="f" * 32, slug="after"), say("New"), NOON))
    opened.close()
    return found, everything


def _damage(folder: Path, first: int, count: int, byte: bytes = b"\xff") -> None:
    with (folder / DATABASE_NAME).open("r+b") as stream:
        stream.seek(first * PAGE)
        stream.write(byte * count * PAGE)


def _pages(folder: Path) -> int:
    return (folder / DATABASE_NAME).stat().st_size // PAGE


def test_a_sound_newsroom_comes_through_whole(folder: Path) -> None:
    found, everything = _salvaged(folder)
    assert found == Salvaged(articles=COUNT, images=1, versions=found.versions)
    assert found.versions >= COUNT
    assert {one.body.endswith("Later.") for one in everything} == {True}
    assert all(one.hero for one in everything)
    assert sum(bool(link.article) for one in everything for link in one.links) == COUNT - 1


@pytest.mark.parametrize("seed", range(6))
def test_pitfall_12_with_a_tenth_of_the_pages_gone_most_is_there_and_the_rest_is_named(folder: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    pages = _pages(folder)
    for _ in range(pages // 10):
        _damage(folder, random.randrange(1, pages), 1, bytes([random.randrange(256)]))
    found, everything = _salvaged(folder)
    assert len(everything) + found.lost >= COUNT * 0.6
    assert len(everything) >= COUNT // 2
    whole = [one for one in everything if one.body.startswith("Body ")]
    assert len(whole) >= COUNT // 3
    assert len(whole) + len(found.without_text) + len(found.from_version) >= len(everything) - 1


def test_pitfall_12_a_first_page_that_is_gone_is_put_back(folder: Path) -> None:
    _damage(folder, 0, 1, b"\0")
    found, everything = _salvaged(folder)
    assert len(everything) == COUNT
    assert found.lost == 0


def test_a_file_cut_short_gives_its_first_part(folder: Path) -> None:
    whole = (folder / DATABASE_NAME).read_bytes()
    (folder / DATABASE_NAME).write_bytes(whole[: len(whole) // 2 // PAGE * PAGE])
    found, everything = _salvaged(folder)
    assert everything
    assert found.articles == len(everything)


def test_pitfall_12_a_table_that_is_gone_is_made_up_for_by_the_versions(folder: Path) -> None:
    connection = sqlite3.connect(folder / DATABASE_NAME)
    connection.execute("DROP TABLE article_text")
    connection.execute("DELETE FROM newsroom")
    connection.commit()
    connection.close()
    found, everything = _salvaged(folder)
    assert len(found.from_version) == COUNT
    assert {one.body.startswith("Body ") for one in everything} == {True}
    assert found.is_renamed


def test_words_that_are_not_yet_in_the_file_but_in_its_log_are_read(folder: Path) -> None:
    opened = Database(folder)
    door = Articles(opened, SystemClock(), "Amina")
    first = door.all()[0]
    door.apply(change_article(first, say("Type"), body="Only in the log"))
    copy = folder.with_name("killed")
    copy.mkdir()
    for path in folder.glob(f"{DATABASE_NAME}*"):
        (copy / path.name).write_bytes(path.read_bytes())
    opened.close()
    target = folder.with_name("salvaged")
    found = salvage(copy, target, quiet())
    assert found.missing == ["drums.png"]
    again = Database(target)
    assert Articles(again, FixedClock(), "Amina").get(first.id).body == "Only in the log"
    again.close()


def test_values_that_make_no_article_are_made_anew_of_what_is_left(folder: Path) -> None:
    connection = sqlite3.connect(folder / DATABASE_NAME)
    connection.execute("UPDATE article SET status = 'no such status' WHERE slug = 'slug-3'")
    connection.execute("UPDATE article SET tags = '{not json' WHERE slug = 'slug-4'")
    connection.execute("DROP TRIGGER version_is_never_edited")
    broken = "(SELECT id FROM article WHERE slug = 'slug-4')"
    connection.execute(f"UPDATE version SET content = x'00' WHERE article_id = {broken}")  # noqa: S608 - ours
    connection.commit()
    connection.close()
    found, everything = _salvaged(folder)
    assert len(everything) == COUNT
    assert len(found.from_version) == 2
    assert all(one.body.startswith("Body ") for one in everything)


def test_nothing_at_all_is_said(folder: Path, tmp_path: Path) -> None:
    (folder / DATABASE_NAME).write_bytes(b"this is no database" * 1000)
    with pytest.raises(Fault, match="Nothing was salvaged"):
        salvage(folder, tmp_path / "salvaged", quiet())
    assert not (tmp_path / "salvaged").exists()


def test_never_over_anything(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "letter.txt").touch()
    with pytest.raises(UserError, match=r"letter\.txt"):
        salvage(folder, tmp_path / "there", quiet())


def test_what_is_found_can_be_compared() -> None:
    assert replace(Salvaged(), articles=1) != Salvaged()


def test_a_picture_whose_record_cannot_be_read_is_named_and_its_file_kept(folder: Path) -> None:
    second = media.keep(folder, png(3, 3), ".png")
    media.keep(folder, b"of nobody", ".png")
    connection = sqlite3.connect(folder / DATABASE_NAME)
    columns = [row[1] for row in connection.execute("PRAGMA table_info(image)")]
    row = dict(zip(columns, connection.execute("SELECT * FROM image").fetchone(), strict=True))
    row |= {"id": "e" * 32, "sha256": second, "name": "harbour.png", "findings": "no JSON"}
    places = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO image ({', '.join(row)}) VALUES ({places})", tuple(row.values()))  # noqa: S608
    connection.execute("UPDATE placement SET image_id = ? WHERE article_id = ?", ("e" * 32, f"{1:032x}"))
    connection.commit()
    connection.close()
    found, everything = _salvaged(folder)
    assert (found.images, found.unread, found.missing, found.loose) == (1, ["harbour.png"], [], 2)
    assert [one.id for one in everything if one.hero is None] == [f"{1:032x}"]
    loose = folder.with_name("salvaged") / LOOSE_NAME
    assert len(list(loose.iterdir())) == 2
    assert (loose / f"{second}.png").read_bytes() == png(3, 3)


def test_rows_of_settings_that_cannot_be_read_are_left_out_and_named(folder: Path) -> None:
    opened = Database(folder)
    door = Articles(opened, FixedClock(), "Amina")
    with opened.reading() as reading:
        before = settings(reading)
    label = PageLabel(text="Habari", english="Related articles")
    after = replace(
        before,
        name="Harbour Post",
        editions=tuple(Edition(locale=tag) for tag in ("sw", "fr", "ar", "de")),
        house_styles={"sw": HouseStyle(long="d MMMM y"), "fr": HouseStyle()},
        page_labels={"sw": {"related": label, "timeline": label}},
    )
    door.apply(EditSettings(before, after, say("Set")))
    opened.close()
    connection = sqlite3.connect(folder / DATABASE_NAME)
    connection.execute("UPDATE edition SET fallback = '{not json' WHERE locale = 'fr'")
    connection.execute("UPDATE edition SET sections = '[1, 2]' WHERE locale = 'ar'")
    connection.execute("UPDATE house_style SET style = '[]' WHERE locale = 'fr'")
    connection.execute("UPDATE page_label SET reviewed_at = 'never' WHERE label = 'timeline'")
    connection.commit()
    connection.close()
    found, everything = _salvaged(folder)
    assert found.unset == {"edition": ["ar", "fr"], "house_style": ["fr"], "page_label": ["sw: timeline"]}
    assert (len(everything), found.is_renamed) == (COUNT, False)
    again = Database(folder.with_name("salvaged"))
    with again.reading() as reading:
        now = settings(reading)
    again.close()
    assert [one.locale for one in now.editions] == ["sw", "de"]
    assert (now.house_styles, now.page_labels) == ({"sw": after.house_styles["sw"]}, {"sw": {"related": label}})


@pytest.mark.parametrize("wrong", ["publisher = '{not json'", "version_rule = 'sometimes'", "name = x'ff'"])
def test_a_newsroom_whose_own_row_cannot_be_read_gets_another(folder: Path, wrong: str) -> None:
    connection = sqlite3.connect(folder / DATABASE_NAME)
    connection.execute(f"UPDATE newsroom SET {wrong}")  # noqa: S608 - ours
    connection.commit()
    connection.close()
    found, everything = _salvaged(folder)
    assert (found.is_renamed, found.unset, len(everything)) == (True, {}, COUNT)


def test_how_far_translations_are_is_noted_anew(folder: Path) -> None:
    opened = Database(folder)
    door = Articles(opened, FixedClock(), "Amina")
    source = door.all()[0]
    translation = replace(source, id="e" * 32, slug="e", language="sw", is_source=False, translation_set=source.id)
    door.apply(CreateArticle(replace(translation, headline="Ngoma"), say("New"), NOON))
    opened.close()
    connection = sqlite3.connect(folder / DATABASE_NAME)
    connection.execute("UPDATE article SET translation_state = 'approved'")
    connection.commit()
    connection.close()
    _salvaged(folder)
    connection = sqlite3.connect(folder.with_name("salvaged") / DATABASE_NAME)
    noted = dict(connection.execute("SELECT translation_state, count(*) FROM article GROUP BY 1").fetchall())
    connection.close()
    assert noted == {"translating": 1, "": COUNT + 1}
