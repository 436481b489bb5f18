"""What articles are about, kept beside the database so that a session need not begin by reading them all.

Only a cache: it can be made again at any time, and what is damaged, older or of another make is as good as absent. An
article in it counts as long as its revision is the one in the database. Nothing in it is run: JSON and numbers.
"""

from __future__ import annotations

import json
import logging
import sys
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from editor.core.errors import Fault
from editor.core.files import faults, sha256_hex, write_whole
from editor.core.messages import say
from editor.related import BODY_CHARACTERS, Entry, Parts, RelatedIndex
from editor.storage.abouts import Revision

NAME = "related.index"
_MAKE = 1  # one more whenever words are cut or kept otherwise
_MAGIC = b"makala-related\n"
_DIGEST = 64

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeptIndex:
    """An index and the revisions of the articles that it was made of."""

    index: RelatedIndex
    known: dict[str, Revision]


def read_index(path: Path) -> KeptIndex | None:
    """Return what is kept at `path`, None where that is nothing whole that this make of Makala wrote."""
    try:
        return _read(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        log.info("the kept index of related articles is not used: %s", error)
        return None


def write_index(path: Path, kept: KeptIndex) -> bool:
    """Keep `kept` at `path`, whole or not at all; say whether the disk took it."""
    body = _written(kept)
    try:
        with faults(say("The index of related articles could not be kept.")):
            path.parent.mkdir(exist_ok=True)
            write_whole(path, _MAGIC + sha256_hex(body).encode() + body)
    except Fault as fault:
        log.info("the index of related articles is not kept: %s", fault)
        return False
    return True


def _make() -> list[object]:
    return [_MAKE, BODY_CHARACTERS, unicodedata.unidata_version, sys.byteorder, array("I").itemsize]


def _written(kept: KeptIndex) -> bytes:
    parts = kept.index.parts()
    plain = {
        "make": _make(),
        "known": [[one, seen.number, seen.changed_at, seen.is_trashed] for one, seen in kept.known.items()],
        "entries": [
            [one.article_id, one.translation_set, one.language, one.section, sorted(one.tags), one.day]
            for one in parts.entries
        ],
        "words": list(parts.words),
        "tags": list(parts.tags),
    }
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
    named = [*parts.words.values(), *parts.tags.values()]
    counts = array("I", map(len, named))
    return b"".join((len(text).to_bytes(8, "big"), text, counts.tobytes(), *(one.tobytes() for one in named)))


def _read(data: bytes) -> KeptIndex:
    head, body = data[: len(_MAGIC) + _DIGEST], data[len(_MAGIC) + _DIGEST :]
    if head != _MAGIC + sha256_hex(body).encode():
        raise ValueError("not whole")
    end = 8 + int.from_bytes(body[:8], "big")
    plain = json.loads(body[8:end])
    if plain["make"] != _make():
        raise ValueError("of another make")
    numbers = array("I")
    numbers.frombytes(body[end:])
    words, tags = plain["words"], plain["tags"]
    several = len(words) + len(tags)
    slots = _cut(numbers[:several], numbers[several:])
    parts = Parts(
        entries=tuple(Entry(one[0], one[1], one[2], one[3], frozenset(one[4]), one[5]) for one in plain["entries"]),
        words=dict(zip(words, slots, strict=False)),
        tags=dict(zip(tags, slots, strict=True)),
    )
    known = {row[0]: Revision(row[1], row[2], row[3]) for row in plain["known"]}
    return KeptIndex(RelatedIndex.of(parts), known)


def _cut(counts: Iterable[int], numbers: array[int]) -> Iterator[array[int]]:
    start = 0
    for count in counts:
        yield numbers[start : start + count]
        start += count
    if start != len(numbers):
        raise ValueError("numbers are left over")
