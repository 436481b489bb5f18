"""Pages made block by block for the tests of their readers."""

from __future__ import annotations

from editor.i18n.dates import format_instant
from editor.i18n.page_words import page_words
from editor.ingest.furniture import Furniture
from editor.ingest.page_blocks import Block, blocks_of
from tests.builders import NOON

SWAHILI = Furniture("sw")
MADE = SWAHILI.word("image_by_ai")
CHANGED = SWAHILI.word("image_changed_by_ai")
REPORTED = SWAHILI.word("reported_by_ai")
SAYING = SWAHILI.word("people_saying")
RELATED = SWAHILI.word("related")
DATE = format_instant(NOON, "UTC", "sw")


def notice(locale: str = "sw") -> tuple[str, ...]:
    """Return the blocks of the consent notice, spacers included."""
    words = page_words(locale)
    return (
        *["\u00a0"] * 3,
        words["cookie_title"].text,
        f"{words['cookie_body']} {words['cookie_policy']}\n{words['decline']}",
    )


def page(*blocks: str) -> str:
    """Return the page that these blocks make."""
    return "\n\n".join(blocks)


def blocks(*texts: str) -> list[Block]:
    """Return these blocks as they are read."""
    return blocks_of(page(*texts))
