"""A look knows the article's own pictures from those of the articles it links to."""

from __future__ import annotations

from tests.builders import an_image
from tests.checks.looks import HERO, looking


def test_own_images_are_hero_and_body() -> None:
    foreign = an_image(id="9" * 32)
    look = looking(images={foreign.id: foreign, HERO.id: HERO})
    assert look.own_images() == {HERO.id: HERO}
    assert looking(article=None).own_images() == {}
