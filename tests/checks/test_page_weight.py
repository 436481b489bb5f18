"""Pages that are too heavy for a telephone."""

from __future__ import annotations

from dataclasses import replace

from editor.domain.check_choices import CheckChoices
from tests.builders import an_image
from tests.checks.looks import GOOD, HERO, found, looking


def test_words_and_pictures_are_weighed_in_steps() -> None:
    settings = looking().settings
    tight = replace(settings, checks=CheckChoices(page_weight=100))
    heavy = looking(settings=tight, phone_bytes=lambda _: 90_000)
    (problem,) = found("page-weight", heavy)
    assert "about 150 kB" in str(problem.message)
    assert found("page-weight", replace(heavy, phone_bytes=lambda _: 91_000)) == [problem]
    assert not found("page-weight", replace(heavy, phone_bytes=lambda _: 60_000))
    long = replace(GOOD, body="w" * 80_000)
    assert found("page-weight", looking(settings=tight, article=long, phone_bytes=lambda _: 0))


def test_pictures_on_cards_weigh_less() -> None:
    settings = replace(looking().settings, checks=CheckChoices(page_weight=100))
    images = {HERO.id: HERO, "other": an_image(id="other")}
    look = looking(settings=settings, images=images, phone_bytes=lambda image: 0 if image.id == HERO.id else 250_000)
    assert not found("page-weight", look)
    assert found("page-weight", replace(look, phone_bytes=lambda image: 0 if image.id == HERO.id else 300_000))
