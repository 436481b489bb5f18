"""Packs a text as what differs from an earlier one: how versions stay small. Pure; knows nothing of articles.

A packed difference says what to copy from the earlier text, and holds the new bytes deflated with those that fell away
as dictionary: a rewritten sentence costs little more than its changes. Deflate looks back 32 kB, so an earlier text as
a whole could not be the dictionary of a long one.
"""

from __future__ import annotations

import struct
import zlib

_LEVEL = 9
_QUICKLY = 4  # a text by itself, while its writer types: in half the time of level 9, and a twentieth larger
_WINDOW = 1 << 15
_BLOCK = 16
_SAMPLE = 64
_WORTH = 4096  # so many bytes go on as before, behind fewer that do not: to look for each of them took far longer
_HEAD = struct.Struct("<II")  # how many copies, and the CRC-32 of the whole
_COPY = struct.Struct("<III")  # take so many new bytes, then copy from here, so many

Copy = tuple[int, int, int]


class BrokenPackError(ValueError):
    """What was packed cannot be read: it is damaged, or does not belong to this base."""


def pack(text: bytes) -> bytes:
    """Return `text` by itself, packed."""
    return zlib.compress(text, _QUICKLY)


def unpack(packed: bytes) -> bytes:
    """Return the text that `pack` was given; raises `BrokenPackError`."""
    try:
        return zlib.decompress(packed)
    except zlib.error as error:
        raise BrokenPackError(str(error)) from error


def pack_difference(text: bytes, base: bytes) -> bytes:
    """Return `text` packed as what differs from `base`."""
    copies, new = _difference(text, base)
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, zdict=_fallen_away(copies, base))
    words = deflate.compress(new) + deflate.flush()
    return b"".join((_HEAD.pack(len(copies), zlib.crc32(text)), *(_COPY.pack(*copy) for copy in copies), words))


def unpack_difference(packed: bytes, base: bytes) -> bytes:
    """Return the text that `pack_difference` was given with this base; raises `BrokenPackError`."""
    try:
        count, checksum = _HEAD.unpack_from(packed)
        copies: list[Copy] = list(_COPY.iter_unpack(packed[_HEAD.size : _HEAD.size + count * _COPY.size]))
        inflate = zlib.decompressobj(zdict=_fallen_away(copies, base))
        new = inflate.decompress(packed[_HEAD.size + count * _COPY.size :]) + inflate.flush()
    except (struct.error, zlib.error) as error:
        raise BrokenPackError(str(error)) from error
    if not inflate.eof:
        raise BrokenPackError("its end is missing")
    parts: list[bytes] = []
    at = 0
    for taken, start, size in copies:
        parts += (new[at : at + taken], base[start : start + size])
        at += taken
    text = b"".join((*parts, new[at:]))
    if zlib.crc32(text) != checksum:
        raise BrokenPackError("the checksum is another")
    return text


def _difference(text: bytes, base: bytes) -> tuple[list[Copy], bytes]:
    """Return what to copy from `base`, and the bytes that are not in it.

    What both begin and end with comes first, then what goes on between the places where somebody wrote: that is nearly
    all of a long text.
    """
    first = _run(text, 0, base, 0)
    last = _run(text[first:][::-1], 0, base[first:][::-1], 0)
    at, place, end, base_end = first, first, len(text) - last, len(base) - last
    copies: list[Copy] = [(0, 0, first)] if first else []
    new: list[bytes] = []
    while (same := _goes_on(text[at:end], base[place:base_end])) is not None:
        start, there, size = same
        _add(copies, new, _moved(text[at : at + start], base[place : place + there]), place, (place + there, size))
        at, place = at + start + size, place + there + size
    _add(copies, new, _moved(text[at:end], base[place:base_end]), place, (base_end, last))
    return copies, b"".join(new)


def _add(
    copies: list[Copy], new: list[bytes], piece: tuple[list[Copy], bytes], place: int, behind: tuple[int, int]
) -> None:
    """Take in a piece compared with what begins at `place` of the base; `behind` it (place, size) is copied, if any."""
    inside, words = piece
    copies += [(taken, place + there, size) for taken, there, size in inside]
    new.append(words)
    if behind[1]:
        copies.append((len(words) - sum(taken for taken, _, _ in inside), *behind))


def _goes_on(text: bytes, base: bytes) -> tuple[int, int, int] | None:
    """Return where a long run begins soon in `text` and in `base`, and its size: found by samples of the base."""
    place = 0
    while place < _WORTH and place + _WORTH <= len(base):
        at = text.find(base[place : place + _SAMPLE], 0, _WORTH)
        size = _run(text, at, base, place) if at >= 0 else 0
        if size >= _WORTH:
            before = _run(text[:at][::-1], 0, base[:place][::-1], 0)
            return at - before, place - before, size + before
        place = 2 * place or _SAMPLE
    return None


def _moved(text: bytes, base: bytes) -> tuple[list[Copy], bytes]:
    """Return the same of what stands elsewhere in `base`.

    Every sixteenth place of `base` is known by the bytes that begin there; a run that is found is followed both ways.
    """
    known: dict[bytes, int] = {}
    for place in range(0, len(base) - _BLOCK + 1, _BLOCK):
        known.setdefault(base[place : place + _BLOCK], place)
    copies: list[Copy] = []
    new: list[bytes] = []
    done = at = 0
    while at + _BLOCK <= len(text):
        place = known.get(text[at : at + _BLOCK], -1)
        if place < 0:
            at += 1
            continue
        size = _BLOCK + _run(text, at + _BLOCK, base, place + _BLOCK)
        while at > done and place and text[at - 1] == base[place - 1]:
            at, place, size = at - 1, place - 1, size + 1
        copies.append((at - done, place, size))
        new.append(text[done:at])
        done = at = at + size
    new.append(text[done:])
    return copies, b"".join(new)


def _run(one: bytes, at: int, other: bytes, place: int) -> int:
    """Return how many bytes are the same from there on: by steps that double, then halve, compared in C."""
    size, step = 0, 64
    most = min(len(one) - at, len(other) - place)
    while step:
        step = min(step, most - size)
        if step and one[at + size : at + size + step] == other[place + size : place + size + step]:
            size, step = size + step, 2 * step
        else:
            step //= 2
    return size


def _fallen_away(copies: list[Copy], base: bytes) -> bytes:
    """Return what of `base` is copied nowhere, as much of its end as deflate can look back on."""
    parts: list[bytes] = []
    end = 0
    for _, place, size in sorted(copies, key=lambda copy: copy[1]):
        parts.append(base[end:place])
        end = max(end, place + size)
    return b"".join((*parts, base[end:]))[-_WINDOW:]
