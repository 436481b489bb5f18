"""People and those who are none."""

from __future__ import annotations

import pytest

from editor.domain.bylines import is_organisation
from editor.domain.settings import Edition, NewsroomSettings, Publisher

SETTINGS = NewsroomSettings(
    name="Nara Desk", publisher=Publisher(name="Nara Trust"), editions=(Edition(locale="sw", name="Dawati"),)
)


@pytest.mark.parametrize("name", ["Nara Desk", "nara trust ", "Dawati", "Reuters", "AFP", "ČTK", "Kyodo News"])
def test_these_are_no_people(name: str) -> None:
    assert is_organisation(name, SETTINGS)


@pytest.mark.parametrize("name", ["Amina Odhiambo", "", "Jun Reuters", "Efe", "Sana", "Associated"])
def test_these_may_be(name: str) -> None:
    assert not is_organisation(name, SETTINGS)
