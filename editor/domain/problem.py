"""What a check found, and where to jump to."""

from __future__ import annotations

from dataclasses import dataclass

from editor.core.messages import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding of a pre-publish check. `field` is the article field or panel part to jump to."""

    check: str
    message: Message
    article: str = ""
    field: str = ""
    blocks: bool = False
