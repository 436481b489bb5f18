"""The words of the application's own window and command line, in the language a person chose for them.

One language at a time, set once at the start and again when the person changes it, on the interface thread. English is
what the code holds, so it reads no file at all.
"""

from __future__ import annotations

from collections.abc import Mapping

from editor.core.messages import Message, in_figures, nsay
from editor.i18n.catalogs import SOURCE_LANGUAGE, STUDIO, Catalog, catalog_for, languages_of
from editor.i18n.numbers import grouped

_ENGLISH = Catalog(SOURCE_LANGUAGE)
_shown = _ENGLISH


def set_interface_language(tag: str, catalog: Catalog | None = None) -> None:
    """Show the interface in the language of `tag` from now on; English where there is no catalog for it.

    `catalog` gives the words instead of the shipped ones: this is how the tests show a language made of long words.
    """
    global _shown  # noqa: PLW0603 - the one piece of state this module exists for
    is_english = tag.partition("-")[0].lower() in {"", SOURCE_LANGUAGE}
    _shown = catalog or (None if is_english else catalog_for(STUDIO, tag)) or _ENGLISH


def interface_language() -> str:
    """Return the tag of the language that the interface is shown in."""
    return _shown.language


def interface_languages() -> tuple[str, ...]:
    """Return the tags the interface can be shown in, English first."""
    return (SOURCE_LANGUAGE, *(tag for tag in languages_of(STUDIO) if tag != SOURCE_LANGUAGE))


def tr(text: str, /, **values: object) -> str:
    """Return the English `text` in the interface language with its `{name}` places filled."""
    shown = _translated(text)
    return shown.format_map(_in_figures(values)) if values else shown


def ntr(one: str, many: str, n: int, /, **values: object) -> str:
    """Return the phrase that counts `n` things, `one` and `many` being its English forms; `{n}` is the number."""
    return words(nsay(one, many, n, **values))


def words(message: Message) -> str:
    """Return `message` in the interface language."""
    return message.in_words(_template, _number)


def translated(text: str, context: str = "") -> str | None:
    """Return the translation of `text` in the interface language, or None where there is none."""
    return _shown.text(text, context)


def _template(message: Message) -> str:
    n = message.values.get("n") if message.many else None
    if not isinstance(n, int):
        return _translated(message.text)
    return _shown.count(message.text, n) or (message.text if n == 1 else message.many)


def _number(number: int) -> str:
    return grouped(number, _shown.language)


def _in_figures(values: Mapping[str, object]) -> dict[str, object]:
    return {name: in_figures(value, _number) for name, value in values.items()}


def _translated(text: str) -> str:
    return _shown.text(text) or text
