"""Which paragraph of a translation answers which of its source, and what became of a text's paragraphs. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from editor.domain.image import body_image_hashes

_FENCE = re.compile(r" {0,3}(```|~~~)")
_KINDS = re.compile(r" {0,3}(#{1,6}(?=\s)|>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|\||```|~~~)")
_NUMBER = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")

_GAP = 1.0  # what it costs to leave a paragraph without an answer
_OTHER_KIND = 1.6  # a heading is not answered by a list
_UNLIKE = 0.7  # as long as never again, at most
_REACH = 24  # paragraphs that may come in or go between two that answer each other


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of a text (0-based, from `first` to `last`) that no empty line parts."""

    first: int
    last: int
    text: str

    @property
    def has_words(self) -> bool:
        """Say whether there is anything in it to translate: a picture or a rule has no words."""
        return bool(_LETTER.search(re.sub(r"!?\]\([^)]*\)", "", self.text)))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of Markdown `text`; code between fences is one, whatever is in it."""
    found: list[Paragraph] = []
    lines = text.split("\n")
    first, fence = -1, ""
    for number, line in enumerate([*lines, ""]):
        opened = _FENCE.match(line)
        if line.strip() or (fence and number < len(lines)):
            first = number if first < 0 else first
            if opened and not fence:
                fence = opened[1]
            elif opened and opened[1] == fence:
                fence = ""
        elif first >= 0:
            found.append(Paragraph(first, number - 1, "\n".join(lines[first:number])))
            first, fence = -1, ""
    return tuple(found)


def paragraph_at(found: Sequence[Paragraph], line: int) -> int:
    """Return the number of the paragraph that line `line` is in or comes after, -1 where there is none."""
    return next((number for number in range(len(found) - 1, -1, -1) if found[number].first <= line), 0 if found else -1)


def answers(source: Sequence[str], translation: Sequence[str]) -> dict[int, int]:
    """Return which paragraph of `translation` answers each of `source`, by number; some may have no answer.

    As many paragraphs of the same kinds answer each other in their order. Else those go together that are of one
    kind, hold the same pictures and numbers and are of a like length, in order, by least cost (Needleman and Wunsch
    1970, in a band along the diagonal).
    """
    signs, others = [_sign(one) for one in source], [_sign(one) for one in translation]
    if len(source) == len(translation) and [one[0] for one in signs] == [one[0] for one in others]:
        return {number: number for number in range(len(source))}
    return _cheapest(signs, others)


_Sign = tuple[str, tuple[str, ...], frozenset[str], int, str]


def _sign(text: str) -> _Sign:
    kind = _KINDS.match(text)
    pictures = body_image_hashes(text)
    name = "picture" if pictures else kind[1][:1] + str(len(kind[1])) if kind and kind[1][0] == "#" else ""
    if kind and not name:
        name = "1." if kind[1][0].isdigit() else kind[1][:1].replace("*", "-").replace("+", "-")
    return name, pictures, frozenset(_NUMBER.findall(text)), len(text), text


def _cost(one: _Sign, other: _Sign, ratio: float) -> float:
    if one[4] == other[4]:
        return 0.0
    cost = 0.0 if one[:2] == other[:2] else _OTHER_KIND
    wanted = one[3] * ratio
    cost += _UNLIKE * abs(wanted - other[3]) / max(wanted, other[3], 1)
    if one[2] or other[2]:
        cost += 0.4 * (1 - len(one[2] & other[2]) / len(one[2] | other[2]))
    return cost


def _cheapest(signs: Sequence[_Sign], others: Sequence[_Sign]) -> dict[int, int]:
    count, length = len(signs), len(others)
    ratio = sum(one[3] for one in others) / max(sum(one[3] for one in signs), 1)
    reach = abs(count - length) + _REACH
    best: list[dict[int, float]] = [{at: at * _GAP for at in range(min(length, reach) + 1)}]
    for row in range(1, count + 1):
        now: dict[int, float] = {}
        middle = row * length // max(count, 1)
        for at in range(max(0, middle - reach), min(length, middle + reach) + 1):
            ways = [best[row - 1].get(at, float("inf")) + _GAP, now.get(at - 1, float("inf")) + _GAP]
            if at and at - 1 in best[row - 1]:
                ways.append(best[row - 1][at - 1] + _cost(signs[row - 1], others[at - 1], ratio))
            now[at] = min(ways)
        best.append(now)
    found: dict[int, int] = {}
    row, at = count, length
    while row and at:
        here = best[row][at]
        if best[row - 1].get(at, float("inf")) + _GAP == here:
            row -= 1
        elif best[row].get(at - 1, float("inf")) + _GAP == here:
            at -= 1
        else:
            row, at = row - 1, at - 1
            found[row] = at
    return dict(reversed(found.items()))


def changed(before: Sequence[str], after: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Return the paragraphs that differ between two states of a text, as pairs of numbers in reading order.

    None stands for one that was not there before, or is no longer.
    """
    found: list[tuple[int | None, int | None]] = []
    for what, low, high, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        olds: list[int | None] = [*range(low, high)]
        news: list[int | None] = [*range(start, end)]
        most = max(len(olds), len(news))
        olds += [None] * (most - len(olds))
        news += [None] * (most - len(news))
        found += list(zip(olds, news, strict=True))
    return found


def untranslated(source: Sequence[Paragraph], translation: Sequence[Paragraph]) -> int:
    """Return how many paragraphs of `translation` still say what one of `source` says, word for word."""
    said = {one.text for one in source if one.has_words}
    return sum(one.text in said for one in translation)
