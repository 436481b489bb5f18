"""The registry offers the formats of the contract."""

from __future__ import annotations

from editor.publish.registry import FORMATS


def test_formats() -> None:
    assert list(FORMATS) == ["html", "text", "epub", "ninjs"]
    assert all(part.title for part in FORMATS.values())
