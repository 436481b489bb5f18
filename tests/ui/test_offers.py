"""Articles to link to: suggested with a reason, or found by words, the best first."""

from __future__ import annotations

import pytest

from editor.bootstrap import Desk
from editor.core.errors import Cancelled
from editor.core.jobs import quiet
from editor.domain.article import Article
from editor.ui.offers import MOST_FOUND, Offers
from tests.builders import an_article, created


@pytest.fixture
def articles(desk: Desk) -> list[Article]:
    made = [an_article(headline=f"Ferry {number}", slug=f"ferry-{number}", tags=("ferry",)) for number in range(40)]
    desk.articles.apply(created(*made))
    return made


@pytest.fixture
def offers(desk: Desk) -> Offers:
    return Offers(desk.articles, desk.search, desk.related)


def test_suggestions_have_reasons_and_leave_the_article_out(offers: Offers, articles: list[Article]) -> None:
    found = offers.suggested(articles[0], quiet())
    assert found
    assert all(offer.reason for offer in found)
    assert articles[0].id not in {offer.head.id for offer in found}


def test_words_find_the_others_up_to_a_page_of_them(offers: Offers, articles: list[Article]) -> None:
    found = offers.found(articles[0], "ferry", quiet())
    assert len(found) == MOST_FOUND
    assert articles[0].id not in {offer.head.id for offer in found}
    assert offers.found(articles[0], "ferry 17", quiet())[0].head.headline == "Ferry 17"


def test_words_that_nothing_holds_find_nothing(offers: Offers, articles: list[Article]) -> None:
    assert offers.found(articles[0], "submarine", quiet()) == []


def test_a_search_that_is_no_longer_wanted_stops(offers: Offers, articles: list[Article]) -> None:
    context = quiet()
    context.cancel()
    with pytest.raises(Cancelled):
        offers.found(articles[0], "ferry", context)
    with pytest.raises(Cancelled):
        offers.suggested(articles[0], context)
