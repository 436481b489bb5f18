"""A picture in a text is one of the newsroom's, or somebody hears what readers will see instead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.core.errors import FileError
from editor.core.messages import say
from editor.domain.article import Article
from tests.checks.looks import GOOD, HERO, found, looking


def with_text(field: str, text: str) -> Article:
    return replace(GOOD, body=text) if field == "body" else replace(GOOD, reactions=text)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("![x](images/0123456789ab-x.png)", "“images/0123456789ab-x.png” is not in the newsroom"),
        ("![x](images/gate.jpg)", "Pages show its words in a frame"),
        ("![x](gate.jpg)", "“gate.jpg” is no picture of the newsroom. Pages show what was typed."),
        ("![x](data:image/png;base64,AA)", "Pages show what was typed"),
    ],
)
def test_what_readers_will_see_instead_is_said(typed: str, words: str) -> None:
    for field in ("body", "reactions"):
        (problem,) = found("picture-place", looking(article=with_text(field, f"{typed}\n\n{typed}")))
        assert words in str(problem.message)
        assert problem.field == field


def test_pictures_of_the_newsroom_and_of_the_web_are_left_alone() -> None:
    body = f"![a]({HERO.path}) ![b](https://x.example/b.png)"
    assert found("picture-place", looking(article=replace(GOOD, body=body))) == []


def test_one_that_cannot_be_followed_is_said() -> None:
    def none(_: str) -> list[str]:
        raise FileError(say("A picture stands here in a way that cannot be followed."))

    (problem, _) = found("picture-place", looking(picture_paths=none))
    assert "cannot be followed" in str(problem.message)
