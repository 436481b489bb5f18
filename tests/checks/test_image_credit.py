"""Pictures that name nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.looks import HERO, found, looking


@pytest.mark.parametrize(
    ("fields", "is_said"),
    [
        ({}, True),
        ({"credit": "Asha"}, False),
        ({"creator": "Asha"}, False),
        ({"rights": "© Desk"}, False),
        ({"credit": " "}, True),
        ({"source_type": "trainedAlgorithmicMedia"}, False),
        ({"sha256": ""}, False),
    ],
)
def test_a_photo_names_somebody(fields: dict[str, str], is_said: bool) -> None:  # noqa: FBT001 - a case
    photo = replace(HERO, **{"source_type": "digitalCapture", **fields})  # type: ignore[arg-type]
    problems = found("image-credit", looking(images={HERO.id: photo}))
    assert bool(problems) is is_said
    assert all(one.image == HERO.id for one in problems)
