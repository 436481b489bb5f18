"""Numbers on pages: digits and signs of one system, groups as the locale has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.domain.house_style import HouseStyle
from editor.i18n.house_styles import ZEROS
from editor.i18n.page_numbers import written
from editor.i18n.page_words import LOCALES


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "1,234,567"),
        ("de", "1.234.567"),
        ("fr", "1\u202f234\u202f567"),
        ("hi", "12,34,567"),
        ("bn", "১২,৩৪,৫৬৭"),
        ("fa", "۱٬۲۳۴٬۵۶۷"),
        ("ar", "1,234,567"),
        ("ar-EG", "١٬٢٣٤٬٥٦٧"),
        ("de-CH", "1’234’567"),
    ],
)
def test_groups(locale: str, text: str) -> None:
    assert written(1234567, locale, None) == text


def test_chosen_signs_and_digits() -> None:
    assert written(1234567, "sw", HouseStyle(signs=(",", "."))) == "1.234.567"
    assert written(1234567, "ar", HouseStyle(digits="arab")) == "١٬٢٣٤٬٥٦٧"
    assert written(1234567, "fa", HouseStyle(digits="latn")) == "1,234,567"


@given(st.sampled_from(LOCALES), st.sampled_from(["", *ZEROS]), st.integers(0, 10**9))
def test_no_number_mixes_digits(locale: str, digits: str, number: int) -> None:
    text = written(number, locale, HouseStyle(digits=digits))
    of_digits = {ord(sign) - int(sign) for sign in text if sign.isdecimal()}
    assert len(of_digits) == 1
    assert ("٬" in text) <= (of_digits <= {0x660, 0x6F0})
    assert int("".join(sign for sign in text if sign.isdecimal())) == number
