"""Runs of text: joined where they are one, blanks outside of marks, the mark that fits where the words stand."""

from __future__ import annotations

from bs4.element import Tag

from editor.markup.pasted_runs import BREAK, Face, Run, add_to, in_order

BOLD, LEANING = Face(bold=True), Face(italic=True)


def test_neighbours_of_one_face_become_one() -> None:
    assert in_order([Run("a ", BOLD), Run("b", BOLD), Run(" c")]) == [Run("a b", BOLD), Run(" c")]


def test_blanks_stand_outside_of_faces_and_never_at_the_ends() -> None:
    assert in_order([Run("\n a "), Run(" b ", BOLD), Run("\u00a0")]) == [Run("a "), Run("b", BOLD)]


def test_a_blank_between_two_bold_words_is_bold() -> None:
    assert in_order([Run("a", BOLD), Run(" "), Run("b", BOLD)]) == [Run("a b", BOLD)]


def test_breaks_count_once_and_not_at_the_ends() -> None:
    assert in_order([BREAK, Run("a"), BREAK, BREAK, Run("b"), BREAK]) == [Run("a"), BREAK, Run("b")]


def test_a_no_break_space_is_kept_where_it_is_meant() -> None:
    assert in_order([Run("5\u00a0km :\u00a0a\u00a0b  \u00a0c")]) == [Run("5\u00a0km :\u00a0a b c")]


def test_invisible_fillings_go() -> None:
    assert in_order([Run("\ufeffco\u00adop")]) == [Run("coop")]


def test_the_mark_of_leaning_words_fits_their_place() -> None:
    def marks(*runs: Run) -> list[str]:
        holder = Tag(name="p")
        add_to(holder, list(runs))
        return [str(tag["mark"]) for tag in holder.find_all("em")]

    assert marks(Run("a "), Run("b", LEANING), Run(" c")) == ["_"]
    assert marks(Run("a"), Run("b", LEANING), Run("c")) == ["*"]
    assert marks(Run("a", BOLD), Run("b", LEANING)) == []


def test_links_hold_their_faces() -> None:
    holder = Tag(name="p")
    there = Face(address="https://x.example")
    add_to(holder, [Run("a", there), Run("b", Face(bold=True, address="https://x.example")), Run("c")])
    assert str(holder) == '<p><a href="https://x.example">a<strong>b</strong></a>c</p>'
