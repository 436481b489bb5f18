"""Find and replace across the newsroom, driven as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QToolButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.edits import change_article
from editor.ui.jobs import Jobs
from editor.ui.long_writing import LongSteps
from editor.ui.replace_window import QUIET_MS, ReplaceWindow
from editor.ui.widgets.notice_bar import NoticeBar
from editor.ui.workspace import Workspace
from tests.builders import NOON, an_article, created
from tests.ui.manual_timers import ManualTimers

Kind = TypeVar("Kind", bound=QWidget)


class Room(QWidget):
    """A newsroom with four articles, and the window over it."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        super().__init__()
        self.desk = desk
        self._qtbot = qtbot
        desk.articles.apply(
            created(
                an_article(headline="Ferry fares", body="A ferry.\n\nThe ferry!", section="City"),
                an_article(headline="Bridge", standfirst="No ferry", language="sw"),
                an_article(headline="Out", body="ferry", status=Status.PUBLISHED, published=NOON),
            )
        )
        self.workspace = Workspace(desk, self)
        self.jobs = Jobs(self)
        LongSteps(self.workspace, self.jobs, self)
        self.timers = ManualTimers()
        self.window_ = ReplaceWindow(self.workspace, self.jobs, self, self.timers)
        self.window_.show()
        self.wait()

    def part(self, kind: type[Kind], name: str) -> Kind:
        found = self.window_.findChild(kind, f"replace_all.{name}")
        assert found is not None, name
        return found

    def wait(self) -> None:
        self._qtbot.waitUntil(self.jobs.is_idle, timeout=20_000)

    def look(self, words: str, instead: str = "") -> None:
        self.part(QLineEdit, "words").setText(words)
        self.part(QLineEdit, "instead").setText(instead)
        self.timers.forward(QUIET_MS)
        self.wait()

    def rows(self) -> list[str]:
        view = self.part(QTreeView, "list")
        model = view.model()

        def below(parent: QModelIndex) -> list[str]:
            found = []
            for row in range(model.rowCount(parent)):
                index = model.index(row, 0, parent)
                tick = {Qt.CheckState.Checked: "+", Qt.CheckState.Unchecked: "-"}.get(
                    index.data(Qt.ItemDataRole.CheckStateRole), "~"
                )
                found += [f"{tick} {index.data().split('   ')[0]}", *below(index)]
            return found

        return below(QModelIndex())

    def tick(self, text: str, state: Qt.CheckState) -> None:
        model = self.part(QTreeView, "list").model()
        (found,) = model.match(
            model.index(0, 0),
            Qt.ItemDataRole.DisplayRole,
            text,
            1,
            Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive,
        )
        model.setData(found, state, Qt.ItemDataRole.CheckStateRole)

    @property
    def said(self) -> str:
        return self.part(QLabel, "summary").text()

    @property
    def notice(self) -> str:
        bar = self.window_.findChild(NoticeBar)
        return bar.text if bar is not None and bar.isVisible() else ""

    def replace(self) -> None:
        self.part(QPushButton, "replace").click()
        self.wait()
        self._qtbot.waitUntil(lambda: not self.part(QPushButton, "stop").isVisible(), timeout=20_000)
        self.wait()

    def text(self, slug: str) -> str:
        found = self.desk.articles.find(slug)
        assert found is not None
        return "|".join((found.headline, found.standfirst, found.body))


@pytest.fixture
def room(desk: Desk, qtbot: QtBot) -> Iterator[Room]:
    made = Room(desk, qtbot)
    qtbot.addWidget(made)
    yield made
    made.jobs.stop_all()
    made.window_.close()


def test_every_place_is_listed_with_what_shall_stand_there(room: Room) -> None:
    room.look("zeppelin")
    assert room.part(QPushButton, "replace").text() == "Replace"
    room.look("ferry")
    assert sorted(room.rows()) == sorted(
        [
            "+ Ferry fares", "+ Ferry fares", "+ A ferry.↵↵The ferry!", "+ A ferry.↵↵The ferry!",
            "+ Bridge", "+ No ferry", "- Out", "- ferry",
        ]
    )  # fmt: skip
    assert room.said == "5 places in 3 articles. Published articles wait for your tick."
    assert room.part(QPushButton, "replace").text() == "Delete 4 places"
    room.look("ferry", "boat")
    assert "+ No ferry becomes No boat" in room.rows()
    assert room.part(QPushButton, "replace").text() == "Replace 4 places"


def test_what_is_chosen_is_replaced_and_one_undo_takes_it_back(room: Room, qtbot: QtBot) -> None:
    room.look("ferry", "boat")
    room.tick("A ferry.↵↵The ferry! becomes A boat", Qt.CheckState.Unchecked)
    with qtbot.waitSignal(room.workspace.done) as done:
        room.replace()
    assert "in 2 articles" in str(done.args[0])
    assert room.text("boat-fares") == "boat fares||A ferry.\n\nThe boat!"
    assert room.text("bridge") == "Bridge|No boat|"
    assert room.text("out") == "Out||ferry"
    assert [row for row in room.rows() if "Out" in row] == ["- Out"]
    assert len(room.rows()) == 4  # what was left out is still there
    assert str(room.workspace.stack.undo_label()) == "Replace “ferry” with “boat” in 2 articles"
    room.workspace.undo()
    assert room.text("bridge") == "Bridge|No ferry|"
    room.workspace.redo()
    assert room.text("bridge") == "Bridge|No boat|"


def test_a_published_article_is_changed_when_it_is_ticked(room: Room) -> None:
    room.look("ferry", "boat")
    room.tick("Out", Qt.CheckState.Checked)
    room.replace()
    assert room.text("out") == "Out||boat"
    assert room.rows() == []
    assert any("All of it is replaced" in label.text() for label in room.window_.findChildren(QLabel))


def test_an_article_changed_meanwhile_is_left_alone_and_listed_again(room: Room) -> None:
    room.look("ferry", "boat")
    bridge = room.desk.articles.find("bridge")
    assert bridge is not None
    room.desk.articles.apply(change_article(bridge, say("x"), standfirst="Still no ferry"))
    room.replace()
    assert room.text("bridge") == "Bridge|Still no ferry|"
    assert "1 article was changed meanwhile" in room.notice
    assert "+ Still no ferry becomes Still no boat" in room.rows()
    room.replace()
    assert room.text("bridge") == "Bridge|Still no boat|"


def test_patterns_troubles_and_options(room: Room) -> None:
    room.part(QToolButton, "pattern").click()
    room.look("(", "boat")
    assert "opened and never closed" in room.notice
    assert not room.part(QPushButton, "replace").isEnabled()
    room.look(r"(\w+) ferry", r"\1 boat")
    assert room.notice == ""
    assert "+ No ferry becomes No boat" in room.rows()
    room.look("", "")
    assert room.rows() == []


def test_filters_narrow(room: Room) -> None:
    room.look("ferry")
    box = room.part(QComboBox, "section")
    box.setCurrentIndex(box.findData("City"))
    box.activated.emit(box.currentIndex())
    room.wait()
    assert room.said == "3 places in 1 article."
    box.setCurrentIndex(0)
    box.activated.emit(0)
    status = room.part(QComboBox, "status")
    status.setCurrentIndex(status.findData("published"))
    status.activated.emit(status.currentIndex())
    room.wait()
    assert room.rows() == ["- Out", "- ferry"]


def test_choose_none_and_all(room: Room) -> None:
    room.look("ferry", "boat")
    room.part(QPushButton, "none").click()
    assert not room.part(QPushButton, "replace").isEnabled()
    room.part(QPushButton, "all").click()
    assert room.part(QPushButton, "replace").text() == "Replace 4 places"


def test_enter_on_a_place_leads_to_its_line(room: Room, qtbot: QtBot) -> None:
    room.look("The ferry")
    view = room.part(QTreeView, "list")
    place = view.model().index(0, 0, view.model().index(0, 0))
    with qtbot.waitSignal(room.window_.line_asked) as asked:
        view.activated.emit(place)
    article = room.desk.articles.find("ferry-fares")
    assert article is not None
    assert asked.args == [article.id, 2]


def test_typed_again_nothing_is_replaced_until_it_is_looked_for(room: Room) -> None:
    room.look("ferry", "boat")
    room.part(QLineEdit, "instead").setText("ship")
    assert not room.part(QPushButton, "replace").isEnabled()
    room.timers.forward(QUIET_MS)
    room.wait()
    assert room.part(QPushButton, "replace").isEnabled()


def test_what_is_found_is_listed_while_the_search_goes_on(room: Room) -> None:
    model = room.part(QTreeView, "list").model()
    added: list[int] = []
    reset: list[bool] = []
    model.rowsInserted.connect(
        lambda parent, first, last: added.append(last - first + 1 if not parent.isValid() else 0)
    )
    model.modelReset.connect(lambda: reset.append(True))
    room.look("ferry", "boat")
    assert sum(added) == 3
    assert len(reset) == 1  # when the first came: what stands there, and what was ticked meanwhile, stays
    assert room.part(QPushButton, "replace").isEnabled()


def test_selected_words_begin_it_and_escape_closes(room: Room, qtbot: QtBot) -> None:
    room.window_.open_with("ferry")
    room.timers.forward(QUIET_MS)
    room.wait()
    assert len(room.rows()) == 8
    window = room.window_
    QTest.keyClick(room.part(QLineEdit, "words"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(window))
    room.window_ = ReplaceWindow(room.workspace, room.jobs, room, room.timers)
