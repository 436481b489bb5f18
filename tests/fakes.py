"""Hand-written stand-ins for what tests must not reach, or have too little of."""

from __future__ import annotations

import re

from editor.i18n.catalogs import Catalog

OPEN, CLOSE = "⟦", "⟧"

_ACCENTED = str.maketrans("aceghijklnorstuwyzACEGHIJKLNORSTUWYZ", "àçéĝĥíĵķļñöŕšţüŵýžÀÇÉĜĤÍĴĶĻÑÖŔŠŢÜŴÝŽ")
# What must come through as it is: places, Qt's numbers, tags, entities, accelerators and patterns of file names.
_KEPT = re.compile(r"(\{[^{}]*\}|%[n\d]|<[^<>]*>|&\w+;|&\w|\([^()]*\*[^()]*\)|\n)")


class StretchedWords(Catalog):
    """An interface language for tests: English with accents, 40 % longer and in brackets.

    A text on screen without brackets was not translated; one without its closing bracket was cut off. Give it to
    `set_interface_language("en-XA", StretchedWords("en-XA"))`, or as "ar-XB" to mirror the window too.
    """

    def text(self, english: str, context: str = "") -> str | None:
        """Return `english`, stretched."""
        if not english or context:
            return None
        parts = [part if n % 2 else part.translate(_ACCENTED) for n, part in enumerate(_KEPT.split(english))]
        return f"{OPEN}{''.join(parts)}{'·' * max(1, len(english) * 2 // 5)}{CLOSE}"

    def count(self, one: str, n: int, context: str = "") -> str | None:  # noqa: ARG002 - all are stretched alike
        """Return the English form for `n`, stretched; there is no other form here than that of `one`."""
        return self.text(one, context)
