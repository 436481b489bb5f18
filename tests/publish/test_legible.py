"""What no text may hold is replaced; everything else stays."""

from __future__ import annotations

import pytest

from editor.publish.legible import legible


@pytest.mark.parametrize("text", ["", "Ngoma\t\n\r", "é 漢字 \U0001f941 \U0010fffd", "\xa0\u200f\u202e\ufeff\ufffd"])
def test_text_stays(text: str) -> None:
    assert legible(text) == text


@pytest.mark.parametrize(
    "character", ["\0", "\x0b", "\x1f", "\x7f", "\x9f", "\ud800", "\ufdd0", "\ufffe", "\U0001ffff"]
)
def test_what_is_no_text_is_replaced(character: str) -> None:
    assert legible(f"a{character}b") == "a\ufffdb"
