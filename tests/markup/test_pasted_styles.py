"""What tags and styles say: faces, what is hidden, lists of Word's, addresses."""

from __future__ import annotations

import pytest

from editor.markup.pasted_runs import Face
from editor.markup.pasted_styles import (
    face_of,
    is_left_out,
    is_word_marker,
    number_of,
    safe_address,
    shifted,
    word_level,
)


@pytest.mark.parametrize(
    ("tag", "style", "face"),
    [
        ("b", "", Face(bold=True)),
        ("b", "font-weight:normal", Face()),
        ("span", "color:red; font-weight: 700", Face(bold=True)),
        ("span", "font-weight:400", Face()),
        ("i", "", Face(italic=True)),
        ("span", "font-style: oblique", Face(italic=True)),
        ("kbd", "", Face(code=True)),
        ("u", "text-decoration:underline", Face()),
    ],
)
def test_faces_come_from_tags_and_from_styles(tag: str, style: str, face: Face) -> None:
    assert face_of(tag, {"style": style}, Face()) == face


def test_a_face_is_inherited_until_a_style_takes_it_back() -> None:
    assert face_of("span", {}, Face(bold=True)) == Face(bold=True)
    assert face_of("span", {"style": "font-weight:normal"}, Face(bold=True)) == Face()


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("script", {}),
        ("del", {}),
        ("p", {"hidden": ""}),
        ("p", {"style": "DISPLAY : none"}),
        ("span", {"style": "mso-hide:all"}),
        ("span", {"style": "font-size:0px;color:red"}),
        ("sup", {"class": "reference"}),
    ],
)
def test_what_a_reader_did_not_see_is_left_out(tag: str, attributes: dict[str, str]) -> None:
    assert is_left_out(tag, attributes)


def test_what_a_reader_saw_stays() -> None:
    assert not is_left_out("span", {"style": "font-size:0.9em;display:block", "class": "preference"})


def test_the_levels_and_markers_of_word() -> None:
    assert word_level({"style": "margin:0; mso-list:l2 level3 lfo1"}) == 3
    assert word_level({"style": "mso-list:none"}) == 0
    assert word_level({"data-aria-level": "2"}) == 2
    assert word_level({"data-aria-level": "²"}) == 0
    assert is_word_marker({"style": "mso-list: Ignore"})
    assert [number_of(mark) for mark in ("·", "o", "12.", "(3)", "a)", "IV.", "\u00a07.\u00a0")] == [
        None, None, 12, 3, 1, 1, 7,
    ]  # fmt: skip


def test_addresses() -> None:
    assert safe_address(" https://x.example/a b\n") == "https://x.example/a%20b"
    assert safe_address("MAILTO:a@b.example") == "MAILTO:a@b.example"
    for refused in ("javascript:x", "file:///etc", "//x.example", "data:text/html,x", ""):
        assert safe_address(refused) == ""


def test_raised_and_lowered_figures() -> None:
    assert shifted("sup", "2") == "²"
    assert shifted("sub", "10") == "₁₀"
    assert shifted("sup", "th") == "th"
    assert shifted("sup", "") == ""
