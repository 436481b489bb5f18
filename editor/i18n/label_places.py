"""Where each label stands on a page, in words for whoever writes it, with what stands in its places in a sample."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from editor.core.messages import Message, say


class Look(StrEnum):
    """How a label looks on the page."""

    PICTURE = "picture"
    PLATE = "plate"
    HEADING = "heading"
    LINE = "line"
    LINK = "link"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """How the label looks and where it stands; `values` fill its places in a sample."""

    look: Look
    where: Message
    values: Mapping[str, str | Message] = field(default_factory=dict)


_BY = say("the author's name")
_PLACES: Mapping[str, LabelPlace] = {
    "image_by_ai": LabelPlace(Look.PICTURE, say("Below a picture that AI made.")),
    "image_changed_by_ai": LabelPlace(Look.PICTURE, say("Below a picture that AI changed.")),
    "ai_badge": LabelPlace(Look.PICTURE, say("In the corner of a picture that AI had a part in. Keep it very short.")),
    "reported_by_ai": LabelPlace(Look.PLATE, say("Above an article that AI wrote.")),
    "text_by_ai": LabelPlace(Look.PLATE, say("Before a passage that AI wrote.")),
    "text_by_ai_ends": LabelPlace(Look.LINE, say("After a passage that AI wrote; heard, not seen.")),
    "people_saying": LabelPlace(Look.HEADING, say("Heading of what people say about the news.")),
    "related": LabelPlace(Look.HEADING, say("Heading above the cards of other articles.")),
    "timeline": LabelPlace(Look.HEADING, say("Heading above the earlier articles in order of their dates.")),
    "cookie_title": LabelPlace(Look.NOTICE, say("Title of the notice about cookies.")),
    "cookie_body": LabelPlace(Look.NOTICE, say("What the notice about cookies says.")),
    "cookie_policy": LabelPlace(Look.NOTICE, say("Last sentence of the notice; it leads to the privacy policy.")),
    "decline": LabelPlace(Look.NOTICE, say("Button of the notice: the reader says no. A verb.")),
    "accept": LabelPlace(Look.NOTICE, say("Button of the notice: the reader says yes. A verb.")),
    "updated": LabelPlace(Look.LINE, say("Before the date of the last change.")),
    "published": LabelPlace(Look.LINE, say("Before the date of publication.")),
    "correction": LabelPlace(Look.HEADING, say("Heading above one correction of an article.")),
    "corrections": LabelPlace(Look.HEADING, say("Heading above several corrections.")),
    "read_more": LabelPlace(Look.LINK, say("Leads from a card to its article.")),
    "skip_to_content": LabelPlace(Look.LINK, say("For those who use the keyboard: leads past the menus.")),
    "by_line": LabelPlace(Look.LINE, say("Above an article: who wrote it."), {"names": _BY}),
    "times_in_zone": LabelPlace(
        Look.LINE, say("Below the timeline: by which clocks its times are."), {"zone": "Africa/Nairobi"}
    ),
    "all_articles": LabelPlace(Look.LINK, say("Leads to the list of all articles.")),
    "latest": LabelPlace(Look.HEADING, say("Heading of the newest articles on the first page.")),
    "sections": LabelPlace(Look.HEADING, say("Heading above the names of the sections.")),
    "tags": LabelPlace(Look.HEADING, say("Heading above the topics of an article.")),
    "withdrawn_title": LabelPlace(Look.HEADING, say("Stands where an article was withdrawn.")),
    "withdrawn_body": LabelPlace(Look.LINE, say("Below the words that an article was withdrawn.")),
    "no_articles": LabelPlace(Look.LINE, say("On a list that has no article yet.")),
    "newer": LabelPlace(Look.LINK, say("Below a list: leads to the newer articles.")),
    "older": LabelPlace(Look.LINK, say("Below a list: leads to the older articles.")),
    "page_of": LabelPlace(Look.LINE, say("Below a list of several pages."), {"page": "2", "pages": "7"}),
    "privacy_policy": LabelPlace(Look.LINK, say("At the foot of every page.")),
    "our_standards": LabelPlace(Look.LINK, say("At the foot of every page: leads to how you work.")),
    "reviewed_by": LabelPlace(Look.LINE, say("Above an article: who answers for it."), {"name": _BY}),
    "picture_credit": LabelPlace(Look.LINE, say("Below a picture: whose it is."), {"credit": _BY}),
    "ai_note": LabelPlace(Look.LINE, say("At the foot of a page that shows something AI made.")),
    "languages": LabelPlace(Look.LINE, say("Before the names of the other languages; heard, not seen.")),
    "authors": LabelPlace(Look.HEADING, say("Heading above the names of the authors.")),
    "archive": LabelPlace(Look.LINK, say("Leads to the articles month by month.")),
    "about": LabelPlace(Look.LINK, say("Leads to what the newsroom says of itself.")),
    "search": LabelPlace(Look.LINK, say("Leads to the page to search on, and is its heading.")),
    "search_label": LabelPlace(Look.LINE, say("Before the field to search in.")),
    "search_found": LabelPlace(
        Look.LINE, say("Below the field to search in: how many articles were found."), {"count": "12"}
    ),
    "search_first": LabelPlace(
        Look.LINE,
        say("Below the field to search in, where more were found than are shown."),
        {"count": "120", "first": "60"},
    ),
    "search_none": LabelPlace(Look.LINE, say("Below the field to search in: nothing was found.")),
    "search_failed": LabelPlace(Look.LINE, say("Below the field to search in, where the line broke off.")),
    "search_needs_script": LabelPlace(
        Look.LINE, say("In place of the search, where a reader's browser runs no scripts.")
    ),
    "front_page": LabelPlace(Look.LINK, say("Leads back to the first page.")),
    "you_are_here": LabelPlace(Look.LINE, say("Before the way back to the front page; heard, not seen.")),
    "not_found_title": LabelPlace(Look.HEADING, say("Stands where an address leads to no page.")),
    "not_found_body": LabelPlace(Look.LINE, say("Below the words that there is no page here.")),
}
_ELSEWHERE = LabelPlace(Look.LINE, say("Somewhere on the page."))


def place_of(key: str) -> LabelPlace:
    """Return where the label `key` stands."""
    return _PLACES.get(key, _ELSEWHERE)
