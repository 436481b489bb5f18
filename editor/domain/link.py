"""Directed, ordered relations from an article to another of the newsroom or to an external one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from editor.domain.authorship import Authorship
from editor.domain.image import Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class External:
    """An article outside the newsroom, as far as it is known. It has a headline or a summary."""

    headline: str = ""
    summary: str = ""
    url: str = ""
    published: datetime | None = None
    language: str = ""
    authorship: Authorship = Authorship.NOT_STATED
    picture: Placement | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One relation. Exactly one of `article` (an id), `pending` (a slug or id not there yet), `external` is set."""

    id: str
    article: str = ""
    pending: str = ""
    external: External | None = None
    on_card: bool = True
    on_timeline: bool = False

    @property
    def is_shown(self) -> bool:
        """Say whether readers see the link anywhere."""
        return self.on_card or self.on_timeline
