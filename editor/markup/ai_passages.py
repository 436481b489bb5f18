"""Markdown to the same tree as ever, with the passages in it that ranges of its characters mark, each an element.

Signs at the edges of the ranges go through the parser with the words. Where one would change what the words mean (in an
address, before a list's number) it stands at the nearest word that is text; that nothing was changed is checked against
the tree without signs. A range that cannot be placed so, which takes a text made to be unreadable, grows.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from xml.etree.ElementTree import Element

from editor.markup.parsing import LEAVES, parse

# An element around words of a passage; it has `begins` where the passage does, and `ends` where it ends.
PASSAGE = "passage"

Range = tuple[int, int]
# An element's tag, text, tail and attributes.
_Said = tuple[str, str, str, list[tuple[str, str]]]

# Two characters that no text holds (Unicode, 23.7).
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_SIGNS = re.compile(f"([{_OPEN}{_CLOSE}])")
_NOT_TEXT = re.compile(
    r"""^[ \t>]*(?:`{3,}|~{3,}).*$            # a fence of code
    | ^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)+ # the marker of a list's item
    | ^[ \t>]*\[[^\]\n]+\]:.*$                 # an address given by name
    | !\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])?  # a picture
    | \]\([^)\n]*(?:\([^)\n]*\)[^)\n]*)*\)     # the address of a link
    | \]\[[^\]\n]*\]                           # its name
    | <[^<>\s]+>                               # an address by itself
    | \w+://\S+ | mailto:\S+
    | &\#?\w+;
    | ^[ \t>|:=-]+$                            # the line under a table's head or a heading""",
    re.MULTILINE | re.VERBOSE,
)
# Of the signs of ASCII, which Markdown may act on, those that open and close what is said are of a passage.
_SIGNS_BEFORE, _SIGNS_AFTER = (
    frozenset(string.punctuation) - set("(\"'$"),
    frozenset(string.punctuation) - set(".,;:!?)\"'%"),
)
_JOINER = "\u200d"
_MOST_TRIES = 24
_ALONE = frozenset({"img", "br"})


def parse_passages(markdown: str, ranges: Sequence[Range]) -> Element:
    """Return the tree of `markdown`; around what `ranges` (in order, apart) mark in it stand `PASSAGE` elements.

    One stands around whole runs of words and never crosses another element: a passage of two paragraphs has two.
    """
    markdown = _SIGNS.sub("\ufffd", markdown)
    plain = parse(markdown)
    tree = _signed(markdown, ranges, plain)
    if tree is None:  # honest before exact: more is marked, never less
        return _wrapped(plain, is_inside=True)
    return _wrapped(tree)


def _signed(markdown: str, ranges: Sequence[Range], plain: Element) -> Element | None:
    """Return the tree with the signs in its words, None when there is no way to put them there."""
    places = _Places(markdown)
    shape = list(_shape(plain))
    widths = [0] * len(ranges)
    tries = 0

    def tried(some: Iterable[int]) -> Element | None:
        spots = [spot for number in some if (spot := places.spot(ranges[number], widths[number]))]
        tree = parse(_with_signs(markdown, _apart(spots)))
        for element in tree.iter():  # what stands for itself, as it was typed
            if "typed" in element.attrib:
                element.set("typed", _SIGNS.sub("", element.attrib["typed"]))
        return tree if _is_whole(tree, shape, len(_apart(spots))) else None

    while tries < _MOST_TRIES:
        tries += 1
        if (tree := tried(range(len(ranges)))) is not None:
            return tree
        failing = list(range(len(ranges)))
        if len(ranges) <= _MOST_TRIES:
            failing = [number for number in failing if tried([number]) is None] or failing
            tries += len(ranges)
        for number in failing:
            widths[number] += 1
        if max(widths, default=0) >= len(_WIDER):
            break
    return None


class _Places:
    """Knows where in one text a sign can stand."""

    def __init__(self, markdown: str) -> None:
        self._text = markdown
        self._barred = [match.span() for match in _NOT_TEXT.finditer(markdown)]

    def spot(self, one: Range, width: int) -> Range | None:
        """Return the range from its first to its last character that is text, None when there is none in it."""
        start, end = _WIDER[width](self._text, *one)
        start, end = max(start, 0), min(end, len(self._text))
        start = next((place for place in range(start, end) if self._can_begin(place)), end)
        end = next((place + 1 for place in range(end - 1, start - 1, -1) if self._can_end(place)), start)
        return (start, end) if start < end else None

    def _is_barred(self, place: int) -> bool:
        low, high = 0, len(self._barred)
        while low < high:
            middle = (low + high) // 2
            start, end = self._barred[middle]
            if start <= place < end:
                return True
            low, high = (middle + 1, high) if place >= end else (low, middle)
        return False

    def _can_begin(self, place: int) -> bool:
        first, before = self._text[place], self._text[place - 1 : place]
        is_word = first not in _SIGNS_BEFORE and not first.isspace() and not _joins(first)
        return is_word and before != _JOINER and not self._is_barred(place)

    def _can_end(self, place: int) -> bool:
        last, after = self._text[place], self._text[place + 1 : place + 2]
        is_word = last not in _SIGNS_AFTER and not last.isspace() and last != _JOINER
        return is_word and not (after and _joins(after)) and not self._is_barred(place)


def _joins(character: str) -> bool:
    return character == _JOINER or unicodedata.category(character).startswith("M")


def _to_words(text: str, start: int, end: int) -> Range:
    """Return the range with the whole of what stands around its ends without a space."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _to_paragraphs(text: str, start: int, end: int) -> Range:
    """Return the range from the beginning of its first paragraph to the end of its last."""
    first, last = text.rfind("\n\n", 0, start), text.find("\n\n", end)
    return max(first, 0), len(text) if last < 0 else last


# How far a range reaches whose signs cannot stand at its own edges, tried in this order.
_WIDER = (lambda _, start, end: (start, end), _to_words, _to_paragraphs)


def _apart(spots: Iterable[Range]) -> list[Range]:
    """Return `spots` in order, those that overlap or touch joined."""
    found: list[Range] = []
    for start, end in sorted(spots):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _with_signs(markdown: str, spots: Iterable[Range]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in spots:
        parts += markdown[done:start], _OPEN, markdown[start:end], _CLOSE
        done = end
    return "".join((*parts, markdown[done:]))


def _shape(root: Element) -> Iterator[_Said]:
    """Yield all that a tree says, in reading order."""
    for element in root.iter():
        yield element.tag, element.text or "", element.tail or "", sorted(element.attrib.items())


def _is_whole(tree: Element, shape: Sequence[_Said], count: int) -> bool:
    """Say whether the tree says the same but for its signs, and has all of them in its words, in order."""
    signs = "".join(_SIGNS.findall("".join(_words(tree))))
    if signs != (_OPEN + _CLOSE) * count:
        return False
    return [
        (tag, _SIGNS.sub("", text), _SIGNS.sub("", tail), attributes) for tag, text, tail, attributes in _shape(tree)
    ] == shape


def _words(tree: Element) -> Iterator[str]:
    for leaf in tree.iter():
        if leaf.tag in LEAVES or leaf.tag == "pre":
            yield from leaf.itertext()


@dataclass(slots=True)
class _Passage:
    """Whether the words that come next are of a passage, and its elements so far."""

    is_inside: bool
    found: list[Element]


def _wrapped(tree: Element, *, is_inside: bool = False) -> Element:
    """Turn the signs in the tree into elements."""
    state = _Passage(is_inside, [])
    for leaf in list(tree.iter()):
        if leaf.tag in LEAVES or leaf.tag == "pre":
            _wrap(leaf, state)
    _close(state)
    return tree


def _wrap(holder: Element, state: _Passage) -> None:
    """Put what is marked in `holder` into elements; a child that holds an edge is gone into."""
    pieces: list[str | Element | None] = [holder.text, *chain.from_iterable((child, child.tail) for child in holder)]
    holder.text = None
    holder[:] = []
    run: list[str | Element] = []
    for piece in pieces:
        if isinstance(piece, str):
            for part in _SIGNS.split(piece):
                if part == _OPEN:
                    state.is_inside = True
                elif part == _CLOSE:
                    _end_run(holder, run, state)
                    _close(state)
                elif state.is_inside:
                    run.append(part)
                else:
                    _add(holder, part)
        elif piece is not None:
            piece.tail = None
            has_edge = any(_SIGNS.search(text) for text in piece.itertext())
            if state.is_inside and not has_edge and piece.tag not in _ALONE:
                run.append(piece)
                continue
            _end_run(holder, run, state)
            if has_edge:
                _wrap(piece, state)
            _add(holder, piece)
    _end_run(holder, run, state)


def _end_run(holder: Element, run: list[str | Element], state: _Passage) -> None:
    """Put the run into an element of its own, without the spaces around it; `run` is empty afterwards."""
    words = [piece if isinstance(piece, str) else "".join(piece.itertext()) for piece in run]
    if not "".join(words).strip():
        for piece in run:
            _add(holder, piece)
        run.clear()
        return
    lead = tail = ""
    if isinstance(run[0], str):
        lead, run[0] = _parted(run[0])
    if isinstance(run[-1], str):
        backwards, rest = _parted(run[-1][::-1])
        tail, run[-1] = backwards[::-1], rest[::-1]
    _add(holder, lead)
    passage = Element(PASSAGE)
    for piece in run:
        _add(passage, piece)
    _add(holder, passage)
    _add(holder, tail)
    state.found.append(passage)
    run.clear()


def _parted(text: str) -> tuple[str, str]:
    rest = text.lstrip()
    return text[: len(text) - len(rest)], rest


def _close(state: _Passage) -> None:
    """Note at which elements the passage begins and ends; those who read or listen are told there."""
    if state.found:
        state.found[0].set("begins", "yes")
        state.found[-1].set("ends", "yes")
    state.found, state.is_inside = [], False


def _add(holder: Element, node: str | Element) -> None:
    if isinstance(node, Element):
        holder.append(node)
    elif len(holder):
        holder[-1].tail = (holder[-1].tail or "") + node
    else:
        holder.text = (holder.text or "") + node
