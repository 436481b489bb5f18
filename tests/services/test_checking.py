"""Checks run over one article, or over the newsroom, and say what to look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.edits import change_article
from tests.builders import a_link
from tests.services.newsdesks import a_news_desk, first_article


def test_one_article_is_checked_alone(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        found = desk.checking.problems("1" * 32)
        assert {problem.check for problem in found} == {"image-words", "image-origin"}
        assert {problem.article for problem in found} == {"1" * 32}
        assert desk.checking.problems("2" * 32) == []


def test_the_whole_newsroom_is_checked_with_its_settings(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        found = desk.checking.problems()
        assert {problem.check for problem in found} == {"base-address", "image-words", "image-origin"}
        alone = [problem for head in desk.articles.heads() for problem in desk.checking.problems(head.id)]
        assert sorted(map(repr, alone)) == sorted(repr(problem) for problem in found if problem.article)


def test_a_missing_original_blocks(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        (image,) = desk.images.all()
        original = desk.images.original(image)
        assert original
        original.unlink()
        blocking = [problem for problem in desk.checking.problems("1" * 32) if problem.blocks]
        assert [problem.field for problem in blocking] == ["hero"]


def test_links_that_wait_are_said(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        links = (a_link(pending="later"), a_link("3" * 32))
        desk.articles.apply(change_article(first_article(desk), say("x"), links=links))
        assert sum(problem.check == "links" for problem in desk.checking.problems("1" * 32)) == 2


def test_an_article_that_is_not_there_is_said(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk, pytest.raises(UserError):
        desk.checking.problems("nothing")
