"""The images panel on a real desk: taken in, told how they came to be, put in place, all undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.domain.article import Article
from editor.domain.edits import AddImage, change_image
from editor.domain.image import Image, Placement
from editor.i18n.interface import set_interface_language
from editor.ui.panel import Search
from editor.ui.panels.images import ImagesPanel, ImagesTools
from editor.ui.widgets.ai_label import AiLabel
from editor.ui.widgets.body_intake import BodyIntake
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.markdown_edit import MarkdownEdit
from editor.ui.widgets.offered_picture import pictures_in
from editor.ui.widgets.picture_list import PictureList
from editor.ui.widgets.picture_menu import PictureMenu
from editor.ui.widgets.picture_viewer import PictureViewer
from editor.ui.widgets.segments import Segments
from editor.ui.widgets.text_area import TextArea
from editor.ui.widgets.text_field import TextField
from tests.builders import NOON, an_article, an_image, png
from tests.ui.stage import Stage


def _panel(stage: Stage, *, can_write: bool = True) -> ImagesPanel:
    desk = stage.desk
    tools = ImagesTools(
        images=desk.images, newsroom=desk.newsroom, clock=desk.clock, person=desk.person, can_write=can_write
    )
    return ImagesPanel(tools, stage.jobs, stage.timers)


@pytest.fixture
def stage(desk: Desk, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(desk, qtbot)
    made.hold(_panel(made))
    yield made
    made.stop()


def _drop(stage: Stage, *paths: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    nothing = Qt.KeyboardModifier.NoModifier
    dropped = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, nothing)
    stage.panel.dropEvent(dropped)
    stage.wait()


def _file(folder: Path, name: str = "drums.png", grey: int = 120) -> Path:
    (folder / name).write_bytes(png(grey=grey))
    return folder / name


def _list(stage: Stage) -> PictureList:
    found = stage.panel.findChild(PictureList)
    assert found is not None
    return found


def _button(stage: Stage, name: str) -> QPushButton:
    found = stage.panel.findChild(QPushButton, name)
    assert found is not None
    return found


def _image(stage: Stage) -> Image:
    return stage.desk.images.get(_list(stage).current_id())


def _words_only(stage: Stage, **fields: object) -> Article:
    image = an_image(**fields)
    stage.desk.articles.apply(AddImage(image, say("x"), NOON))
    stage.put(an_article(hero=Placement(image_id=image.id, caption="In the hall")))
    return stage.article


def test_nothing_there_says_what_to_do(stage: Stage) -> None:
    stage.put(an_article())
    assert _button(stage, "empty_state.action").isVisible()
    assert not _list(stage).isVisible()


def test_the_keyboard_goes_to_what_can_be_seen(stage: Stage, tmp_path: Path) -> None:
    stage.panel.activateWindow()
    stage.panel.setFocus()  # before it has looked what there is
    stage.put(an_article())
    assert _button(stage, "empty_state.action").hasFocus()
    _drop(stage, _file(tmp_path))
    stage.panel.setFocus()
    assert _list(stage).hasFocus()


def test_a_dropped_picture_becomes_the_main_one_in_one_step(stage: Stage, tmp_path: Path) -> None:
    stage.put(an_article())
    _drop(stage, _file(tmp_path))
    hero = stage.article.hero
    assert hero is not None
    image = stage.desk.images.get(hero.image_id)
    original = stage.desk.images.original(image)
    assert original is not None
    assert original.read_bytes() == png()
    assert _list(stage).current_id() == image.id
    stage.undo()
    assert stage.article.hero is None
    assert stage.desk.images.all() == []


def test_further_pictures_go_to_the_library_and_replace_nothing(stage: Stage, tmp_path: Path) -> None:
    stage.put(an_article())
    _drop(stage, _file(tmp_path))
    hero = stage.article.hero
    _drop(stage, _file(tmp_path, "two.png", 10), _file(tmp_path, "three.png", 20))
    assert stage.article.hero == hero
    assert _list(stage).count() == 3
    _button(stage, "images.do.hero").click()
    stage.wait()
    assert stage.article.hero != hero
    stage.undo()
    assert stage.article.hero == hero


def test_bad_files_are_named_and_good_ones_taken(stage: Stage, tmp_path: Path) -> None:
    stage.put(an_article())
    (tmp_path / "broken.png").write_bytes(png()[:40])
    (tmp_path / "notes.txt").write_text("words")
    _drop(stage, tmp_path / "broken.png", _file(tmp_path), tmp_path / "notes.txt")
    assert len(stage.desk.images.all()) == 1
    said = str(stage.notices[-1])
    assert "broken.png" in said
    assert "notes.txt" in said


def test_the_same_picture_twice_is_one(stage: Stage, tmp_path: Path) -> None:
    stage.put(an_article())
    _drop(stage, _file(tmp_path))
    _drop(stage, _file(tmp_path, "again.png"))
    assert len(stage.desk.images.all()) == 1


def test_a_picture_is_pasted_and_an_empty_clipboard_is_safe(stage: Stage) -> None:
    stage.put(an_article())
    QGuiApplication.clipboard().clear()
    _list(stage).paste()
    assert isinstance(stage.notices[-1], Message)
    QGuiApplication.clipboard().setImage(QImage(3, 3, QImage.Format.Format_RGB32))
    QTest.keyClick(_list(stage), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    stage.wait()
    assert stage.article.hero is not None


def test_where_nothing_is_yet_a_click_and_paste_are_enough(stage: Stage) -> None:
    stage.panel.activateWindow()
    stage.put(an_article())
    empty = stage.panel.findChild(EmptyState)
    assert empty is not None
    QGuiApplication.clipboard().setImage(QImage(3, 3, QImage.Format.Format_RGB32))
    QTest.mouseClick(empty, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert empty.isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    stage.wait()
    assert stage.article.hero is not None


def test_the_origin_is_decided_signed_and_labelled(stage: Stage, tmp_path: Path) -> None:
    stage.put(an_article())
    _drop(stage, _file(tmp_path))
    label = stage.panel.findChild(AiLabel)
    origin = stage.panel.findChild(ChoiceField, "images.origin")
    assert label is not None
    assert origin is not None
    assert label.key == ""
    for term, key in (
        ("trainedAlgorithmicMedia", "image_by_ai"),
        ("compositeWithTrainedAlgorithmicMedia", "image_changed_by_ai"),
        ("digitalCapture", ""),
    ):
        origin.setCurrentIndex(origin.findData(term))
        origin.settle()
        stage.wait()
        assert (_image(stage).source_type, label.key) == (term, key)
    assert (_image(stage).decided_by, _image(stage).decided_at) == ("Amina", NOON)
    stage.undo()
    assert label.key == "image_changed_by_ai"


def test_alt_text_per_language_with_a_counter_and_decorative(stage: Stage, tmp_path: Path) -> None:
    stage.put(an_article())
    _drop(stage, _file(tmp_path))
    english = stage.panel.findChild(TextArea, "images.alt.en")
    count = stage.panel.findChild(QLabel, "images.alt.en.count")
    decorative = stage.panel.findChild(QCheckBox, "images.alt.sw.decorative")
    assert english is not None
    assert count is not None
    assert decorative is not None
    QTest.keyClicks(english, "Two drums")
    assert count.text() == "9"
    stage.panel.settle()
    stage.wait()
    assert _image(stage).alt == {"en": "Two drums"}
    decorative.click()
    stage.wait()
    assert _image(stage).alt == {"en": "Two drums", "sw": ""}
    stage.undo()
    assert _image(stage).alt == {"en": "Two drums"}
    assert not decorative.isChecked()


def test_caption_and_credit(stage: Stage, tmp_path: Path) -> None:
    stage.put(an_article())
    _drop(stage, _file(tmp_path))
    caption = stage.panel.findChild(TextArea, "images.caption")
    credit = stage.panel.findChild(TextField, "images.credit")
    assert caption is not None
    assert credit is not None
    QTest.keyClicks(caption, "The hall")
    QTest.keyClicks(credit, "Asha")
    stage.panel.settle()
    stage.wait()
    hero = stage.article.hero
    assert hero is not None
    assert (hero.caption, _image(stage).credit) == ("The hall", "Asha")


def test_a_picture_is_put_into_the_text_and_captioned_there(stage: Stage, tmp_path: Path) -> None:
    stage.put(an_article(body="One."))
    _drop(stage, _file(tmp_path))
    _button(stage, "images.do.body").click()
    _button(stage, "images.do.off").click()
    stage.wait()
    image = _image(stage)
    assert stage.article.hero is None
    assert stage.article.body == f"One.\n\n![]({image.path})"
    caption = stage.panel.findChild(TextArea, "images.caption")
    assert caption is not None
    QTest.keyClicks(caption, 'They said "hi"')
    stage.panel.settle()
    assert stage.article.body.endswith(f'![]({image.path} "They said \\"hi\\"")')


def test_a_picture_known_by_its_words_takes_its_file(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = _words_only(stage, credit="The agency")
    assert article.hero is not None
    words = stage.desk.images.get(article.hero.image_id)
    chosen = [_file(tmp_path)]
    monkeypatch.setattr("editor.ui.widgets.picture_taking.ask_files", lambda *_: chosen)
    _button(stage, "images.do.file").click()
    stage.wait()
    hero = stage.article.hero
    assert hero is not None
    image = stage.desk.images.get(hero.image_id)
    assert image.has_file
    assert (image.alt, image.credit, image.source_type) == (words.alt, "The agency", words.source_type)
    assert hero.caption == "In the hall"
    assert stage.desk.images.get(words.id).trashed_at is not None
    stage.undo()
    assert stage.article.hero == article.hero
    assert stage.desk.images.get(words.id).trashed_at is None


def _library(stage: Stage) -> None:
    scope = stage.panel.findChild(Segments)
    assert scope is not None
    scope.show_value("library")
    scope.chosen.emit("library")
    stage.wait()


def test_the_library_is_searched_by_name_alt_and_credit(stage: Stage) -> None:
    for name, alt in (("bridge", "A bridge"), ("drums", "Ngoma mbili")):
        image = an_image(alt={"sw": alt}, credit=f"{name} agency")
        stage.desk.articles.apply(AddImage(image, say("x"), NOON))
    stage.put(an_article())
    _library(stage)
    assert _list(stage).count() == 2
    search = stage.panel.findChild(QLineEdit, "images.search")
    assert search is not None
    for words, found in (("ngoma", 1), ("AGENCY", 2), ("bridge drums", 0)):
        search.setText(words)
        stage.timers.forward(300)
        stage.wait()
        assert _list(stage).count() == found


def test_a_used_picture_is_not_thrown_away(stage: Stage) -> None:
    _words_only(stage)
    _library(stage)
    QTest.keyClick(_list(stage), Qt.Key.Key_Delete)
    assert isinstance(stage.notices[-1], UserError)
    assert len(stage.desk.images.all()) == 1


def test_an_unused_picture_goes_to_the_trash_and_comes_back(stage: Stage) -> None:
    stage.desk.articles.apply(AddImage(an_image(), say("x"), NOON))
    stage.put(an_article())
    _library(stage)
    QTest.keyClick(_list(stage), Qt.Key.Key_Delete)
    stage.wait()
    assert stage.desk.images.all() == []
    stage.undo()
    assert _list(stage).count() == 1


def test_the_trash_is_a_shelf_of_its_own_and_gives_everything_back(stage: Stage) -> None:
    stage.desk.articles.apply(AddImage(an_image(), say("x"), NOON))
    stage.put(an_article())
    _library(stage)
    shelf = stage.panel.findChild(ChoiceField, "images.shelf")
    assert isinstance(shelf, ChoiceField)
    for value, count in (("unused", 1), ("trash", 0), ("unused", 1)):
        shelf.show_value(value)
        shelf.committed.emit(value)
        stage.wait()
        assert _list(stage).count() == count
    QTest.keyClick(_list(stage), Qt.Key.Key_Delete)
    stage.wait()
    shelf.committed.emit("trash")
    stage.wait()
    assert _list(stage).count() == 1
    button = stage.panel.findChild(QPushButton, "images.do.untrash")
    assert button is not None
    assert not button.isHidden()
    empty = stage.panel.findChild(QPushButton, "images.empty_trash")
    assert empty is not None
    assert not empty.isEnabled()  # Undo could still bring it back
    button.click()
    stage.wait()
    assert len(stage.desk.images.all()) == 1
    assert stage.desk.images.in_trash() == []


def test_a_missing_file_is_said_in_the_frame(stage: Stage, tmp_path: Path) -> None:
    stage.put(an_article())
    _drop(stage, _file(tmp_path))
    original = stage.desk.images.original(_image(stage))
    assert original is not None
    original.unlink()
    for cached in (stage.desk.folder / "cache").rglob("*-900"):
        cached.unlink()
    stage.workspace.request(change_image(_image(stage), say("x"), credit="Asha"))
    stage.wait()
    assert stage.panel.grab().width() > 0


def test_reading_only_offers_no_change(desk: Desk, qtbot: QtBot) -> None:
    stage = Stage(desk, qtbot)
    stage.hold(_panel(stage, can_write=False))
    _words_only(stage)
    assert not _button(stage, "images.do.hero").isVisible()
    assert not _button(stage, "images.add").isEnabled()
    credit = stage.panel.findChild(TextField, "images.credit")
    assert credit is not None
    QTest.keyClicks(credit, "x")
    stage.panel.settle()
    assert stage.edits == []
    stage.stop()


def test_every_control_says_its_name_in_the_interface_language(stage: Stage) -> None:
    _words_only(stage)
    set_interface_language("sw")
    try:
        stage.panel.retranslate()
        for kind in (QPushButton, TextArea, TextField, ChoiceField, QCheckBox):
            for widget in stage.panel.findChildren(kind):
                if widget.objectName().startswith("images."):
                    name = widget.accessibleName() or (widget.text() if isinstance(widget, QPushButton) else "")
                    assert name or not widget.isVisible(), widget.objectName()
    finally:
        set_interface_language("en")


def test_several_are_told_at_once_and_taken_back_at_once(stage: Stage) -> None:
    images = [an_image(source_type="", credit="") for _ in range(3)]
    for image in images:
        stage.desk.articles.apply(AddImage(image, say("x"), NOON))
    stage.put(an_article())
    _library(stage)
    QTest.keyClick(_list(stage), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    credit = stage.panel.findChild(TextField, "images.batch.credit")
    assert credit is not None
    assert credit.isVisible()
    QTest.keyClicks(credit, "AP")
    QTest.keyClick(credit, Qt.Key.Key_Return)
    stage.wait()
    assert {stage.desk.images.get(image.id).credit for image in images} == {"AP"}
    assert len(_list(stage).selected()) == 3
    stage.undo()
    assert {stage.desk.images.get(image.id).credit for image in images} == {""}
    QTest.keyClick(_list(stage), Qt.Key.Key_Right)
    assert not credit.isVisible()


def test_where_a_picture_is_shown_is_one_press_away(stage: Stage) -> None:
    image = an_image()
    stage.desk.articles.apply(AddImage(image, say("x"), NOON))
    other = an_article(headline="Ferry fares fall", hero=Placement(image_id=image.id))
    stage.put(an_article(), other)
    _library(stage)
    uses = stage.panel.findChild(QWidget, "images.uses")
    assert uses is not None
    fold, row = uses.findChild(QToolButton), uses.findChild(QPushButton)
    assert fold is not None
    assert row is not None
    assert fold.text() == "Shown in 1 article"
    fold.click()
    row.click()
    stage.wait()
    assert stage.article.id == other.id


def test_find_begins_in_the_library_and_a_wide_panel_stands_side_by_side(stage: Stage) -> None:
    stage.desk.articles.apply(AddImage(an_image(), say("x"), NOON))
    stage.put(an_article())
    assert stage.panel.search(Search.BEGIN)
    stage.wait()
    assert _list(stage).count() == 1
    assert not stage.panel.search(Search.NEXT)
    halves = stage.panel.findChild(QSplitter)
    assert halves is not None
    for width, wanted in ((1000, Qt.Orientation.Horizontal), (420, Qt.Orientation.Vertical)):
        stage.panel.resize(width, 700)
        assert halves.orientation() == wanted


def test_a_library_picture_goes_into_the_text_by_key_by_clipboard_and_by_drag(stage: Stage, tmp_path: Path) -> None:
    stage.put(an_article(body="One.\n\nTwo."))
    _drop(stage, _file(tmp_path))
    image = _image(stage)
    stage.panel.show_cursor(0)
    QTest.keyClick(_list(stage), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.wait()
    assert stage.article.body == f"One.\n\n![]({image.path})\n\nTwo."
    QTest.keyClick(_list(stage), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().mimeData()
    dragged = _list(stage).model().mimeData([_list(stage).currentIndex()])
    for held in (copied, dragged):
        assert [one.known_id for one in pictures_in(held)] == [image.id]
    body = MarkdownEdit("body")
    body.setPlainText("Words.")
    intake = BodyIntake(body, stage.desk.images, stage.desk.clock, stage.jobs, lambda: "en")
    body.paste()
    stage.wait()
    assert body.text() == f"Words.\n\n![]({image.path})"
    assert intake is not None
    body.deleteLater()


def test_space_looks_at_it_large_and_the_menu_offers_what_is_possible(stage: Stage, tmp_path: Path) -> None:
    stage.put(an_article())
    _drop(stage, _file(tmp_path))
    QTest.keyClick(_list(stage), Qt.Key.Key_Space)
    stage.wait()
    viewer = stage.panel.window().findChild(PictureViewer)
    assert viewer is not None
    assert viewer.isVisible()
    QTest.keyClick(viewer, Qt.Key.Key_Space)
    menu = stage.panel.findChild(PictureMenu)
    assert menu is not None
    assert {name for name, action in menu.items.items() if action.isVisible()} == {
        "view",
        "copy",
        "body",
        "off",
        "swap",
    }
