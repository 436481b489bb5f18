"""What comes from other programs and goes to them: pasted HTML becomes Markdown, copied Markdown becomes HTML."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

# Beyond this, HTML is pasted as its words: putting it in order would take longer than anybody waits. Characters.
MOST_HTML = 4_000_000
# Up to here, HTML is put in order at once; what is longer takes a job. 20 kB take about 30 ms.
AT_ONCE = 20_000
# Copied Markdown beyond this goes out as text alone. Characters.
MOST_COPIED = 300_000

_DATA = re.compile(r"data:([\w.+-]+/[\w.+-]+)?((?:;[\w.=+-]+)*?)(;base64)?,(.*)", re.DOTALL | re.IGNORECASE)
_DATA_ADDRESS = re.compile(r"data:[^\"'>\s]*", re.IGNORECASE)
_DRIVE = re.compile(r"/[A-Za-z]:[/\\]")
# How code editors offer what is copied from them: lines of one white space, coloured.
_CODE_EDITOR = re.compile(
    r"\s*(?:<html[^>]*>|<head>.*?</head>|<body[^>]*>|<meta[^>]*>|<!--.*?-->|\s)*<div style=\"[^\"]*white-space:\s*pre",
    re.DOTALL | re.IGNORECASE,
)

PicturePath = Callable[[str, str], str | None]


@dataclass(frozen=True, slots=True)
class PictureSource:
    """Where a picture in pasted HTML is to be had on this computer: a file's path, or the bytes themselves."""

    name: str
    path: Path | None = None
    data: bytes = b""


def is_code(html: str) -> bool:
    """Say whether `html` is the coloured text of a code editor, whose plain text is all that was meant."""
    return bool(_CODE_EDITOR.match(html[:4000]))


def is_long(html: str) -> bool:
    """Say whether `html` takes longer to put in order than a key may take; pictures in it count as nothing."""
    return len(html) > AT_ONCE and len(_DATA_ADDRESS.sub("", html)) > AT_ONCE


def is_too_long(html: str) -> bool:
    """Say whether `html` is too long to be put in order at all."""
    return len(html) > MOST_HTML and len(_DATA_ADDRESS.sub("", html)) > MOST_HTML


def markdown_of(html: str, picture: PicturePath) -> str:
    """Return the Markdown of `html`; `picture(source, alt)` returns a picture's path in the newsroom, or None."""
    from editor.markup import pasted

    return pasted.markdown_of(html, picture)


def text_of(html: str) -> str:
    """Return the words of `html`, one line for each block."""
    from editor.markup import pasted

    return pasted.text_of(html)


def html_of(markdown: str) -> str:
    """Return Markdown that was copied as HTML for other programs; pictures are their alt texts, "" when it is too long.

    No path of this computer gets out, and no address of a picture that leads nowhere elsewhere.
    """
    if len(markdown) > MOST_COPIED:
        return ""
    from editor.markup.rendering import render

    return render(markdown)


def has_pictures(html: str) -> bool:
    """Say whether `html` may hold pictures."""
    return "<img" in html.lower()


def picture_source(address: str) -> PictureSource | None:
    """Return where the picture at `address` is to be had on this computer; None for what is elsewhere.

    A file on another computer counts as elsewhere, however its address is written: asking for it would tell that
    computer who asks.
    """
    if found := _DATA.match(address):
        data = _decoded(found[4], is_base64=bool(found[3]))
        suffix = (found[1] or "image/png").partition("/")[2].partition("+")[0].lower()
        return PictureSource(f"pasted.{suffix}", data=data) if data else None
    parts = urlsplit(address) if address[:5].lower() == "file:" else None
    if parts is None or parts.netloc not in {"", "localhost"}:
        return None
    path = unquote(parts.path)
    if path.startswith(("//", "/\\", "\\")) or "\0" in path:
        return None
    path = path[1:] if _DRIVE.match(path) else path
    return PictureSource(Path(path).name or "picture", path=Path(path))


def _decoded(text: str, *, is_base64: bool) -> bytes:
    if not is_base64:
        return unquote_to_bytes(text)
    try:
        return base64.b64decode(re.sub(r"\s", "", unquote(text)), validate=False)
    except (binascii.Error, ValueError):
        return b""
