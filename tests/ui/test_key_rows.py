"""What has keys, what stands in the way of new ones, and what a choice leads to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence

from editor.core.messages import say
from editor.ui.key_rows import KeyRow, given, holder, refusal, swapped, without
from editor.ui.keys import keys

BOLD = KeyRow(id="bold", group=say("Text"), text=say("Bold"), usual=("Ctrl+B",))
ZOOM = KeyRow(id="zoom", group=say("View"), text=say("Larger"), usual=("Ctrl++", "Ctrl+="))
LIST = KeyRow(id="find", group=say("List"), text=say("Find"), usual=("Ctrl+F",), panel="list")
DRAFT = KeyRow(id="fold", group=say("Draft"), text=say("Fold"), usual=("Ctrl+F",), panel="draft")
ROWS = (BOLD, ZOOM, LIST, DRAFT)


@pytest.fixture(autouse=True)
def _usual_again() -> Iterator[None]:
    yield
    keys().choose({})


@pytest.mark.parametrize(("pressed", "is_refused"), [("A", True), ("Shift+A", True), ("Ctrl+A", False), ("F5", False)])
def test_keys_that_write_are_refused(pressed: str, is_refused: bool) -> None:  # noqa: FBT001 - a table
    assert (refusal(QKeySequence(pressed)) is not None) is is_refused


def test_keys_are_held_by_what_is_heard_in_the_same_place() -> None:
    assert holder(ROWS, BOLD, QKeySequence("Ctrl+=")) is ZOOM
    assert holder(ROWS, BOLD, QKeySequence("Ctrl+F")) is LIST
    assert holder(ROWS, LIST, QKeySequence("Ctrl+F")) is None  # the other one is heard in the draft alone
    assert holder(ROWS, LIST, QKeySequence("Ctrl+B")) is BOLD


def test_giving_taking_and_going_back() -> None:
    chosen = given({}, BOLD, QKeySequence("F8"))
    assert chosen == {"bold": ("F8",)}
    assert given(chosen, BOLD, None) == {"bold": ()}
    assert given(chosen, BOLD, QKeySequence("Ctrl+B")) == {}
    assert given({"zoom": ("F7",)}, ZOOM, QKeySequence("Ctrl++")) == {}
    assert without(chosen, BOLD) == {}


def test_two_swap_their_keys() -> None:
    chosen = swapped({}, BOLD, ZOOM, QKeySequence("Ctrl++"))
    assert chosen == {"bold": ("Ctrl++",), "zoom": ("Ctrl+B",)}
    keys().choose(chosen)
    assert (BOLD.shown, ZOOM.shown) == ("Ctrl++", "Ctrl+B")
    assert swapped(chosen, BOLD, ZOOM, QKeySequence("Ctrl+B")) == {}
