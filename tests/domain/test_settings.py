"""The newsroom's own choices."""

from __future__ import annotations

from editor.domain.settings import Consent, Edition, NewsroomSettings
from tests.builders import some_settings


def test_an_edition_lies_under_its_locale_unless_it_says_where() -> None:
    assert Edition(locale="sw").path == "sw"
    assert Edition(locale="sw", base_path="kiswahili").path == "kiswahili"


def test_an_edition_is_found_by_its_locale() -> None:
    settings = some_settings("sw", "ar")
    found = settings.edition("ar")
    assert found is not None
    assert found.locale == "ar"
    assert settings.edition("fr") is None


def test_an_edition_takes_the_place_of_its_locale() -> None:
    settings = some_settings("sw", "ar").with_edition(Edition(locale="sw", base_path="x"))
    assert [(edition.locale, edition.path) for edition in settings.editions] == [("sw", "x"), ("ar", "ar")]


def test_a_new_edition_comes_last() -> None:
    settings = some_settings("sw").with_edition(Edition(locale="fr"))
    assert [edition.locale for edition in settings.editions] == ["sw", "fr"]


def test_a_newsroom_starts_without_editions_and_without_counting_readers() -> None:
    settings = NewsroomSettings(name="Desk")
    assert settings.editions == ()
    assert settings.analytics_url == ""
    assert Edition(locale="sw").consent is Consent.NONE
