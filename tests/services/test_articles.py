"""The write door and what begins with an article: blank, copy, translation, the one opened last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.authorship import Authorship
from editor.domain.edits import CreateArticle, change_article
from editor.domain.query import ArticleQuery
from editor.domain.version import VersionKind
from editor.services.articles import Articles
from editor.storage.database import Database
from tests.builders import NOON, FixedClock, a_database, a_link, an_article, created

L = say("A change")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = a_database(tmp_path / "desk")
    yield made
    made.close()


@pytest.fixture
def articles(database: Database) -> Articles:
    return Articles(database, FixedClock(), "Amina")


def test_an_accepted_edit_is_on_disk_and_says_who_and_when(articles: Articles, tmp_path: Path) -> None:
    article = an_article(headline="Drums")
    change = articles.apply(created(article))
    assert (change.by, change.at, change.articles) == ("Amina", NOON, frozenset({article.id}))
    other = Articles(Database(tmp_path / "desk"), FixedClock(), "Juma")
    assert other.get(article.id) == articles.get(article.id)
    assert other.get(article.id).created_at == NOON


def test_a_blank_article_becomes_one_with_a_slug(articles: Articles) -> None:
    blank = articles.blank("sw")
    assert articles.find(blank.id) is None
    articles.apply(CreateArticle(blank, L, NOON))
    stored = articles.get(blank.id)
    assert (stored.language, stored.slug, stored.status) == ("sw", "article", Status.DRAFT)


def _published(articles: Articles) -> Article:
    articles.apply(
        created(
            an_article(
                headline="Drums",
                body="Body",
                status=Status.PUBLISHED,
                published=NOON,
                reviewed_by="Amina",
                reviewed_at=NOON,
                authorship=Authorship.HUMAN,
                byline=("Amina",),
                links=(a_link(),),
            )
        )
    )
    found = articles.find("drums")
    assert found is not None
    return found


def test_a_copy_is_a_draft_of_its_own(articles: Articles) -> None:
    article = _published(articles)
    copy = articles.copy_of(article)
    articles.apply(CreateArticle(copy, L, NOON))
    stored = articles.get(copy.id)
    assert (stored.slug, stored.status, stored.published, stored.reviewed_by) == ("drums-2", Status.DRAFT, None, "")
    assert (stored.body, stored.byline, stored.authorship) == ("Body", ("Amina",), Authorship.HUMAN)
    assert stored.translation_set == stored.id
    assert stored.links[0].id != article.links[0].id
    assert stored.links[0].external == article.links[0].external


def test_a_translation_joins_the_set_once_per_language(articles: Articles) -> None:
    article = _published(articles)
    translation = articles.translation_of(article, "sw")
    articles.apply(CreateArticle(translation, L, NOON))
    stored = articles.get(translation.id)
    assert (stored.translation_set, stored.is_source, stored.language) == (article.translation_set, False, "sw")
    assert (stored.authorship, stored.byline, stored.body) == (Authorship.NOT_STATED, (), "Body")
    for language in ("sw", "SW", "en"):
        with pytest.raises(UserError, match="in this language already"):
            articles.translation_of(article, language)


def test_the_article_opened_last_else_the_one_changed_last(articles: Articles, database: Database) -> None:
    assert articles.last_opened() is None
    first, second = an_article(slug="first"), an_article(slug="second")
    articles.apply(created(first, second))
    last = articles.last_opened()
    assert last is not None
    assert last.id == second.id
    articles.remember_opened(first.id)
    assert articles.last_opened() == articles.get(first.id)
    articles.apply(change_article(articles.get(first.id), L, trashed_at=NOON))
    assert articles.last_opened() == articles.get(second.id)
    memory = database.folder / "cache" / "last-opened"
    for content in (b"", b"\xff\xfe", b"nobody"):
        memory.write_bytes(content)
        assert articles.last_opened() == articles.get(second.id)
    memory.unlink()
    memory.mkdir()
    articles.remember_opened(first.id)
    assert articles.last_opened() == articles.get(second.id)


def test_a_version_by_name_at_any_time(articles: Articles) -> None:
    article = _published(articles)
    articles.keep_version(article.id, "Before the weekend")
    articles.keep_version(article.id, "Again")
    assert [head.label for head in articles.versions(article.id)] == ["Again", "Before the weekend"]
    with pytest.raises(UserError, match="There is no article"):
        articles.keep_version("nobody", "x")


def test_what_a_pause_found_is_kept_once_as_it_was_changed_last(articles: Articles) -> None:
    article = _published(articles)
    assert articles.rest(article.id)
    assert not articles.rest(article.id)
    (head,) = (one for one in articles.versions(article.id) if one.kind is VersionKind.PAUSE)
    assert (head.at, articles.version(head.id).body) == (articles.get(article.id).changed_at, article.body)
    articles.leave(article.id)
    assert articles.versions(article.id)[0] == head
    assert not articles.rest("nobody")


def test_a_desk_that_reads_says_why_it_does_not_write(tmp_path: Path) -> None:
    a_database(tmp_path / "desk").close()
    database = Database(tmp_path / "desk", read_only=say("Juma has it."))
    articles = Articles(database, FixedClock(), "Amina")
    with pytest.raises(Fault, match="Juma has it"):
        articles.apply(created(an_article()))
    assert articles.heads() == []
    database.close()


def test_words_are_found_while_typed_and_when_another_is_written(articles: Articles) -> None:
    first, second = an_article(slug="first"), an_article(slug="second")
    articles.apply(created(first, second))
    article = articles.get(first.id)
    for words in ("elephant", "giraffe"):
        articles.apply(change_article(article, L, body=words))
        article = articles.get(first.id)
    assert _found(articles, "giraffe") == [first.id]
    assert _found(articles, "elephant") == []
    articles.apply(change_article(articles.get(second.id), L, body="zebra"))
    assert _found(articles, "giraffe") == [first.id]
    assert _found(articles, "zebra") == [second.id]


def _found(articles: Articles, words: str) -> list[str]:
    return [head.id for head in articles.heads(ArticleQuery(words=words))]


def test_a_thousand_small_edits_keep_every_letter(articles: Articles) -> None:
    article = an_article(body="")
    articles.apply(created(article))
    article = articles.get(article.id)
    typed = ""
    for letter in "What was typed is kept. 奈良 👩‍👩‍👧 " * 6:
        typed += letter
        articles.apply(change_article(article, L, body=typed))
        article = articles.get(article.id)
    assert article.body == typed
    assert article.changed_at == NOON + timedelta(0)
