"""A missing or changed original blocks."""

from __future__ import annotations

from dataclasses import replace

from editor.core.messages import say
from tests.checks.looks import HERO, found, looking


def test_a_missing_original_blocks_at_the_hero() -> None:
    (problem,) = found("image-file", looking(file_trouble=lambda image: say("Gone: {name}", name=image.name)))
    assert problem.image == HERO.id
    assert problem.field == "hero"
    assert str(problem.message) == f"Gone: {HERO.name}"


def test_pictures_known_by_their_words_have_no_file_to_miss() -> None:
    look = looking(images={HERO.id: replace(HERO, sha256="")}, file_trouble=lambda _: say("Gone."))
    assert found("image-file", look) == []
