"""Qt's own texts in the interface language; what is not known stays Qt's English and is never blank."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from editor.i18n.catalogs import Catalog
from editor.i18n.interface import set_interface_language
from editor.i18n.qt_texts import QT_CONTEXT, QT_TEXTS, qt_text

KISWAHILI = Catalog("sw", {(QT_CONTEXT, "Cancel"): ("Ghairi",), ("", "Open"): ("Fungua",), (QT_CONTEXT, "Help"): ("",)})


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    set_interface_language("en")


def test_english_is_qts_own() -> None:
    assert qt_text("QPlatformTheme", "Cancel") is None


def test_in_swahili() -> None:
    set_interface_language("sw", KISWAHILI)
    assert qt_text("QPlatformTheme", "Cancel") == "Ghairi"
    assert qt_text("QPlatformTheme", "Open") is None
    assert qt_text("QPlatformTheme", "Help") is None
    assert qt_text("QShortcut", "Cancel") is None


def test_the_direction_of_the_window() -> None:
    assert qt_text("QGuiApplication", "QT_LAYOUT_DIRECTION") == "LTR"
    set_interface_language("ar", Catalog("ar"))
    assert qt_text("QGuiApplication", "QT_LAYOUT_DIRECTION") == "RTL"


def test_no_text_stands_twice() -> None:
    assert len(QT_TEXTS) == len(set(QT_TEXTS))


@pytest.mark.parametrize("text", ["&Yes", "&No", "Cancel", "OK", "&Save", "File &name:", "Cu&t", "&Paste"])
def test_the_shipped_swahili(text: str) -> None:
    set_interface_language("sw")
    assert qt_text("QPlatformTheme", text)
