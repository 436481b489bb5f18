"""Numbers as the interface writes them."""

from __future__ import annotations

import pytest
from babel.numbers import format_decimal

from editor.i18n.interface import interface_languages
from editor.i18n.numbers import grouped


@pytest.mark.parametrize("language", interface_languages())
@pytest.mark.parametrize("number", [0, 7, 999, 1000, 12345, 1234567, -1000])
def test_every_interface_language_writes_them_as_cldr_says(language: str, number: int) -> None:
    assert grouped(number, language) == format_decimal(number, locale=language)


def test_another_language_gets_the_neutral_sign() -> None:
    assert grouped(12345, "en-XA") == "12,345"
    assert grouped(12345, "xx") == "12\u202f345"
