"""How alike pictures look: a difference hash of each, and the groups of those whose hashes differ in few bits. Pure.

The hash is the one known as dHash: nine by eight grey values, a bit for each neighbour that is brighter. It survives
scaling, another format and stronger compression; it does not survive cropping or turning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from PIL import Image

from editor.images.opening import decoding, open_picture
from editor.images.probing import upright

BITS = 64
# Measured over our samples: the same picture saved small, grey or at quality 20 differs in at most 6 bits.
NEAR = 8
_WIDE, _HIGH = 9, 8
_FLAT = 8  # grey steps; what spans fewer is a plain area, and any two of those would look alike


def likeness(data: bytes) -> int | None:
    """Return the hash of the picture in `data` as 64 bits, None for one without any light and dark.

    Raises `UserError` for what cannot be decoded.
    """
    with open_picture(data) as opened:
        if opened.format == "JPEG":
            opened.draft("L", (8 * _WIDE, 8 * _HIGH))
        with decoding():
            whole = upright(opened).convert("RGBA")
            ground = Image.new("RGBA", whole.size, "white")
            grey = Image.alpha_composite(ground, whole).convert("L")
            values = grey.resize((_WIDE, _HIGH), Image.Resampling.BOX).tobytes()
    if max(values) - min(values) < _FLAT:
        return None
    rows = (values[start : start + _WIDE] for start in range(0, len(values), _WIDE))
    bits = [left < right for row in rows for left, right in pairwise(row)]
    return sum(1 << place for place, bit in enumerate(bits) if bit)


def are_near(one: int, other: int) -> bool:
    """Say whether two hashes differ in so few bits that the pictures look alike."""
    return (one ^ other).bit_count() <= NEAR


def groups(hashes: Mapping[str, int], check: Callable[[], object] = bool) -> dict[str, int]:
    """Return, by name, the number of the group that each picture with a look-alike is in; the others are left out.

    A picture is in the group of each picture it is near to: chains become one group. Groups are numbered in the order
    in which `hashes` names their first. `check` is called between the comparisons, to stop them by an exception.
    """
    leader = {name: name for name in hashes}

    def first_of(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    order = {name: number for number, name in enumerate(hashes)}
    same: dict[int, list[str]] = defaultdict(list)
    for name, bits in hashes.items():
        same[bits].append(name)
    pairs = [(names[0], other) for names in same.values() for other in names[1:]]
    # Of those that are the same one is compared: of a card made every day there may be thousands.
    for one, other in (*pairs, *_near_pairs({names[0]: bits for bits, names in same.items()}, check)):
        low, high = sorted((first_of(one), first_of(other)), key=order.__getitem__)
        leader[high] = low
    members: dict[str, list[str]] = defaultdict(list)
    for name in hashes:
        members[first_of(name)].append(name)
    alike = [names for names in members.values() if len(names) > 1]
    return {name: number for number, names in enumerate(alike) for name in names}


def _near_pairs(hashes: Mapping[str, int], check: Callable[[], object]) -> Iterator[tuple[str, str]]:
    # Of nine bands of seven bits at least one is the same where at most eight bits differ.
    band = -(-BITS // (NEAR + 1))
    for start in range(0, BITS, band):
        same: dict[int, list[str]] = defaultdict(list)
        for name, bits in hashes.items():
            same[bits >> start & ((1 << band) - 1)].append(name)
        for names in same.values():
            for place, one in enumerate(names):
                check()
                for other in names[place + 1 :]:
                    if are_near(hashes[one], hashes[other]):
                        yield one, other
