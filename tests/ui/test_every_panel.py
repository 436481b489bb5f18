"""The contract that every panel of the registry keeps, walked panel by panel."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from editor.bootstrap import Desk
from editor.domain.article import Article
from editor.i18n.interface import set_interface_language
from editor.ui.icons import names
from editor.ui.panel import Area, PanelSpec
from editor.ui.registry import PANELS
from editor.ui.studio import Studio
from tests.builders import a_link, an_article, created
from tests.ui.panel_host import PanelHost

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView)
ALL = pytest.mark.parametrize("spec", PANELS, ids=lambda spec: spec.id)


@pytest.fixture
def articles(desk: Desk) -> list[Article]:
    earlier = an_article(headline="Ferry fares fall", body="Words.")
    main = an_article(
        headline="Harbour reopens", body="## Ferry\n\nFerry words.", links=(a_link(earlier, on_timeline=True),)
    )
    desk.articles.apply(created(earlier, main))
    return [desk.articles.get(one.id) for one in (main, earlier)]


@pytest.fixture
def host(qtbot: QtBot, desk: Desk, articles: list[Article], spec: PanelSpec) -> Iterator[PanelHost]:
    assert articles
    made = PanelHost(desk, spec)
    made.show()
    qtbot.waitUntil(made.isVisible)
    yield made
    made.panel.settle()
    made.jobs.stop_all()
    made.close()
    made.deleteLater()


def _rest(qtbot: QtBot, host: PanelHost) -> None:
    qtbot.waitUntil(host.jobs.is_idle, timeout=20_000)


def _controls(panel: QWidget) -> list[QWidget]:
    return [
        widget
        for kind in CONTROLS
        for widget in panel.findChildren(kind)
        if widget.isVisibleTo(panel)
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not isinstance(widget.parent(), QComboBox)  # the box has the focus, and the name
    ]


@ALL
def test_the_registry_line_is_whole(spec: PanelSpec) -> None:
    assert spec.icon in names()
    assert str(spec.title)
    assert spec.shortcut
    assert spec.watches


@ALL
def test_it_shows_nothing_something_and_nothing_again(qtbot: QtBot, host: PanelHost, articles: list[Article]) -> None:
    host.panel.show_article(None)
    _rest(qtbot, host)
    for article in articles:
        host.workspace.open(article.id)
        _rest(qtbot, host)
    host.workspace.open("")
    _rest(qtbot, host)
    assert [notice for notice in host.notices if isinstance(notice, Exception)] == []


class _Windows(QObject):
    """Notes every window that comes up, were it for a moment: it would take the keyboard with it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.objectName()!r}")
        return False


@ALL
def test_no_part_of_it_is_shown_as_a_window_while_it_is_made(
    qtbot: QtBot, qapp: QApplication, desk: Desk, articles: list[Article], spec: PanelSpec
) -> None:
    windows = _Windows()
    qapp.installEventFilter(windows)
    made = PanelHost(desk, spec)
    qtbot.addWidget(made)
    made.workspace.open(articles[0].id)
    _rest(qtbot, made)
    made.panel.retranslate()
    qapp.removeEventFilter(windows)
    assert windows.seen == []
    made.panel.settle()
    made.jobs.stop_all()


@ALL
def test_showing_asks_for_no_edit(qtbot: QtBot, host: PanelHost, articles: list[Article]) -> None:
    with qtbot.assertNotEmitted(host.panel.edit_requested):
        for article in articles:
            host.workspace.open(article.id)
            host.panel.settle()
            _rest(qtbot, host)
        host.panel.retranslate()


@ALL
def test_it_speaks_the_interface_language(
    qtbot: QtBot, host: PanelHost, articles: list[Article], studio: Studio
) -> None:
    host.workspace.open(articles[0].id)
    _rest(qtbot, host)
    before = _said(host.panel)
    studio.set_language("sw")
    host.panel.retranslate()
    _rest(qtbot, host)
    translated = _said(host.panel) - before
    assert translated
    set_interface_language("en")
    host.panel.retranslate()
    _rest(qtbot, host)
    assert not _said(host.panel) & translated


@ALL
def test_every_control_has_a_name(qtbot: QtBot, host: PanelHost, articles: list[Article]) -> None:
    for article_id in ("", articles[0].id):
        host.workspace.open(article_id)
        _rest(qtbot, host)
        nameless = [
            f"{type(control).__name__} {control.objectName()!r}"
            for control in _controls(host.panel)
            if not (control.accessibleName() or _own_text(control))
        ]
        assert nameless == []


@ALL
def test_tab_goes_through_the_panel_and_comes_round(qtbot: QtBot, host: PanelHost, articles: list[Article]) -> None:
    host.workspace.open(articles[0].id)
    _rest(qtbot, host)
    host.activateWindow()
    seen: list[QObject] = []
    for _ in range(60):
        host.focusNextChild()
        focus = QApplication.focusWidget()
        if focus is None or focus in seen:
            break
        seen.append(focus)
    assert seen  # the outline is one list
    assert all(host.isAncestorOf(widget) for widget in seen if isinstance(widget, QWidget))


@ALL
def test_it_fits_its_column_of_a_small_laptop(
    qtbot: QtBot, host: PanelHost, articles: list[Article], spec: PanelSpec
) -> None:
    host.workspace.open(articles[0].id)
    _rest(qtbot, host)
    # 1280 x 720 less menus and status line, in the share that the window gives each column.
    most = {Area.LEFT: 280, Area.CENTRE: 560, Area.RIGHT: 430}[spec.area]
    assert host.panel.minimumSizeHint().width() <= most
    assert host.panel.minimumSizeHint().height() <= 600


@ALL
def test_right_to_left_mirrors_it(qtbot: QtBot, host: PanelHost, articles: list[Article]) -> None:
    host.workspace.open(articles[0].id)
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _rest(qtbot, host)
    inside = QRect(0, 0, host.panel.width(), host.panel.height())
    for control in _controls(host.panel):
        place = QRect(control.mapTo(host.panel, control.rect().topLeft()), control.size())
        assert place.right() >= 0, control.objectName()
        assert place.left() <= inside.right(), control.objectName()


@ALL
def test_it_leaves_no_timer_ticking_when_it_is_at_rest(qtbot: QtBot, host: PanelHost, articles: list[Article]) -> None:
    host.workspace.open(articles[0].id)
    _rest(qtbot, host)
    host.hide()
    host.panel.settle()

    def ticking() -> list[QTimer]:
        return [timer for timer in host.panel.findChildren(QTimer) if timer.isActive()]

    qtbot.waitUntil(lambda: not ticking(), timeout=5000)


@ALL
def test_keys_that_mean_nothing_do_nothing(qtbot: QtBot, host: PanelHost, articles: list[Article]) -> None:
    host.workspace.open(articles[0].id)
    _rest(qtbot, host)
    QTest.keyClick(host.panel, Qt.Key.Key_F9)
    QTest.keyClick(host.panel, Qt.Key.Key_Escape)
    _rest(qtbot, host)
    assert host.workspace.stack.undo_label() is None


def _said(panel: QWidget) -> set[str]:
    labels = {label.text() for label in panel.findChildren(QLabel)}
    buttons = {button.text() for button in panel.findChildren(QAbstractButton)}
    hints = {line.placeholderText() for line in panel.findChildren(QLineEdit)}
    return {text for text in labels | buttons | hints if text}


def _own_text(control: QWidget) -> str:
    return control.text() if isinstance(control, QAbstractButton) else ""
