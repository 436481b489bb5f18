"""House styles as files: there and back, and what is said of a file that is none."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.errors import FileError
from editor.domain.house_style import HouseStyle
from editor.i18n.house_styles import standard_style
from editor.i18n.page_words import LOCALES
from editor.i18n.style_file import read_style, write_style

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_style_comes_back(locale: str) -> None:
    assert read_style(write_style(standard_style(locale))) == standard_style(locale)


@given(TEXTS, st.lists(TEXTS.filter(str.strip), max_size=4))
def test_any_words_come_back(text: str, names: list[str]) -> None:
    style = HouseStyle(long=text, date=text, months=tuple(names))
    assert read_style(write_style(style)) == style
    tomllib.loads(write_style(style))


def test_a_file_of_another_system() -> None:
    assert read_style('\ufefflong = "d/M/y"\r\n') == HouseStyle(long="d/M/y")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("long = d/M/y", "not a house style"),
        ("\0\0", "not a house style"),
        ('colour = "red"', "“colour” is no part"),
        ("long = 1", "“long” of a house style is written as text"),
        ("months = [1, 2]", "“months” of a house style is written as text"),
        ('months = ["", "", ""]', "A name is empty in “months”"),
        ('months = "one"', "at months"),
        ('date = ["d", "M"]', "at date"),
    ],
)
def test_what_is_none(text: str, words: str) -> None:
    with pytest.raises(FileError, match=words):
        read_style(text)
