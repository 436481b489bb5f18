"""A house style as a file of its own (TOML, the fields of `HouseStyle`), as newsrooms hand them to each other."""

from __future__ import annotations

import tomllib
from dataclasses import fields

from editor.core.errors import FileError
from editor.core.messages import Message, say
from editor.domain.house_style import HouseStyle
from editor.i18n.house_styles import style_of

_ESCAPES = {ord("\\"): "\\\\", ord('"'): '\\"', 0x7F: "\\u007f"} | {code: f"\\u{code:04x}" for code in range(0x20)}
_LONGEST = 64_000


def write_style(style: HouseStyle) -> str:
    """Return `style` as the text of a file: one line for each field that says something, in the fields' order."""
    said = ((field.name, getattr(style, field.name)) for field in fields(HouseStyle))
    return "".join(f"{name} = {_written(value)}\n" for name, value in said if value)


def read_style(text: str) -> HouseStyle:
    """Return the style that the text of a file says; raise `FileError` for what is none. Its sense is not judged."""
    try:
        values = tomllib.loads(text[:_LONGEST].replace("\r\n", "\n").removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise FileError(
            say("This is not a house style: {why}.", why=str(error)),
            say("A house style is a text file with lines such as: date = “d MMMM y”, in straight quotation marks."),
        ) from None
    for name, value in values.items():
        if name not in {field.name for field in fields(HouseStyle)}:
            raise FileError(say("“{name}” is no part of a house style.", name=name), _parts())
        if not isinstance(value, str) and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
            raise FileError(say("“{name}” of a house style is written as text.", name=name), _parts())
        if name in {"months", "weekdays"} and not all(one.strip() for one in value):
            raise FileError(
                say("A name is empty in “{name}”.", name=name), say("Name all of them, or leave the line out.")
            )
    try:
        return style_of(values)
    except TypeError:
        named = ", ".join(name for name, value in values.items() if isinstance(value, list) != _is_list(name))
        what = say("One text stands for several, or several for one, at {names}.", names=named)
        raise FileError(what, _parts()) from None


def _is_list(name: str) -> bool:
    return isinstance(getattr(HouseStyle(), name), tuple)


def _parts() -> Message:
    texts = [field.name for field in fields(HouseStyle) if not _is_list(field.name)]
    lists = [field.name for field in fields(HouseStyle) if _is_list(field.name)]
    return say("Texts are {texts}; lists are {lists}.", texts=", ".join(texts), lists=", ".join(lists))


def _written(value: str | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return f'"{value.translate(_ESCAPES)}"'
    return "[" + ", ".join(map(_written, value)) + "]"
