"""A newsroom without an edition is told so."""

from __future__ import annotations

from editor.domain.settings import NewsroomSettings
from tests.checks.looks import found, looking


def test_a_newsroom_without_an_edition_is_told() -> None:
    assert found(
        "editions", looking(article=None, settings=NewsroomSettings(name="Desk", base_url="https://a.example"))
    )
