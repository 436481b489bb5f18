"""A folder becomes a desk: made, opened for writing or reading, filled with the sample, quickly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from editor.bootstrap import OpenMode, create_newsroom, open_desk
from editor.core.errors import Fault, UserError
from editor.core.files import sha256_of
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Status
from tests.builders import FixedClock, an_article, created

HEAVY = ("sqlmodel", "sqlalchemy", "PIL", "babel", "jinja2", "markdown", "nh3", "yaml", "asyncio", "PySide6")


def test_a_new_newsroom_is_named_after_its_folder_and_has_no_edition(tmp_path: Path) -> None:
    create_newsroom(tmp_path / "Night Desk")
    desk = open_desk(tmp_path / "Night Desk", person="Amina", clock=FixedClock())
    settings = desk.newsroom.settings
    assert (settings.name, settings.base_url, settings.editions) == ("Night Desk", "", ())
    assert settings.display_zone == "Pacific/Chatham"
    assert (desk.person, desk.holder, bool(desk.read_only)) == ("Amina", "", False)
    assert desk.articles.heads() == []
    desk.close()
    create_newsroom(tmp_path / "other", name=" The Other ")
    desk = open_desk(tmp_path / "other", mode=OpenMode.READ)
    assert desk.newsroom.settings.name == "The Other"
    desk.close()


def test_never_over_anything(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()
    with pytest.raises(UserError, match="holds something already"):
        create_newsroom(tmp_path, sample=True)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_write_read_or_either(tmp_path: Path) -> None:
    create_newsroom(tmp_path / "desk")
    first = open_desk(tmp_path / "desk", person="Amina")
    with pytest.raises(Fault, match="Amina"):
        open_desk(tmp_path / "desk", person="Juma")
    second = open_desk(tmp_path / "desk", person="Juma", mode=OpenMode.WRITE_OR_READ)
    assert second.holder.startswith("Amina")
    first.articles.apply(created(an_article()))
    assert len(second.articles.heads()) == 1
    with pytest.raises(Fault, match="Amina"):
        second.articles.apply(created(an_article(slug="x")))
    third = open_desk(tmp_path / "desk", mode=OpenMode.READ)
    assert third.holder == ""
    assert str(third.read_only) == "It was opened to read only."
    first.close()
    fourth = open_desk(tmp_path / "desk", mode=OpenMode.WRITE_OR_READ)
    assert not fourth.read_only
    for desk in (second, third, fourth):
        desk.close()


def test_there_must_be_a_newsroom(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no newsroom"):
        open_desk(tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []


def test_reading_commands_change_no_byte(tmp_path: Path) -> None:
    create_newsroom(tmp_path / "desk")
    before = {path: sha256_of(path) for path in (tmp_path / "desk").rglob("*") if path.is_file()}
    desk = open_desk(tmp_path / "desk", mode=OpenMode.READ)
    desk.articles.heads()
    desk.search.find("drums")
    desk.close()
    assert before == {path: sha256_of(path) for path in (tmp_path / "desk").rglob("*") if path.is_file()}


def test_a_desk_opens_and_reads_without_anything_heavy(tmp_path: Path) -> None:
    create_newsroom(tmp_path / "desk")
    desk = open_desk(tmp_path / "desk")
    desk.articles.apply(created(an_article()))
    desk.close()
    script = f"""
import sys
from pathlib import Path
from editor.bootstrap import open_desk
desk = open_desk(Path({str(tmp_path / "desk")!r}))
assert desk.articles.last_opened() and desk.articles.heads() and desk.newsroom.settings
print(*sorted({{name.partition(".")[0] for name in sys.modules}} & set({HEAVY!r})))
desk.close()
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []


def test_warming_up_looks_the_file_over(tmp_path: Path) -> None:
    create_newsroom(tmp_path / "desk")
    desk = open_desk(tmp_path / "desk")
    desk.warm_up()
    desk.close()
    database = tmp_path / "desk" / "newsroom.sqlite3"
    with database.open("r+b") as stream:  # one page in the middle, which nothing reads at the start
        stream.seek(20 * 4096)
        stream.write(b"\xff" * 4096)
    desk = open_desk(tmp_path / "desk", mode=OpenMode.READ)
    with pytest.raises(Fault, match="damaged"):
        desk.warm_up()
    desk.close()


def test_the_sample_is_whole(tmp_path: Path) -> None:
    create_newsroom(tmp_path / "desk", sample=True)
    desk = open_desk(tmp_path / "desk", mode=OpenMode.READ)
    articles = desk.articles.all()
    assert len(articles) >= 12
    assert {"sw", "ar", "ja"} <= {article.language for article in articles}
    assert any(article.status is Status.PUBLISHED for article in articles)
    assert desk.newsroom.settings.editions
    first = desk.articles.last_opened()
    assert first is not None
    assert first.slug == "drums-in-nara"
    assert not [link for article in articles for link in article.links if link.pending]
    for image in desk.images.all():
        original = desk.images.original(image)
        assert original is None or sha256_of(original) == image.sha256
    assert any(image.origin.is_ai for image in desk.images.all())
    assert desk.safekeeping.backup(quiet()).verified
    desk.close()


def test_a_sample_that_cannot_be_taken_in_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_given: object) -> None:
        raise Fault(say("The disk is full."))

    monkeypatch.setattr("editor.services.taking_in.TakingIn.read", fails)
    with pytest.raises(Fault):
        create_newsroom(tmp_path / "desk", sample=True)
    assert list(tmp_path.iterdir()) == []
