"""The article as a value."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from editor.domain.article import Article, ArticleHead, Status, ZoneSource
from editor.domain.authorship import Authorship
from tests.builders import an_article


def test_a_new_article_states_nothing() -> None:
    article = an_article()
    assert article.status is Status.DRAFT
    assert article.authorship is Authorship.NOT_STATED
    assert article.zone_source is ZoneSource.GIVEN
    assert article.published is None


def test_an_article_cannot_be_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        an_article().headline = "another"  # type: ignore[misc]


def test_status_words_are_those_of_the_article_file() -> None:
    assert [str(status) for status in Status] == ["draft", "in-review", "ready", "published", "withdrawn"]


def test_a_head_names_fields_as_the_article_does() -> None:
    of_its_own = {"hero_image", "hero_is_ai", "is_unsigned", "translation", "translations"}
    assert {field.name for field in fields(ArticleHead)} - of_its_own <= {field.name for field in fields(Article)}
