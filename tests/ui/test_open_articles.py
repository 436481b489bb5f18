"""Which articles are open, without a window: tabs, last use, the way back."""

from __future__ import annotations

import pytest

from editor.ui.open_articles import HISTORY, OpenArticles


def _kept(*article_ids: str) -> OpenArticles:
    made = OpenArticles()
    for one in article_ids:
        made.show(one)
        made.keep(one)
    return made


def test_what_is_only_looked_at_shares_one_tab() -> None:
    opened = _kept("a")
    for one in ("b", "c", "d"):
        opened.show(one)
    assert opened.order == ["a", "d"]
    assert opened.lasting == ("a",)
    assert opened.keep("d")
    assert not opened.keep("d")
    opened.show("e")
    assert opened.order == ["a", "d", "e"]


def test_remembered_tabs_stand_before_what_is_opened_then() -> None:
    opened = OpenArticles()
    opened.restore(["a", "b", "a"])
    opened.show("b")
    opened.show("c")
    assert opened.order == ["a", "b", "c"]
    assert opened.lasting == ("a", "b")


def test_closing_goes_to_the_article_used_before() -> None:
    opened = _kept("a", "b", "c")
    opened.show("a")
    assert opened.close("a") == "c"
    opened.show("c")
    assert opened.close("b") == "c"  # not the one on show: that stays
    assert opened.close("c") == ""
    assert opened.order == []


def test_a_closed_tab_comes_back_to_its_place() -> None:
    opened = _kept("a", "b", "c")
    opened.show(opened.close("b"))
    assert opened.last_closed() == "b"
    opened.show("b")
    assert opened.order == ["a", "b", "c"]
    assert opened.last_closed() == ""


def test_walking_goes_by_last_use_and_ends_where_it_stops() -> None:
    opened = _kept("a", "b", "c")
    for expected in ("b", "a", "c", "b"):
        assert opened.walk(1) == expected
        opened.show(expected)
    assert opened.used == ("c", "b", "a")  # unchanged while the key is held
    opened.end_walk()
    assert opened.used == ("b", "c", "a")
    assert opened.walk(1) == "c"
    opened.end_walk()
    assert opened.walk(-1) == "a"


def test_next_and_previous_go_by_place_and_round() -> None:
    opened = _kept("a", "b", "c")
    assert (opened.beside(1), opened.beside(-1)) == ("a", "b")
    opened.show("")
    assert (opened.beside(1), opened.beside(-1)) == ("a", "c")
    assert (OpenArticles().beside(1), OpenArticles().walk(1), OpenArticles().step(-1)) == ("", "", "")


def test_back_and_forward_go_through_what_was_shown() -> None:
    opened = _kept("a", "b", "c")
    for step, expected in ((-1, "b"), (-1, "a"), (-1, ""), (1, "b")):
        found = opened.step(step)
        assert found == expected
        if found:
            opened.show(found)
    opened.show("d")  # another way from here on
    assert opened.step(1) == ""
    assert opened.step(-1) == "b"


def test_what_went_to_the_trash_is_not_on_the_way_back_and_returns_to_its_place() -> None:
    opened = _kept("a", "b", "c")
    opened.show("")
    assert opened.forget("b") == ""
    opened.show("c")
    assert opened.step(-1) == "a"
    opened.show("b")
    assert opened.order == ["a", "b", "c"]
    assert opened.passing == ""


def test_an_order_of_ones_own() -> None:
    opened = _kept("a", "b", "c")
    opened.move("c", 0)
    assert opened.order == ["c", "a", "b"]


@pytest.mark.parametrize("count", [HISTORY * 3])
def test_the_way_back_is_bounded(count: int) -> None:
    opened = OpenArticles()
    for number in range(count):
        opened.show(str(number))
    steps = 0
    while found := opened.step(-1):
        opened.show(found)
        steps += 1
    assert steps == HISTORY - 1
