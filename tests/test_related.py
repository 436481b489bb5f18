"""What belongs beside an article: by tags, section and rare words of any script, and with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import pytest

from editor.domain.article import Article
from editor.related import RelatedIndex, Scored, about, terms_of
from tests.builders import NOON, a_link, an_article, changed


def index_of(articles: Iterable[Article]) -> RelatedIndex:
    index = RelatedIndex()
    for article in articles:
        index.put(about(article))
    return index


def like(index: RelatedIndex, article: Article, limit: int) -> list[Scored]:
    return index.like(about(article), {link.article for link in article.links}, limit)


def filler(count: int = 60) -> list[Article]:
    """Articles about nothing in particular, so that words can be rare and common."""
    return [
        an_article(headline=f"Council meets today subject{n}", body=f"The council word{n} other{n}")
        for n in range(count)
    ]


def found(article: Article, others: Iterable[Article], limit: int = 10) -> list[str]:
    return [scored.article_id for scored in like(index_of([*filler(), article, *others]), article, limit)]


def reason(article: Article, other: Article) -> str:
    best = like(index_of([*filler(), article, other]), article, 1)
    assert best[0].article_id == other.id
    return str(best[0].reason)


def test_shared_tags_come_first() -> None:
    article = an_article(headline="Drums in the capital", tags=("Japan", "Music"))
    tagged = an_article(headline="Quite another thing", tags=("japan",))
    worded = an_article(headline="A shop for drums opens")
    assert found(article, [worded, tagged]) == [tagged.id, worded.id]
    assert reason(article, tagged) == "Same tags: Japan"


def test_rare_words_find_and_common_ones_do_not() -> None:
    article = an_article(headline="Council meets Horyuji monks", body="The council word")
    assert found(article, [an_article(headline="Horyuji reopens")]) != []
    assert found(an_article(headline="Council meets today"), []) == []


def test_the_reason_shows_words_as_they_are_written() -> None:
    article = an_article(headline="Takaichi at Horyuji", body="A drum session")
    other = an_article(headline="HORYUJI awaits TAKAICHI")
    assert reason(article, other) == "Both mention “Takaichi”, “Horyuji”"


def test_words_that_only_join_sentences_are_no_reason_beside_tags_or_names() -> None:
    article = an_article(headline="Horyuji", body="When asked, she said longer. They asked when.", tags=("Nara",))
    other = an_article(headline="Horyuji", body="When asked longer.", tags=("nara",))
    assert reason(article, other) == "Same tags: Nara. Both mention “Horyuji”"


def test_tags_and_words_are_both_named() -> None:
    article = an_article(headline="Horyuji", tags=("Nara",))
    assert reason(article, an_article(headline="Horyuji", tags=("nara",))) == "Same tags: Nara. Both mention “Horyuji”"


def test_a_section_alone_is_not_enough() -> None:
    article = an_article(headline="Drums", section="World")
    assert found(article, [an_article(headline="Grain prices", section="World")]) == []


@pytest.mark.parametrize(
    ("headline", "other"),
    [
        ("高市首相が奈良で太鼓", "奈良の太鼓まつり"),
        ("นายกฯ เล่นกลองที่นารา", "เทศกาลกลองในนารา"),
        ("जापान की प्रधानमंत्री नारा में", "नारा में जापान"),
        ("رئيسة وزراء اليابان في نارا", "نارا تستقبل رئيسة"),
        ("총리 나라 방문 드럼", "나라 드럼 축제"),
        ("Ngoma za Horyuji zapigwa", "Sherehe ya ngoma, Horyuji"),
        ("ጃፓን ከበሮ ናራ", "ናራ ከበሮ"),
    ],
)
def test_any_script(headline: str, other: str) -> None:
    article, wanted = an_article(headline=headline), an_article(headline=other)
    assert found(article, [wanted]) == [wanted.id]


def test_left_out_are_itself_its_translations_and_what_is_linked() -> None:
    linked = an_article(headline="Horyuji one")
    article = an_article(headline="Horyuji drums", links=(a_link(linked),))
    translation = an_article(headline="Horyuji ngoma", language="sw", translation_set=article.translation_set)
    free = an_article(headline="Horyuji two")
    assert found(article, [linked, translation, free]) == [free.id]


def test_one_of_each_translation_set_in_the_articles_language_if_there_is_one() -> None:
    article = an_article(headline="Horyuji", language="sw")
    english = an_article(headline="Horyuji")
    swahili = an_article(headline="Horyuji", language="sw", translation_set=english.translation_set)
    assert found(article, [english, swahili]) == [swahili.id]


def test_of_equals_the_nearer_in_time_comes_first() -> None:
    article = an_article(headline="Horyuji", published=NOON)
    old = an_article(headline="Horyuji", published=NOON - timedelta(days=300))
    new = an_article(headline="Horyuji", published=NOON - timedelta(days=3))
    undated = an_article(headline="Horyuji")
    assert found(article, [old, undated, new])[:2] == [new.id, old.id]


def test_no_more_than_asked_for() -> None:
    article = an_article(headline="Horyuji")
    others = [an_article(headline="Horyuji") for _ in range(4)]
    assert len(found(article, others, limit=3)) == 3


def test_scores_fall() -> None:
    article = an_article(headline="Horyuji drums", tags=("Nara",))
    others = [an_article(headline="Horyuji"), an_article(headline="Horyuji drums", tags=("Nara",))]
    scores = [scored.score for scored in like(index_of([*filler(), article, *others]), article, 10)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 2


def test_a_changed_article_is_what_it_is_now() -> None:
    article, other = an_article(headline="Horyuji"), an_article(headline="Grain prices")
    index = index_of([*filler(), article, other])
    assert like(index, article, 5) == []
    index.put(about(changed(other, headline="Horyuji grain")))
    assert [scored.article_id for scored in like(index, article, 5)] == [other.id]
    index.put(about(other))
    assert like(index, article, 5) == []


def test_a_dropped_article_is_gone() -> None:
    article, other = an_article(headline="Horyuji"), an_article(headline="Horyuji")
    index = index_of([*filler(), article, other])
    index.drop([other.id, "unheard of"])
    assert like(index, article, 5) == []
    assert len(index) == 61


def test_wear() -> None:
    article = an_article()
    index = index_of([article] * 900)
    assert not index.is_worn
    for _ in range(200):
        index.put(about(article))
    assert index.is_worn


def test_an_empty_newsroom_and_an_empty_article() -> None:
    assert like(RelatedIndex(), an_article(), 5) == []
    assert like(index_of(filler()), an_article(headline="", slug="x"), 5) == []


def test_terms() -> None:
    assert terms_of("Lee's visit: 2026, a B CAFÉ café") == {"lee": "Lee", "visit": "visit", "café": "CAFÉ"}
    assert terms_of("奈良太鼓") == {"奈良": "奈良", "良太": "良太", "太鼓": "太鼓"}
    assert set(terms_of("हिन्दी")) == {"हिन्दी"}


def test_of_words_as_rare_the_longer_is_named_first_and_common_ones_of_few_articles_never() -> None:
    article = an_article(headline="", slug="x", body="when her ferries berthed at Horyuji")
    others = [an_article(headline="", slug=f"s{n}", body=f"her berthed subject{n} when") for n in range(5)]
    wanted = an_article(headline="", slug="y", body="her ferries berthed when Horyuji")
    (best, *_) = like(index_of([article, *others, wanted]), article, 1)
    assert (best.article_id, str(best.reason)) == (wanted.id, "Both mention “ferries”, “Horyuji”")
