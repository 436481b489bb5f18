"""Headlines that readers cannot tell apart."""

from __future__ import annotations

from editor.domain.article import Status
from editor.domain.twins import folded, twins_of
from tests.builders import an_article


def test_case_and_spaces_make_no_difference() -> None:
    assert folded("Drums  in\tNARA ") == folded("drums in Nara")


def test_twins_are_in_the_same_language_and_not_withdrawn() -> None:
    article = an_article(headline="Drums")
    others = [
        article,
        an_article(headline="DRUMS", slug="drums-2"),
        an_article(headline="Drums", language="sw", slug="c"),
        an_article(headline="Drums", status=Status.WITHDRAWN, slug="d"),
        an_article(headline="Other"),
    ]
    assert twins_of(article, others) == ["drums-2"]
