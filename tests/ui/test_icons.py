"""The icons: all can be drawn, crisp at 200 %, in the colours of the palette that is on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from editor.core.resources import resources_root
from editor.ui import icons, theme
from tests.architecture.source_tree import EDITOR


def _colors(image: QImage) -> set[str]:
    return {
        QColor(image.pixel(x, y)).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if QColor.fromRgba(image.pixel(x, y)).alpha() == 255
    }


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_draws_something_within_its_square(name: str) -> None:
    image = icons.pixmap(name, icons.NORMAL).toImage()
    assert image.size() == QSize(icons.NORMAL, icons.NORMAL)
    drawn = [(x, y) for x in range(20) for y in range(20) if QColor.fromRgba(image.pixel(x, y)).alpha() > 128]
    assert len(drawn) > 3


def test_every_icon_is_tinted_and_of_one_set() -> None:
    for path in (resources_root() / "icons").glob("*.svg"):
        source = path.read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in source, path.name
        assert set(re.findall(r'(?:stroke|fill)="([^"]+)"', source)) <= {"none", "currentColor"}, path.name


def test_icons_follow_the_palette_and_the_screen(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT)
    icon = icons.icon("fault")
    light = icon.pixmap(QSize(20, 20), 2.0)
    assert light.width() == 40
    assert light.devicePixelRatio() == 2.0
    assert theme.LIGHT.ink in _colors(light.toImage())
    theme.apply(qapp, theme.Scheme.DARK)
    assert theme.DARK.ink in _colors(icon.pixmap(QSize(20, 20), 2.0).toImage())
    theme.apply(qapp, theme.Scheme.LIGHT)


def test_a_tint_stays_whatever_the_state() -> None:
    icon = icons.icon("warn", "warn")
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        assert theme.tokens().warn in _colors(icon.pixmap(QSize(20, 20), 2.0, mode).toImage())


@pytest.mark.parametrize("tint", ["", "accent"])
def test_what_cannot_be_pressed_is_seen_to_be_so(tint: str) -> None:
    icon = icons.icon("bold", tint)
    darkest = [
        max(QColor.fromRgba(image.pixel(x, y)).alpha() for x in range(image.width()) for y in range(image.height()))
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
        for image in [icon.pixmap(QSize(20, 20), 2.0, mode).toImage()]
    ]
    assert darkest[1] < 0.7 * darkest[0]
    assert theme.tokens().accent not in _colors(icon.pixmap(QSize(20, 20), 2.0, QIcon.Mode.Disabled).toImage())


@pytest.mark.parametrize(("name", "turns"), [("back", True), ("next", True), ("undo", True), ("fault", False)])
def test_what_points_the_way_of_reading_turns_with_it(qapp: QApplication, name: str, turns: bool) -> None:  # noqa: FBT001
    icon = icons.icon(name)
    before = icon.pixmap(QSize(20, 20), 2.0).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        after = icon.pixmap(QSize(20, 20), 2.0).toImage()
        plain = icons.pixmap(name, 20, ratio=2.0).toImage()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert (after != before) is turns
    assert after == plain


def test_every_icon_named_in_the_code_is_there() -> None:
    asked = set()
    for path in (EDITOR / "ui").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        asked |= set(re.findall(r'icons\.(?:icon|pixmap)\(\s*"([a-z-]+)"', source))
        asked |= set(re.findall(r'icon="([a-z-]+)"', source))
        asked |= set(re.findall(r'EmptyState\(\s*"([a-z-]+)"', source))
    assert asked - set(icons.names()) == set()
    assert Path(resources_root() / "icons").is_dir()
