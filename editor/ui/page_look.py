"""How a person likes the page that is written on: face, size, zoom, and what steps back while writing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.services.machine import Machine

READING_PIXELS = 18
ZOOMS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
USUAL_ZOOM = 100


class Lit(StrEnum):
    """What stays lit while the rest of the text steps back."""

    ALL = ""
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLook:
    """One look of the page. `face` "" and `pixels` 0 are the usual ones; `zoom` is in per cent.

    `is_typewriter` holds the line that is written on at one height, `is_alone` leaves nothing but the page,
    `is_stacked` has two halves one above the other.
    """

    face: str = ""
    pixels: int = 0
    zoom: int = USUAL_ZOOM
    lit: Lit = Lit.ALL
    is_typewriter: bool = False
    is_alone: bool = False
    is_stacked: bool = False

    @property
    def text_pixels(self) -> int:
        """Return the size of the body's letters."""
        return max(8, round((self.pixels or READING_PIXELS) * self.zoom / 100))


def look_of(machine: Machine, *, is_alone: bool = False) -> PageLook:
    """Return the look that this machine remembers; what it does not know is as usual."""
    return PageLook(
        face=machine.text_face,
        pixels=machine.text_size,
        zoom=min(max(machine.text_zoom, ZOOMS[0]), ZOOMS[-1]),
        lit=Lit(machine.lit) if machine.lit in set(Lit) else Lit.ALL,
        is_typewriter=machine.typewriter,
        is_alone=is_alone,
        is_stacked=machine.split_stacked,
    )


def zoomed(zoom: int, step: int) -> int:
    """Return the next larger (1) or smaller (-1) zoom, the same at the end."""
    further = [one for one in ZOOMS if (one > zoom if step > 0 else one < zoom)]
    if not further:
        return zoom
    return further[0] if step > 0 else further[-1]
