"""Qt's own texts in the interface language, in the form that Qt reads by itself; what is not known stays Qt's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from editor.i18n.catalogs import Catalog
from editor.i18n.interface import forms_in, set_interface_language
from editor.i18n.qt_catalog import qt_catalog
from editor.i18n.qt_texts import QT_CONTEXT, QT_TEXTS, qt_words

KISWAHILI = Catalog("sw", {(QT_CONTEXT, "Cancel"): ("Ghairi",), ("", "Open"): ("Fungua",), (QT_CONTEXT, "Help"): ("",)})


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    set_interface_language("en")


def _no_name(_key: str) -> str | None:
    return None


def test_english_is_qts_own() -> None:
    assert qt_words(_no_name) == qt_catalog("en", {"QT_LAYOUT_DIRECTION": ("LTR",)}, {})


def test_in_swahili() -> None:
    set_interface_language("sw", KISWAHILI)
    held = qt_words({"Cancel": "Esc"}.get)
    assert "Ghairi".encode("utf-16-be") in held
    assert "Esc".encode("utf-16-be") in held
    assert "Fungua".encode("utf-16-be") not in held


def test_the_direction_of_the_window() -> None:
    set_interface_language("ar", Catalog("ar"))
    assert qt_words(_no_name) == qt_catalog("ar", {"QT_LAYOUT_DIRECTION": ("RTL",)}, {})


def test_no_text_stands_twice() -> None:
    assert len(QT_TEXTS) == len(set(QT_TEXTS))


@pytest.mark.parametrize("text", ["&Yes", "&No", "Cancel", "OK", "&Save", "File &name:", "Cu&t", "&Paste"])
def test_the_shipped_swahili(text: str) -> None:
    set_interface_language("sw")
    assert all(forms_in(QT_CONTEXT)[text])
