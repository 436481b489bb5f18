"""The words of a timeline's rows, of what is marked on them, and of what mends it, in the interface language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.messages import Message, say
from editor.domain.concern import Concern, Mark
from editor.i18n.interface import tr, words
from editor.ui.widgets.timeline_column import RowMark, TimelineRow

if TYPE_CHECKING:
    from editor.services.timelines import Timeline

_ICONS = {Concern.SILENCE: "recent", Concern.UNTRANSLATED: "language"}
_OPEN = say("Open the article")
_TAKE_OFF = say("Take off the timeline")
_DATE = say("Change the date")
_HERE = {
    Concern.SILENCE: say("Look for earlier articles"),
    Concern.DUPLICATE: _TAKE_OFF,
    Concern.NOT_THERE: _TAKE_OFF,
    Concern.ITSELF: _TAKE_OFF,
    Concern.FUTURE: _DATE,
    Concern.NO_DATE: _DATE,
    Concern.ZONE: say("Choose another time zone"),
}


def rows_of(timeline: Timeline, locale: str) -> list[TimelineRow]:
    """Return the rows of `timeline` in the edition of `locale`: what readers see, then what cannot stand there."""
    rows = [
        TimelineRow(
            link_id=entry.link_id,
            date=entry.date,
            ago=entry.ago,
            headline=entry.headline or tr("No headline yet"),
            language=entry.language,
            locale=locale,
            marks=tuple(map(_marked, entry.marks)),
            article=entry.article,
        )
        for entry in timeline.entries
    ]
    left_out = [
        TimelineRow(one.link_id, "", one.headline, one.language, locale, (_marked(one.mark),), one.article)
        for one in timeline.left_out
    ]
    return [*rows, *left_out]


def marks_of(timeline: Timeline, link_id: str) -> tuple[Mark, ...]:
    """Return what is marked on the link's entry, or says why it has none."""
    found = next((entry.marks for entry in timeline.entries if entry.link_id == link_id), None)
    if found is not None:
        return found
    return tuple(one.mark for one in timeline.left_out if one.link_id == link_id)


def mending(mark: Mark) -> Message:
    """Return what a person can do about it, as a button says it."""
    return _OPEN if mark.article else _HERE[mark.concern]


def icon_of(mark: Mark) -> str:
    """Return the name of the icon that stands before the words."""
    return _ICONS.get(mark.concern, "warn")


def _marked(mark: Mark) -> RowMark:
    return RowMark(words(mark.message), icon_of(mark), mark.concern.is_news)
