"""A headline is short enough to be shown whole where others show it."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import east_asian_width

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.problem import Problem

ID = "headline-length"
TITLE = say("Headlines are short enough to be shown whole")
ADVICE = say("Shorten it; the sentence below the headline has room for the rest.")

# Search engines show no more of a news headline; Han, kana and hangul take the room of two letters.
_MOST = 110
_WIDE = frozenset({"W", "F"})


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for a headline that is cut where it is listed."""
    article = looking.article
    if article is None:
        return
    room = sum(2 if east_asian_width(character) in _WIDE else 1 for character in article.headline)
    if room > _MOST:
        yield Problem(
            check=ID,
            message=say("The headline is long: search results and shared links show the first part of it alone."),
            article=article.id,
            field="headline",
        )
