"""The window in a language of long words, and mirrored: no text left out, nothing cut off, everything turned round.

`en-XA` is English with accents, 40 % longer and in brackets; `ar-XB` is the same from right to left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from editor.bootstrap import Desk
from editor.core.errors import Damaged
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import EditSettings
from editor.i18n.interface import set_interface_language
from editor.ui.jobs import Jobs
from editor.ui.main_window import MainWindow
from editor.ui.new_newsroom import NewNewsroomDialog
from editor.ui.newsroom_window import NewsroomWindow
from editor.ui.panel import Area, PanelSpec
from editor.ui.panels.translations import TranslationsPanel
from editor.ui.preferences import PreferencesWindow
from editor.ui.qt_words import InterfaceLanguage
from editor.ui.recovery import RecoveryWindow
from editor.ui.registry import PANELS, TRANSLATIONS
from editor.ui.replace_window import ReplaceWindow
from editor.ui.report_dialog import ReportDialog
from editor.ui.studio import Studio
from editor.ui.welcome import WelcomeWindow
from editor.ui.widgets.set_joining import SetJoining
from editor.ui.workspace import Workspace
from tests.builders import NOON, a_link, an_article, created
from tests.fakes import StretchedWords
from tests.ui.looking import clipped, unmirrored, untranslated
from tests.ui.panel_host import PanelHost

LONG, MIRRORED = "en-XA", "ar-XB"
ALL = pytest.mark.parametrize("spec", PANELS, ids=lambda spec: spec.id)
# 1280 x 720 less menus and status line, in the share that the window gives each column.
WIDE = {Area.LEFT: 280, Area.CENTRE: 560, Area.RIGHT: 430}
HIGH = 600
FURTHER = (
    "newsroom.settings",
    "app.preferences",
    "newsroom.take_in",
    "find.everywhere",
    "newsroom.safekeeping",
    "go.anything",
    "help.open",
)


@pytest.fixture
def article(desk: Desk) -> Article:
    """Give the newsroom words in letters that no text of the interface has."""
    before = desk.newsroom.settings
    desk.articles.apply(EditSettings(before, replace(before, name="Νέα"), say("x")))
    earlier = an_article(headline="Πορθμεία", slug="12", language="el", body="Λέξεις.")
    links = (a_link(earlier, on_timeline=True),)
    main = an_article(headline="Λιμάνι", slug="13", language="el", body="## Τίτλος\n\nΛέξεις.", links=links)
    desk.articles.apply(created(earlier, main))
    return desk.articles.get(main.id)


@pytest.fixture
def speak(qapp: QApplication, studio: Studio) -> Iterator[Callable[[str], None]]:
    """Give the test a way to show the interface in a language of the tests; the studio puts English back."""
    assert studio
    language = InterfaceLanguage(qapp)

    def put_on(tag: str) -> None:
        set_interface_language(tag, StretchedWords(tag))
        language.put_on()

    yield put_on
    language.show("en")
    language.deleteLater()


def _host(qtbot: QtBot, desk: Desk, spec: PanelSpec, article: Article) -> PanelHost:
    host = PanelHost(desk, spec)

    def end() -> None:
        host.panel.settle()
        host.jobs.stop_all()

    qtbot.addWidget(host, before_close_func=lambda _: end())
    host.resize(WIDE[spec.area], HIGH)
    host.show()
    host.workspace.open(article.id)
    qtbot.waitUntil(host.jobs.is_idle, timeout=20_000)
    QApplication.processEvents()
    return host


@ALL
def test_every_text_of_a_panel_is_translated_and_whole(
    qtbot: QtBot, desk: Desk, article: Article, speak: Callable[[str], None], spec: PanelSpec
) -> None:
    speak(LONG)
    host = _host(qtbot, desk, spec, article)
    assert untranslated(host) == []
    assert clipped(host) == []


@ALL
def test_every_row_of_a_panel_is_mirrored(
    qtbot: QtBot, desk: Desk, article: Article, speak: Callable[[str], None], spec: PanelSpec
) -> None:
    speak(MIRRORED)
    host = _host(qtbot, desk, spec, article)
    assert host.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert unmirrored(host) == []


@pytest.mark.parametrize("tag", [LONG, MIRRORED])
@pytest.mark.parametrize("name", ["newsroom", "preferences", "replace"])
def test_a_further_window_is_translated_whole_and_mirrored(
    request: pytest.FixtureRequest, qtbot: QtBot, desk: Desk, article: Article, name: str, tag: str
) -> None:
    studio = request.getfixturevalue("studio")
    request.getfixturevalue("speak")(tag)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1280, 720)
    workspace, jobs = Workspace(desk, parent), Jobs(parent)
    workspace.open(article.id)
    made: dict[str, Callable[[], QWidget]] = {
        "newsroom": lambda: NewsroomWindow(workspace, parent),
        "preferences": lambda: PreferencesWindow(studio, jobs, parent),
        "replace": lambda: ReplaceWindow(workspace, jobs, parent),
    }
    window = made[name]()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # noqa: FBT003 - Qt's signature
    window.show()
    qtbot.waitUntil(jobs.is_idle, timeout=20_000)
    _look_over(window, tag)
    window.close()


@pytest.mark.parametrize("tag", [LONG, MIRRORED])
@pytest.mark.parametrize("name", ["recovery", "report", "new_newsroom", "welcome"])
def test_a_window_without_a_newsroom_is_translated_whole_and_mirrored(
    request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path, name: str, tag: str
) -> None:
    studio = request.getfixturevalue("studio")
    request.getfixturevalue("speak")(tag)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1280, 720)
    damage = Damaged(say("The newsroom is damaged."), say("The file is not a database."))
    made: dict[str, Callable[[], QWidget]] = {
        "recovery": lambda: RecoveryWindow(studio, tmp_path / "12", damage, parent),
        "report": lambda: ReportDialog("12", parent),
        "new_newsroom": lambda: NewNewsroomDialog(studio, parent),
        "welcome": lambda: WelcomeWindow(studio),
    }
    window = made[name]()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # noqa: FBT003 - Qt's signature
    if window.parentWidget() is None:
        qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: all(jobs.is_idle() for jobs in window.findChildren(Jobs)), timeout=20_000)
    _look_over(window, tag)
    window.close()


@pytest.mark.parametrize("tag", [LONG, MIRRORED])
def test_the_form_that_links_a_translation_is_translated_whole_and_mirrored(
    qtbot: QtBot, desk: Desk, article: Article, speak: Callable[[str], None], tag: str
) -> None:
    speak(tag)
    other = an_article(headline="Άλλο", slug="14", language="sw", approved_by="Νίκη", approved_at=NOON)
    desk.articles.apply(created(other))
    host = _host(qtbot, desk, TRANSLATIONS, article)
    assert isinstance(host.panel, TranslationsPanel)
    host.panel.begin_joining()
    host.part(SetJoining, "translations.joining").finder.picked.emit(other.id)
    qtbot.waitUntil(host.jobs.is_idle, timeout=20_000)
    _look_over(host, tag)


@pytest.mark.soak
@pytest.mark.parametrize("tag", [LONG, MIRRORED])
def test_the_whole_window_and_every_further_one(
    qtbot: QtBot, desk: Desk, article: Article, studio: Studio, speak: Callable[[str], None], tag: str
) -> None:
    speak(tag)
    window = MainWindow(desk, studio, PANELS)
    with qtbot.waitSignal(window.ready):
        window.appear()
    qtbot.waitUntil(lambda: window.moments.is_over and window.jobs.is_idle(), timeout=20_000)
    window.resize(1280, 720)
    window.workspace.open(article.id)
    try:
        for spec in PANELS:
            window.view.bring_forward(spec.id)
            qtbot.waitUntil(window.jobs.is_idle, timeout=20_000)
            _look_over(window, tag)
        for action in FURTHER:
            window.run(action)
            qtbot.waitUntil(window.jobs.is_idle, timeout=20_000)
            for further in list(QApplication.topLevelWidgets()):
                if isValid(further) and further.isVisible() and further is not window:
                    _look_over(further, tag)
                    further.close()
    finally:
        window.close()
        window.close()
        window.deleteLater()


def _look_over(window: QWidget, tag: str) -> None:
    """Look at `window` with each of its tabs in front."""
    pages = window.findChild(QTabWidget)
    for number in range(pages.count()) if pages else (0,):
        if pages:
            pages.setCurrentIndex(number)
        for _ in range(3):  # layouts of layouts settle in rounds
            QApplication.processEvents()
        assert untranslated(window) == []
        assert clipped(window) == []
        assert tag != MIRRORED or unmirrored(window) == []
