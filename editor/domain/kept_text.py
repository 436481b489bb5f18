"""The one form in which texts are kept: what files can carry, so that an archive gives back the very same text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

Value = TypeVar("Value")

_LINE_ENDS = re.compile("\r\n?")
# No file in UTF-8 holds halves of surrogate pairs, and hardly a program reads NUL as text.
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")
# Start and end of text: control characters that Markdown programs use as marks of their own and take out.
_MARKS = re.compile("[\u0002\u0003]")
_ODD = "\u0002\u0003\r"
_STRETCH = 1 << 15

# Characters: a book of 300,000 words passes. A megabyte on one line takes any text field seconds at each key.
MOST = 2_000_000
MOST_ON_A_LINE = 200_000


def kept_text(text: str) -> str:
    """Return `text` as it is kept: lines end in LF, what is no character is U+FFFD, U+0002 and U+0003 are gone."""
    if is_free_of(text, _ODD):
        return text
    return _MARKS.sub("", _NO_CHARACTER.sub("\ufffd", _LINE_ENDS.sub("\n", text)))


def is_free_of(text: str, odd: str) -> bool:
    """Say whether `text` has none of the characters `odd`, no NUL and no halves of surrogate pairs.

    Nearly every text is, and each save looks at whole texts: this takes an eighth of the time of a pattern. A long one
    is gone through in stretches: what is made for one is at hand for the next, where new memory for all takes as long.
    """
    for start in range(0, len(text), _STRETCH):
        part = text[start : start + _STRETCH]
        try:
            encoded = part.encode()
        except UnicodeEncodeError:
            return False
        # Among characters of two bytes every other one is 0: NUL is found thirty times sooner where it is the only one.
        if b"\0" in encoded or any(map(part.__contains__, odd)):
            return False
    return True


def is_endless(text: str) -> bool:
    """Say whether `text` is longer, in all or on one line, than anybody could go on writing."""
    start = 0
    while len(text) - start > MOST_ON_A_LINE and len(text) <= MOST:
        end = text.rfind("\n", start, start + MOST_ON_A_LINE + 1)  # the lines up to there are no longer than that
        if end < 0:
            return True
        start = end + 1
    return len(text) > MOST


def kept(value: Value) -> Value:
    """Return `value` with every text in it as it is kept: in tuples, lists, mappings and dataclasses too."""
    return cast("Value", _kept(value))


def _kept(value: object) -> object:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else kept_text(value)
    if isinstance(value, tuple | list):
        return type(value)(_kept(one) for one in value)
    if isinstance(value, Mapping):
        return {_kept(key): _kept(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _kept(getattr(value, field.name)) for field in fields(value)})
    return value
