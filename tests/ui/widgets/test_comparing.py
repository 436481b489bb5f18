"""Which of two states is the earlier, whichever was chosen."""

from __future__ import annotations

import pytest

from editor.bootstrap import Desk
from editor.core.errors import UserError
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.difference import text_after, text_before
from editor.domain.edits import change_article
from editor.ui.widgets.comparing import Comparison, compare
from tests.builders import an_article, created


def test_the_earlier_stands_before_the_later(desk: Desk) -> None:
    made = an_article(body="one")
    desk.articles.apply(created(made))
    for words in ("two", "three"):
        desk.articles.keep_version(made.id, "")
        desk.articles.apply(change_article(desk.articles.get(made.id), say("A change"), body=words))
    heads = tuple(desk.articles.versions(made.id))
    two, one = (head.id for head in heads)
    present = desk.articles.get(made.id)

    def told(chosen: str, other: str) -> tuple[str, str]:
        comparison = Comparison(present=present, chosen=chosen, other=other, heads=heads, zone="UTC")
        compared = compare(desk.articles, desk.images, desk.history, comparison, quiet())
        (difference,) = compared.differences
        return text_before(difference.stretches), text_after(difference.stretches)

    assert told(one, "") == ("one", "three")
    assert told(one, two) == told(two, one) == ("one", "two")
    with pytest.raises(UserError, match="no version"):
        told("nowhere", "")
