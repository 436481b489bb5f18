"""Sentences for a person, kept untranslated until they are shown. Must not look up a language itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Languages:
    """Languages as a value of a message: a person reads their names in the language of the window, not the tags."""

    tags: tuple[str, ...]

    def __str__(self) -> str:
        """Return the tags, which every log can hold."""
        return ", ".join(self.tags)


def named_language(tag: str) -> Languages:
    """Return the one language of `tag` as a value of a message."""
    return Languages((tag,))


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: its English text with `{name}` places, and the values that fill them.

    A sentence that counts has the English for any number but one in `many`; its number is the value called `n`.
    """

    text: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    many: str = ""

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.in_words(_in_english)

    def __bool__(self) -> bool:
        """Say whether there is anything to show."""
        return bool(self.text)

    def in_words(
        self,
        translate: Callable[[Message], str],
        number: Callable[[int], str] = str,
        name: Callable[[Languages], str] = str,
    ) -> str:
        """Return the sentence in the text that `translate` has for it, its places filled.

        Numbers are written by `number`, and what languages are called is said by `name`.
        """
        text = translate(self) if self.text else ""
        if not self.values:
            return text
        words = {
            place: value.in_words(translate, number, name)
            if isinstance(value, Message)
            else name(value)
            if isinstance(value, Languages)
            else in_figures(value, number)
            for place, value in self.values.items()
        }
        return text.format_map(words)


def in_figures(value: object, number: Callable[[int], str]) -> object:
    """Return a whole number passed through `number`, anything else as it is."""
    return number(value) if isinstance(value, int) and not isinstance(value, bool) else value


def say(text: str, /, **values: object) -> Message:
    """Mark `text` for translation (this name is an extraction keyword) and bind its `{name}` places."""
    return Message(text, values)


def nsay(one: str, many: str, n: int, /, **values: object) -> Message:
    """Mark the two English forms of a sentence that counts `n` things (an extraction keyword too), and bind its places.

    `{n}` is the number, in every language in the form that goes with it.
    """
    return Message(one, {"n": n, **values}, many)


def _in_english(message: Message) -> str:
    return message.many if message.many and message.values["n"] != 1 else message.text
