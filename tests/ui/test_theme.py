"""Light and dark: switching is at once, told to everyone, and leaves words alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from editor.ui import theme
from editor.ui.tokens import DARK, LIGHT


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.Scheme.LIGHT)
    yield
    theme.apply(qapp, theme.Scheme.LIGHT)


def test_a_switch_is_told_and_dresses_the_application(qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.waitSignal(theme.look().changed):
        theme.apply(qapp, theme.Scheme.DARK)
    assert theme.tokens() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
    assert DARK.accent in qapp.styleSheet()


def test_the_same_palette_again_is_no_switch(qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.assertNotEmitted(theme.look().changed):
        theme.apply(qapp, theme.Scheme.LIGHT)
    assert theme.tokens() is LIGHT


def test_a_switch_keeps_text_cursor_and_undo(qtbot: QtBot, qapp: QApplication) -> None:
    text = QPlainTextEdit()
    qtbot.addWidget(text)
    QTest.keyClicks(text, "Words in the middle of a sentence")
    text.moveCursor(text.textCursor().MoveOperation.Left)
    place = text.textCursor().position()
    theme.apply(qapp, theme.Scheme.DARK)
    assert text.toPlainText() == "Words in the middle of a sentence"
    assert text.textCursor().position() == place
    assert text.document().isUndoAvailable()


def test_an_unknown_scheme_is_the_systems() -> None:
    assert theme.scheme_of("sepia") is theme.Scheme.SYSTEM
    assert theme.scheme_of("dark") is theme.Scheme.DARK


def test_fonts_have_the_size_they_are_asked_for() -> None:
    face = theme.font(theme.HEADLINE, is_serif=True, is_bold=True)
    assert face.pixelSize() == theme.HEADLINE
    assert face.bold()
    assert face.families()[0] == theme.SERIF[0]
    assert theme.font().pixelSize() == theme.NORMAL


def test_colours_are_the_palettes_own(qapp: QApplication) -> None:
    assert theme.color("accent").name().upper() == LIGHT.accent
    theme.apply(qapp, theme.Scheme.DARK)
    assert theme.color("accent").name().upper() == DARK.accent


def test_disabled_words_can_still_be_read() -> None:
    palette = theme.palette_of(DARK)
    group = QPalette.ColorGroup.Disabled
    assert palette.color(group, QPalette.ColorRole.Text).name().upper() == DARK.muted


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_window_has_one_size_of_letters_from_its_start(scheme: str) -> None:
    """In a process of its own: Fusion is the first on some systems, and under a sheet no style says its name."""
    script = (
        "from PySide6.QtWidgets import QApplication\n"
        "from editor.ui import theme\n"
        "app = QApplication([])\n"
        f"theme.prepare(app, {scheme!r})\n"
        "sizes = [app.font().pixelSize()]\n"
        "for other in ('light', 'dark'):\n"
        "    theme.apply(app, other)\n"
        "    sizes.append(app.font().pixelSize())\n"
        "print(*sizes)\n"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout.split() == [str(theme.NORMAL)] * 3
