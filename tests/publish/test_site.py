"""Editions carry what is theirs: one article a set, only what is out, tombstones for what was taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from editor.domain.article import Article, Status
from editor.domain.settings import Edition
from editor.publish.site import of_one
from tests.builders import NOON, a_link, an_article
from tests.publish.newsrooms import Desk, a_public_setting

EN, SW = Edition(locale="en"), Edition(locale="sw")


def out(number: int, **fields: object) -> Article:
    return an_article(
        id=f"{number:032x}", headline=f"Article {number}", status=Status.PUBLISHED, published=NOON, **fields
    )


def desk_of(*articles: Article, editions: tuple[Edition, ...] = (EN, SW)) -> Desk:
    return Desk(a_public_setting(editions=editions), articles)


def test_an_edition_shows_one_article_of_each_set() -> None:
    english = out(1)
    swahili = replace(out(2), language="sw", translation_set=english.translation_set, is_source=False)
    site = desk_of(english, swahili).site()
    assert site.shown(EN) == [english]
    assert site.shown(SW) == [swahili]
    assert site.member(SW, english.translation_set) == swahili


def test_an_address_is_the_same_whichever_editions_are_exported() -> None:
    inside = Edition(locale="sw", base_path="en/article")
    article = replace(out(1), slug="article")
    desk = desk_of(article, editions=(EN, inside))
    assert desk.site().page(EN, article) == desk.site("en").page(EN, article) == "en/article-2"


def test_embargo_and_status_decide() -> None:
    site = desk_of(out(1), out(2, embargo=NOON + timedelta(days=31)), replace(out(3), status=Status.READY)).site()
    assert [article.id for article in site.shown(EN)] == [f"{1:032x}"]


def test_a_named_article_is_shown_whatever_its_status() -> None:
    draft = replace(out(1), status=Status.DRAFT)
    assert desk_of(draft).site().shown(EN) == []
    assert desk_of(draft).site(named=[draft.id]).shown(EN) == [draft]


def test_a_withdrawn_article_leaves_a_tombstone_where_it_was() -> None:
    gone = replace(out(1), status=Status.WITHDRAWN)
    site = desk_of(gone, out(2)).site()
    assert site.withdrawn(EN) == [gone]
    assert gone not in site.shown(EN)
    assert site.page(EN, gone) == "en/article-1"


def test_a_withdrawn_translation_leaves_the_source_in_its_place() -> None:
    source = out(1)
    gone = replace(
        out(2), language="sw", translation_set=source.translation_set, is_source=False, status=Status.WITHDRAWN
    )
    site = desk_of(source, gone).site()
    assert site.shown(SW) == [source]
    assert site.withdrawn(SW) == [gone]
    assert site.withdrawn(EN) == []


def test_what_was_withdrawn_before_its_hour_leaves_no_trace() -> None:
    gone = replace(out(1), status=Status.WITHDRAWN)
    assert desk_of(gone).site().withdrawn(EN) == [gone]
    later = NOON + timedelta(days=900)
    for early in (replace(gone, embargo=later), replace(gone, published=later)):
        assert desk_of(early).site().withdrawn(EN) == []


def test_targets_are_what_the_editions_readers_see() -> None:
    english = out(1)
    swahili = replace(out(2), language="sw", translation_set=english.translation_set, is_source=False)
    hidden = replace(out(3), status=Status.DRAFT)
    main = replace(out(4), links=(a_link(english), a_link(hidden), a_link("9" * 32)))
    site = desk_of(english, swahili, hidden, main).site()
    assert site.targets(EN, main) == {english.id: english}
    assert site.targets(SW, main) == {english.id: swahili}


def test_warnings_name_the_article_once() -> None:
    main = replace(out(1), published=None, links=(a_link(pending="later"), a_link("9" * 32)))
    words = [str(warning) for warning in desk_of(main).site().warnings(main)]
    assert len(words) == 3
    assert all("Article 1" in one for one in words)
    assert "later" in words[1]


def test_a_preview_shows_the_article_as_it_stands() -> None:
    saved = replace(out(1), status=Status.DRAFT)
    swahili = replace(out(2), language="sw", translation_set=saved.translation_set, is_source=False)
    typed = replace(saved, headline="As typed")
    site = of_one(desk_of(saved, swahili).snapshot, SW, typed)
    assert site.shown(SW) == [typed]
    assert site.page(SW, typed) == "sw/article-1"
