"""One picture and everything about it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.ui.widgets.image_detail import ImageDetail
from tests.builders import an_image


@pytest.fixture
def detail(qtbot: QtBot) -> ImageDetail:
    made = ImageDetail()
    qtbot.addWidget(made)
    made.show_image(an_image(sha256="0" * 64, size=9000), ("en", "sw"), "In the hall")
    return made


def test_it_says_the_files_name_and_measures(detail: ImageDetail) -> None:
    facts = detail.findChild(QLabel, "images.facts")
    assert facts is not None
    assert facts.text() == "drums.png\n640 × 360 · PNG · 9 KB"
    assert detail.form.caption.text() == "In the hall"


def test_only_what_is_possible_is_offered(detail: ImageDetail, qtbot: QtBot) -> None:
    detail.allow({"hero", "body"})
    shown = {name for name, button in detail.buttons.items() if button.isVisibleTo(detail)}
    assert shown == {"hero", "body"}
    with qtbot.waitSignal(detail.asked) as said:
        detail.buttons["hero"].click()
    assert said.args == ["hero"]


def test_words(detail: ImageDetail) -> None:
    detail.retranslate()
    assert all(button.text() and button.accessibleName() for button in detail.buttons.values())
