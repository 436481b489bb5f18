"""Looks over everything that a window shows: is it translated, is it whole, is it mirrored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QComboBox,
    QGroupBox,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from editor.i18n.direction import language_name
from editor.i18n.page_words import LOCALES, page_words
from editor.ui.widgets.elided_label import ElidedLabel
from editor.ui.widgets.label_sample import LabelSample
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.lines_label import LinesLabel
from tests.fakes import CLOSE, OPEN

_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
_NO_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_STRETCHED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
_WORD = re.compile(r"[A-Za-z]{2,}")
_MARKUP = re.compile(r"<[^>]*>|&\w+;")
# What is the same in every language: keys, formats, tags, zones, addresses.
_SAME = re.compile(
    r"\b(?:Ctrl|Shift|Alt|Meta|Esc|Del|Tab|Home|End|PgUp|PgDown|Return|Enter|Space|Ins|Backspace|Left|Right|Up|Down"
    r"|F\d+|UTC|AI|PO|TOML|CSV|JSON|HTML|PDF|PNG|ZIP|IPTC|ICU|URL|Makala|px)\b"
    r"|\b[A-Z][\w-]+/[A-Z][\w/ -]+|https?://\S+|\S*[/\\]\S*|\S+\.\w{2,4}\b"
)
# What holds names, patterns, or the words of a page in its readers' language.
_HOLDS_NAMES = re.compile(
    r"text_face$|zone|^labels\.|^styles\.|\.words\.|^edition\.\w+\.style|\.person$|^help\.contents$|^replace_all\.|^find\."
)


def shown(top: QWidget) -> Iterator[QWidget]:
    """Yield every widget of `top` that a person can see, or reach by scrolling."""
    yield top
    yield from (one for one in top.findChildren(QWidget) if one.isVisibleTo(top))


def untranslated(top: QWidget) -> list[str]:
    """Return the texts of `top` that are not in the stretched language, each with whose it is."""
    found: set[str] = set()
    for widget in shown(top):
        is_named = _HOLDS_NAMES.search(widget.objectName())
        texts = () if is_named else (*_spoken(widget), *_texts_of(widget))
        found |= {f"{type(widget).__name__} {widget.objectName()!r}: {text!r}" for text in texts if _is_english(text)}
    return sorted(found)


def clipped(top: QWidget) -> list[str]:
    """Return the labels and buttons of `top` whose words need more room than they have."""
    found = []
    for widget in shown(top):
        needed, has = _room(widget)
        if needed.width() > has.width() + 1 or needed.height() > has.height() + 1:
            name = f"{type(widget).__name__} {widget.objectName()!r} of {_owner(widget)}"
            found.append(f"{name}: needs {needed.toTuple()}, has {has.toTuple()}: {[*_texts_of(widget)]!r}")
    return sorted(set(found))


def unmirrored(top: QWidget) -> list[str]:
    """Return the rows of `top` whose first part does not stand at the right, as it must from right to left."""
    found = []
    for widget in shown(top):
        if widget.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
            continue
        for layout in (one for one in widget.findChildren(QLayout) if one.parentWidget() is widget):
            parts = _parts(layout)
            if len(parts) > 1 and parts[0].x() < parts[-1].x():
                found.append(f"{type(widget).__name__} {widget.objectName()!r}: {layout.objectName()}")
    return sorted(set(found))


def _is_english(text: str) -> bool:
    rest = _MARKUP.sub(" ", text.translate(_NO_ISOLATES))
    while rest != (rest := _STRETCHED.sub(" ", rest)):
        pass
    parts = (part.strip() for part in re.split(r"[:;·,()]", rest))
    return rest.strip() not in _names() and any(
        part not in _names() and _WORD.search(_SAME.sub(" ", part)) for part in parts
    )


@cache
def _names() -> frozenset[str]:
    """Return what languages are called, and every word of every page: neither is the interface's to translate."""
    names = {name for tag in LOCALES for name in (tag, language_words(tag), language_name(tag, "en"))}
    names |= {part.strip() for name in names for part in name.split("(")}
    names |= {"Hans", "Hant", "en-XA", "ar-XB"}
    return frozenset(names | {word.text for tag in LOCALES for word in page_words(tag).values()})


def _spoken(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleDescription()
    if not isinstance(widget, (LabelSample, ElidedLabel, LinesLabel, QLabel)):
        yield widget.accessibleName()
    if widget.isWindow():
        yield widget.windowTitle()


def _texts_of(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QGroupBox():
            yield widget.title()
        case QLineEdit():
            yield widget.placeholderText()
        case QPlainTextEdit() | QTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(number) for number in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(number) for number in range(widget.count()))
            yield from (widget.tabToolTip(number) for number in range(widget.count()))
        case QListWidget():
            yield from (widget.item(number).text() for number in range(widget.count()))
        case QMenuBar() | QMenu():
            yield from (action.text() for action in widget.actions())


def _room(widget: QWidget) -> tuple[QSize, QSize]:
    """Return how large the words of `widget` are, and how large the place is that they have."""
    said = [text for text in _texts_of(widget) if text.strip()]
    if not said or isinstance(widget, ElidedLabel):  # which shows all of them in its tooltip
        return QSize(0, 0), widget.size()
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return QSize(0, widget.heightForWidth(widget.width())), widget.size()
        return widget.sizeHint(), widget.size()
    if isinstance(widget, QAbstractButton):
        is_shown = not isinstance(widget, QToolButton) or widget.toolButtonStyle() is not _ICON_ONLY
        wide = widget.sizeHint().width() if is_shown or widget.icon().isNull() else 0
        return QSize(wide, widget.fontMetrics().height()), widget.size()
    if isinstance(widget, QLineEdit) and not widget.text():
        return QSize(widget.fontMetrics().horizontalAdvance(widget.placeholderText()), 0), widget.size()
    return QSize(0, 0), widget.size()


def _owner(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(parent).__name__} {parent.objectName()!r}" if parent else "nothing"


def _parts(layout: QLayout) -> list[QPoint]:
    """Return where the visible parts of a row begin, in the order they were put there; nothing for a column."""
    if not isinstance(layout, QBoxLayout) or layout.direction() is not QBoxLayout.Direction.LeftToRight:
        return []
    items = [layout.itemAt(number) for number in range(layout.count())]
    return [
        item.geometry().topLeft() for item in items if item is not None and not item.isEmpty() and not item.spacerItem()
    ]
