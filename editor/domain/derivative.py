"""The small copies of a picture that pages show: how many, how wide and what they are called, before any is made."""

from __future__ import annotations

from dataclasses import dataclass

from editor.domain.image import Image

# The slots of our pages: a card or a telephone, a column on a sharp screen, the whole width of a lead picture.
WIDTHS = (480, 960, 1600)
# The better format first; the last one is what every reader's machine can show.
MEDIA_TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}
# A copy between the last slot that fits and the original is worth a file only if it shows a quarter more.
_WORTH_IT = 1.25
_NAME_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivative:
    """One copy: its pixels and its file name, which says of what original, how wide and in which format."""

    width: int
    height: int
    name: str

    @property
    def format(self) -> str:
        """Return a key of `MEDIA_TYPES`."""
        return self.name.rpartition(".")[2]


def derivatives_of(image: Image) -> tuple[Derivative, ...]:
    """Return the copies of `image`, by format and width, never wider than it; none for one known by words alone."""
    if not image.has_file or image.width < 1 or image.height < 1:
        return ()
    return tuple(
        Derivative(
            width=width,
            height=max(1, round(image.height * width / image.width)),
            name=f"{image.sha256[:_NAME_DIGITS]}-{width}.{ending}",
        )
        for ending in MEDIA_TYPES
        for width in _widths(image.width)
    )


def hash_in(name: str) -> str:
    """Return the digits of the original's hash that a copy's file name begins with."""
    return name.partition("-")[0]


def _widths(width: int) -> list[int]:
    fitting = [slot for slot in WIDTHS if slot <= width]
    if not fitting or (width < WIDTHS[-1] and width >= fitting[-1] * _WORTH_IT):
        fitting.append(width)
    return fitting
