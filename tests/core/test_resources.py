"""The resources of this checkout; the other places are tried in `tests/architecture/test_resources.py`."""

from __future__ import annotations

from editor.core.resources import resources_root


def test_every_kind_of_resource_is_there() -> None:
    folders = {path.name for path in resources_root().iterdir() if path.is_dir()}
    assert {"icons", "templates", "locale", "house-styles", "themes", "sample"} <= folders
