"""The running application: opens, makes and closes newsrooms; look and language at once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.domain.edits import CreateArticle
from editor.i18n.interface import interface_language
from editor.services.machine import load_machine
from editor.ui import file_dialogs, theme
from editor.ui.main_window import MainWindow
from editor.ui.report_dialog import ReportDialog
from editor.ui.studio import Studio
from editor.ui.welcome import WelcomeWindow
from tests.builders import NOON, a_desk, an_article


def _new_article(headline: str) -> CreateArticle:
    return CreateArticle(an_article(headline=headline), say("New article"), NOON)


def _window(qtbot: QtBot, studio: Studio) -> MainWindow:
    window = studio.window
    assert window is not None
    qtbot.waitUntil(lambda: window.moments.is_over)
    qtbot.waitUntil(window.jobs.is_idle, timeout=20_000)
    return window


def _welcome(studio: Studio) -> WelcomeWindow:
    assert studio.welcome is not None
    return studio.welcome


def test_the_first_start_is_the_welcome_screen(studio: Studio) -> None:
    studio.start(None)
    assert _welcome(studio).isVisible()
    assert studio.window is None


def test_a_newsroom_is_made_with_one_edition_and_opened(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    assert studio.make_newsroom(tmp_path / "post", "Harbour Post", "sw")
    window = _window(qtbot, studio)
    settings = window.workspace.desk.newsroom.settings
    assert settings.name == "Harbour Post"
    assert [edition.locale for edition in settings.editions] == ["sw"]
    assert window.workspace.stack.undo_label() is None
    assert load_machine().recent == (str(tmp_path / "post"),)


def test_the_last_newsroom_opens_at_the_next_start(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    a_desk(tmp_path / "post").close()
    studio.remembered.opened(tmp_path / "post")
    studio.start(None)
    assert _window(qtbot, studio).workspace.desk.folder == tmp_path / "post"


def test_pitfall_38_a_folder_that_is_gone_leads_to_the_welcome_screen_in_words(studio: Studio, tmp_path: Path) -> None:
    studio.start(tmp_path / "gone")
    assert studio.window is None
    assert _welcome(studio).notice.isVisible()
    assert _welcome(studio).notice.text


def test_a_damaged_newsroom_leads_to_the_welcome_screen_in_words(studio: Studio, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    a_desk(folder).close()
    (folder / "newsroom.sqlite3").write_bytes(b"this is no database" * 100)
    for beside in folder.glob("newsroom.sqlite3-*"):
        beside.unlink()
    assert not studio.open_newsroom(folder)
    assert _welcome(studio).notice.isVisible()


def a_newer_newsroom(folder: Path) -> Path:
    """Make a newsroom that a Makala of days to come has opened."""
    a_desk(folder).close()
    with closing(sqlite3.connect(folder / "newsroom.sqlite3")) as connection:
        connection.execute("PRAGMA user_version=999")
    return folder


def test_a_newsroom_of_a_newer_version_is_refused_on_the_welcome_screen(studio: Studio, tmp_path: Path) -> None:
    folder = a_newer_newsroom(tmp_path / "newer")
    studio.remembered.opened(folder)
    studio.show_welcome()
    row = _welcome(studio).findChild(QPushButton, "welcome.recent")
    assert row is not None
    row.click()
    assert studio.window is None
    assert "newer Makala (schema 999" in _welcome(studio).notice.text
    action = _welcome(studio).notice.findChild(QPushButton, "notice.action")
    assert action is not None
    assert not action.isVisible()  # another try would end the same, and no backup helps


def test_what_cannot_be_opened_leaves_the_open_newsroom_where_it_is(
    qtbot: QtBot, studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_desk(tmp_path / "post").close()
    studio.open_newsroom(tmp_path / "post")
    window = _window(qtbot, studio)
    for folder, said in ((a_newer_newsroom(tmp_path / "newer"), "newer Makala"), (tmp_path, "no newsroom")):
        monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_asked, chosen=folder: chosen)
        window.menu_actions["newsroom.open"].trigger()
        assert studio.window is window
        assert studio.welcome is None
        assert said in window.notice.text
        assert window.workspace.request(_new_article(f"After {said}")) is None
    assert load_machine().recent == (str(tmp_path / "post"),)


def test_a_damaged_newsroom_takes_the_place_of_the_open_one(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    """The way back from a backup is on the welcome screen."""
    for name in ("post", "broken"):
        a_desk(tmp_path / name).close()
    (tmp_path / "broken" / "newsroom.sqlite3").write_bytes(b"this is no database" * 100)
    studio.open_newsroom(tmp_path / "post")
    _window(qtbot, studio)
    assert not studio.open_newsroom(tmp_path / "broken")
    assert studio.window is None
    assert _welcome(studio).notice.isVisible()


def test_another_newsroom_takes_the_place_of_the_first(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    for name in ("one", "two"):
        a_desk(tmp_path / name).close()
    studio.open_newsroom(tmp_path / "one")
    first = _window(qtbot, studio)
    with qtbot.waitSignal(first.closed):
        studio.open_newsroom(tmp_path / "two")
    assert _window(qtbot, studio) is not first
    assert load_machine().recent == (str(tmp_path / "two"), str(tmp_path / "one"))


def test_closing_the_newsroom_goes_back_to_the_welcome_screen(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    a_desk(tmp_path / "one").close()
    studio.open_newsroom(tmp_path / "one")
    _window(qtbot, studio)
    studio.close_newsroom()
    assert studio.window is None
    assert _welcome(studio).isVisible()


def test_the_language_changes_everywhere_at_once(qtbot: QtBot, studio: Studio, qapp: QApplication) -> None:
    with qtbot.waitSignal(studio.language_changed):
        studio.set_language("sw")
    assert interface_language() == "sw"
    assert load_machine().language == "sw"
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_every_change_of_look_and_language_leaves_typing_alone(qtbot: QtBot, studio: Studio) -> None:
    text = QPlainTextEdit()
    qtbot.addWidget(text)
    QTest.keyClicks(text, "A sentence in the making")
    for scheme in ("dark", "light", "system"):
        studio.set_look(scheme)
    for tag in ("sw", "en"):
        studio.set_language(tag)
    studio.remembered.change(text_size=20)
    assert text.toPlainText() == "A sentence in the making"
    assert text.textCursor().atEnd()
    assert text.document().isUndoAvailable()
    assert load_machine().theme == "system"
    assert theme.look().scheme is theme.Scheme.SYSTEM


def test_the_persons_name_is_kept(studio: Studio) -> None:
    studio.set_person("  Amina Odhiambo ")
    assert load_machine().person == "Amina Odhiambo"


@pytest.mark.parametrize("error", [UserError(say("No.")), Fault(say("Disk full."))])
def test_what_nobody_took_is_told_where_the_person_is(studio: Studio, error: Exception) -> None:
    studio.hook.told.emit(error)
    assert _welcome(studio).notice.isVisible()


def test_our_bugs_share_one_report(qtbot: QtBot, studio: Studio, qapp: QApplication) -> None:
    studio.hook.bug.emit("first")
    studio.hook.bug.emit("second")
    (dialog,) = [window for window in qapp.topLevelWidgets() if isinstance(window, ReportDialog)]
    assert dialog.text.toPlainText().split() == ["first", "second"]
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    studio.hook.bug.emit("third")


def test_a_window_that_only_reads_writes_once_the_other_is_closed(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    other = a_desk(tmp_path / "post")
    assert studio.open_newsroom(tmp_path / "post")
    window = _window(qtbot, studio)
    assert window.workspace.is_read_only
    other.close()
    button = next(one for one in window.standing.findChildren(QPushButton) if one.text() == "Write here")
    button.click()
    again = _window(qtbot, studio)
    assert again is not window
    assert not again.workspace.is_read_only
    assert not again.standing.isVisible()


def test_where_another_still_writes_that_is_said(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    other = a_desk(tmp_path / "post")
    assert studio.open_newsroom(tmp_path / "post")
    studio.write_here(tmp_path / "post")
    window = _window(qtbot, studio)
    assert window.workspace.is_read_only
    assert window.notice.text.startswith("The newsroom is still open to write elsewhere.")
    other.close()
