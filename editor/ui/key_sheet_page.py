"""The sheet of keys as a page: to be laid beside the keyboard, as HTML, as PDF or on paper."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from editor.core.files import faults, write_whole
from editor.core.messages import say
from editor.i18n.direction import direction
from editor.i18n.interface import interface_language, tr, words
from editor.ui import theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from editor.ui.key_rows import KeyRow

_MARGIN = 15  # millimetres
_POINTS = 9


def page_of(rows: Iterable[KeyRow]) -> str:
    """Return a whole HTML page of the actions that have keys, group by group, in the interface language."""
    groups: dict[str, list[str]] = {}
    for row in rows:
        if row.shown:
            line = f"<tr><td>{escape(words(row.text))}</td><td><b>{escape(row.shown)}</b></td></tr>"
            groups.setdefault(words(row.group), []).append(line)
    tables = "".join(
        f'<h2>{escape(title)}</h2>\n<table width="100%" cellpadding="3">\n{"".join(lines)}\n</table>\n'
        for title, lines in groups.items()
    )
    title, tag = escape(tr("Keyboard shortcuts")), interface_language()
    head = f'<meta charset="utf-8"><title>{title}</title>'
    style = "<style>body{font-family:sans-serif}td{border-bottom:1px solid #ccc}</style>"
    return (
        f'<!DOCTYPE html>\n<html lang="{tag}" dir="{direction(tag)}"><head>{head}{style}</head>\n'
        f"<body><h1>{title}</h1>\n{tables}</body></html>\n"
    )


def save(page: str, path: Path) -> None:
    """Write the page to `path`: as PDF where the name ends so, else as HTML.

    Raises `UserError` where a newsroom keeps its own, `Fault` when it cannot be written.
    """
    from editor.services.own_places import refuse_own  # late: a window that appears writes no sheet

    refuse_own(path)
    data = _pdf(page) if path.suffix.lower() == ".pdf" else page.encode("utf-8")
    with faults(say("The sheet of keys was not saved.")):
        write_whole(path, data)


def put_on_paper(page: str, printer: QPrinter) -> None:
    """Print the page."""
    _document(page).print_(printer)


def _document(page: str) -> QTextDocument:
    made = QTextDocument()
    font = QFont(theme.font().families())
    font.setPointSize(_POINTS)
    made.setDefaultFont(font)
    made.setHtml(page)
    return made


def _pdf(page: str) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    writer.setTitle(tr("Keyboard shortcuts"))
    _document(page).print_(writer)
    del writer  # what it holds is written when it goes
    buffer.close()
    return bytes(data.data())
