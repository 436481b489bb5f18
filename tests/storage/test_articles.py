"""Articles come back from the disk as they were stored: one, some, all, and as heads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from editor.domain.article import Article, Status
from editor.domain.image import Placement
from editor.domain.query import ArticleQuery, SortBy
from editor.storage import articles
from editor.storage.database import Database
from tests.builders import NOON, a_database, a_link, an_article, an_external, an_id, an_image
from tests.domain.test_content import a_full_article


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = a_database(tmp_path / "desk")
    yield made
    made.close()


def _store(database: Database, *stored: Article) -> None:
    with database.writing() as transaction:
        for number, article in enumerate(stored):
            transaction.insert_article(article, NOON + timedelta(minutes=number), "Amina")


def test_all_fields_come_back(database: Database) -> None:
    full = a_full_article()
    assert full.hero is not None
    target = an_article(id=full.links[0].article)
    picture = full.links[2].external
    assert picture is not None
    assert picture.picture is not None
    with database.writing() as transaction:
        for image_id in (full.hero.image_id, picture.picture.image_id):
            transaction.insert_image(an_image(id=image_id))
    _store(database, target, full)
    with database.reading() as connection:
        stored = articles.article(connection, full.id)
        assert stored is not None
        assert stored.changed_at == NOON + timedelta(minutes=1)
        assert stored == articles.articles(connection, [full.id, "nobody"])[0]
        assert articles.everything(connection) == [one for one in [articles.article(connection, target.id)] if one]
        bare = replace(stored, body="", reactions="", ai_ranges=(), links=())
        assert articles.listed(connection, [full.id, "nobody"]) == [bare] != [stored]
    assert articles_equal(stored, full)


def articles_equal(stored: Article, given: Article) -> bool:
    return replace(stored, changed_at=given.changed_at, created_at=given.created_at) == given


def test_links_keep_their_order_for_one_and_for_thousands(database: Database) -> None:
    target = an_article()
    links = (*(a_link(target, id=f"{9 - number}") for number in range(5)), a_link(id="0"))
    many = [an_article(headline=f"Number {number}", links=links) for number in range(600)]
    _store(database, target, *many)
    with database.reading() as connection:
        one = articles.article(connection, many[0].id)
        assert one is not None
        assert one.links == links
        everything = articles.everything(connection)
        assert len(everything) == 601
        assert all(article.links == links for article in everything if article.id != target.id)
        assert [article.id for article in everything] == sorted(article.id for article in everything)
        assert len(articles.articles(connection, [article.id for article in many])) == 600


def test_found_by_id_or_by_slug_however_it_is_written(database: Database) -> None:
    article = an_article(slug="Straße-2026")
    _store(database, article)
    with database.reading() as connection:
        for name in (article.id, "Straße-2026", "STRASSE-2026", "strasse-2026"):
            found = articles.by_slug_or_id(connection, name)
            assert found is not None
            assert found.id == article.id
        assert articles.by_slug_or_id(connection, "another") is None


def test_heads_filter_and_sort(database: Database) -> None:
    picture = an_image()
    with database.writing() as transaction:
        transaction.insert_image(picture)
    drums = an_article(headline="Drums", section="World", status=Status.READY, hero=Placement(image_id=picture.id))
    apples = an_article(headline="apples", language="sw", published=NOON, status=Status.PUBLISHED)
    bread = an_article(headline="Bread", section="World", published=NOON - timedelta(days=1))
    gone = an_article(headline="Gone", trashed_at=NOON)
    _store(database, drums, apples, bread, gone)

    def asked(**query: object) -> list[str]:
        with database.reading() as connection:
            return [head.headline for head in articles.heads(connection, ArticleQuery(**query))]  # type: ignore[arg-type]

    assert asked() == ["Bread", "apples", "Drums"]
    assert asked(descending=False) == ["Drums", "apples", "Bread"]
    assert asked(sort=SortBy.HEADLINE, descending=False) == ["apples", "Bread", "Drums"]
    assert asked(sort=SortBy.PUBLISHED) == ["apples", "Bread", "Drums"]
    assert asked(sort=SortBy.PUBLISHED, descending=False) == ["Bread", "apples", "Drums"]
    assert asked(sort=SortBy.STATUS, descending=False) == ["Bread", "Drums", "apples"]
    assert asked(sections=("World",)) == ["Bread", "Drums"]
    assert asked(languages=("sw",)) == ["apples"]
    assert asked(statuses=(Status.READY, Status.PUBLISHED)) == ["apples", "Drums"]
    assert asked(in_trash=True) == ["Gone"]
    with database.reading() as connection:
        heads = {head.headline: head for head in articles.heads(connection, ArticleQuery())}
        assert (heads["Drums"].hero_image, heads["Drums"].hero_is_ai) == (picture.id, True)
        assert (heads["Bread"].hero_image, heads["Bread"].hero_is_ai) == ("", False)
        among = articles.heads(connection, ArticleQuery(), among=[bread.id, gone.id])
        assert [head.headline for head in among] == ["Bread"]


def test_sets_links_choices_and_counts(database: Database) -> None:
    source = an_article(translation_set="set", tags=("Japan", "drums"), byline=("Amina",), section="World")
    other = an_article(
        translation_set="set",
        slug="o",
        language="sw",
        is_source=False,
        tags=("Japan", "Ängste"),
        links=(a_link(source),),
    )
    gone = an_article(translation_set="set", slug="g", language="ar", links=(a_link(source),), trashed_at=NOON)
    _store(database, source, other, gone)
    with database.reading() as connection:
        assert [one.id for one in articles.members(connection, "set")] == [source.id, other.id]
        assert [head.id for head in articles.linking_to(connection, source.id)] == [other.id]
        assert articles.choices(connection, "tags") == ("drums", "Japan", "Ängste")
        assert articles.choices(connection, "byline") == ("Amina",)
        assert articles.choices(connection, "section") == ("World",)
        assert articles.choices(connection, "language") == ("en", "sw")
        assert articles.counts(connection) == {**dict.fromkeys(Status, 0), Status.DRAFT: 2}
        assert articles.last_changed(connection) == other.id
        assert articles.changed_last(connection, source.id) == ("2026-01-14T12:00:00Z", "Amina")


def test_stamps_differ_after_every_change_within_one_second(database: Database) -> None:
    article = an_article()
    _store(database, article)
    seen = set()
    for number in range(3):
        with database.reading() as connection:
            seen.add(articles.stamp_of_all(connection))
        with database.writing() as transaction:
            transaction.update_article(article, an_article(id=article.id, body=f"{number}"), NOON, "Amina")
    assert len(seen) == 3


def test_slugs_taken_and_targets_waited_for(database: Database) -> None:
    article = an_article(slug="Drums", headline="Drums", trashed_at=NOON)
    _store(database, article)
    with database.reading() as connection:
        assert articles.slug_owner(connection, "DRUMS") == (article.id, "Drums", True)
        assert articles.slug_owner(connection, "flutes") is None
        assert "drums" in articles.TakenSlugs(connection)
        assert "drums" not in articles.TakenSlugs(connection, but=article.id)
        assert articles.target_of(connection, "dRUMS") == articles.target_of(connection, article.id) == article.id
        assert articles.target_of(connection, "flutes") == ""
        assert articles.is_there(connection, article.id)
        assert not articles.is_there(connection, an_id())


def test_an_external_article_without_a_date_or_picture(database: Database) -> None:
    link = a_link(external=an_external(published=None, headline="", url="javascript:alert(1)"))
    article = an_article(links=(link,))
    _store(database, article)
    with database.reading() as connection:
        stored = articles.article(connection, article.id)
    assert stored is not None
    assert stored.links == (link,)


def test_articles_come_with_their_translations_once(database: Database) -> None:
    first, twin, gone, other = (
        an_article(headline=headline, translation_set=group, language=tag)
        for headline, group, tag in (("A", "a", "en"), ("B", "a", "sw"), ("C", "a", "fr"), ("D", "d", "en"))
    )
    _store(database, first, twin, replace(gone, trashed_at=NOON), other)
    with database.reading() as connection:
        found = articles.with_translations(connection, [first.id, first.id, an_id()])
        assert sorted(one.id for one in found) == sorted([first.id, twin.id])
        assert {one.id for one in articles.with_translations(connection, [gone.id])} == {first.id, twin.id, gone.id}
        assert articles.with_translations(connection, []) == []


def test_articles_are_found_by_any_of_their_tags_newest_first(database: Database) -> None:
    made = [
        an_article(headline=headline, tags=tags, published=NOON + timedelta(days=day) if day else None)
        for headline, tags, day in (
            ("old", ("Éire", "x"), 1),
            ("new", ("éire",), 2),
            ("undated", ("éire",), 0),
            ("other", ("y",), 3),
        )
    ]
    _store(database, *made)
    with database.reading() as connection:
        assert articles.tagged(connection, ["ÉIRE"], 9) == [made[1].id, made[0].id]
        assert articles.tagged(connection, ["éire", "X", "y"], 1) == [made[3].id]
        assert articles.tagged(connection, ["nowhere"], 9) == []


def test_hours_that_lie_ahead_are_those_of_published_articles(database: Database) -> None:
    hours = [NOON + timedelta(hours=number) for number in range(1, 5)]
    out = {"status": Status.PUBLISHED}
    _store(
        database,
        an_article(headline="out", published=NOON, **out),
        an_article(headline="embargo", published=NOON, embargo=hours[0], **out),
        an_article(headline="planned", published=hours[1], embargo=hours[2], **out),
        an_article(headline="draft", published=hours[3]),
        an_article(headline="trash", published=hours[3], trashed_at=NOON, **out),
        an_article(headline="none", **out),
    )
    with database.reading() as connection:
        assert sorted(articles.hours_after(connection, NOON)) == hours[:3]
        assert articles.hours_after(connection, hours[2]) == []
