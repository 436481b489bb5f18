"""What could join a timeline: dated before, seen by readers, once, each with its reason; put there by one edit."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from editor.domain.article import Article, Status
from editor.domain.earlier import Earlier, earlier_articles, pull_in
from tests.builders import NOON, a_link, an_article, an_external


def out(headline: str, days: float, **fields: Any) -> Article:  # noqa: ANN401 - any field of an article
    return an_article(headline=headline, status=Status.PUBLISHED, published=NOON - timedelta(days=days), **fields)


def found(article: Article, *others: Article, tagged: tuple[Article, ...] = ()) -> tuple[Earlier, ...]:
    known = {one.id: one for one in (*others, *tagged)}
    return earlier_articles(article, known, [one.id for one in tagged], NOON)


def test_cards_what_they_show_and_what_shares_tags_newest_first() -> None:
    beyond = out("Beyond", 9)
    strike = an_external(headline="Strike", published=NOON - timedelta(days=7), url="https://x.test/strike")
    card = out(
        "Card", 3, links=(a_link(beyond, on_timeline=True), a_link(external=strike, on_timeline=True), a_link(beyond))
    )
    tagged = out("Tagged", 5, tags=("Ferry", "Sea"))
    article = an_article(headline="Now", tags=("ferry",), links=(a_link(card),))
    ready = found(article, card, beyond, tagged=(tagged,))
    assert [(one.headline, str(one.reason)) for one in ready] == [
        ("Card", "Linked as a card"),
        ("Tagged", "Same tags: Ferry"),
        ("Strike", "On the timeline of “Card”"),
        ("Beyond", "On the timeline of “Card”"),
    ]
    assert [bool(one.link_id) for one in ready] == [True, False, False, False]


def test_what_stands_there_comes_no_second_time() -> None:
    there = out("There", 3, translation_set="set")
    twin = out("Hapo", 3, language="sw", translation_set="set", tags=("t",))
    strike = an_external(headline="Strike", published=NOON - timedelta(days=7), url="https://x.test/strike")
    again = an_external(headline="The strike", published=NOON - timedelta(days=6), url="https://x.test/strike")
    card = out("Card", 2, links=(a_link(external=again, on_timeline=True),))
    links = (a_link(there, on_timeline=True), a_link(external=strike, on_timeline=True), a_link(card, on_timeline=True))
    article = an_article(headline="Now", tags=("t",), links=links)
    assert found(article, there, card, tagged=(twin,)) == ()


def test_of_translations_the_one_in_the_articles_language_comes() -> None:
    english, swahili = (out(tag, 3, language=tag, translation_set="set", tags=("t",)) for tag in ("en", "sw"))
    article = an_article(language="sw", tags=("t",))
    assert [one.headline for one in found(article, tagged=(english, swahili))] == ["sw"]


def test_only_what_is_earlier_and_out_comes() -> None:
    later = out("Later", 1, tags=("t",))
    draft = an_article(headline="Draft", published=NOON - timedelta(days=5), tags=("t",))
    itself = out("Itself", 6, language="sw", translation_set="set", tags=("t",))
    undated = an_article(headline="Undated", status=Status.PUBLISHED, tags=("t",))
    before = out("Before", 4, tags=("t",))
    article = out("Now", 2, tags=("t",), translation_set="set")
    ready = found(article, tagged=(later, draft, itself, undated, before))
    assert [one.headline for one in ready] == ["Before"]


def test_one_edit_brings_them_and_takes_them_back() -> None:
    card, tagged = out("Card", 3), out("Tagged", 5, tags=("t",))
    strike = an_external(headline="Strike", published=NOON - timedelta(days=7))
    through = out("Through", 2, links=(a_link(external=strike, on_timeline=True),))
    article = an_article(tags=("t",), links=(a_link(card), a_link(through, on_timeline=True)))
    ready = found(article, card, through, tagged=(tagged,))
    edit = pull_in(article, ready, ["one", "two"])
    after = edit.on(article)
    assert [(link.article or "outside", link.on_card, link.on_timeline) for link in after.links] == [
        (card.id, True, True),
        (through.id, True, True),
        (tagged.id, False, True),
        ("outside", False, True),
    ]
    assert after.links[3].external is not None
    assert after.links[3].external.language == "en"
    assert [link.id for link in after.links[2:]] == ["one", "two"]
    assert edit.inverse().on(after) == article
