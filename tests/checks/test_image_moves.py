"""Pages show the first frame of a picture that moves, and somebody should know."""

from __future__ import annotations

from dataclasses import replace

from tests.checks.looks import GOOD, HERO, found, looking


def test_a_moving_picture_is_named() -> None:
    (problem,) = found("image-moves", looking(moves=lambda image: image.id == HERO.id))
    assert HERO.name in str(problem.message)
    assert problem.image == HERO.id


def test_only_the_article_s_own_pictures_count() -> None:
    look = looking(article=replace(GOOD, hero=None, body="Words."), moves=lambda _: True)
    assert found("image-moves", look) == []


def test_a_picture_known_by_its_words_stands_still() -> None:
    look = looking(images={HERO.id: replace(HERO, sha256="")}, moves=lambda _: True)
    assert found("image-moves", look) == []
