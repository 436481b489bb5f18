"""Locale data in all its styles stays what it was, and differs from ICU's only where the reason is written down."""

from __future__ import annotations

import pytest

from tests.i18n.reference import EVERY_LOCALE, INSTANTS
from tests.i18n.standard_dates import FILE, STYLES, standard, standard_lines

_TIMES = {"time,short", "time,medium"}
# Where CLDR by our writer is not ICU: in which styles, and why. Every other cell of 70 by 9 by 36 is the same.
_REASONS = {
    "bn": (
        {"date,long", "date,full", "date,::MMMMd", "date,::yMMMM"},
        "ICU's newer CLDR spells January and February another way",
    ),
    "fi": ({"date,full"}, "CLDR's full date has the weekday in the essive; ICU takes the bare weekday out of context"),
    "hy": ({"date,::MMMMd"}, "ICU takes the day of a month from another skeleton"),
    "ko": (_TIMES, "CLDR abbreviates the halves of the day as AM and PM; ICU takes the full ones"),
    "th": ({"date,long", "date,full"}, "the era is left out"),
    "zh-Hant": (_TIMES, "parts of the day become its halves, which can be read back"),
    "zh-TW": (_TIMES, "parts of the day become its halves, which can be read back"),
}
_UNSEEN = str.maketrans(dict.fromkeys("\u200e\u200f\u061c"))


def test_nothing_of_locale_data_moved() -> None:
    kept = FILE.read_text(encoding="utf-8").splitlines()
    assert len(kept) == len(EVERY_LOCALE) * len(STYLES) == 630
    for was, now in zip(kept, standard_lines(), strict=True):
        assert now == was


@pytest.mark.parametrize("tag", EVERY_LOCALE)
def test_every_difference_from_icu_has_its_reason(tag: str) -> None:
    icu = pytest.importorskip("icu4py.messageformat").MessageFormat
    different = set()
    for style in STYLES:
        theirs, ours = icu(f"{{at,{style}}}", f"{tag}@calendar=gregorian"), standard(tag, style)
        for instant in INSTANTS:
            wall = instant.replace(tzinfo=None)  # ICU's formatter reads and shows it in the zone of the process
            if _even(ours.write(instant)) != _even(theirs.format({"at": wall})):
                different.add(style)
                break
    assert different == _REASONS.get(tag, (set(), ""))[0]


def _even(text: str) -> str:
    return " ".join(text.translate(_UNSEEN).split())
