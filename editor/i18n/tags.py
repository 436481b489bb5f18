"""Language tags (BCP 47): whether one is well formed, how it is written, and which others may stand in for it."""

from __future__ import annotations

import re
from functools import cache

# RFC 5646, section 2.1, without the list of grandfathered tags: none of them names a language a newsroom writes in.
# Nor do languages of four to eight letters: none was ever registered, and who writes `english` means `en`.
_WELL_FORMED = r"""(?x)
    (?:
        [a-z]{2,3}(?:-[a-z]{3}){0,3}              # language, with extended languages
        (?:-[a-z]{4})?                            # script
        (?:-(?:[a-z]{2}|[0-9]{3}))?               # region
        (?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*  # variants
        (?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*      # extensions
        (?:-x(?:-[a-z0-9]{1,8})+)?                # private use
      | x(?:-[a-z0-9]{1,8})+
    )"""

# Chinese is written in two scripts, and which one follows from the region (CLDR, likely subtags).
_SCRIPT_OF = {
    "zh": "zh-Hans",
    "zh-CN": "zh-Hans",
    "zh-SG": "zh-Hans",
    "zh-MY": "zh-Hans",
    "zh-TW": "zh-Hant",
    "zh-HK": "zh-Hant",
    "zh-MO": "zh-Hant",
}


@cache
def is_language_tag(text: str) -> bool:
    """Say whether `text` is a well-formed language tag (RFC 5646, section 2.2.9) that can be registered, be it not."""
    lowered = text.lower() if text.isascii() else ""
    return bool(re.fullmatch(_WELL_FORMED, lowered)) and not _repeats(lowered.split("-"))


@cache
def canonical_tag(text: str) -> str:
    """Return `text` in the recommended case (RFC 5646, section 2.1.1): `zh-Hant-TW`. Underscores become hyphens."""
    parts = text.strip().replace("_", "-").lower().split("-")
    written = parts[:1]
    for part in parts[1:]:
        after_singleton = any(len(one) == 1 for one in written)
        if after_singleton:
            written.append(part)
        elif len(part) == 4 and part.isalpha():
            written.append(part.title())
        elif len(part) == 2:
            written.append(part.upper())
        else:
            written.append(part)
    return "-".join(written)


@cache
def fallbacks(tag: str) -> tuple[str, ...]:
    """Return `tag` and the tags whose words may stand in for it, nearest first: `sw-KE`, `sw`.

    A language in another script never stands in: `zh-TW` leads to `zh-Hant`, and nothing to a tag without its script.
    """
    tag = canonical_tag(tag)
    found = [tag]
    while "-" in tag and tag not in _SCRIPT_OF:
        tag, _, last = tag.rpartition("-")
        if len(last) == 4 and last.isalpha():
            break
        if tag[-2:-1] == "-":  # a singleton says nothing without what follows it
            tag = tag[:-2]
        found.append(tag)
    if tag in _SCRIPT_OF and tag == found[-1]:
        found.append(_SCRIPT_OF[tag])
    return tuple(found)


def _repeats(parts: list[str]) -> bool:
    """Say whether a variant or an extension's singleton stands twice before any private use."""
    public = parts[: parts.index("x")] if "x" in parts else parts
    telling = [part for part in public[1:] if len(part) == 1 or len(part) > 4 or (part[0].isdigit() and len(part) == 4)]
    first_singleton = next((i for i, part in enumerate(public) if len(part) == 1), len(public))
    variants = [part for part in public[1:first_singleton] if part in telling]
    singletons = [part for part in public if len(part) == 1]
    return len(variants) != len(set(variants)) or len(singletons) != len(set(singletons))


@cache
def territory_locale(tag: str) -> str:
    """Return `tag` as Open Graph has it, `sw_TZ`: with the region where most who write so live (CLDR, likely subtags).

    A language that CLDR places nowhere stands alone.
    """
    from babel.core import get_global

    likely = get_global("likely_subtags")
    language, *rest = canonical_tag(tag).split("-")
    script = next((part for part in rest[:1] if len(part) == 4 and part.isalpha()), "")
    region = next((part for part in rest[:2] if len(part) == 2 or (len(part) == 3 and part.isdecimal())), "")
    if not region and language != "und":
        full = likely.get(f"{language}_{script}") if script else None
        parts = (full or likely.get(language, "")).split("_")
        region = parts[-1] if len(parts) > 1 and parts[-1] != "ZZ" else ""
    return f"{language}_{region}" if region else language
