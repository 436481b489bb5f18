"""Links and where readers see them."""

from __future__ import annotations

import pytest

from tests.builders import a_link


@pytest.mark.parametrize(
    ("on_card", "on_timeline", "is_shown"),
    [(True, False, True), (False, True, True), (True, True, True), (False, False, False)],
)
def test_a_link_may_be_shown_nowhere(*, on_card: bool, on_timeline: bool, is_shown: bool) -> None:
    assert a_link(on_card=on_card, on_timeline=on_timeline).is_shown is is_shown


def test_a_new_link_is_a_card() -> None:
    link = a_link()
    assert (link.on_card, link.on_timeline) == (True, False)
