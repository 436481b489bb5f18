"""What a check found, what to do about it, and where to jump to."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.messages import Message

if TYPE_CHECKING:
    from editor.domain.check_choices import Accepted


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding of a pre-publish check.

    `field` is the article field, setting or panel part to jump to, `line` the line (0-based) of the body where it is
    known, `image` the picture that it is about. `hint` says what to do. `accepted` says who lets it stand, and why.
    """

    check: str
    message: Message
    article: str = ""
    field: str = ""
    blocks: bool = False
    hint: Message = dataclasses.field(default_factory=Message)
    line: int = -1
    image: str = ""
    accepted: Accepted | None = None
