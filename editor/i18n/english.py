"""What English is written like outside America: for texts that name no region, where both spellings are right.

A British word that is called wrong is a smaller fault than a mistake that is called right: each rule is narrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from editor.core.resources import resources_root

# Not "maise", "prise", "sise", "capsised": America's z is no ending there.
_ISE = re.compile(
    r"(?<=[a-z]{3})(?<![ae])(?<!pr)(?<![^aeiouy]s)(?<!^res)"
    r"is(e|ed|er|ers|es|ing|able|ation|ations|ational)$"
)
# "travelled", "signalling": the letter that America writes once. Not "smilled", "inhalled" or "hirelling".
_DOUBLED = re.compile(
    r"(?<=[a-z]{4})(?<=[b-df-hj-np-tv-z]e|[dnrtv]a)(?<!hire)(?<!arve)(?<!alle)ll(?=(?:ed|er|ers|ing|ings)$)"
    r"|(?<=enci|unci|unse|rsha)ll(?=(?:ed|ing|ors?)$)"
)
_BEFORE = r"(?P<before>(?:amphi|dis|epi|mis|multi|psycho|re|un|water)?)"
# "humorous", "honorary" and "evaporate" have no u in Britain either, and no e of "centre" stays before a vowel.
_AFTER = r"(?!(?<=our)(?:ous|ious|if|im|iz|ial|ea|ar[iy]|at|et)|(?<=humour)ist|(?<=e)[aeimo])"


def american_forms(word: str) -> Iterator[str]:
    """Yield how America would write `word`, given in small letters, where it would do so otherwise."""
    for british, american in _pairs():
        if british.match(word):
            yield british.sub(rf"\g<before>{american}", word, count=1)
    if _ISE.search(word):
        yield _ISE.sub(r"iz\1", word)
    if _DOUBLED.search(word):
        yield _DOUBLED.sub("l", word)


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what is written in two ways: (how a British word begins, how the American does)."""
    lines = (resources_root() / "spelling" / "en-british.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return tuple((_beginning(british), american) for british, american in pairs)


def _beginning(british: str) -> re.Pattern[str]:
    if british.endswith("."):
        return re.compile(rf"(?P<before>){british[:-1]}(?=(?:(?<!s)s)?$)")
    return re.compile(_BEFORE + british + _AFTER)
