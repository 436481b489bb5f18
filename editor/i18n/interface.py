"""The words of the application's own window and command line, in the language a person chose for them.

One language at a time, set once at the start and again when the person changes it, on the interface thread. English is
what the code holds, so it reads no file at all.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import cache

from editor.core.errors import FileError
from editor.core.messages import Languages, Message, in_figures, nsay
from editor.i18n.catalogs import PAGE, SOURCE_LANGUAGE, STUDIO, Catalog, catalog_for, languages_of
from editor.i18n.direction import POP_ISOLATE, direction
from editor.i18n.language_names import joined_names
from editor.i18n.numbers import grouped

_log = logging.getLogger(__name__)

# What a translation whose places are not those of its English raises when it is filled.
_WRONG_PLACES = (KeyError, IndexError, ValueError, AttributeError)

# What pages call by a word that means something else in the window: there it stands before a date, here for a status.
_OF_PAGES_ALONE = {("published", "Published")}

_LTR_ISOLATE = "\u2066"
_LAST_SIGNS = (".", "…", ":", "?", "!")

_ENGLISH = Catalog(SOURCE_LANGUAGE)
_shown = _ENGLISH


def set_interface_language(tag: str, catalog: Catalog | None = None) -> None:
    """Show the interface in the language of `tag` from now on; English where there are no words for it.

    `catalog` gives the words instead of the shipped ones: this is how the tests show a language made of long words.
    """
    global _shown  # noqa: PLW0603 - the one piece of state this module exists for
    is_english = tag.partition("-")[0].lower() in {"", SOURCE_LANGUAGE}
    _shown = catalog or (None if is_english else _catalog(tag)) or _ENGLISH


def interface_language() -> str:
    """Return the tag of the language that the interface is shown in."""
    return _shown.language


def interface_languages() -> tuple[str, ...]:
    """Return the tags the whole interface can be shown in, English first."""
    return (SOURCE_LANGUAGE, *(tag for tag in languages_of(STUDIO) if tag != SOURCE_LANGUAGE))


def begun_languages() -> tuple[str, ...]:
    """Return the tags that only the words which the interface shares with the pages, and Qt's, are there for."""
    return tuple(tag for tag in languages_of(PAGE) if tag not in interface_languages())


def is_draft(tag: str) -> bool:
    """Say whether no native reader has gone through the interface's words in the language of `tag`."""
    catalog = _catalog(tag)
    return tag != SOURCE_LANGUAGE and (catalog is None or not catalog.is_reviewed)


def tr(text: str, /, **values: object) -> str:
    """Return the English `text` in the interface language with its `{name}` places filled."""
    shown = _translated(text)
    if not values:
        return shown
    filling = _in_figures(values)
    try:
        return shown.format_map(filling)
    except _WRONG_PLACES:
        return text.format_map(filling)


def ntr(one: str, many: str, n: int, /, **values: object) -> str:
    """Return the phrase that counts `n` things, `one` and `many` being its English forms; `{n}` is the number."""
    return words(nsay(one, many, n, **values))


def words(message: Message) -> str:
    """Return `message` in the interface language; in English where a translation's places are wrong."""
    try:
        return message.in_words(_template, _number, _names)
    except _WRONG_PLACES:
        return str(message)


def forms_in(context: str) -> dict[str, tuple[str, ...]]:
    """Return the English of all that is translated in `context` in the interface language, with its forms."""
    return {english: forms for (where, english), forms in _shown.forms.items() if where == context}


@cache
def _catalog(tag: str) -> Catalog | None:
    """Return the words of the interface for `tag`; where it has none of its own, those that pages have too.

    A file that cannot be read is as good as none: the window must open, and `packaging/catalogs.py` names the mistake.
    """
    try:
        if catalog := catalog_for(STUDIO, tag):
            return catalog
        page = catalog_for(PAGE, tag)
    except FileError as error:
        _log.warning("a catalog cannot be read: %s, line %d", error, error.line)
        return None
    shared = {("", key[1]): forms for key, forms in page.forms.items() if key not in _OF_PAGES_ALONE} if page else {}
    return Catalog(page.language, shared, page.header) if page else None


def _template(message: Message) -> str:
    n = message.values.get("n") if message.many else None
    if not isinstance(n, int):
        return _translated(message.text)
    return _shown.count(message.text, n) or _in_english(message.text if n == 1 else message.many)


def _names(languages: Languages) -> str:
    return joined_names(languages.tags, _shown.language)


def _number(number: int) -> str:
    return grouped(number, _shown.language)


def _in_figures(values: Mapping[str, object]) -> dict[str, object]:
    return {name: in_figures(value, _number) for name, value in values.items()}


def _translated(text: str) -> str:
    return _shown.text(text) or _in_english(text)


def _in_english(text: str) -> str:
    """Return what there is no translation of, kept apart where words run from right to left.

    Its full stop or dots would stand before its first word there. What ends otherwise may become a file's name.
    """
    is_astray = text.endswith(_LAST_SIGNS) and direction(_shown.language) == "rtl"
    return f"{_LTR_ISOLATE}{text}{POP_ISOLATE}" if is_astray else text
