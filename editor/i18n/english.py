"""What English is written like outside America: for texts that name no region, where both spellings are right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from editor.core.resources import resources_root

_ISE = re.compile(r"is(e|ed|er|ers|es|ing|able|ation|ations|ational)$")
# "travelled", "modelling": one consonant, one vowel, and the letter that America writes once.
_DOUBLED = re.compile(r"(?<=[b-df-hj-np-tv-z][aeiou])ll(?=(?:ed|er|ers|ing|ings|or|ors|est)$)")


def american_forms(word: str) -> Iterator[str]:
    """Yield how America would write `word`, given in small letters, where it would do so otherwise."""
    for british, american in _parts():
        if british in word:
            yield word.replace(british, american)
    if _ISE.search(word):
        yield _ISE.sub(r"iz\1", word)
    if _DOUBLED.search(word):
        yield _DOUBLED.sub("l", word)


@cache
def _parts() -> tuple[tuple[str, str], ...]:
    """Return the parts of words that are written in two ways: (British, American)."""
    lines = (resources_root() / "spelling" / "en-british.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return tuple((british, american) for british, american in pairs)
