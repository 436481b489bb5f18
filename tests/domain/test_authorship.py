"""Who wrote it."""

from __future__ import annotations

from editor.domain.authorship import Authorship


def test_not_stated_is_not_human() -> None:
    assert Authorship("") is Authorship.NOT_STATED
    assert Authorship("human") is Authorship.HUMAN


def test_the_words_are_those_of_the_article_file() -> None:
    assert [str(kind) for kind in Authorship] == ["", "human", "ai-assisted", "ai-generated"]
