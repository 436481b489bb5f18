"""The window's style sheet, made from one palette. Measures follow an 8 px grid."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from editor.core.resources import resources_root
from editor.ui.tokens import Tokens

# Property hooks for panels: [role="headline|standfirst|muted|section|field-label"], [kind="primary|quiet"],
# QFrame[plate="..."].
_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QDialog#palette { background: $raised; border: 1px solid $line; }
QDialogButtonBox, QInputDialog { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: $raised; color: $ink; border: 1px solid $line; padding: 6px 8px; }

QLabel[role="muted"] { color: $muted; }
QLabel[role="section"] { color: $muted; font-size: 12px; font-weight: 600; }
QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="lead"] { font-size: 15px; }
QLabel[role="fault"] { color: $fault; }
QLabel[role="warn"] { color: $warn; }
QLabel[role="done"] { color: $done; }
QLabel:disabled { color: $muted; }

QPushButton, QToolButton[kind="button"] {
    background: $surface; color: $ink; border: 1px solid $line; border-radius: 6px;
    padding: 6px 14px; min-height: 18px;
}
QPushButton:hover, QToolButton[kind="button"]:hover { background: $raised; border-color: $muted; }
QPushButton:pressed, QToolButton[kind="button"]:pressed { background: $selection; }
QPushButton:focus, QToolButton[kind="button"]:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { color: $muted; background: $window; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent; border-color: $ink; }
QPushButton[kind="primary"]:focus { border: 2px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 4px 8px; }
QPushButton[kind="quiet"]:hover { background: $raised; border-color: $line; }
QPushButton[kind="quiet"]:checked { background: $selection; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; padding: 3px 7px; }
QPushButton[kind="quiet"]:disabled { color: $muted; }

QPushButton[kind="way"] { text-align: left; border-radius: 8px; padding: 0; min-height: 64px; }
QPushButton[kind="way"]:focus { padding: 0; }
QPushButton[kind="row"] { text-align: left; background: transparent; border: 1px solid transparent; padding: 7px 8px; }
QPushButton[kind="row"]:hover { background: $raised; border-color: $line; }
QPushButton[kind="row"]:focus { border: 2px solid $accent; padding: 6px 7px; }

QToolButton { background: transparent; color: $ink; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: $raised; border-color: $line; }
QToolButton:checked { background: $selection; }
QToolButton:pressed { background: $selection; }
QToolButton:focus { border: 2px solid $accent; padding: 3px; }
QToolButton:disabled { color: $muted; }
QToolButton::menu-indicator { image: none; }
QPushButton::menu-indicator {
    image: url("$arrow_down"); width: 12px; height: 12px; subcontrol-origin: padding;
    subcontrol-position: right center; right: 6px;
}

QLineEdit, QComboBox, QSpinBox, QDateTimeEdit, QDateEdit, QAbstractSpinBox {
    background: $surface; color: $ink; border: 1px solid $line; border-radius: 6px; padding: 5px 8px;
    min-height: 18px; selection-background-color: $selection; selection-color: $ink;
}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $accent; padding: 4px 7px; }
QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled { color: $muted; background: $window; }
QLineEdit[trouble="true"], QComboBox[trouble="true"] { border: 2px solid $fault; padding: 4px 7px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox[kind="filter"] { padding: 5px 4px; }
QComboBox[kind="filter"]:focus { padding: 4px 3px; }
QComboBox[kind="filter"]::drop-down { width: 14px; }
QComboBox::down-arrow { image: url("$arrow_down"); width: 12px; height: 12px; }
QComboBox QAbstractItemView {
    background: $surface; color: $ink; border: 1px solid $line; padding: 4px; outline: none;
    selection-background-color: $selection; selection-color: $ink;
}
QPlainTextEdit, QTextEdit, QTextBrowser {
    background: $surface; color: $ink; border: 1px solid $line; border-radius: 6px; padding: 6px;
    selection-background-color: $selection; selection-color: $ink;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 5px; }
QTextEdit[trouble="true"] { border: 2px solid $fault; padding: 5px; }
QPlainTextEdit[kind="page"], QTextEdit[kind="page"], QTextBrowser[kind="page"], QLineEdit[kind="page"] {
    border: none; background: transparent; padding: 0;
}

QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $accent; }
QCheckBox::indicator, QTreeView::indicator {
    width: 14px; height: 14px; border: 1px solid $muted; border-radius: 3px; background: $surface;
}
QCheckBox::indicator:checked, QTreeView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$tick");
}
QTreeView::indicator:indeterminate { background: $selection; border-color: $accent; }
QCheckBox::indicator:disabled { border-color: $line; background: $window; }
QCheckBox::indicator:checked:disabled { background: $muted; border-color: $muted; }
QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid $muted; border-radius: 8px; background: $surface;
}
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; }
QRadioButton::indicator:disabled { border-color: $line; }

QAbstractItemView { background: $surface; color: $ink; border: none; outline: none; }
QListView::item, QTreeView::item, QTableView::item { padding: 4px 8px; }
QListView::item:hover, QTreeView::item:hover { background: $raised; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: $selection; color: $ink; }
QListView[kind="contents"] { background: $window; padding: 8px; }
QListView[kind="contents"]::item { padding: 8px 12px; border-radius: 6px; }
QTextBrowser[kind="sheet"] { border: none; border-radius: 0; padding: 0; }
QHeaderView::section {
    background: $surface; color: $muted; border: none; border-bottom: 1px solid $line; padding: 6px 8px;
}

QMenuBar { background: $window; padding: 2px 4px; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 6px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $selection; }
QMenu { background: $surface; color: $ink; border: 1px solid $line; padding: 6px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }

QStatusBar { background: $window; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 0 4px; }
QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QDockWidget { color: $ink; font-weight: 600; border: none; }
QDockWidget > QWidget { background: $surface; }
QTabBar { background: $window; }
QTabBar::tab {
    background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent; padding: 8px 7px;
}
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }
QTabBar[kind="panels"]::tab { padding: 8px 7px; }
QTabBar[kind="panels"][fit="chosen"]::tab:!selected, QTabBar[kind="panels"][fit="icons"]::tab {
    width: 16px; color: transparent;
}
QTabBar[kind="articles"]::tab { padding: 6px 2px 6px 12px; border-right: 1px solid $line; }
QTabBar[kind="articles"]::tab:selected { background: $surface; }
QToolButton[kind="tab-close"] { padding: 0; margin: 0 4px 0 0; }
QTabWidget::pane { border: none; border-top: 1px solid $line; background: $surface; }

QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget#page { background: $surface; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QFrame#notice, QFrame#first_edition { border: none; border-bottom: 1px solid $line; background: $raised; }
QFrame#notice[kind="fault"] { background: $fault_plate; }
QFrame#notice[kind="warn"] { background: $warn_plate; }
QFrame#notice[kind="done"] { background: $done_plate; }
QLabel#ai_label {
    background: $ai_plate; color: $ai_ink; border-radius: 4px; padding: 2px 8px; font-size: 12px; font-weight: 600;
}
QFrame[role="hairline"] { background: $line; max-height: 1px; min-height: 1px; border: none; }
QFrame[role="half"] { background: $window; border: none; border-bottom: 2px solid transparent; }
QFrame[role="half"][active="true"] { background: $surface; border-bottom: 2px solid $accent; }
QFrame[role="half"] QLabel { color: $muted; }
QFrame[role="half"][active="true"] QLabel { color: $ink; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame#length { background: $surface; border: 1px solid $line; }
QFrame[role="card"]:hover { background: $raised; }
""")


def style_sheet(tokens: Tokens) -> str:
    """Return the sheet for `tokens`."""
    # A sheet cannot tint a picture: the arrow's grey reads on both palettes, of the tick there are two.
    pictures = resources_root() / "icons" / "fixed"
    tick = pictures / ("tick-dark.svg" if tokens.is_dark else "tick.svg")
    arrow_down = pictures / "down.svg"
    return _SHEET.substitute(asdict(tokens), arrow_down=arrow_down.as_posix(), tick=tick.as_posix())
