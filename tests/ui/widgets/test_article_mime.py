"""What a drag of articles carries."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from editor.ui.widgets.article_mime import ARTICLE_MIME, LINK_MIME, ids_in, mime_of


def test_ids_come_out_as_they_went_in() -> None:
    carried = mime_of(["one", "two"])
    assert carried.hasFormat(ARTICLE_MIME)
    assert ids_in(carried) == ("one", "two")
    assert ids_in(carried, LINK_MIME) == ()


def test_a_drag_of_something_else_carries_none() -> None:
    carried = QMimeData()
    carried.setText("one")
    assert ids_in(carried) == ()
