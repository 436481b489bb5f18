"""One file of a bundle as it would go out, for those who look at what readers get."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STRUCTURED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    """A page or a feed that an article stands in. `kind` is "page" or "feed", `type` its media type."""

    path: str
    kind: str
    type: str
    text: str

    @property
    def structured(self) -> tuple[str, ...]:
        """Return what a page says about itself to machines, as JSON texts."""
        return tuple(_STRUCTURED.findall(self.text))
