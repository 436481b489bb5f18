"""A house style is data."""

from __future__ import annotations

from dataclasses import fields

from editor.domain.house_style import HouseStyle


def test_an_empty_style_leaves_the_word_to_locale_data() -> None:
    assert not any(getattr(HouseStyle(), field.name) for field in fields(HouseStyle))
