"""Pitfall 5 whole: twenty keys a second through saves, restored versions, both undos, changes of panels, two halves.

After each key and each happening the text, the cursor and the keyboard's place are exact; in the end the steps of undo
lead back through nothing but what once stood there, to the first word, and all the way forward again.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from random import Random

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.edits import change_article
from editor.domain.kept_text import MOST_ON_A_LINE
from editor.domain.version_fields import restore
from editor.ui.studio import Studio
from tests.ui.test_typing_through_everything import WORDS, Writer, between

FIRST = "Ferry begins. "


class Hour:
    """Somebody who types, and of whom is known at each moment what must stand there."""

    def __init__(self, writer: Writer, seed: int) -> None:
        self.writer = writer
        self.random = Random(seed)  # noqa: S311 - what happens when, not a secret
        self.whole = FIRST
        self.seen = {FIRST}
        self.restores = 0
        self._letters = cycle(WORDS)
        self._happenings = cycle([*between(writer).values(), self.text_undo])

    def type_(self, keys: int) -> None:
        """Press `keys` keys, each checked."""
        for _ in range(keys):
            letter = next(self._letters)
            self.writer.key(letter)
            self._stands(self.whole + letter)

    def happens(self) -> None:
        """Let the next thing happen that must not touch the words, in the middle of the pace."""
        next(self._happenings)()
        self.writer.qtbot.waitUntil(self.writer.body.hasFocus)
        self._stands(self.whole)

    def restore(self, *, is_taken_back: bool) -> None:
        """Put a version back over the words as the History panel does, and perhaps take that back."""
        workspace = self.writer.window.workspace
        workspace.settle()
        article = workspace.article
        assert article is not None
        articles = workspace.desk.articles
        old = articles.version(self.random.choice(articles.versions(article.id)).id)
        edit = restore(article, old, "body")
        if edit is None:
            return
        workspace.request(edit)
        before = self.whole
        self._stands(old.body)
        assert articles.version(articles.versions(article.id)[0].id).body == before  # the present was kept
        self.restores += 1
        if is_taken_back:
            workspace.undo()
            self._stands(before)

    def text_undo(self) -> None:
        """Take back the last typing and make it again, as Ctrl+Z does."""
        self.writer.window.run("edit.undo")
        assert self.writer.body.text() in self.seen
        self.writer.window.run("edit.redo")

    def _stands(self, whole: str) -> None:
        self.whole = whole
        self.seen.add(whole)
        body = self.writer.body
        assert body.hasFocus()
        assert body.text() == whole
        assert body.textCursor().position() == len(whole)


@pytest.fixture
def writer(qtbot: QtBot, studio: Studio, desk: Desk) -> Iterator[Writer]:
    made = Writer(qtbot, studio, desk)
    made.window.resize(1600, 900)
    yield made
    made.rest()
    made.window.close()
    made.window.deleteLater()


def _work_through(writer: Writer, saves: int, seed: int) -> None:
    """Type until so many autosaves were made, something else between any two of them."""
    hour = Hour(writer, seed)
    rounds = 0
    while writer.saves < saves or hour.restores < 4:
        rounds += 1
        hour.type_(hour.random.randint(1, 6))
        hour.happens()
        hour.type_(1)
        writer.pause()
        if rounds % 4 == 1:
            writer.window.articles.keep_version(f"v{rounds}")
        if rounds % 4 == 0:
            hour.restore(is_taken_back=rounds % 8 == 0)
    writer.pause()
    assert writer.stored() == hour.whole
    assert writer.stored(1).strip("b") == "Bridge begins. "
    walked = _walked_back(writer)
    assert walked[-1] == FIRST
    assert set(walked) <= hour.seen
    while writer.body.document().isRedoAvailable():
        writer.body.redo()
    writer.pause()
    assert writer.body.text() == writer.stored() == hour.whole


def _walked_back(writer: Writer) -> list[str]:
    walked = []
    while writer.body.document().isUndoAvailable():
        writer.body.undo()
        walked.append(writer.body.text())
    return walked


def test_pitfall_5_saves_restores_undo_panels_and_halves_between_the_keys(writer: Writer) -> None:
    _work_through(writer, saves=100, seed=5)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(5))
def test_pitfall_5_a_hundred_saves_and_more_with_everything_between(writer: Writer, seed: int) -> None:
    _work_through(writer, saves=300, seed=seed)


def test_the_longest_line_that_is_taken_in_is_typed_in_sought_and_stored(writer: Writer) -> None:
    """Ten megabytes on one line are refused at every door; this is the most that comes through one."""
    long = ("ten letters " * (MOST_ON_A_LINE // 12)).strip()
    article = writer.window.workspace.article
    assert article is not None
    writer.window.workspace.request(change_article(article, say("Restore"), body=f"{long} zebra"))
    writer.body.put_cursor(None)
    for letter in " on":
        writer.key(letter)
    writer.pause()
    assert writer.stored() == f"{long} zebra on"
    writer.window.run("find.begin")
    line = writer.window.findChild(QLineEdit, "find.words")
    assert line is not None
    QTest.keyClicks(line, "zebra")
    writer.qtbot.waitUntil(lambda: writer.body.textCursor().selectedText() == "zebra", timeout=20_000)
