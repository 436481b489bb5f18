"""Long articles that are always the same, and the dictionary that knows all but a few of their words.

The words are made of syllables: 50,000 stems, as many as the dictionaries that people have, used as unevenly as words
are. One word in sixty is misspelled.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

STEMS = 50_000
MISSPELLED = 1 / 60
_ONSETS = re.findall(r"\w+", "b br c ch cl d dr f fl g gr h j k l m n p pl qu r s st str t th tr v w")
_VOWELS = re.findall(r"\w+", "a e i o u ai ea ee oo ou")
_ENDS = ["", *re.findall(r"\w+", "b d ft l lt m mp n nd ng p r rd rm s sh st t th x")]
_RULES = """SET UTF-8
TRY esianrtolcdugmphbyfvkwzESIANRTOLCDUGMPHBYFVKWZ'
PFX U Y 1
PFX U 0 un .
PFX R Y 1
PFX R 0 re .
SFX S Y 3
SFX S y ies [^aeiou]y
SFX S 0 s [^sxyh]
SFX S 0 es [sxh]
SFX D Y 2
SFX D 0 d e
SFX D 0 ed [^e]
SFX G Y 2
SFX G e ing e
SFX G 0 ing [^e]
SFX L Y 1
SFX L 0 ly .
REP 2
REP f ph
REP ei ie
"""


def put_dictionary(folder: Path) -> None:
    """Write an English hunspell dictionary of all stems with their prefixes and endings into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(7)  # noqa: S311 - the same dictionary every time
    lines = [f"{stem}/{chance.choice(('S', 'SD', 'SDG', 'SDGR', 'UL'))}" for stem in _stems()]
    (folder / "en_US.aff").write_text(_RULES, encoding="utf-8")
    (folder / "en_US.dic").write_text("\n".join([str(len(lines)), *lines, ""]), encoding="utf-8")


def typing(letters: int) -> str:
    """Return words to be typed, a full stop now and then, some of them misspelled."""
    chance = random.Random(11)  # noqa: S311 - the same keys every time
    return " ".join(_sentence(chance, 12) for _ in range(letters // 40 + 1))[:letters]


def body(words: int, pictures: Sequence[str] = ()) -> str:
    """Return Markdown of about `words` words: headings, emphasis, links, lists, quotations, a table, code, pictures."""
    chance = random.Random(words)  # noqa: S311 - the same text every time
    parts: list[str] = []
    left = words
    while left > 0:
        kind = _KINDS[len(parts) % len(_KINDS)]
        parts.append(kind(chance))
        left -= parts[-1].count(" ") + 1
    for count, path in enumerate(pictures, start=1):
        parts.insert(len(parts) * count // (len(pictures) + 1), f'![A grey field]({path} "A caption")')
    return "\n\n".join(parts)


@cache
def _stems() -> list[str]:
    chance = random.Random(3)  # noqa: S311 - as above
    made: dict[str, None] = {}
    while len(made) < STEMS:
        syllables = chance.choices((1, 2, 3), (2, 6, 3))[0]
        stem = "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables))
        made[stem + chance.choice(_ENDS)] = None
    return sorted(made, key=len)  # the words in most use are short ones


@cache
def _weights() -> list[float]:
    return list(accumulate(1 / (rank + 3) for rank in range(STEMS)))  # as Zipf has it


def _words(chance: random.Random, count: int) -> list[str]:
    found = chance.choices(_stems(), cum_weights=_weights(), k=count)
    return [f"{word}zq" if chance.random() < MISSPELLED else word for word in found]


def _sentence(chance: random.Random, count: int) -> str:
    return " ".join(_words(chance, count)).capitalize() + "."


def _sentences(chance: random.Random) -> list[str]:
    return [_sentence(chance, chance.randint(8, 22)) for _ in range(chance.randint(2, 5))]


def _plain(chance: random.Random) -> str:
    return " ".join(_sentences(chance))


def _marked(chance: random.Random) -> str:
    first, *others = _sentences(chance)
    link = f"See [{' '.join(_words(chance, 3))}](https://example.org/{chance.randint(1, 999)})."
    return " ".join([f"**{first}**", *others, link, f"It was *{' '.join(_words(chance, 2))}*, they said."])


def _heading(chance: random.Random) -> str:
    return f"{chance.choice(('##', '##', '###'))} {_sentence(chance, 5).rstrip('.')}"


def _list(chance: random.Random) -> str:
    return "\n".join(f"- {_sentence(chance, 7)}" for _ in range(4))


def _quotation(chance: random.Random) -> str:
    return f"> \u201c{_sentence(chance, 16)}\u201d"


def _table(chance: random.Random) -> str:
    rows = [_words(chance, 3) for _ in range(4)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], ["---"] * 3, *rows[1:]])


def _code(chance: random.Random) -> str:
    return "\n".join(["```", *(" ".join(_words(chance, 5)) for _ in range(3)), "```"])


_KINDS: list[Callable[[random.Random], str]] = [
    *[_heading, _plain, _marked, _plain, _plain, _list, _plain, _marked],
    *[_heading, _plain, _quotation, _plain, _marked, _plain, _table, _plain],
    *[_heading, _plain, _plain, _marked, _list, _plain, _plain, _code, _marked],
]
