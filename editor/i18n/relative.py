"""How long ago an instant is, in the words of a locale: an extra beside a date, never in its place."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from editor.domain.house_style import HouseStyle
from editor.i18n.house_styles import ZEROS, babel_locale, digits_and_signs

LONGEST = timedelta(hours=24)


def ago(instant: datetime, now: datetime, locale: str, override: HouseStyle | None = None) -> str:
    """Return "3 hours ago" in `locale` and its house style's digits; whole minutes or hours, one minute at least.

    "" for what lies ahead, for what is a day past or more, and where locale data (CLDR, `relativeTime`) has no words.
    """
    past = now - instant
    if not timedelta(0) <= past < LONGEST:
        return ""
    minutes = max(1, int(past.total_seconds()) // 60)
    return _words(minutes, locale, override)


@lru_cache(maxsize=4096)
def _words(minutes: int, locale: str, override: HouseStyle | None) -> str:
    from babel.dates import format_timedelta

    whole = timedelta(hours=minutes // 60) if minutes >= 60 else timedelta(minutes=minutes)
    # Babel's own threshold makes 21 hours "1 day ago"; 1 keeps hours.
    text = format_timedelta(-whole, add_direction=True, threshold=1, locale=babel_locale(locale))
    if text.startswith("-"):
        return ""  # the root locale's abbreviation: there are no words
    zero = ord(ZEROS.get(digits_and_signs(locale, override)[0], "0"))
    return text.translate({ord("0") + n: chr(zero + n) for n in range(10)})
