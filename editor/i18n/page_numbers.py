"""Whole numbers as the pages of an edition write them, in its digits and with its signs."""

from __future__ import annotations

from functools import lru_cache

from editor.domain.house_style import HouseStyle
from editor.i18n.house_styles import ZEROS, babel_locale, digits_and_signs


@lru_cache(maxsize=4096)
def written(number: int, locale: str, override: HouseStyle | None) -> str:
    """Return `number` in the house style of `locale`: grouped as CLDR says there, in the style's digits and sign."""
    from babel.numbers import format_decimal

    digits, (_, group) = digits_and_signs(locale, override)
    known = babel_locale(locale)
    text = format_decimal(number, locale=known, numbering_system="latn")
    zero = ord(ZEROS.get(digits, "0"))
    own = {ord("0") + n: chr(zero + n) for n in range(10)}
    return text.translate({ord(sign): group for sign in str(known.number_symbols["latn"]["group"])} | own)
