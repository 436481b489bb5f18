"""The window on the backups: listed with what they hold, brought back, kept in a second place; the check in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.edits import change_article
from editor.services.safekeeping import backups_in
from editor.ui.bringing_back import bring_back_here
from editor.ui.main_window import MainWindow
from editor.ui.safekeeping_window import SafekeepingWindow
from editor.ui.studio import Studio
from editor.ui.widgets import backups_page
from tests.builders import a_desk, an_article, created

WAIT = 10_000


class Opened:
    """A newsroom's window with the window on its backups before it."""

    def __init__(self, studio: Studio, qtbot: QtBot, folder: Path) -> None:
        desk = a_desk(folder)
        desk.articles.apply(created(an_article(headline="Ferry fares fall", body="Then.")))
        desk.close()
        self.studio, self.qtbot, self.folder = studio, qtbot, folder
        studio.start(folder)
        self.rest()
        self.main.run("newsroom.safekeeping")
        self.rest()

    @property
    def main(self) -> MainWindow:
        assert self.studio.window is not None
        return self.studio.window

    @property
    def window(self) -> SafekeepingWindow:
        found = self.main.findChild(SafekeepingWindow)
        assert found is not None
        return found

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: self.studio.window is not None and self._is_at_rest(), timeout=WAIT)

    def _is_at_rest(self) -> bool:
        return self.main.moments.is_over and self.main.jobs.is_idle()

    def press(self, name: str) -> None:
        button = self.window.findChild(QPushButton, name)
        assert button is not None
        assert button.isEnabled(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def said(self, name: str) -> str:
        label = self.window.findChild(QLabel, name)
        assert label is not None
        return label.text()

    def rows(self) -> list[str]:
        rows = self.window.backups.list
        return [str(rows.item(n).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(rows.count())]

    def write(self, words: str) -> None:
        article = self.main.workspace.desk.articles.all()[0]
        self.main.workspace.request(change_article(article, say("Typing"), body=words))

    def body(self) -> str:
        return self.main.workspace.desk.articles.all()[0].body


@pytest.fixture
def opened(studio: Studio, qtbot: QtBot, tmp_path: Path) -> Opened:
    return Opened(studio, qtbot, tmp_path / "post")


def test_each_backup_says_what_it_holds_and_how_old_the_newest_is(opened: Opened) -> None:
    (row,) = opened.rows()
    assert "While working · 1 article · 0 pictures · 0.1 MB" in row
    assert "last changed “Ferry fares fall”" in row
    assert opened.said("safekeeping.age") in {"Backed up just now.", "Backed up 1 minute ago."}


def test_one_is_made_by_hand(opened: Opened) -> None:
    opened.press("safekeeping.now")
    opened.rest()
    opened.rest()
    assert "Backed up and read back" in opened.window.notice.text
    assert len(opened.rows()) == 2
    assert any("Made by hand, with all pictures" in row for row in opened.rows())


def test_pitfall_13_brought_back_here_the_present_is_kept(opened: Opened) -> None:
    opened.write("Now.")
    opened.press("safekeeping.in_place")
    assert "backed up first" in opened.window.notice.text
    assert opened.body() == "Now."
    opened.press("notice.action")
    opened.rest()
    assert opened.body() == "Then."
    present = backups_in(opened.folder)[0]
    assert str(present.reason) == "Before a backup was brought back"
    bring_back_here(opened.studio, present.path)
    opened.rest()
    assert opened.body() == "Now."


def test_brought_back_into_a_new_folder_it_is_offered_to_open(opened: Opened) -> None:
    opened.write("Now.")
    opened.press("safekeeping.into_folder")
    opened.rest()
    opened.qtbot.waitUntil(lambda: "Brought back into a new folder" in opened.window.notice.text, timeout=WAIT)
    assert opened.body() == "Now."
    opened.press("notice.action")
    opened.rest()
    assert opened.main.workspace.desk.folder.name == "post restored"
    assert opened.body() == "Then."


def test_a_place_outside_is_named_used_and_given_up(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(backups_page, "ask_folder", lambda *_asked: stick)
    opened.press("safekeeping.choose")
    opened.rest()
    assert str(stick) in opened.said("safekeeping.place_said")
    assert len(list(stick.rglob("newsroom-*.zip"))) == 1
    for backup in backups_in(opened.folder):
        backup.path.unlink()
    opened.window._look()
    opened.rest()
    (row,) = opened.rows()
    assert f"in {stick}" in row
    opened.press("safekeeping.none")
    assert opened.main.watch.place is None
    monkeypatch.setattr(backups_page, "ask_folder", lambda *_asked: opened.folder)
    opened.press("safekeeping.choose")
    assert "lies inside" in opened.window.notice.text


def test_an_absent_place_is_said_and_that_it_is_tried_again(opened: Opened, tmp_path: Path) -> None:
    opened.studio.remembered.keep_backups_in(opened.folder, tmp_path / "away")
    opened.main.watch.back_up()
    opened.rest()
    assert "It is tried again." in opened.said("safekeeping.trouble")
    assert opened.window.notice.isHidden()


def test_the_check_says_in_words_what_it_found(opened: Opened) -> None:
    opened.window.tabs.setCurrentIndex(1)
    opened.press("safekeeping.check")
    opened.rest()
    found = opened.window.checkup.list
    said = [found.item(row).text() for row in range(found.count())]
    assert said[0].startswith("The newsroom's file is sound")
    assert any("newest backup was read back" in line for line in said)


def test_it_speaks_the_language_of_the_interface(opened: Opened) -> None:
    before = opened.window.windowTitle()
    opened.studio.set_language("sw")
    opened.window.retranslate()
    assert opened.window.windowTitle() != before
