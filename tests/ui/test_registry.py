"""The list of panels: what the window promises is there, in its order."""

from __future__ import annotations

from editor.ui.panel import Area
from editor.ui.registry import PANELS


def test_the_window_has_its_panels_in_order() -> None:
    assert [spec.id for spec in PANELS] == [
        "articles", "draft", "preview", "images", "related", "timeline", "history", "checks", "export", "outline",
        "translations",
    ]  # fmt: skip


def test_list_left_draft_in_the_centre_the_rest_right() -> None:
    areas = [spec.area for spec in PANELS]
    assert areas == [Area.LEFT, Area.CENTRE, *[Area.RIGHT] * 9]


def test_each_panel_has_its_own_key() -> None:
    keys = [spec.shortcut for spec in PANELS]
    assert all(keys)
    assert len(set(keys)) == len(keys)
