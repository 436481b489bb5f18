"""Colours that stand too close."""

from __future__ import annotations

import pytest

from editor.checks.contrast import contrast, schemes
from editor.domain.made_file import MadeFile
from tests.checks.looks import found, looking

CSS = """
:root { color-scheme: light; --ground: #fff; --ink: #000000; --muted: #aaaaaa; }
@media (prefers-color-scheme: dark) { :root:not([data-scheme="light"]) { --ground: #000; --ink: #fff; } }
"""


def test_pairs_are_measured_in_both_schemes() -> None:
    sheet = MadeFile(path="t.css", kind="style", type="text/css", text=CSS)
    (problem,) = found("contrast", looking(article=None, stylesheets=lambda: (sheet,)))
    assert "In the light scheme “muted” on “ground” has a contrast of 2.3" in str(problem.message)
    assert found("contrast", looking(stylesheets=lambda: (sheet,))) == []  # it is said once, of the newsroom


def test_the_dark_scheme_has_what_it_does_not_change() -> None:
    assert schemes(CSS) == {
        "light": {"ground": "ffffff", "ink": "000000", "muted": "aaaaaa"},
        "dark": {"ground": "000000", "ink": "ffffff", "muted": "aaaaaa"},
    }


@pytest.mark.parametrize(("one", "other", "ratio"), [("000000", "ffffff", 21.0), ("777777", "ffffff", 4.48)])
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)
