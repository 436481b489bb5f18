"""The captions of pictures in a body: they stand in its Markdown, `![alt](images/… "caption")`."""

from __future__ import annotations

import re

from editor.domain.image import HASH_IN_NAME, Image

_TARGET = re.compile(r"!\[(?:\\.|[^\]\\])*\]\(\s*<?images/(?P<hash>[0-9a-f]{12})-[^\s)>]+>?")
_TITLE = re.compile(r'\s+"((?:\\.|[^"\\])*)"')


def body_caption(body: str, image: Image) -> str | None:
    """Return the caption at the first place of `image` in `body`: "" where it has none, None where it is not there."""
    for found in _TARGET.finditer(body):
        if found["hash"] == image.sha256[:HASH_IN_NAME]:
            title = _TITLE.match(body, found.end())
            return re.sub(r"\\([\"\\])", r"\1", title[1]) if title else ""
    return None


def with_body_caption(body: str, image: Image, caption: str) -> str:
    """Return `body` with this caption at the first place of `image`."""
    for found in _TARGET.finditer(body):
        if found["hash"] == image.sha256[:HASH_IN_NAME]:
            title = _TITLE.match(body, found.end())
            one_line = re.sub(r'(["\\])', r"\\\1", " ".join(caption.split()))
            words = f' "{one_line}"' if one_line else ""
            return body[: found.end()] + words + body[title.end() if title else found.end() :]
    return body
