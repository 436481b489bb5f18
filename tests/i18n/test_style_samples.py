"""Number and list styles by example, there and back."""

from __future__ import annotations

import pytest

from editor.core.errors import UserError
from editor.i18n.house_styles import standard_style
from editor.i18n.page_words import LOCALES
from editor.i18n.style_samples import joins_in, list_sample, number_sample, signs_in


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_comes_back(locale: str) -> None:
    style = standard_style(locale)
    assert signs_in(number_sample(style.signs)) == style.signs
    assert joins_in(list_sample(style.joins)) == style.joins


def test_nothing_is_nothing() -> None:
    assert (signs_in(" "), joins_in(""), number_sample(()), list_sample(())) == ((), (), "", "")


def test_numbers_without_groups() -> None:
    assert signs_in("1234,5") == (",", "")


@pytest.mark.parametrize("text", ["12", "1,234", "0,5", "1,234.55", "x"])
def test_what_is_no_number_of_the_example(text: str) -> None:
    with pytest.raises(UserError, match="does not show how numbers"):
        signs_in(text)


@pytest.mark.parametrize("text", ["1, 2", "1, 2 and 3", "1 2 3; 12", "A, B and C; A and B"])
def test_what_is_no_list_of_the_example(text: str) -> None:
    with pytest.raises(UserError, match="does not show how names"):
        joins_in(text)
