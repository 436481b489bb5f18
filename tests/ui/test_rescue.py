"""Words that the disk refuses are kept in a second place until they are saved after all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.edits import Change, CreateArticle, Edit, Several, change_article
from editor.services import unsaved_words
from editor.services.unsaved_words import FOLDER, Journal
from editor.ui.rescue import RETRY_MS, Rescue
from editor.ui.widgets.notice_bar import NoticeBar
from editor.ui.workspace import Workspace
from tests.builders import NOON, an_article
from tests.ui.manual_timers import ManualTimers


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
def timers() -> ManualTimers:
    return ManualTimers()


@pytest.fixture
def rescue(workspace: Workspace, timers: ManualTimers) -> Rescue:
    return Rescue(workspace, workspace, timers)


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


def test_pitfall_11_refused_words_are_in_the_journal_beside_the_settings(
    workspace: Workspace, rescue: Rescue, article: Article, config_folder: Path
) -> None:
    workspace.request(change_article(article, say("Typing"), headline="New head", body="Many words"))
    (kept,) = rescue.files.values()
    assert kept.parent == config_folder / FOLDER
    (words,) = Journal(workspace.desk.folder).kept()
    assert words.words == {"headline": "New head", "body": "Many words"}
    assert words.headline == "New head"


def test_pitfall_11_it_is_tried_again_until_the_disk_takes_it(
    workspace: Workspace, rescue: Rescue, article: Article, disk: Disk, timers: ManualTimers
) -> None:
    workspace.request(change_article(article, say("Typing"), body="Many words"))
    workspace.open("")  # the article is closed: nobody but the rescue thinks of it
    (kept,) = rescue.files.values()
    timers.forward(RETRY_MS)
    assert kept.exists()
    disk.is_full = False
    timers.forward(RETRY_MS - 1)
    assert kept.exists()
    timers.forward(1)
    assert not workspace.has_unsaved
    assert workspace.desk.articles.get(article.id).body == "Many words"
    assert not kept.exists()
    assert not rescue.files
    timers.forward(10 * RETRY_MS)


def test_pitfall_11_a_refusal_says_that_the_words_are_kept_and_the_end_that_all_is_well(
    workspace: Workspace, rescue: Rescue, article: Article, disk: Disk, timers: ManualTimers, qtbot: QtBot
) -> None:
    told = workspace.request(change_article(article, say("Typing"), body="Many words"))
    assert isinstance(told, Fault)
    assert "kept on this computer" in str(told.what)
    assert str(told.cause) == "The disk is full."
    other = workspace.request(change_article(article, say("Change tags"), tags=("a",)))
    assert str(other) == "Not saved. The disk is full."  # no words: nobody keeps it anywhere else
    timers.forward(RETRY_MS)
    disk.is_full = False
    with qtbot.waitSignal(rescue.over), qtbot.waitSignal(workspace.done):
        timers.forward(RETRY_MS)
    assert not workspace.has_unsaved
    with qtbot.assertNotEmitted(rescue.over):
        workspace.request(change_article(workspace.desk.articles.get(article.id), say("Typing"), body="More"))


def test_where_no_place_takes_the_words_nothing_is_promised(
    workspace: Workspace, rescue: Rescue, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unsaved_words, "_folders", lambda: ())
    told = workspace.request(change_article(article, say("Typing"), body="Many words"))
    assert str(told) == "Not saved. The disk is full."
    assert not rescue.files


def test_newer_words_of_more_fields_leave_nothing_of_the_older_ones(
    workspace: Workspace, rescue: Rescue, article: Article, disk: Disk
) -> None:
    workspace.request(change_article(article, say("Typing"), body="Many"))
    disk.is_full = False
    workspace.request(change_article(article, say("Typing"), body="Many words", headline="Head"))
    assert not workspace.has_unsaved
    assert not rescue.files
    assert Journal(workspace.desk.folder).kept() == []


def test_where_the_settings_take_nothing_the_temp_folder_does(
    workspace: Workspace, rescue: Rescue, article: Article, config_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAKALA_CONFIG_DIR", str(config_folder / "file"))
    (config_folder / "file").write_text("in the way", encoding="utf-8")
    workspace.request(change_article(article, say("Typing"), body="Many words"))
    (kept,) = rescue.files.values()
    assert kept.is_file()
    assert config_folder not in kept.parents
    Journal(workspace.desk.folder).forget(article.id)
    assert not kept.exists()


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
    (words,) = Journal(workspace.desk.folder).kept()
    assert words.words == {"standfirst": "Said in brief"}


def test_closing_says_that_they_are_kept(
    workspace: Workspace, rescue: Rescue, article: Article, bar: NoticeBar
) -> None:
    workspace.request(change_article(article, say("Typing"), body="Many words"))
    rescue.tell_before_closing(bar)
    assert rescue.is_told
    assert "offered again at the next start" in bar.text


def test_pitfall_11_the_next_start_offers_what_the_last_could_not_save_and_undo_takes_it_out(
    workspace: Workspace, rescue: Rescue, article: Article, disk: Disk, bar: NoticeBar, qtbot: QtBot
) -> None:
    rescue.offer(bar)
    assert bar.isHidden()
    workspace.request(change_article(article, say("Typing"), body="Many words"))
    disk.is_full = False
    later = Workspace(workspace.desk)
    second = Rescue(later, later, ManualTimers())
    offered = NoticeBar()
    qtbot.addWidget(offered)
    second.offer(offered)
    assert article.headline in offered.text
    assert later.desk.articles.get(article.id).body == article.body
    offered.action_requested.emit()
    assert later.desk.articles.get(article.id).body == "Many words"
    assert later.article is not None
    assert Journal(later.desk.folder).kept() == []
    later.undo()
    assert later.desk.articles.get(article.id).body == article.body


def test_words_that_reached_the_newsroom_after_all_are_not_offered(
    workspace: Workspace, rescue: Rescue, article: Article, bar: NoticeBar
) -> None:
    Journal(workspace.desk.folder).write(article.id, "Head", {"body": article.body}, NOON)
    rescue.offer(bar)
    assert bar.isHidden()
    assert Journal(workspace.desk.folder).kept() == []


def test_words_of_an_article_that_was_never_saved_become_one(
    workspace: Workspace, rescue: Rescue, disk: Disk, bar: NoticeBar
) -> None:
    disk.is_full = False
    Journal(workspace.desk.folder).write("7" * 32, "Lost", {"headline": "Lost", "body": "Found again"}, NOON)
    rescue.offer(bar)
    bar.action_requested.emit()
    assert workspace.desk.articles.get("7" * 32).body == "Found again"


def test_when_the_disk_is_still_full_the_offer_stays(
    workspace: Workspace, rescue: Rescue, article: Article, disk: Disk, bar: NoticeBar
) -> None:
    Journal(workspace.desk.folder).write(article.id, "Head", {"body": "Many words"}, NOON)
    rescue.offer(bar)
    bar.action_requested.emit()
    assert "The disk is full." in bar.text
    disk.is_full = False
    bar.action_requested.emit()
    assert workspace.desk.articles.get(article.id).body == "Many words"
    rescue.stop()


def test_what_ai_wrote_is_still_said_of_words_that_come_back(
    workspace: Workspace, rescue: Rescue, article: Article, disk: Disk, bar: NoticeBar
) -> None:
    assert not rescue.files
    workspace.request(change_article(article, say("Typing"), body="By Ana. By AI.", ai_ranges=((8, 14),)))
    disk.is_full = False
    later = Workspace(workspace.desk)
    second = Rescue(later, later, ManualTimers())
    second.offer(bar)
    bar.action_requested.emit()
    back = later.desk.articles.get(article.id)
    assert (back.body, back.ai_ranges) == ("By Ana. By AI.", ((8, 14),))
    assert Journal(later.desk.folder).kept() == []
    later.undo()
    assert later.desk.articles.get(article.id).ai_ranges == article.ai_ranges


def test_marks_alone_are_kept_with_the_words_they_are_over(
    workspace: Workspace, rescue: Rescue, article: Article, disk: Disk, timers: ManualTimers
) -> None:
    disk.is_full = False
    workspace.request(change_article(article, say("Typing"), body="Ana alone."))
    disk.is_full = True
    workspace.request(change_article(workspace.desk.articles.get(article.id), say("Typing"), ai_ranges=((0, 3),)))
    (kept,) = Journal(workspace.desk.folder).kept()
    assert (kept.words, kept.ai_ranges) == ({"body": "Ana alone."}, ((0, 3),))
    disk.is_full = False
    timers.forward(RETRY_MS)
    assert workspace.desk.articles.get(article.id).ai_ranges == ((0, 3),)
    assert not rescue.files
    assert Journal(workspace.desk.folder).kept() == []


def test_marks_of_an_earlier_body_are_not_laid_over_a_later_one(
    workspace: Workspace, rescue: Rescue, article: Article
) -> None:
    workspace.request(change_article(article, say("Typing"), body="By AI.", ai_ranges=((0, 6),)))
    workspace.request(change_article(article, say("Typing"), body="By Ana alone."))
    (kept,) = Journal(workspace.desk.folder).kept()
    assert (kept.words, kept.ai_ranges) == ({"body": "By Ana alone."}, None)
    assert rescue.files


def test_an_article_that_was_never_saved_comes_back_with_its_marks(
    workspace: Workspace, rescue: Rescue, disk: Disk, bar: NoticeBar
) -> None:
    disk.is_full = False
    Journal(workspace.desk.folder).write("7" * 32, "", {"body": "By AI."}, NOON, ((0, 6),))
    rescue.offer(bar)
    bar.action_requested.emit()
    assert workspace.desk.articles.get("7" * 32).ai_ranges == ((0, 6),)
