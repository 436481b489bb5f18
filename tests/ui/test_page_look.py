"""How the page is looked at, as a value."""

from __future__ import annotations

import pytest

from editor.services.machine import Machine
from editor.ui.page_look import READING_PIXELS, ZOOMS, Lit, PageLook, look_of, zoomed


def test_what_the_machine_remembers() -> None:
    kept = Machine(text_face="Georgia", text_size=20, text_zoom=150, lit="sentence", typewriter=True)
    look = look_of(kept, is_alone=True)
    assert (look.face, look.text_pixels, look.lit) == ("Georgia", 30, Lit.SENTENCE)
    assert look.is_typewriter
    assert look.is_alone


@pytest.mark.parametrize("zoom", [-5, 0, 10_000_000])
def test_what_nobody_can_have_meant_is_as_usual(zoom: int) -> None:
    look = look_of(Machine(text_zoom=zoom, lit="moon"))
    assert look.zoom in ZOOMS
    assert look.lit is Lit.ALL


def test_sizes_are_usual_until_chosen() -> None:
    assert PageLook().text_pixels == READING_PIXELS
    assert look_of(Machine()) == PageLook()


def test_zoom_goes_by_steps_and_stops_at_its_ends() -> None:
    assert (zoomed(100, 1), zoomed(100, -1), zoomed(105, -1)) == (110, 90, 100)
    assert (zoomed(ZOOMS[-1], 1), zoomed(ZOOMS[0], -1)) == (ZOOMS[-1], ZOOMS[0])
