"""What every import format is: one line of the registry, and what it is given to read with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from editor.core.messages import Message
from editor.domain.house_style import HouseStyle
from editor.domain.page_label import PageLabels
from editor.ingest.draft import Draft, NewId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What a file may not say itself: the zone of its dates, its language, and what the newsroom has of editions.

    `instants` answers for wall times that the zone's clocks showed twice or never: the date as it stands there -> the
    instant meant. `edition_styles` tell by locale whose house style an edition writes in where that is not its own.
    `house_styles` and `page_labels` are the newsroom's own; `new_id` makes the ids that the file does
    not name, and `nameless` is the slug where neither file nor headline gives one.
    """

    new_id: NewId
    nameless: str = "article"
    zone: str = ""
    language: str = ""
    instants: Mapping[str, datetime] = field(default_factory=dict)
    editions: Sequence[str] = ()
    edition_styles: Mapping[str, str] = field(default_factory=dict)
    house_styles: Mapping[str, HouseStyle] = field(default_factory=dict)
    page_labels: PageLabels = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """One import format.

    `endings` are those of its files' names; `recognises(text)` says whether a text looks like one, whatever its name;
    `read(text, options)` returns the draft or raises `FileError` with the line. Both are given LF line ends.
    """

    id: str
    title: Message
    endings: tuple[str, ...]
    recognises: Callable[[str], bool]
    read: Callable[[str, ReadOptions], Draft]
