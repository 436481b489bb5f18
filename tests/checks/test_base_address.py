"""A missing base address is said once, about the newsroom and not about each article."""

from __future__ import annotations

from tests.builders import some_settings
from tests.checks.looks import found, looking


def test_it_is_said_about_the_newsroom_alone() -> None:
    assert found("base-address", looking(article=None, settings=some_settings()))
    assert not found("base-address", looking(settings=some_settings()))
