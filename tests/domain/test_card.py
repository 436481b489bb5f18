"""Cards are computed from their targets."""

from __future__ import annotations

from editor.domain.authorship import Authorship
from editor.domain.card import card_of, cards_of
from editor.domain.image import Placement
from editor.domain.labels import IMAGE_BY_AI, REPORTED_BY_AI
from editor.domain.link import External
from tests.builders import a_link, an_article, an_id, an_image

IMAGE = an_image()
TARGET = an_article(
    headline="The forerunner",
    standfirst="What came before.",
    language="ja",
    authorship=Authorship.AI_GENERATED,
    hero=Placement(image_id=IMAGE.id),
)


def test_a_card_of_our_own_says_what_its_target_says() -> None:
    link = a_link(TARGET)
    card = card_of(link, {TARGET.id: TARGET}, {IMAGE.id: IMAGE}, "en")
    assert card is not None
    assert (card.headline, card.summary, card.language) == ("The forerunner", "What came before.", "ja")
    assert card.labels == (REPORTED_BY_AI, IMAGE_BY_AI)
    assert card.picture == IMAGE
    assert (card.link_id, card.article, card.url) == (link.id, TARGET.id, "")


def test_a_card_from_outside_may_have_a_summary_alone() -> None:
    link = a_link(external=External(summary="Only this.", url="https://example.org/a"))
    card = card_of(link, {}, {}, "sw")
    assert card is not None
    assert (card.headline, card.summary, card.language) == ("", "Only this.", "sw")
    assert (card.article, card.url, card.labels) == ("", "https://example.org/a", ())


def test_a_card_from_outside_wears_its_own_labels() -> None:
    outside = External(headline="x", authorship=Authorship.AI_GENERATED, picture=Placement(image_id=IMAGE.id))
    card = card_of(a_link(external=outside), {}, {IMAGE.id: IMAGE}, "en")
    assert card is not None
    assert card.labels == (REPORTED_BY_AI, IMAGE_BY_AI)


def test_a_target_not_there_yet_has_no_card() -> None:
    assert card_of(a_link(an_id()), {}, {}, "en") is None
    assert card_of(a_link(pending="later"), {TARGET.id: TARGET}, {}, "en") is None


def test_cards_come_in_link_order_without_those_of_the_timeline_alone() -> None:
    other = an_article(headline="Another")
    links = (a_link(other), a_link(TARGET, on_card=False, on_timeline=True), a_link(TARGET), a_link(an_id()))
    cards = cards_of(an_article(links=links), {TARGET.id: TARGET, other.id: other}, {})
    assert [card.headline for card in cards] == ["Another", "The forerunner"]
