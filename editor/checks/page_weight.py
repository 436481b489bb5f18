"""A page is light enough for a telephone far from town."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.problem import Problem

ID = "page-weight"
TITLE = say("Pages are light enough for telephones")
ADVICE = say("Take a picture out, or raise what a page may weigh in Newsroom settings, page Rules.")

# Bytes of what stands around the words, style sheet included.
_AROUND = 30_000
# Markup that comes to the words.
_MARKED_UP = 1.15
# A card shows a picture at half the width of the column.
_ON_CARD = 4
_STEP = 50_000


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for an article whose page, with the pictures a telephone loads, weighs more than may be."""
    article = looking.article
    if article is None:
        return
    own = looking.own_images()
    words = sum(len(text.encode("utf-8", "surrogatepass")) for text in (article.standfirst, *article.texts))
    pictures = sum(looking.phone_bytes(image) for image in own.values())
    cards = sum(looking.phone_bytes(image) // _ON_CARD for key, image in looking.images.items() if key not in own)
    weight = _AROUND + round(words * _MARKED_UP) + pictures + cards
    budget = looking.settings.checks.page_weight * 1000
    if weight > budget:
        yield Problem(
            check=ID,
            # In steps, so that a word more makes no other problem of it.
            message=say(
                "A telephone takes about {weight} kB for this page, and {budget} kB are wanted at most.",
                weight=-(-weight // _STEP) * _STEP // 1000,
                budget=budget // 1000,
            ),
            article=article.id,
            field="images",
        )
