"""The sheet of keys on a page: whole, escaped, in the language of the interface, as HTML and as PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from editor.core.errors import Fault, UserError
from editor.core.messages import Message, say
from editor.i18n.interface import set_interface_language
from editor.ui.key_rows import KeyRow
from editor.ui.key_sheet_page import page_of, save

ROWS = (
    KeyRow(id="bold", group=say("Text"), text=say("Bold"), usual=("Ctrl+B",)),
    KeyRow(id="odd", group=say("Text"), text=Message("<b> & co"), usual=("Ctrl+<",)),
    KeyRow(id="none", group=say("View"), text=say("Larger")),
)


@pytest.mark.usefixtures("qapp")
def test_it_holds_what_has_keys_by_group_and_escaped() -> None:
    page = page_of(ROWS)
    assert "<h2>Text</h2>" in page
    assert "<td>Bold</td><td><b>Ctrl+B</b></td>" in page
    assert "&lt;b&gt; &amp; co" in page
    assert "Ctrl+&lt;" in page
    assert "View" not in page  # nothing there has keys
    assert '<html lang="en" dir="ltr">' in page


@pytest.mark.usefixtures("qapp")
def test_it_speaks_the_interface_language() -> None:
    set_interface_language("sw")
    try:
        assert 'lang="sw"' in page_of(ROWS)
    finally:
        set_interface_language("en")


def test_it_is_saved_as_its_name_says(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp
    save(page_of(ROWS), tmp_path / "keys.html")
    assert (tmp_path / "keys.html").read_text(encoding="utf-8") == page_of(ROWS)
    save(page_of(ROWS), tmp_path / "keys.PDF")
    data = (tmp_path / "keys.PDF").read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["keys.PDF", "keys.html"]


@pytest.mark.usefixtures("qapp")
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(Fault):
        save(page_of(ROWS), tmp_path / "nowhere" / "keys.html")


@pytest.mark.usefixtures("qapp")
def test_it_never_takes_the_place_of_a_newsroom(tmp_path: Path) -> None:
    database = tmp_path / "newsroom.sqlite3"
    database.write_bytes(b"all words")
    with pytest.raises(UserError, match="its own files"):
        save(page_of(ROWS), database)
    assert database.read_bytes() == b"all words"
