"""Keeps the time for one paragraph within bounds: one with more marks than any person types is shown as its words.

Python-Markdown copies the whole paragraph for each mark in it, so that time grows with the square of their number.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from typing_extensions import override

from editor.markup.inlines import ENTITY, character

# Characters copied for one paragraph. A reporter's longest has a few hundred marks in some ten thousand characters: a
# hundredth of this. At the bound it takes about a tenth of a second.
_MOST_COPIED = 200_000_000
# What the library puts in the place of one mark until the tree is done.
_PLACEHOLDER = 16
# Nothing of the dialect begins inside a line without one of these.
_MARKS = ("\\", "`", "*", "_", "[", "<", "&", "  \n")
_ESCAPED = re.compile(rf"\\([!-/:-@\[-`{{-~])|{ENTITY.pattern}")


def use_bounds(made: Markdown) -> None:
    """Have `made` look at every paragraph before its lines are read."""
    made.treeprocessors.register(_Bounds(made), "bounds", 25)


class _Bounds(Treeprocessor):
    @override
    def run(self, root: Element) -> None:
        for element in root.iter():
            element.text = _bounded(element.text)
            element.tail = _bounded(element.tail)


def _bounded(text: str | None) -> str | None:
    if text is None or isinstance(text, AtomicString):
        return text
    marks = sum(map(text.count, _MARKS))
    if marks and marks * (len(text) + marks * _PLACEHOLDER) <= _MOST_COPIED:
        return text
    return AtomicString(_ESCAPED.sub(_shown, text) if marks else text)


def _shown(match: re.Match[str]) -> str:
    """Return what an escaped character or an entity stands for."""
    if match[1]:
        return match[1]
    found = character(match[2])
    return match[2] if found is None else found
