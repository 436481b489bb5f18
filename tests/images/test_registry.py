"""The registry names each detector once."""

from __future__ import annotations

from editor.images.registry import DETECTORS


def test_the_source_type_is_looked_for() -> None:
    assert "digital-source-type" in DETECTORS
