"""Slugs: the part of an address that names an article, in any script.

Rule (`localisation`, slugs): NFKC, casefold, keep letters, marks and digits, everything else becomes one "-"; at most
120 bytes; the names that Windows keeps for devices are avoided. Nothing is put into other letters: what a reader types
is what the address says. Of languages only this is asked: which small letter belongs to I, and whether an apostrophe
parts two words (l’été) or stands inside one (it’s).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from editor.core.files import cut_bytes, safe_name

MAX_BYTES = 120

_APOSTROPHES = "'’ʼ"
# Unicode, SpecialCasing: languages whose I is not that of i.
_DOTLESS = frozenset({"tr", "az"})
_ELIDING = frozenset({"ca", "fr", "it", "oc"})


def slug_from(headline: str, language: str = "", *, fallback: str = "article") -> str:
    """Return the slug for `headline` in `language`; `fallback` when no letter or digit is in it."""
    said = unicodedata.normalize("NFKC", headline)
    language = language.partition("-")[0].lower()
    if language in _DOTLESS:
        said = said.replace("I", "ı").replace("İ", "i")
    folded = unicodedata.normalize("NFKC", said.casefold())
    folded = re.sub(f"[{_APOSTROPHES}]", "-" if language in _ELIDING else "", folded)
    folded = re.sub("[\u00ad\u200b-\u200d\u2060\u0307]", "", folded)  # what nobody sees is no end of a word
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" else "-" for c in folded)
    slug = cut_bytes(re.sub(r"-{2,}", "-", kept).strip("-"), MAX_BYTES).strip("-")
    if not any(unicodedata.category(c)[0] in "LN" for c in slug):
        slug = fallback
    return safe_name(slug, fallback)


def is_slug(text: str) -> bool:
    """Say whether `text` can be the slug of an article as it is: on every system a file of that name can be made."""
    return text != "" and safe_name(text, "") == composed(text)


def composed(slug: str) -> str:
    """Return `slug` as it is kept, whoever types or sends it: letters and their marks composed (NFC)."""
    return unicodedata.normalize("NFC", slug)


def slug_key(slug: str) -> str:
    """Return what two slugs of one newsroom may not share: NFC and casefold."""
    return composed(composed(slug).casefold())


def free_slug(wanted: str, taken: Container[str]) -> str:
    """Return `wanted`, or with "-2", "-3"... behind it the first whose `slug_key` is not in `taken`."""
    if slug_key(wanted) not in taken:
        return wanted
    number = 2
    while True:
        tail = f"-{number}"
        candidate = cut_bytes(wanted, MAX_BYTES - len(tail)).strip("-") + tail
        if slug_key(candidate) not in taken:
            return candidate
        number += 1
