"""The quotation marks of each language as CLDR has them. Where we differ, a house style says so."""

from __future__ import annotations

# CLDR 47, delimiters: quotation start and end, alternate start and end. By signs, since most languages share theirs.
_BY_SIGNS = {
    "“”‘’": "af az bn cy da en es ga gl ha hi id ig km ko lo lv mr ms my ne ps pt si so sq sw ta te th tr vi yo"
    " zh-Hans zu",
    "„“‚‘": "cs de et hr is mk sk sl",
    "«»“”": "ca el es-US eu it kk pt-PT",
    "«»‘’": "nb nn no",
    "«»„“": "be ru uk",
    "«»‹›": "am fa fr-CH it-CH",
    "„”«»": "pl ro",
    "„“„“": "bg lt",
    "„“«»": "ka",
    "„”»«": "hu",
    "„”’’": "sr",
    "„”‘’": "bs",
    "“”«»": "eo",
    "«»«»": "hy",
    "””’’": "fi sv",
    "”“’‘": "ar ur",
    "「」『』": "ja zh-Hant",
}  # fmt: skip
_STANDARD = {tag: tuple(signs) for signs, tags in _BY_SIGNS.items() for tag in tags.split()}
OPENINGS = frozenset(sign for signs in _BY_SIGNS for sign in (signs[0], signs[2]))


def standard_quotes(tag: str) -> tuple[str, ...]:
    """Return (opening, closing, inner opening, inner closing) for exactly this tag, () where it is not known."""
    return _STANDARD.get(tag, ())


def languages() -> frozenset[str]:
    """Return the tags whose quotation marks are known."""
    return frozenset(_STANDARD)
