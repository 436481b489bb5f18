"""The look: colours, sizes and faces of the window, light and dark. Must not know any panel."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from editor.ui.style_sheet import style_sheet
from editor.ui.tokens import DARK, LIGHT, Tokens

__all__ = ["DARK", "LIGHT", "Scheme", "Tokens", "apply", "color", "font", "look", "palette_of", "tokens"]

GRID = 8
SMALL, NORMAL, LARGE, TITLE, HEADLINE = 12, 13, 15, 20, 28
SERIF = (
    "Source Serif 4",
    "Noto Serif",
    "Charter",
    "Georgia",
    "Cambria",
    "DejaVu Serif",
    "Noto Naskh Arabic",
    "Noto Nastaliq Urdu",
    "Noto Serif Hebrew",
    "Noto Serif Devanagari",
    "Noto Serif Bengali",
    "Noto Serif Thai",
    "Noto Serif Ethiopic",
    "Noto Serif CJK JP",
    "serif",
)


class Scheme(StrEnum):
    """Which palette the person asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(QObject):
    """Which palette is on, and word of a switch. One for the process, as the application's palette is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.scheme = Scheme.SYSTEM
        self.follows = False

    @Slot()
    def on_system_changed(self) -> None:
        """Follow the system from light to dark or back."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and self.scheme is Scheme.SYSTEM:
            _put_on(app, _chosen(self.scheme))


_look = Look()


def scheme_of(text: str) -> Scheme:
    """Return the scheme called `text`, the system's where there is none of that name."""
    return Scheme(text) if text in set(Scheme) else Scheme.SYSTEM


def tokens() -> Tokens:
    """Return the palette that is on."""
    return _look.tokens


def color(name: str) -> QColor:
    """Return the colour of the token called `name` ("muted", "accent"...) in the palette that is on."""
    return QColor(getattr(_look.tokens, name))


def look() -> Look:
    """Return the object whose `changed` signal says that another palette is on."""
    return _look


def prepare(app: QApplication, scheme: Scheme | str = Scheme.SYSTEM) -> None:
    """Give `app` style, font and palette of `scheme` without the style sheet.

    Widgets are made a third faster before the sheet is on (measured); `apply` must follow before one shows.
    """
    if not _look.follows:  # once: under the style sheet no style says its name, and Fusion is the first on some systems
        app.setStyle("Fusion")
        app.setFont(font(NORMAL))
        app.styleHints().colorSchemeChanged.connect(_look.on_system_changed)
        _look.follows = True
    _look.scheme = Scheme(scheme)
    asked = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
    app.styleHints().setColorScheme(asked.get(_look.scheme, Qt.ColorScheme.Unknown))
    _look.tokens = _chosen(_look.scheme)
    app.setPalette(palette_of(_look.tokens))


def apply(app: QApplication, scheme: Scheme | str = Scheme.SYSTEM) -> None:
    """Dress `app` in the palette of `scheme`; with SYSTEM it follows the system from now on."""
    prepare(app, scheme)
    _put_on(app, _look.tokens)


def font(size: int = NORMAL, *, is_serif: bool = False, is_bold: bool = False) -> QFont:
    """Return the interface face, or the reading serif, at `size` pixels of a 96 dpi screen."""
    face = QFont(QGuiApplication.font())
    if is_serif:
        face.setFamilies(list(SERIF))
    face.setPixelSize(size)
    face.setBold(is_bold)
    return face


def palette_of(chosen: Tokens) -> QPalette:
    """Return the Qt palette made of `chosen`."""
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, value in (
        (roles.Window, chosen.window),
        (roles.WindowText, chosen.ink),
        (roles.Base, chosen.surface),
        (roles.AlternateBase, chosen.raised),
        (roles.Text, chosen.ink),
        (roles.Button, chosen.surface),
        (roles.ButtonText, chosen.ink),
        (roles.BrightText, chosen.fault),
        (roles.Highlight, chosen.selection),
        (roles.HighlightedText, chosen.ink),
        (roles.Link, chosen.accent),
        (roles.LinkVisited, chosen.accent),
        (roles.ToolTipBase, chosen.raised),
        (roles.ToolTipText, chosen.ink),
        (roles.PlaceholderText, chosen.muted),
        (roles.Accent, chosen.accent),
        (roles.Mid, chosen.line),
        (roles.Midlight, chosen.raised),
        (roles.Light, chosen.raised),
        (roles.Dark, chosen.line),
    ):
        palette.setColor(role, QColor(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.muted))
    return palette


def _chosen(scheme: Scheme) -> Tokens:
    if scheme is Scheme.SYSTEM:
        return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT


def _put_on(app: QApplication, chosen: Tokens) -> None:
    sheet = style_sheet(chosen)
    if app.styleSheet() == sheet:
        return
    _look.tokens = chosen
    app.setPalette(palette_of(chosen))
    app.setStyleSheet(sheet)
    _look.changed.emit()
