"""Every page has its template, and the templates see values only."""

from __future__ import annotations

from dataclasses import is_dataclass

from editor.core.resources import resources_root
from editor.publish.pages import TEMPLATES, Run


def test_every_page_has_a_template_in_every_theme() -> None:
    for theme in (resources_root() / "templates").iterdir():
        for template in TEMPLATES.values():
            assert (theme / template).is_file()


def test_pages_are_frozen_values() -> None:
    for page in TEMPLATES:
        assert is_dataclass(page)
        assert page.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_a_run_is_its_text() -> None:
    assert str(Run("x", "en", "ltr")) == "x"
