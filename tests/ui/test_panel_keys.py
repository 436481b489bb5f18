"""Keys that panels know by themselves: each on the sheet, none twice where both are heard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.ui.actions import Actions
from editor.ui.key_rows import holder, key_rows
from editor.ui.keys import WORN
from editor.ui.menus import menus
from editor.ui.panel import PanelSpec
from editor.ui.panel_keys import PANEL_KEYS
from editor.ui.registry import PANELS
from tests.builders import an_article, created
from tests.ui.panel_host import PanelHost, hosted


@pytest.fixture
def actions(qtbot: QtBot) -> Iterator[Actions]:
    window = QMainWindow()
    qtbot.addWidget(window)
    yield Actions(window.menuBar(), menus(PANELS, []), window)
    window.close()


def test_no_two_are_called_the_same() -> None:
    ids = [one.id for _title, several in PANEL_KEYS for one in several]
    assert len(ids) == len(set(ids))


def test_no_keys_mean_two_things_where_both_are_heard(actions: Actions) -> None:
    rows = list(key_rows(actions))
    clashes = {
        (row.id, other.id) for row in rows for keys in row.keys if (other := holder(rows, row, keys)) is not None
    }
    assert clashes == set()


@pytest.mark.parametrize("spec", PANELS, ids=lambda spec: spec.id)
def test_every_key_of_a_panel_stands_on_the_sheet(qtbot: QtBot, desk: Desk, actions: Actions, spec: PanelSpec) -> None:
    """A key that fails here needs a line in `panel_keys.py` (or in the menus) and `keys.wear` in its panel."""
    article = an_article(headline="Ferry", body="Words.")
    desk.articles.apply(created(article))
    host = hosted(qtbot, desk, spec, desk.articles.get(article.id))
    qtbot.waitUntil(host.jobs.is_idle, timeout=20_000)
    known = {row.id for row in key_rows(actions)}
    fixed = {(key.toString(), row.is_fixed) for row in key_rows(actions) for key in row.keys}
    lacking = [
        f"{key.toString()} of {one.objectName() or one.parent()}"
        for one, found in _with_keys(host)
        for key in found
        if one.property(WORN) not in known and (key.toString(), True) not in fixed
    ]
    assert lacking == []


def _with_keys(host: PanelHost) -> Iterator[tuple[QAction | QShortcut, list]]:  # type: ignore[type-arg]
    for action in host.panel.findChildren(QAction):
        yield action, action.shortcuts()
    for shortcut in host.panel.findChildren(QShortcut):
        yield shortcut, shortcut.keys()
