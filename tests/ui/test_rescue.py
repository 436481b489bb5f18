"""Words that the disk refuses are kept in a second place until they are saved after all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.edits import Change, CreateArticle, Edit, Several, change_article
from editor.ui.rescue import FOLDER, Rescue
from editor.ui.widgets.notice_bar import NoticeBar
from editor.ui.workspace import Workspace
from tests.builders import NOON, an_article


class Disk:
    """The articles of a desk, on a disk that is full while `is_full`."""

    def __init__(self, desk: Desk) -> None:
        self._articles = desk.articles
        self.is_full = True

    def __getattr__(self, name: str) -> object:
        return getattr(self._articles, name)

    def apply(self, edit: Edit) -> Change:
        if self.is_full:
            raise Fault(say("Not saved."), say("The disk is full."))
        return self._articles.apply(edit)


@pytest.fixture
def article(desk: Desk) -> Article:
    made = an_article()
    desk.articles.apply(CreateArticle(made, say("New article"), NOON))
    return desk.articles.get(made.id)


@pytest.fixture
def disk(desk: Desk) -> Disk:
    return Disk(desk)


@pytest.fixture
def workspace(desk: Desk, disk: Disk, article: Article) -> Workspace:
    made = Workspace(replace(desk, articles=disk))  # type: ignore[arg-type]
    made.open(article.id)
    return made


@pytest.fixture
def rescue(workspace: Workspace) -> Rescue:
    return Rescue(workspace, workspace)


def test_refused_words_are_written_beside_the_settings(
    workspace: Workspace, rescue: Rescue, article: Article, config_folder: Path
) -> None:
    workspace.request(change_article(article, say("Typing"), headline="New head", body="Many words"))
    (kept,) = rescue.files.values()
    assert kept.parent == config_folder / FOLDER
    text = kept.read_text(encoding="utf-8")
    assert "New head" in text
    assert "Many words" in text


def test_they_are_gone_once_they_are_saved(workspace: Workspace, rescue: Rescue, article: Article, disk: Disk) -> None:
    workspace.request(change_article(article, say("Typing"), body="Many words"))
    (kept,) = rescue.files.values()
    disk.is_full = False
    workspace.retry()
    assert not kept.exists()
    assert not rescue.files


def test_where_the_settings_take_nothing_the_temp_folder_does(
    workspace: Workspace, rescue: Rescue, article: Article, config_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAKALA_CONFIG_DIR", str(config_folder / "file"))
    (config_folder / "file").write_text("in the way", encoding="utf-8")
    workspace.request(change_article(article, say("Typing"), body="Many words"))
    (kept,) = rescue.files.values()
    assert kept.is_file()
    assert config_folder not in kept.parents
    kept.unlink()


def test_choices_are_no_words_and_several_edits_are_looked_through(
    workspace: Workspace, rescue: Rescue, article: Article
) -> None:
    workspace.request(change_article(article, say("Change tags"), tags=("a",)))
    assert not rescue.files
    both = (
        change_article(article, say("Change status"), status=Status.READY),
        change_article(article, say("Typing"), standfirst="Said in brief"),
    )
    workspace.request(Several(both, say("Both")))
    (kept,) = rescue.files.values()
    assert "Said in brief" in kept.read_text(encoding="utf-8")


def test_closing_says_where_they_are(qtbot: QtBot, workspace: Workspace, rescue: Rescue, article: Article) -> None:
    workspace.request(change_article(article, say("Typing"), body="Many words"))
    bar = NoticeBar()
    qtbot.addWidget(bar)
    rescue.tell_before_closing(bar)
    assert rescue.is_told
    (kept,) = rescue.files.values()
    assert str(kept) in bar.text


def test_the_next_start_says_what_an_earlier_one_left(
    qtbot: QtBot, workspace: Workspace, rescue: Rescue, config_folder: Path
) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    rescue.say_what_is_kept(bar)
    assert bar.isHidden()
    (config_folder / FOLDER).mkdir()
    (config_folder / FOLDER / "desk-1.md").write_text("left behind", encoding="utf-8")
    Rescue(workspace, QObject(workspace)).say_what_is_kept(bar)
    assert str(config_folder / FOLDER) in bar.text
