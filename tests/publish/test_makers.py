"""Which files are asked for."""

from __future__ import annotations

from editor.publish.makers import all_of_it


def test_all_of_it_asks_for_what_shows_articles_and_what_shows_none() -> None:
    assert all_of_it(("1" * 32,))
    assert all_of_it(())
