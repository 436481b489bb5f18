"""A page text as blocks of lines, each with its place in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.markup.plain import collapse

_EMPTY = re.compile(r"[ \t\f\v]*")


@dataclass(frozen=True, slots=True)
class Block:
    """The lines between two empty ones, white space collapsed; `line` is the first one's number, 1-based."""

    lines: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """Return the block on one line."""
        return collapse(" ".join(self.lines))


def blocks_of(text: str) -> list[Block]:
    """Return the blocks of `text` (LF line ends). Blocks of nothing but spaces of any kind are layout and left out."""
    blocks: list[Block] = []
    lines: list[str] = []
    begin = 1
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if not _EMPTY.fullmatch(line):
            begin = begin if lines else number
            lines.append(collapse(line))
        elif lines:
            blocks.append(Block(tuple(lines), begin))
            lines = []
    return [block for block in blocks if block.text]
