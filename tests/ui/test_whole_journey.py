"""One person, one window: from the first start to a bundle that verifies, by keys and mouse alone."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.jobs import quiet
from editor.domain.article import Article, Status
from editor.domain.source_type import OriginClass
from editor.services.verifying import verify_bundle
from editor.ui.main_window import MainWindow
from editor.ui.new_newsroom import NewNewsroomDialog
from editor.ui.studio import Studio
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.offer_list import OfferList
from editor.ui.widgets.text_area import TextArea
from editor.ui.widgets.timeline_column import TimelineList
from tests.builders import png

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
EARLIER = ("Ferry fares fall", "Harbour reopens after the storm", "Bridge planned over the bay")
HEADLINE = "The harbour drums again"
WAIT = 20_000


class Person:
    """Presses keys and buttons of whatever window is in front."""

    def __init__(self, qtbot: QtBot, studio: Studio) -> None:
        self.qtbot = qtbot
        self.studio = studio

    @property
    def window(self) -> MainWindow:
        assert self.studio.window is not None
        return self.studio.window

    @property
    def article(self) -> Article:
        assert self.window.workspace.article is not None
        return self.window.workspace.article

    def wait(self, true: Any) -> None:  # noqa: ANN401 - any question
        self.qtbot.waitUntil(true, timeout=WAIT)

    def rest(self) -> None:
        self.wait(self.window.jobs.is_idle)

    def part(self, kind: type[Any], name: str, of: Any = None) -> Any:  # noqa: ANN401 - whatever widget is named
        found = (of or self.window).findChild(kind, name)
        assert found is not None, name
        return found

    def keys(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)

    def focus_name(self) -> str:
        focus = QApplication.focusWidget()
        return focus.objectName() if focus is not None else ""

    def type(self, text: str) -> None:
        for letter in text:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, Qt.Key.Key_Return) if letter == "\n" else QTest.keyClicks(focus, letter)

    def press(self, name: str, of: Any = None) -> None:  # noqa: ANN401 - any window
        QTest.mouseClick(self.part(QPushButton, name, of), Qt.MouseButton.LeftButton)

    def look_at(self, panel: str, key: Qt.Key) -> None:
        self.keys(key, ALT)
        dock = self.window.docks.by_id[panel]
        self.wait(lambda: dock.panel is not None and dock.panel.isVisible())
        self.rest()


@pytest.fixture
def person(qtbot: QtBot, studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _where: str(tmp_path))
    studio.start(None)
    return Person(qtbot, studio)


def test_from_nothing_to_a_bundle_that_verifies(person: Person, tmp_path: Path) -> None:
    _make_a_newsroom(person)
    for headline in EARLIER:
        _write(person, headline, "What was known before.")
        person.keys(Qt.Key.Key_P, CTRL | SHIFT)
        assert person.article.status is Status.PUBLISHED
    _write(person, HEADLINE, "Two people *drummed* at the quay.\n\nThe ferry waited.")
    _add_a_picture(person, tmp_path)
    _link_the_earlier_ones(person)
    _see_the_timeline_in_swahili(person)
    person.keys(Qt.Key.Key_P, CTRL | SHIFT)
    _export(person, tmp_path / "bundle")
    _read_the_bundle(person, tmp_path / "bundle")
    assert person.window.close()


def _make_a_newsroom(person: Person) -> None:
    welcome = person.studio.welcome
    assert welcome is not None
    name = person.part(QLineEdit, "welcome.person", welcome)
    person.wait(name.hasFocus)
    name.selectAll()
    person.type("Amina Odhiambo\n")
    person.press("welcome.new", welcome)
    dialog = welcome.findChild(NewNewsroomDialog)
    assert dialog is not None
    line = person.part(QLineEdit, "new_newsroom.name", dialog)
    line.selectAll()
    QTest.keyClicks(line, "Harbour Post")
    language = person.part(QComboBox, "new_newsroom.language", dialog)
    language.setFocus()
    QTest.keyClicks(language, "Kiswahili")
    person.press("new_newsroom.make", dialog)
    person.wait(lambda: person.studio.window is not None and person.window.moments.is_over)
    person.rest()
    assert person.window.workspace.desk.person == "Amina Odhiambo"
    assert [edition.locale for edition in person.window.workspace.desk.newsroom.settings.editions] == ["sw"]


def _write(person: Person, headline: str, body: str) -> None:
    person.keys(Qt.Key.Key_N, CTRL)
    person.wait(lambda: person.focus_name() == "draft.headline")
    person.type(headline)
    for _ in range(20):
        if person.focus_name() == "draft.body":
            break
        person.keys(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert person.focus_name() == "draft.body"
    person.type(body)
    person.wait(lambda: person.article.body == body and person.article.headline == headline)


def _add_a_picture(person: Person, folder: Path) -> None:
    (folder / "drums.png").write_bytes(png(64, 36))
    person.look_at("images", Qt.Key.Key_4)
    panel = person.window.docks.by_id["images"].panel
    assert panel is not None
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(folder / "drums.png"))])
    panel.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            carried,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    person.wait(lambda: person.article.hero is not None)
    person.rest()
    origin = person.part(ChoiceField, "images.origin")
    origin.setFocus()
    QTest.keyClicks(origin, "Made")
    origin.settle()
    alt = person.part(TextArea, "images.alt.sw")
    alt.setFocus()
    person.type("Ngoma mbili gatini")
    alt.settle()
    hero = person.article.hero
    assert hero is not None
    image = person.window.workspace.desk.images.get(hero.image_id)
    assert image.origin is OriginClass.AI_GENERATED
    assert image.alt["sw"] == "Ngoma mbili gatini"
    assert image.decided_by == "Amina Odhiambo"


def _link_the_earlier_ones(person: Person) -> None:
    person.look_at("related", Qt.Key.Key_5)
    for headline in EARLIER:
        search = person.part(QLineEdit, "related.finder.search")
        search.setFocus()
        search.clear()
        QTest.keyClicks(search, headline.split()[0].casefold())
        offers = person.part(OfferList, "related.finder.offers")
        person.wait(lambda: offers.model().rowCount() > 0 and offers.model().index(0, 0).data() == headline)  # noqa: B023
        QTest.keyClick(search, Qt.Key.Key_Down)
        QTest.keyClick(offers, Qt.Key.Key_Return)
        link = person.article.links[-1]
        QTest.mouseClick(person.part(QCheckBox, f"related.link.{link.id}.timeline"), Qt.MouseButton.LeftButton)
        person.rest()
    assert all(link.on_card and link.on_timeline for link in person.article.links)
    assert len(person.article.links) == 3


def _see_the_timeline_in_swahili(person: Person) -> None:
    person.look_at("timeline", Qt.Key.Key_6)
    person.wait(lambda: person.window.findChild(TimelineList, "timeline.list.sw") is not None)
    model = person.part(TimelineList, "timeline.list.sw").model()
    person.wait(lambda: model.rowCount() == 3)
    spoken = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(3)]
    assert all("Mwezi wa" in entry for entry in spoken)
    assert {headline for entry in spoken for headline in EARLIER if entry.endswith(headline)} == set(EARLIER)


def _export(person: Person, out: Path) -> None:
    person.keys(Qt.Key.Key_E, CTRL)
    person.wait(lambda: person.window.findChild(QLineEdit, "export.target") is not None)
    person.rest()
    target = person.part(QLineEdit, "export.target")
    target.setFocus()
    target.selectAll()
    QTest.keyClicks(target, str(out))
    QTest.keyClick(target, Qt.Key.Key_Return)
    person.press("export.start")
    person.wait((out / "manifest.json").is_file)
    person.rest()
    assert person.part(QLabel, "export.said").text()


def _read_the_bundle(person: Person, out: Path) -> None:
    report = verify_bundle(out, quiet())
    assert report.ok, report.problems
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    for one in manifest["files"]:
        assert hashlib.sha256((out / one["path"]).read_bytes()).hexdigest() == one["sha256"]
    page = (out / "sw" / person.article.slug / "index.html").read_text(encoding="utf-8")
    assert "Picha iliyoundwa na AI" in page
    assert "Makala yanayohusiana" in page
    assert "<em>drummed</em>" in page
    assert all(headline in page for headline in EARLIER)
    assert "Ngoma mbili gatini" in page
