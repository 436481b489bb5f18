"""How many syllables a word has, by the letters it is written with. Pure.

Vowel letters are counted as each language groups them. Exact in Turkish and Russian, whose every vowel letter is a
syllable; elsewhere some words are off by one: against the hand-counted words in the tests at most 1 in 10, and the
mistakes in both directions leave the mean of a text within 3 in 100.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Two strong vowels part; a weak one counts where no other vowel stands beside it, or by its accent.
_STRONG = "aeoáéóàèòâêôãõíúìù"
_ROMANCE = rf"ã[oe]|õe|[{_STRONG}]|(?<![{_STRONG}iuüy])[iuüy](?![{_STRONG}])"
# What counts as one syllable, by language; letters are lower case and composed (NFC).
_NUCLEI = {
    "de": r"[aä]u|eu|ei|ai|ie|aa|ee|oo|(?<!q)[aeiouyäöü]",
    "es": _ROMANCE,
    "fr": r"é(?=[aeouàâèé])|[aàâeéèêëiîïoôuùûüyœæ]+",
    "nl": r"aai|ooi|oei|eeuw|ieuw|ij|ei|ui|ou|au|oe|ie|eu|aa|ee|oo|uu|[aeiouyëïöüéèá]",
    "pl": r"[aąeęoóuy]|i(?![aąeęoóu])",
    "pt": _ROMANCE,
    "ru": r"[аеёиоуыэюя]",
    "tr": r"[aeıioöuüâîû]",
    "en": r"[aeiouy]+",
}
_FRENCH_MUTE = re.compile(r"(?<=[^aàâeéèêëiîïoôuùûüyœæ])(?:e|es)$|(?<=[aàâéèêëiîïoôuùûü])e(?:s)?$")
_ENGLISH_MUTE = (
    re.compile(r"(?<=[^aeiouy])e$"),  # make
    re.compile(r"(?<=[^td])ed$"),  # walked, not wanted
    re.compile(r"(?<![sc]h)(?<=[^aeiouyscxzg])es$"),  # makes, not wishes
)
_ENGLISH_SOUNDED = re.compile(r"[^aeiouy][lr]es?$")  # table, centre
_ENGLISH_PARTED = re.compile(r"(?<![tscgl])i[ao]|[aeiouy]ing|ua[lr]|iet|scie|iu")


def languages() -> frozenset[str]:
    """Return the languages (first part of their tags) whose syllables can be counted."""
    return frozenset(_NUCLEI)


@lru_cache(maxsize=65536)
def syllables(word: str, language: str) -> int:
    """Return the syllables of `word`, at least 1. `language` is one of `languages()`; another is a `KeyError`."""
    text = unicodedata.normalize("NFC", word.replace("İ", "i").replace("I", "ı") if language == "tr" else word).lower()
    if language == "fr":
        text = re.sub(r"(?<=[qg])u(?=[eiéèêyaoà])", "", text)
        bare = _FRENCH_MUTE.sub("", text)
        text = bare if re.search(_NUCLEI["fr"], bare) else text
    elif language == "en":
        return _english(text)
    return max(1, len(re.findall(_NUCLEI[language], text)))


def _english(text: str) -> int:
    if not _ENGLISH_SOUNDED.search(text):
        for mute in _ENGLISH_MUTE:
            bare = mute.sub("", text)
            if bare != text:
                text = bare
                break
    return max(1, len(re.findall(_NUCLEI["en"], text)) + len(_ENGLISH_PARTED.findall(text)))
