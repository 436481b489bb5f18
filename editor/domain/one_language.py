"""Which language tags mean one language, for whoever compares them: sets, editions, lists, without CLDR at hand."""

from __future__ import annotations

from functools import cache

# CLDR, aliases: what a language was called before, and how it is called now. Norwegian is written in Bokmål (`nb`)
# unless a tag says Nynorsk (`nn`).
_NOW = {
    "bh": "bho",
    "in": "id",
    "iw": "he",
    "ji": "yi",
    "jw": "jv",
    "mo": "ro",
    "no": "nb",
    "sh": "sr-latn",
    "tl": "fil",
    "tw": "ak",
}
# CLDR, likely subtags: the script that goes without saying where newsrooms write in two.
_USUAL_SCRIPT = {"az": "latn", "bs": "latn", "sr": "cyrl", "uz": "latn", "zh": "hans"}
_HANT_REGIONS = frozenset({"tw", "hk", "mo"})


@cache
def language_key(tag: str) -> str:
    """Return what is the same for two tags just where they mean one language in one script and region.

    So `iw` and `he` are one, `no` and `nb`, `sr` and `sr-Cyrl`, `sh` and `sr-Latn`; `en` and `en-GB` are two.
    """
    language, *rest = tag.replace("_", "-").casefold().split("-")
    language, _, implied = _NOW.get(language, language).partition("-")
    script = rest.pop(0) if rest and len(rest[0]) == 4 and rest[0].isalpha() else implied
    usual = _USUAL_SCRIPT.get(language, "")
    if language == "zh" and not _HANT_REGIONS.isdisjoint(rest):
        usual = "hant"
    return "-".join((language, *([script] if script not in {"", usual} else []), *rest))


def is_one_language(tag: str, other: str) -> bool:
    """Say whether the two tags mean one language, in one script and region."""
    return tag == other or language_key(tag) == language_key(other)
