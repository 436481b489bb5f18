"""What replacing a picture would touch, before it is done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.services.image_swap import ImageSwap
from editor.ui.widgets.swap_strip import SwapStrip
from tests.builders import an_article, an_image

OLD, NEW = an_image(sha256="a" * 64, name="old.png"), an_image(sha256="b" * 64, name="new.png", alt={})


@pytest.fixture
def strip(qtbot: QtBot) -> SwapStrip:
    made = SwapStrip()
    qtbot.addWidget(made)
    made.show_swap(ImageSwap(OLD, NEW, tuple(an_article(headline=f"No {number}") for number in range(10)), is_new=True))
    return made


def _said(strip: SwapStrip, name: str) -> str:
    found = strip.findChild(QLabel, name)
    assert found is not None
    return found.text().replace("\u2068", "").replace("\u2069", "")


def test_it_names_the_pictures_and_the_articles(strip: SwapStrip) -> None:
    assert _said(strip, "images.swap.title") == "“new.png” would take the place of “old.png” in 10 articles:"
    lines = _said(strip, "images.swap.articles").splitlines()
    assert lines[0] == "• No 0"
    assert lines[-1] == "• And 2 more."
    assert strip.keeps_alt.isVisibleTo(strip)
    assert strip.keeps_alt.isChecked()


def test_keys_and_buttons(strip: SwapStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.agreed):
        strip.go.click()
    with qtbot.waitSignal(strip.left):
        QTest.keyClick(strip.go, Qt.Key.Key_Escape)
    strip.show_swap(ImageSwap(OLD, an_image(sha256="b" * 64), (an_article(),), is_new=False))
    assert not strip.keeps_alt.isVisibleTo(strip)  # nothing of the old one is lacking
    strip.show_swap(None)
    assert strip.isHidden()
