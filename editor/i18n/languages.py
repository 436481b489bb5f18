"""What a tag means: an old name, a script unsaid, and what its readers read too."""

from __future__ import annotations

from functools import cache

from editor.i18n.tags import canonical_tag, is_language_tag

# CLDR, language matching (languageInfo.xml, distances up to 5): two written standards under one roof, and a language
# whose readers read both of its scripts.
_ONE_LANGUAGE = {"no": "nb"}
_ONE_SCRIPT = {("sr", "Latn"): ("sr", "Cyrl")}


@cache
def present_tag(tag: str) -> str:
    """Return `tag` with the language called as it is today: `he` for `iw`, `sr-Latn` for `sh` (CLDR, aliases)."""
    from babel.core import get_global

    asked = canonical_tag(tag)
    language, _, rest = asked.partition("-")
    alias = get_global("language_aliases").get(language, language).replace("_", "-")
    if not is_language_tag(asked) or alias == language:
        return asked
    now, _, implied = alias.partition("-")
    return "-".join(filter(None, (now, rest or implied)))


@cache
def spoken(tag: str) -> tuple[str, str]:
    """Return the language of `tag` and its script, the usual one (CLDR, likely subtags) where the tag names none."""
    from babel.core import get_global

    parts = present_tag(tag).split("-")
    script = script_of(tag)
    if not script:
        likely = get_global("likely_subtags")
        regions = [part for part in parts[1:3] if len(part) == 2 and part.isalpha()]
        full = next(
            (found for key in (*(f"{parts[0]}_{one}" for one in regions), parts[0]) if (found := likely.get(key))), ""
        )
        script = next((part for part in full.split("_")[1:2] if len(part) == 4), "")
    return parts[0], script


def script_of(tag: str) -> str:
    """Return the script that `tag` names, "" where it names none."""
    return next((part for part in present_tag(tag).split("-")[1:4] if len(part) == 4 and part.isalpha()), "")


def is_read_by(language: str, locale: str) -> bool:
    """Say whether readers of `locale` read a text in `language` as one in their own, whatever region a tag names."""
    return _read(language) == _read(locale)


def _read(tag: str) -> tuple[str, str]:
    language, script = spoken(tag)
    language = _ONE_LANGUAGE.get(language, language)
    return _ONE_SCRIPT.get((language, script), (language, script))
