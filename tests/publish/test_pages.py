"""Every page has its template, and the templates see values only."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass

import pytest

from editor.core.resources import resources_root
from editor.publish import pages
from editor.publish.pages import TEMPLATES, Run
from editor.publish.theme import SHIPPED, load_theme


def test_every_page_has_a_template_in_every_theme() -> None:
    for name in SHIPPED:
        for template in (*TEMPLATES.values(), "parts.html", "item.html"):
            assert any((folder / template).is_file() for folder in load_theme(name).folders), (name, template)


@pytest.mark.parametrize("language", ["en", "sw"])
def test_the_help_names_all_that_a_template_sees_and_nothing_else(language: str) -> None:
    text = (resources_root() / "help" / language / "09-themes.md").read_text(encoding="utf-8")
    told = {}
    for line in text.splitlines():
        if match := re.fullmatch(r"- \*\*(\w+)\*\*(?: \(([\w.-]+)\))?: (.+)", line):
            told[match[1]] = (match[2], re.findall(r"`(\w+)`", match[3]))
    assert told == {
        name: (TEMPLATES.get(part), [one.name for one in fields(part)])
        for name, part in vars(pages).items()
        if isinstance(part, type) and part.__module__ == pages.__name__ and is_dataclass(part)
    }


def test_pages_are_frozen_values() -> None:
    for page in TEMPLATES:
        assert is_dataclass(page)
        assert page.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_a_run_is_its_text() -> None:
    assert str(Run("x", "en", "ltr")) == "x"
