"""The registry lists what stops an export first."""

from __future__ import annotations

from editor.checks.registry import CHECKS


def test_what_blocks_stands_first() -> None:
    assert next(iter(CHECKS)) == "image-file"
