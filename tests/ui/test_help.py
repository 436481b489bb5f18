"""The help: whole in each interface language, true to the menus, keys from the actions."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from editor import __version__
from editor.core.resources import resources_root
from editor.i18n.interface import interface_languages, set_interface_language, words
from editor.ui.actions import Actions, MenuSpec
from editor.ui.help import ABOUT, KEYS, HelpWindow, about, keys_sheet, pages, title_of
from editor.ui.key_rows import key_rows
from editor.ui.menus import menus
from editor.ui.registry import PANELS

# What is pressed in a field, and written in no menu.
_KEYS_OF_FIELDS = {"Ctrl+Enter", "Ctrl+Shift+Enter"}
_NAMES_IN_TEMPLATES = "09-themes"

ALL = menus(PANELS, [("en", "English"), ("sw", "Kiswahili")])


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    set_interface_language("en")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    yield made
    made.close()


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    return Actions(window.menuBar(), ALL, window)


def _written_on_screen(language: str) -> set[str]:
    """Return every text of the interface, as `_plain` gives it."""
    with (resources_root() / "locale" / "sw" / "LC_MESSAGES" / "studio.po").open("rb") as catalog:
        both = [(one.id, one.string) for one in read_po(catalog)]
    forms = (one if language == "en" else other for one, other in both)
    texts = (text for form in forms if form for text in ([form] if isinstance(form, str) else form))
    return {_plain(re.sub(r"\{[^}]+\}", "…", text)) for text in texts}


def _plain(text: str) -> str:
    return text.strip().rstrip("…").casefold()


def _is_name(bold: str) -> bool:
    return bold[0].isupper() and " > " not in bold and "+" not in bold and not bold.endswith(".")


def _paths(menu: MenuSpec, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    path = (*above, words(menu.title))
    yield path
    for item in menu.items:
        if isinstance(item, MenuSpec):
            yield from _paths(item, path)
        elif item is not None:
            yield (*path, words(item.text))


@pytest.mark.parametrize("language", interface_languages())
def test_every_language_of_the_interface_has_the_same_pages(language: str) -> None:
    assert [page.name for page in pages(language)] == [page.name for page in pages("en")]
    assert all(title_of(page) for page in pages(language))
    assert all(page.parent.name == language for page in pages(language))


@pytest.mark.parametrize("language", interface_languages())
def test_the_help_calls_every_menu_as_it_is_called(language: str) -> None:
    set_interface_language(language)
    paths = {path for menu in ALL for path in _paths(menu)}
    for page in pages():
        for named in re.findall(r"\*\*([^*]+ > [^*]+)\*\*", page.read_text(encoding="utf-8")):
            assert tuple(named.split(" > ")) in paths, f"{page.name}: {named}"


@pytest.mark.parametrize("language", interface_languages())
def test_the_help_calls_what_is_pressed_as_it_is_called(language: str) -> None:
    """From the page on editions on: what stands in italics, and in bold with a capital, is written on the screen."""
    said = _written_on_screen(language)
    for page in (one for one in pages(language)[4:] if one.stem != _NAMES_IN_TEMPLATES):
        text = re.sub(r"`[^`]*`", "", page.read_text(encoding="utf-8"))
        named = re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", text)
        named += [one for one in re.findall(r"\*\*([^*\n]+)\*\*", text) if _is_name(one)]
        assert [one for one in named if _plain(one) not in said] == [], page.name


@pytest.mark.parametrize("language", interface_languages())
def test_the_keys_that_the_help_names_are_keys(language: str, actions: Actions) -> None:
    known = {keys.toString() for row in key_rows(actions) for keys in row.keys}
    for page in pages(language):
        text = page.read_text(encoding="utf-8")
        told = set(re.findall(r"\((?:Ctrl|Alt|Shift)\+[^\s,;)]+\)", text))
        assert {one.strip("()") for one in told} <= known | _KEYS_OF_FIELDS, page.name


def test_a_language_without_help_is_helped_in_english() -> None:
    assert pages("xx") == pages("en")


def test_every_page_can_be_read(qtbot: QtBot, window: QMainWindow, actions: Actions) -> None:
    help_window = HelpWindow(actions, window)
    help_window.show()
    titles = []
    for row in range(help_window.contents.count()):
        help_window.contents.setCurrentRow(row)
        titles.append(help_window.contents.item(row).text())
        assert help_window.text.toPlainText().strip()
    assert titles[-2:] == ["Keyboard shortcuts", "About Makala"]
    with qtbot.waitSignal(help_window.destroyed):
        help_window.close()


def test_it_opens_where_it_is_asked_to(window: QMainWindow, actions: Actions) -> None:
    help_window = HelpWindow(actions, window)
    help_window.show_page(KEYS)
    assert "Ctrl+K" in help_window.text.toPlainText()
    help_window.show_page(ABOUT)
    assert __version__ in help_window.text.toPlainText()
    help_window.close()


def test_it_changes_its_language_with_the_page_in_sight(window: QMainWindow, actions: Actions) -> None:
    help_window = HelpWindow(actions, window)
    help_window.show_page("08-safe")
    set_interface_language("sw")
    QApplication.sendEvent(help_window, QEvent(QEvent.Type.LanguageChange))
    assert help_window.windowTitle() == "Msaada"
    safe = next(one for one in pages("sw") if one.stem == "08-safe")
    assert help_window.text.toPlainText().startswith(title_of(safe))
    help_window.close()


def test_links_inside_stay_inside_and_others_go_to_the_browser(
    window: QMainWindow, actions: Actions, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    help_window = HelpWindow(actions, window)
    help_window.text.anchorClicked.emit(QUrl("08-safe.md"))
    assert "backup" in help_window.text.toPlainText()
    help_window.text.anchorClicked.emit(QUrl("https://news.example/"))
    assert opened == ["https://news.example/"]
    help_window.close()


def test_the_sheet_of_keys_is_made_of_the_actions(actions: Actions) -> None:
    sheet = keys_sheet(actions)
    for spec in actions.specs.values():
        assert not spec.shortcut or str(spec.text).replace("&", "&amp;") in sheet
    assert "MIT" in about()


def test_it_is_no_larger_than_the_window_that_made_it(window: QMainWindow, actions: Actions) -> None:
    window.resize(800, 568)
    help_window = HelpWindow(actions, window)
    assert help_window.width() <= 800
    assert help_window.height() <= 568
    help_window.close()
