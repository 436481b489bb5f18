"""A file as lines of text: its encoding, its line ends, and the front matter before its body.

Line ends CRLF and CR become LF, a byte order mark goes, everything else stays. The last line feed belongs to the file
and not to the text, and so does one empty line below the front matter: the writer adds what the reader takes away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.core.errors import FileError
from editor.core.messages import say

_FENCE = "---"
_END = re.compile(r"(?m)^---[ \t]*$")


@dataclass(frozen=True, slots=True)
class Parts:
    """The YAML between the fences (`yaml_line` is its first line) and the text below (`body_line`), 1-based."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def decoded(data: bytes) -> str:
    """Return the text of a UTF-8 file with LF line ends and without a byte order mark.

    Raises `FileError` with the line of the first byte that is not UTF-8. NUL becomes U+FFFD.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError(
            say("This is not text in UTF-8."),
            say("Open the file in the program that made it and save it again as UTF-8."),
            line=data.count(b"\n", 0, error.start) + 1,
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def has_front_matter(text: str) -> bool:
    """Say whether `text` begins as an article file does."""
    return text.partition("\n")[0].rstrip() == _FENCE


def split(text: str) -> Parts:
    """Return the two parts of an article file; raises `FileError` when the front matter or its end is missing."""
    if not has_front_matter(text):
        raise FileError(
            say("An article file begins with a line of three dashes, and this one does not."),
            say("Put “---” on the first line, then lines such as “language: en”, then “---” again, then the text."),
            line=1,
        )
    start = text.find("\n") + 1
    end = _END.search(text, start) if start else None
    if end is None:
        raise FileError(
            say("The front matter has no end: a second line of three dashes is missing."),
            say("Put “---” on a line of its own where the text of the article begins."),
            line=1,
        )
    rest = text[end.end() + 1 :]
    line = text.count("\n", 0, end.end()) + 2
    if rest.startswith("\n"):
        rest, line = rest[1:], line + 1
    return Parts(text[start : end.start()], 2, rest.removesuffix("\n"), line)


def joined(yaml: str, body: str) -> str:
    """Return the article file of which `split` gives back `yaml` (ending in a line feed) and `body`."""
    gap = "\n" if body.startswith("\n") else ""
    return f"{_FENCE}\n{yaml}{_FENCE}\n{gap}{body}" + ("\n" if body else "")
