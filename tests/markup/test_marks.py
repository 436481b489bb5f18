from __future__ import annotations

from editor.markup.marks import Marks


def test_a_mark_tells_its_place_and_can_be_taken_out() -> None:
    marks = Marks("abcd", [0, 2, 4])
    assert len(marks.text) == 7
    assert [marks.place(part) for part in (marks.text, marks.text[1:], marks.text[5:], "a")] == [0, 2, 4, None]
    assert marks.without(marks.text) == "abcd"


def test_a_mark_is_neither_letter_nor_space() -> None:
    mark = Marks("", [0]).text
    assert not mark.isalnum()
    assert not mark.isspace()


def test_a_character_of_the_text_is_no_mark() -> None:
    held = Marks("", [0]).text
    marks = Marks(f"a{held}b", [1])
    assert marks.place(held) is None
    assert marks.without(marks.text) == f"a{held}b"


def test_no_place_no_mark() -> None:
    assert Marks("abc", []).text == "abc"
