"""Pasted HTML and its pictures come into the body and the newsroom, in order, while writing goes on."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault, UserError
from editor.core.messages import Message
from editor.domain.edits import Edit
from editor.services.pasting import AT_ONCE
from editor.ui.jobs import Jobs
from editor.ui.widgets.body_intake import BodyIntake
from editor.ui.widgets.markdown_edit import MarkdownEdit
from editor.ui.widgets.offered_picture import OfferedPicture
from tests.builders import png


class _Body:
    """A body with its intake, as the draft ties them."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.edit = MarkdownEdit("body")
        qtbot.addWidget(self.edit)
        self.jobs = Jobs()
        self.notices: list[Message | UserError | Fault] = []
        self._desk = desk
        self._qtbot = qtbot
        self._intake = BodyIntake(self.edit, desk.images, desk.clock, self.jobs, lambda: "en")
        self._intake.edit_requested.connect(self._on_edit)
        self._intake.notice.connect(self.notices.append)

    def wait(self) -> None:
        self._qtbot.waitUntil(self.jobs.is_idle, timeout=10_000)
        QApplication.processEvents()

    def _on_edit(self, edit: Edit) -> None:
        self._desk.articles.apply(edit)


@pytest.fixture
def body(desk: Desk, qtbot: QtBot) -> Iterator[_Body]:
    made = _Body(desk, qtbot)
    yield made
    made.jobs.stop_all()


def test_short_html_is_there_at_once_and_one_step_of_undo(body: _Body) -> None:
    body.edit.show_text("Say: ")
    body.edit.put_cursor(None)
    body.edit.html_offered.emit("<p>It <b>left</b>.</p>")
    assert body.edit.text() == "Say: It **left**."
    QTest.keyClicks(body.edit, "!")
    assert body.edit.text() == "Say: It **left**.!"
    body.edit.undo()
    body.edit.undo()
    assert body.edit.text() == "Say: "


def test_pictures_are_copied_into_the_newsroom_and_stand_where_they_stood(
    body: _Body, desk: Desk, tmp_path: Path
) -> None:
    """Pitfall 18: what was pasted leads to no place outside the newsroom."""
    (tmp_path / "clip image001.png").write_bytes(png())
    inside = base64.b64encode(png(5, 4)).decode()
    file = (tmp_path / "clip image001.png").as_uri()
    body.edit.html_offered.emit(
        f'<p>one</p><img src="{file}" alt="From a file"><p>two<img src="data:image/png;base64,{inside}"></p>'
        '<p><img src="https://x.example/a.png"><img src="cid:1"> three</p>'
    )
    body.wait()
    one, from_file, two, from_data, three = body.edit.text().split("\n\n")
    assert (one, two, three) == ("one", "two", "three")
    assert from_file.startswith("![From a file](images/")
    assert from_data.startswith("![](images/")
    kept = {image.path for image in desk.images.all()}
    assert kept == {from_file.partition("(")[2][:-1], from_data.partition("(")[2][:-1]}
    assert str(tmp_path) not in body.edit.text()
    assert [str(notice) for notice in body.notices] == [
        "2 pictures were left out: they are not on this computer. Save them as files and drop them here."
    ]
    body.edit.undo()
    assert body.edit.text() == ""


def test_what_is_no_picture_is_named_and_the_words_come_all_the_same(body: _Body, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("no picture")
    body.edit.html_offered.emit(f'<p>words</p><img src="{(tmp_path / "secret.txt").as_uri()}">')
    body.wait()
    assert body.edit.text() == "words"
    assert len(body.notices) == 1


def test_long_html_comes_later_and_before_what_is_typed_meanwhile(body: _Body) -> None:
    body.edit.show_text("a ")
    body.edit.put_cursor(None)
    words = "<p>word <b>more</b></p>" * (AT_ONCE // 20)
    body.edit.html_offered.emit(words)
    QTest.keyClicks(body.edit, "typed")
    assert body.edit.text() == "a typed"
    body.wait()
    assert body.edit.text().startswith("a word **more**\n\nword **more**")
    assert body.edit.text().endswith("typed")
    body.edit.undo()
    assert body.edit.text() == "a typed"


def test_a_selection_is_replaced_when_the_paste_is_ready(body: _Body) -> None:
    body.edit.show_text("old text")
    body.edit.select(0, 3)
    body.edit.html_offered.emit('<p>new</p><img src="cid:x">')
    body.wait()
    assert body.edit.text() == "new text"
    body.edit.undo()
    assert body.edit.text() == "old text"


def test_a_paste_never_lands_in_another_article(body: _Body) -> None:
    body.edit.html_offered.emit('<p>of one</p><img src="cid:x">')
    body.edit.show_text("another article")
    body.wait()
    assert body.edit.text() == "another article"
    assert "Paste again" in str(body.notices[-1])


def test_nothing_comes_into_a_text_that_is_only_read(body: _Body) -> None:
    body.edit.setReadOnly(True)
    body.edit.html_offered.emit("<p>a</p>")
    body.edit.pictures_offered.emit([OfferedPicture("a.png", data=png())])
    assert body.jobs.is_idle()
    assert body.edit.text() == ""


def test_offered_pictures_come_where_the_cursor_stood(body: _Body) -> None:
    body.edit.show_text("one\n\ntwo")
    body.edit.put_cursor(1)
    body.edit.pictures_offered.emit([OfferedPicture("a.png", data=png())])
    body.edit.put_cursor(None)
    body.wait()
    one, picture, two = body.edit.text().split("\n\n")
    assert (one, two) == ("one", "two")
    assert picture.startswith("![](images/")


def test_html_that_says_nothing_changes_nothing(body: _Body) -> None:
    body.edit.show_text("kept")
    body.edit.selectAll()
    body.edit.html_offered.emit("<style>x</style>")
    assert body.edit.text() == "kept"


@pytest.mark.parametrize("odd", ["a\0b", "a\ud800b", "a\r\nb\rc", "<p>a", "x" * (AT_ONCE + 1)])
def test_odd_html_is_taken_like_any_other(body: _Body, odd: str) -> None:
    body.edit.html_offered.emit(odd)
    body.wait()
    assert body.edit.text()
    assert not set(body.edit.text()) & {"\0", "\ud800", "\r"}
