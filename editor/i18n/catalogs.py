"""Reads gettext catalogs (`resources/locale/<tag>/LC_MESSAGES/<domain>.po`) as they are written by translators.

The `.po` file is the only form: no build step stands between a translation and the screen. It must not know which
language is shown where.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from editor.core.errors import FileError
from editor.core.messages import say
from editor.core.resources import resources_root
from editor.i18n.plurals import plural_form
from editor.i18n.tags import fallbacks

STUDIO = "studio"
PAGE = "page"
SOURCE_LANGUAGE = "en"

Key = tuple[str, str]

_LINE = re.compile(r'^(?:(#,.*)|(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)? *"((?:\\.|[^"\\])*)" *)$', re.MULTILINE)
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}


@dataclass(frozen=True, slots=True)
class Catalog:
    """The words of one domain in one language: (context, English) -> the forms, one unless it counts."""

    language: str
    forms: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    header: str = ""

    @property
    def is_reviewed(self) -> bool:
        """Say whether the header tells that a native reader has gone through the words."""
        return "\nX-Reviewed: yes\n" in self.header

    def text(self, english: str, context: str = "") -> str | None:
        """Return the translation of `english`, or None where there is none yet."""
        forms = self.forms.get((context, english))
        return (forms[0] or None) if forms else None

    def count(self, one: str, n: int, context: str = "") -> str | None:
        """Return the form of the phrase with the English singular `one` that goes with the number `n`, or None."""
        forms = self.forms.get((context, one))
        form = plural_form(self.language, n)
        return (forms[form] or None) if forms and form < len(forms) else None


def read_catalog(path: Path, language: str) -> Catalog:
    """Return the catalog in the `.po` file at `path`; entries marked fuzzy or obsolete are left out.

    Made for the start: three times as quick as `po_file`, and as forgiving as can be. It names no mistake but an
    encoding that is not UTF-8 (`FileError`). Raises `OSError` when the file cannot be read.
    """
    forms: dict[Key, tuple[str, ...]] = {}
    entry: dict[str, str] = {}
    part = ""
    fuzzy = entry_is_fuzzy = False

    def keep() -> None:
        if entry and not entry_is_fuzzy:
            words = tuple(text for name, text in entry.items() if name.startswith("msgstr"))
            forms[entry.get("msgctxt", ""), entry.get("msgid", "")] = words

    for flags, keyword, written in _LINE.findall(_text_of(path)):
        if flags:
            fuzzy = "fuzzy" in flags
            continue
        if keyword in {"msgctxt", "msgid"} and "msgstr" in part:
            keep()
            entry = {}
            part = ""
        if keyword:
            if keyword in {"msgctxt", "msgid"} and not entry:
                entry_is_fuzzy, fuzzy = fuzzy, False
            part = keyword
            entry[part] = ""
        entry[part] += _ESCAPE.sub(_unescaped, written) if "\\" in written else written
    keep()
    header = forms.pop(("", ""), ("",))[0]
    return Catalog(language, forms, header)


def catalog_path(domain: str, tag: str) -> Path:
    """Return where the catalog of `domain` in the language `tag` lies."""
    return resources_root() / "locale" / tag / "LC_MESSAGES" / f"{domain}.po"


@cache
def languages_of(domain: str) -> tuple[str, ...]:
    """Return the tags that have a catalog of `domain`, sorted."""
    found = (resources_root() / "locale").glob(f"*/LC_MESSAGES/{domain}.po")
    return tuple(sorted(path.parent.parent.name for path in found))


@cache
def catalog_for(domain: str, tag: str) -> Catalog | None:
    """Return the catalog of `domain` that serves `tag` (`sw-KE` is served by `sw`), or None."""
    known = languages_of(domain)
    language = next((one for one in fallbacks(tag) if one in known), None)
    return read_catalog(catalog_path(domain, language), language) if language else None


def _text_of(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileError(say("This line is not in UTF-8."), file=str(path), line=line) from error


def _unescaped(match: re.Match[str]) -> str:
    return _ESCAPED.get(match[1], match[1])
