"""A page's key changes with everything that the page shows, and with nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from editor.domain.article import Article
from editor.publish import dependencies
from editor.publish.bodies import Bodies
from editor.publish.dependencies import Dependencies
from tests.builders import NOON
from tests.publish.newsrooms import Desk, a_full_desk

MAIN, FIRST = "f" * 32, f"{1:032x}"


def keys(desk: Desk, theme: str = "t") -> dict[tuple[str, str], str]:
    site = desk.site()
    found = Dependencies(site, Bodies(), theme)
    return {
        (edition.locale, article.id): found.key(edition, article)
        for edition in site.editions
        for article in site.shown(edition)
    }


def changed(desk: Desk, article: Article) -> set[str]:
    """Return the articles whose English pages have another key once `article` is in its place."""
    before = keys(desk)
    desk.articles = {**desk.articles, article.id: article}
    return {key[1] for key, value in keys(desk).items() if key[0] == "en" and before.get(key) != value}


def test_the_same_newsroom_has_the_same_keys() -> None:
    assert keys(a_full_desk()) == keys(a_full_desk())


def test_other_zone_data_of_the_system_make_every_page_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = keys(a_full_desk())
    monkeypatch.setattr(dependencies, "system_zones", lambda: "# version 2031a")
    after = keys(a_full_desk())
    assert all(after[place] != before[place] for place in before)


def test_a_changed_article_touches_itself_and_those_that_lead_to_it() -> None:
    desk = a_full_desk()
    assert changed(desk, replace(desk.articles[FIRST], headline="Another")) == {FIRST, MAIN}


def test_a_changed_article_that_nobody_leads_to_touches_itself() -> None:
    desk = a_full_desk()
    assert changed(desk, replace(desk.articles[MAIN], body="Other words.")) == {MAIN}


def test_the_words_that_were_signed_off_are_part_of_the_page_that_says_so() -> None:
    desk = a_full_desk()
    assert changed(desk, replace(desk.articles[MAIN], reviewed_version="9" * 64)) == {MAIN}


def test_a_new_slug_touches_the_pages_of_its_translations_too() -> None:
    desk = a_full_desk()
    before = keys(desk)
    desk.articles = {**desk.articles, MAIN: replace(desk.articles[MAIN], slug="new-slug")}
    after = keys(desk)
    assert {key[0] for key in after if before[key] != after[key]} == {"en", "sw", "ar", "ja"}


def test_a_target_that_is_taken_back_touches_those_that_lead_to_it() -> None:
    desk = a_full_desk()
    assert MAIN in changed(desk, replace(desk.articles[FIRST], embargo=desk.at + timedelta(days=1)))


@pytest.mark.parametrize("image_id", ["a" * 32, "b" * 32, "c" * 32])
def test_a_changed_image_touches_the_pages_that_show_it(image_id: str) -> None:
    desk = a_full_desk()
    before = keys(desk)
    desk.images = {**desk.images, image_id: replace(desk.images[image_id], source_type="digitalCapture")}
    after = keys(desk)
    touched = {key[1] for key in after if key[0] == "en" and before[key] != after[key]}
    assert MAIN in touched
    assert f"{9:032x}" not in touched


def list_keys(desk: Desk) -> dict[str, str]:
    site = desk.site()
    dependencies = Dependencies(site, Bodies(), "t")
    return {
        edition.locale: dependencies.list_key(edition, "list 1 of [1, 1, 1, 1]", site.shown(edition)[:2])
        for edition in site.editions
    }


def test_a_list_depends_on_the_articles_it_shows_and_their_pictures() -> None:
    desk = a_full_desk()
    before = list_keys(desk)
    assert list_keys(a_full_desk()) == before
    english = next(edition for edition in desk.site().editions if edition.locale == "en")
    shown, unseen = desk.site().shown(english)[0], desk.site().shown(english)[-1]
    desk.articles = {**desk.articles, unseen.id: replace(unseen, body="Other words.")}
    assert list_keys(desk)["en"] == before["en"]
    desk.articles = {**desk.articles, shown.id: replace(shown, body="Words that no card shows.")}
    assert list_keys(desk)["en"] == before["en"]
    desk.articles = {**desk.articles, shown.id: replace(shown, standfirst="Other words.")}
    assert list_keys(desk)["en"] != before["en"]
    desk = a_full_desk()
    assert shown.hero is not None
    desk.images = {**desk.images, shown.hero.image_id: replace(desk.images[shown.hero.image_id], credit="Other")}
    assert list_keys(desk)["en"] != before["en"]


def test_a_list_depends_on_how_many_pages_there_are() -> None:
    site = a_full_desk().site()
    dependencies, edition = Dependencies(site, Bodies(), "t"), site.editions[0]
    keys = {
        dependencies.list_key(edition, f"list {number} of {counts}", site.shown(edition))
        for number, counts in ((1, [1, 1]), (1, [2, 1]), (1, [1, 2]), (2, [2, 1]))
    }
    assert len(keys) == 4


def test_settings_and_theme_touch_everything() -> None:
    desk = a_full_desk()
    before = keys(desk)
    assert not set(before.values()) & set(keys(desk, "other").values())
    desk.settings = replace(desk.settings, name="Another name")
    assert not set(before.values()) & set(keys(desk).values())


def test_the_instant_alone_touches_nothing() -> None:
    desk = a_full_desk()
    before = keys(desk)
    desk.at = NOON + timedelta(days=900)
    assert keys(desk) == before


def test_the_images_of_a_page_are_those_it_shows() -> None:
    desk = a_full_desk()
    site = desk.site()
    dependencies = Dependencies(site, Bodies(), "t")
    found = dependencies.images(site.editions[0], desk.articles[MAIN])
    assert [image.id for image in found] == ["a" * 32, "b" * 32, "c" * 32]
    assert dependencies.images(site.editions[0], desk.articles[f"{9:032x}"]) == []
