"""The lines of a Markdown text in which words stand for themselves: what is code is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^ {0,3}(?P<mark>`{3,}|~{3,})")
_CODE = re.compile(r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)")


def prose_lines(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield (number from 0, line) of each line outside fenced code, code within a line replaced by spaces."""
    fence = ""
    for number, line in enumerate(markdown.split("\n")):
        opened = _FENCE.match(line)
        if fence:
            if opened and opened["mark"].startswith(fence) and not line[opened.end() :].strip():
                fence = ""
            continue
        if opened:
            fence = opened["mark"]
            continue
        yield number, _CODE.sub(lambda code: " " * len(code[0]), line) if "`" in line else line
