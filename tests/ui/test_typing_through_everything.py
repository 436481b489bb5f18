"""Pitfalls 5 and 6: somebody types on while the window saves, switches, redraws and speaks another language.

Time stands still and is moved by hand, 50 ms a key: what is checked is that nothing of the text, the cursor, the
keyboard's place and the steps of undo depends on when something else happens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.edits import EditArticle, EditSettings, change_article
from editor.ui.keys import keys
from editor.ui.main_window import MainWindow
from editor.ui.panels.draft import DraftPanel, DraftTools
from editor.ui.registry import PANELS
from editor.ui.studio import Studio
from editor.ui.widgets.markdown_edit import MarkdownEdit
from tests.builders import an_article, created
from tests.ui.manual_timers import ManualTimers

KEYS_A_SECOND = 20
SENTENCE = "the council voted on ferry fares again, "
WORDS = (SENTENCE * 20)[:700]


class Writer:
    """A window with real panels on an injected clock, and somebody who types into its draft."""

    def __init__(self, qtbot: QtBot, studio: Studio, desk: Desk) -> None:
        self.qtbot = qtbot
        self.studio = studio
        self.timers = ManualTimers()
        self.saves = 0
        tools = DraftTools(
            articles=desk.articles,
            images=desk.images,
            newsroom=desk.newsroom,
            clock=desk.clock,
            person=desk.person,
            can_write=True,
        )
        panels = tuple(
            replace(spec, build=lambda _desk, jobs: DraftPanel(tools, jobs, self.timers))
            if spec.id == "draft"
            else spec
            for spec in PANELS
        )
        self.articles = [an_article(headline=name, body=f"{name} begins. ") for name in ("Ferry", "Bridge")]
        desk.articles.apply(created(*self.articles))
        desk.articles.remember_opened(self.articles[0].id)
        self.window = MainWindow(desk, studio, panels)
        self.window.workspace.changed.connect(self._on_changed)
        with qtbot.waitSignal(self.window.ready, timeout=20_000):
            self.window.appear()
        self.rest()
        self.window.activateWindow()
        qtbot.waitUntil(self.body.hasFocus)

    @property
    def body(self) -> MarkdownEdit:
        found = self.window.findChild(MarkdownEdit, "draft.body")
        assert found is not None
        return found

    def key(self, letter: str) -> None:
        """Press one key in whatever has the keyboard, and let a twentieth of a second pass."""
        focus = QApplication.focusWidget()
        assert focus is self.body
        QTest.keyClicks(focus, letter)
        self.timers.forward(1000 // KEYS_A_SECOND)

    def pause(self) -> None:
        """Stop typing for a moment, so that what is typed is saved."""
        self.timers.forward(450)

    def rest(self) -> None:
        """Let everything that runs on other threads come home."""
        window = self.window
        self.qtbot.waitUntil(lambda: window.moments.is_over and window.jobs.is_idle(), timeout=20_000)

    def stored(self, number: int = 0) -> str:
        """Return the body of an article as it is on disk."""
        return self.window.workspace.desk.articles.get(self.articles[number].id).body

    def _on_changed(self, change: object, _article: object) -> None:
        self.saves += isinstance(getattr(change, "edit", None), EditArticle)


@pytest.fixture
def writer(qtbot: QtBot, studio: Studio, desk: Desk) -> Iterator[Writer]:
    made = Writer(qtbot, studio, desk)
    yield made
    made.rest()
    made.window.close()
    made.window.deleteLater()


def _undone(body: MarkdownEdit) -> list[str]:
    """Take everything back and make it again; return the text before the first step and after the last."""
    while body.document().isUndoAvailable():
        body.undo()
    first = body.text()
    while body.document().isRedoAvailable():
        body.redo()
    return [first, body.text()]


def test_pitfall_5_typing_through_a_hundred_saves_keeps_text_cursor_focus_and_undo(writer: Writer) -> None:
    for number, letter in enumerate(WORDS):
        writer.key(letter)
        if number % 7 == 6:
            writer.pause()
    writer.pause()
    whole = f"Ferry begins. {WORDS}"
    assert writer.saves >= 100
    assert writer.body.hasFocus()
    assert (writer.body.text(), writer.stored()) == (whole, whole)
    assert writer.body.textCursor().position() == len(whole)
    assert _undone(writer.body) == ["Ferry begins. ", whole]


def between(writer: Writer) -> Mapping[str, Callable[[], object]]:
    """Return what happens while somebody types, by name."""
    window, studio = writer.window, writer.studio
    run = window.run

    def other_tab_and_back() -> None:
        window.view.write(writer.articles[1].id)
        writer.qtbot.waitUntil(writer.body.hasFocus)
        QTest.keyClicks(writer.body, "b")
        writer.timers.forward(100)  # in the middle of the pace: going away saves
        run("tab.previous")
        writer.qtbot.waitUntil(writer.body.hasFocus)

    def elsewhere(**fields: object) -> None:
        article = window.workspace.desk.articles.get(writer.articles[0].id)
        window.workspace.request(change_article(article, say("Change section"), **fields))

    def settings() -> None:
        before = window.workspace.desk.newsroom.settings
        window.workspace.request(EditSettings(before, replace(before, name=f"{before.name}!"), say("Rename")))

    def other_panel(name: str) -> None:
        window.docks.by_id[name].bring_forward()
        window.docks.by_id["draft"].bring_forward()

    return {
        "another article": other_tab_and_back,
        "a section from elsewhere": partial(elsewhere, section="World"),
        "tags from elsewhere": partial(elsewhere, tags=("ferry",)),
        "settings of the newsroom": settings,
        "dark": partial(studio.set_look, "dark"),
        "light": partial(studio.set_look, "light"),
        "Swahili": partial(studio.set_language, "sw"),
        "English": partial(studio.set_language, "en"),
        "the person's name": partial(studio.set_person, "Amina Otieno"),
        "another face": partial(studio.remembered.change, text_face="DejaVu Serif", text_size=24),
        "larger": partial(run, "view.zoom_in"),
        "the sentence alone": partial(run, "view.lit_sentence"),
        "a typewriter": partial(run, "view.typewriter"),
        "other keys": partial(keys().choose, {"newsroom.backup": ("F8",)}),
        "the article twice": partial(run, "split.twice"),
        "halves above one another": partial(run, "split.stack"),
        "halves swapped": partial(run, "split.swap"),
        "another article in a half": other_tab_and_back,
        "the half alone": partial(run, "split.twice"),
        "the related panel": partial(other_panel, "related"),
        "the images panel": partial(other_panel, "images"),
        "the page alone": partial(run, "view.full_screen"),
        "all panels again": partial(run, "view.full_screen"),
        "everything saved": window.workspace.settle,
    }


def test_pitfall_6_whatever_changes_while_somebody_types_text_cursor_and_undo_stay(writer: Writer) -> None:
    happenings = list(between(writer).items())
    typed = iter(WORDS)
    count = 0
    for name, happening in happenings:
        for _ in range(5):
            writer.key(next(typed))
            count += 1
        happening()
        writer.qtbot.waitUntil(writer.body.hasFocus)
        whole = f"Ferry begins. {WORDS[:count]}"
        assert writer.body.text() == whole, name
        assert writer.body.textCursor().position() == len(whole), name
    writer.pause()
    assert writer.stored() == whole
    assert writer.stored(1) == "Bridge begins. bb"
    assert _undone(writer.body) == ["Ferry begins. ", whole]


def test_pitfall_6_a_selection_and_a_cursor_in_the_middle_stay_too(writer: Writer) -> None:
    writer.body.put_cursor(5)
    for letter in "boat ":
        writer.key(letter)
    writer.body.select(2, 8)
    for name, happening in between(writer).items():
        happening()
        writer.qtbot.waitUntil(writer.body.hasFocus)
        cursor = writer.body.textCursor()
        assert (cursor.anchor(), cursor.position()) == (2, 8), name
    QTest.keyClick(writer.body, Qt.Key.Key_Delete)
    writer.pause()
    assert writer.stored() == "Fe" + "Ferryboat  begins. "[8:]
