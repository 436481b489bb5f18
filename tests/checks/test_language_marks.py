"""A text in other letters than those of its language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.looks import GOOD, found, looking

KISWAHILI, JAPANESE = "Viongozi wawili walipiga ngoma pamoja huko Nara. ", "奈良で二人の首脳がドラムを演奏した。"


@pytest.mark.parametrize(
    ("language", "body", "fits"),
    [
        ("sw", KISWAHILI * 3, True),
        ("ja", JAPANESE * 5, True),
        ("ja", KISWAHILI * 3, False),
        ("sw", JAPANESE * 5, False),
        ("ar", KISWAHILI, False),
        ("ja", "BTS, KPop Demon Hunters", True),  # too little to say anything
        ("qaa", JAPANESE * 5, True),
    ],
)
def test_most_of_the_letters_decide(language: str, body: str, fits: bool) -> None:  # noqa: FBT001 - a case
    article = replace(GOOD, language=language, headline="", standfirst="", body=body)
    assert bool(found("language-marks", looking(article=article))) is not fits
