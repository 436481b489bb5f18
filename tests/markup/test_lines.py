"""Lines outside code."""

from __future__ import annotations

from editor.markup.lines import prose_lines


def test_code_is_left_out_and_lines_keep_their_numbers() -> None:
    markdown = "a `b` c\n```py\nd\n~~~\n```\ne\n~~~~\n~~~\nf\n~~~~\n``g`h``i"
    assert list(prose_lines(markdown)) == [(0, "a     c"), (5, "e"), (10, "       i")]


def test_a_fence_that_is_never_closed_goes_to_the_end() -> None:
    assert list(prose_lines("a\n```\nb")) == [(0, "a")]
