"""The two palettes: every pair of colours that words are set in can be read."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from editor.ui.tokens import DARK, LIGHT, Tokens

GROUNDS = ("window", "surface", "raised")
PAIRS = (
    *((ink, ground) for ink in ("ink", "muted", "accent", "fault", "warn", "done") for ground in GROUNDS),
    ("ink", "selection"),
    ("ink", "found"),
    ("on_accent", "accent"),
    ("ai_ink", "ai_plate"),
    *(("ink", plate) for plate in ("fault_plate", "warn_plate", "done_plate")),
    ("fault", "fault_plate"),
    ("warn", "warn_plate"),
    ("done", "done_plate"),
)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, relative luminance)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


def test_the_measure_is_the_standard_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_both_palettes_name_the_same_colours() -> None:
    assert asdict(LIGHT).keys() == asdict(DARK).keys()
    assert not LIGHT.is_dark
    assert DARK.is_dark
