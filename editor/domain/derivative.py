"""The copies of a picture that pages show and that others are offered: which ones, how wide, cut how and called what.

All of it follows from the picture's value, before any copy is made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from editor.domain.image import Image
from editor.domain.statement import statement_of

# What the slots of our pages ask for, in pixels: a card (21.3rem, measured) at one and two a point, which is a column
# (42rem) and a lead (39rem) at one as well, those at two, telephones and tablets in between and at two and three.
WIDTHS = (344, 480, 688, 960, 1280, 1600)
# The better format first; the last one is what every reader's machine can show.
MEDIA_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
FALLBACK = "jpg"
# A copy between the last slot that fits and the original is worth a file only if it shows a quarter more.
_WORTH_IT = 1.25
# A WebP is at most this many pixels high or wide: it keeps fourteen bits for each (RFC 9649, 2.4).
_HIGHEST = 16_383
# A picture this near to a shape is that shape: nobody sees the difference, and no copy need be cut.
_NEAR = 0.02
_NAME_DIGITS = 16
_KEY_DIGITS = 8
_CENTRE = (0.5, 0.5)

Box = tuple[float, float, float, float]


class Use(Enum):
    """What a picture is shown as: whole in its figure, on a card, or offered to those who share its page."""

    WHOLE = "whole"
    CARD = "card"
    SHARED = "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A form that pictures are cut to, across by down, and the widths there are of it."""

    name: str
    across: int
    down: int
    widths: tuple[int, ...]
    formats: tuple[str, ...] = (FALLBACK,)


CARD = Shape(name="16x9", across=16, down=9, widths=(344, 688, 960, 1280), formats=tuple(MEDIA_TYPES))
# What those who share a page show, and what search engines want besides the card's shape.
SHARE = Shape(name="share", across=1200, down=630, widths=(1200,))
SQUARE = Shape(name="1x1", across=1, down=1, widths=(1200,))
CLASSIC = Shape(name="4x3", across=4, down=3, widths=(1200,))
SHAPES = (CARD, SHARE, SQUARE, CLASSIC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivative:
    """One copy: its pixels, the part of the upright original it shows (left, top, right, bottom), its file name.

    The name says of what original, what it states and how it is cut, how wide and in which format: as long as the
    name is the same, so are its looks and its words.
    """

    width: int
    height: int
    box: Box
    name: str

    @property
    def format(self) -> str:
        """Return a key of `MEDIA_TYPES`."""
        return self.name.rpartition(".")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeCopy:
    """A copy on its way into a bundle. `key` names everything that `read`'s bytes follow from.

    `promised` says by field name what its file states about the picture, as whoever opens it must find it.
    """

    name: str
    key: str
    promised: Mapping[str, object]
    read: Callable[[], bytes]


def derivatives_of(image: Image) -> tuple[Derivative, ...]:
    """Return the copies that show all of `image`, by format and width, never wider than it or too high for a format.

    There are none of one that is known by its words alone.
    """
    if not _has_pixels(image):
        return ()
    name, box = _begin_of_name(image), (0.0, 0.0, float(image.width), float(image.height))
    widest = max(1, min(image.width, _HIGHEST * image.width // image.height))
    return tuple(
        Derivative(width=width, height=_height(image, width), box=box, name=f"{name}-{width}.{end}")
        for end in MEDIA_TYPES
        for width in _widths(WIDTHS, widest)
    )


def cut_to(image: Image, shape: Shape) -> tuple[Derivative, ...]:
    """Return the copies of `image` in `shape`, cut around its point of interest; whole ones where it has that shape."""
    if not _has_pixels(image):
        return ()
    ratio = shape.across / shape.down
    if shape is CARD and abs(image.width / image.height / ratio - 1) <= _NEAR:
        return tuple(copy for copy in derivatives_of(image) if copy.width <= max(shape.widths))
    across = min(float(image.width), image.height * ratio)
    size = (across, across / ratio)
    left, top = (_start(whole, part, at) for whole, part, at in zip(_size(image), size, _focus(image), strict=True))
    name = f"{_begin_of_name(image, _focus(image))}-{shape.name}"
    return tuple(
        Derivative(
            width=width,
            height=max(1, round(width / ratio)),
            box=(left, top, min(left + size[0], image.width), min(top + size[1], image.height)),
            name=f"{name}-{width}.{end}",
        )
        for end in shape.formats
        for width in _widths(shape.widths, max(1, int(across)))
    )


def copies_for(image: Image, uses: Iterable[Use]) -> tuple[Derivative, ...]:
    """Return the copies of `image` that its `uses` ask for, each once, always in the same order."""
    wanted = frozenset(uses)
    found = [copy for use in Use if use in wanted for copy in _of_use(image, use)]
    return tuple({copy.name: copy for copy in found}.values())


def hash_in(name: str) -> str:
    """Return the digits of the original's hash that a copy's file name begins with."""
    return name.partition("-")[0]


def _of_use(image: Image, use: Use) -> Iterator[Derivative]:
    if use is Use.WHOLE:
        yield from derivatives_of(image)
    elif use is Use.CARD:
        yield from cut_to(image, CARD)
    else:
        for shape in SHAPES:
            yield from (copy for copy in cut_to(image, shape)[-1:])


def _has_pixels(image: Image) -> bool:
    return image.has_file and image.width > 0 and image.height > 0


def _height(image: Image, width: int) -> int:
    return max(1, min(round(image.height * width / image.width), _HIGHEST))


def _size(image: Image) -> tuple[int, int]:
    return image.width, image.height


def _focus(image: Image) -> tuple[float, float]:
    return image.focus or _CENTRE


def _start(whole: float, part: float, at: float) -> float:
    """Return where a part begins that has the point `at` in its middle, as far as the whole reaches."""
    return max(min(whole * at - part / 2, whole - part), 0.0)  # in this order: a part may be longer by a rounding error


def _begin_of_name(image: Image, *cut: object) -> str:
    said = hashlib.sha256(repr((statement_of(image), cut)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{image.sha256[:_NAME_DIGITS]}-{said[:_KEY_DIGITS]}"


def _widths(slots: tuple[int, ...], width: int) -> list[int]:
    fitting = [slot for slot in slots if slot <= width]
    if not fitting or (width < slots[-1] and width >= fitting[-1] * _WORTH_IT):
        fitting.append(width)
    return fitting
