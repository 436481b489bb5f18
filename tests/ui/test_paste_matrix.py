"""Every kind that a clipboard offers, pasted into every field of the draft (pitfalls 18 and 35)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.ui.panels.draft import DraftPanel, DraftTools
from editor.ui.widgets.markdown_edit import MarkdownEdit
from editor.ui.widgets.writing_field import WritingField
from tests.builders import an_article, png
from tests.ui.stage import Stage

FIELDS = ("headline", "standfirst", "body", "reactions")
HTML = "<h1>Head</h1><p>some <b>bold</b> *words*</p>"


@pytest.fixture
def stage(desk: Desk, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(desk, qtbot)
    tools = DraftTools(
        articles=desk.articles,
        images=desk.images,
        newsroom=desk.newsroom,
        clock=desk.clock,
        person=desk.person,
        can_write=True,
    )
    made.hold(DraftPanel(tools, made.jobs, made.timers))
    made.put(an_article(headline="", standfirst="", body="", reactions=""))
    yield made
    QGuiApplication.clipboard().clear()
    made.stop()


def _text(source: QMimeData, _folder: Path) -> None:
    source.setText("some *words*\r\nmore")


def _html(source: QMimeData, _folder: Path) -> None:
    source.setHtml(HTML)


def _rtf(source: QMimeData, _folder: Path) -> None:
    source.setData("text/rtf", rb"{\rtf1 words}")


def _pixels(source: QMimeData, _folder: Path) -> None:
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(7)
    source.setImageData(picture)


def _picture_file(source: QMimeData, folder: Path) -> None:
    (folder / "drum.png").write_bytes(png())
    source.setUrls([QUrl.fromLocalFile(str(folder / "drum.png"))])


def _other_file(source: QMimeData, folder: Path) -> None:
    (folder / "notes.odt").write_bytes(b"notes")
    source.setUrls([QUrl.fromLocalFile(str(folder / "notes.odt"))])


def _word(source: QMimeData, folder: Path) -> None:
    """Offer one thing in all its kinds, as an office program does."""
    for kind in (_text, _html, _rtf, _pixels):
        kind(source, folder)


MARKED = "## Head\n\nsome **bold** \\*words\\*"
PLAIN = "Head\nsome bold *words*"
PICTURE = "![](images/"
# What stands in body and reactions, in the fields of one line, and whether a notice says why nothing does.
MATRIX: dict[str, tuple[Callable[[QMimeData, Path], None], str, str, bool, bool]] = {
    "text": (_text, "some *words*\nmore", "some *words* more", False, False),
    "html": (_html, MARKED, PLAIN.replace("\n", " "), False, False),
    "rtf": (_rtf, "", "", True, True),
    "pixels": (_pixels, PICTURE, "", False, True),
    "picture file": (_picture_file, PICTURE, "", False, True),
    "other file": (_other_file, "", "", True, True),
    "word": (_word, MARKED, "some *words* more", False, False),
}


def _field(stage: Stage, name: str) -> WritingField:
    found = stage.panel.findChild(WritingField, f"draft.{name}")
    assert found is not None
    return found


@pytest.mark.parametrize("kind", MATRIX)
@pytest.mark.parametrize("name", FIELDS)
def test_pitfall_35_what_is_pasted_stands_there_as_it_was_meant(
    stage: Stage, tmp_path: Path, name: str, kind: str
) -> None:
    fill, in_body, in_line, body_says, line_says = MATRIX[kind]
    source = QMimeData()
    fill(source, tmp_path)
    QGuiApplication.clipboard().setMimeData(source)
    field = _field(stage, name)
    is_body = isinstance(field, MarkdownEdit)
    expected, says = (in_body, body_says) if is_body else (in_line, line_says)
    field.paste()
    stage.wait()
    QApplication.processEvents()
    assert field.text().startswith(PICTURE) if expected == PICTURE else field.text() == expected
    assert bool(stage.notices) == says
    assert str(tmp_path) not in field.text()
    stage.panel.settle()
    assert getattr(stage.article, name) == field.text()
    if expected:
        field.undo()
        assert field.text() == ""


@pytest.mark.parametrize("name", FIELDS)
def test_pitfall_35_an_empty_clipboard_changes_and_says_nothing(stage: Stage, name: str) -> None:
    QGuiApplication.clipboard().clear()
    _field(stage, name).paste()
    _field(stage, name).paste_plain()
    assert _field(stage, name).text() == ""
    assert stage.notices == []


@pytest.mark.parametrize("name", FIELDS)
def test_pitfall_35_a_system_without_any_clipboard_crashes_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """What some systems hand out of an empty clipboard: no object at all."""
    monkeypatch.setattr(QClipboard, "mimeData", lambda *_: None)
    _field(stage, name).paste_plain()
    assert _field(stage, name).text() == ""
    assert stage.notices == []


@pytest.mark.parametrize("name", FIELDS)
def test_a_plain_paste_takes_the_words_alone(stage: Stage, tmp_path: Path, name: str) -> None:
    source = QMimeData()
    _word(source, tmp_path)
    QGuiApplication.clipboard().setMimeData(source)
    field = _field(stage, name)
    field.paste_plain()
    assert field.text() == field.fitting("some *words*\nmore")


def test_shift_drops_the_words_alone(stage: Stage, tmp_path: Path) -> None:
    source = QMimeData()
    _word(source, tmp_path)
    body = _field(stage, "body")
    for modifiers, expected in (
        (Qt.KeyboardModifier.ShiftModifier, "some *words*\nmore"),
        (Qt.KeyboardModifier.NoModifier, MARKED),
    ):
        body.show_text("")
        drop = QDropEvent(QPointF(QPoint(2, 2)), Qt.DropAction.CopyAction, source, Qt.MouseButton.LeftButton, modifiers)
        body.dropEvent(drop)
        assert body.text() == expected


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("is_html", [False, True])
def test_ten_megabytes_on_one_line_are_refused_in_words(stage: Stage, name: str, *, is_html: bool) -> None:
    source = QMimeData()
    (source.setHtml if is_html else source.setText)("ten letters " * 900_000)
    field = _field(stage, name)
    field.show_text("kept")
    field.insertFromMimeData(source)
    stage.wait()
    assert field.text() == "kept"
    assert len(stage.notices) == 1


def test_in_code_a_paste_is_its_words(stage: Stage, tmp_path: Path) -> None:
    body = _field(stage, "body")
    body.show_text("```\n\n```")
    body.put_cursor(4)
    source = QMimeData()
    _word(source, tmp_path)
    QGuiApplication.clipboard().setMimeData(source)
    body.paste()
    assert body.text() == "```\nsome *words*\nmore\n```"


def test_what_is_copied_here_comes_back_as_it_was(stage: Stage) -> None:
    body = _field(stage, "body")
    markdown = "## Head\n\n- *one*\n    - two\n\n![x](images/0123456789ab-x.png) 1\\. \u00a0 <b>"
    body.show_text(markdown)
    body.selectAll()
    body.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == markdown
    assert "<h2>Head</h2>" in copied.html()
    assert "images/0123456789ab" not in copied.html()
    other = _field(stage, "reactions")
    other.paste()
    assert other.text() == markdown
