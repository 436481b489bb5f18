"""How a person writes the number and list styles of a house style: by example, "1,234.5" and "1, 2 and 3; 1 and 2"."""

from __future__ import annotations

import re

from editor.core.errors import UserError
from editor.core.messages import say

_NUMBER = re.compile(r"1(\D{0,3})234(\D{1,3})5")
_LIST = re.compile(r"1(\D+)2(\D+)3\s*[;؛；]\s*1(\D+)2")


def number_sample(signs: tuple[str, ...]) -> str:
    """Return the example number that shows `signs` (decimal, grouping), "" for none."""
    return f"1{signs[1]}234{signs[0]}5" if signs else ""


def list_sample(joins: tuple[str, ...]) -> str:
    """Return the example lists that show `joins` (between several, before the last, between two), "" for none."""
    return f"1{joins[0]}2{joins[1]}3; 1{joins[2]}2" if joins else ""


def signs_in(sample: str) -> tuple[str, ...]:
    """Return the signs that `sample` shows, () for an empty one; raise `UserError` for any other text."""
    if not sample.strip():
        return ()
    if match := _NUMBER.fullmatch(sample.strip()):
        return match[2], match[1]
    raise UserError(
        say("“{sample}” does not show how numbers are written.", sample=sample.strip()),
        say("Write the number of the example with your signs, such as 1,234.5 or 1 234,5."),
    )


def joins_in(sample: str) -> tuple[str, ...]:
    """Return the joins that `sample` shows, () for an empty one; raise `UserError` for any other text."""
    if not sample.strip():
        return ()
    if match := _LIST.fullmatch(sample.strip()):
        return match.groups()
    raise UserError(
        say("“{sample}” does not show how names are listed.", sample=sample.strip()),
        say("Write a list of three and one of two, such as: 1, 2 and 3; 1 and 2."),
    )
