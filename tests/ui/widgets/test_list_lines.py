"""Lines of lists: taken apart, put together, counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.ui.widgets.list_lines import line_of, renumbered


@given(st.text(alphabet="-*+>1.) [x]\ta字😀", max_size=30))
def test_the_parts_of_a_line_are_the_line(text: str) -> None:
    assert line_of(text).text == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("- one", ("", "", "-", "one")),
        ("    12) one", ("", "    ", "12)", "one")),
        ("> 1. one", ("> ", "", "1.", "one")),
        ("-one", ("", "", "", "-one")),
        ("1.5 percent", ("", "", "", "1.5 percent")),
        ("-", ("", "", "-", "")),
        ("٣. one", ("", "", "", "٣. one")),
    ],
)
def test_what_an_item_is(text: str, parts: tuple[str, str, str, str]) -> None:
    line = line_of(text)
    assert (line.quote, line.indent, line.marker, line.words) == parts


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["1. a", "1. b", "7. c"], ["1. a", "2. b", "3. c"]),
        (["4. a", "4. b"], ["4. a", "5. b"]),
        (
            ["1. a", "    3. in", "    3. in", "5. b", "    2. in"],
            ["1. a", "    1. in", "    2. in", "2. b", "    1. in"],
        ),
        (["1. a", "", "9. b"], ["1. a", "", "2. b"]),
        (["1. a", "- x", "5. b"], ["1. a", "- x", "5. b"]),
        (["1. a", "    - x", "5. b"], ["1. a", "    - x", "2. b"]),
        (["9) a", "9) b"], ["9) a", "10) b"]),
    ],
)
def test_items_are_counted_on(before: list[str], after: list[str]) -> None:
    assert renumbered(before) == after
    assert renumbered(after) == after


def test_counting_may_begin_anew() -> None:
    assert renumbered(["2. b", "1. a"], 1) == ["1. b", "2. a"]
