from __future__ import annotations

import pytest

from editor.core.errors import FileError
from editor.domain.house_style import HouseStyle
from editor.i18n.dates import format_instant
from editor.i18n.page_words import LOCALES
from editor.ingest.furniture import Furniture, find_furniture
from tests.builders import NOON
from tests.ingest.pages import CHANGED, DATE, MADE, RELATED, REPORTED, SAYING, SWAHILI, blocks, notice


@pytest.mark.parametrize("locale", LOCALES)
def test_every_locale_knows_its_own_page(locale: str) -> None:
    own = Furniture(locale)
    date = format_instant(NOON, "Asia/Tokyo", locale)
    found = find_furniture(
        blocks("Head", own.word("image_by_ai"), own.word("people_saying"), "x", own.word("related"), date, "h"),
        LOCALES,
        [],
        {},
    )
    assert found.locale == locale


@pytest.mark.parametrize("locale", sorted(set(LOCALES) - {"zh-Hans", "zh-Hant"}))
def test_a_date_alone_tells_the_locale_or_is_refused_but_never_taken_for_another(locale: str) -> None:
    page = blocks("Head", "Body", format_instant(NOON, "Asia/Tokyo", locale), "h")
    try:
        assert find_furniture(page, LOCALES, [], {}).locale == locale
    except FileError as refused:
        assert locale in str(refused)  # noqa: PT017 - both outcomes are right, and each is looked at


def test_a_page_without_any_furniture_is_refused() -> None:
    with pytest.raises(FileError) as refused:
        find_furniture(blocks("Only", "some", "text"), LOCALES, [], {})
    assert refused.value.line == 1


def test_a_tie_between_languages_is_refused_with_the_line() -> None:
    page = blocks("Head", Furniture("sw").word("related"), Furniture("fr").word("related"))
    with pytest.raises(FileError, match="fr, sw") as refused:
        find_furniture(page, LOCALES, [], {})
    assert refused.value.line in {3, 5}


def test_an_edition_of_the_newsroom_goes_before_a_wider_locale() -> None:
    assert find_furniture(blocks("Head", RELATED, "x"), LOCALES, ["sw-KE"], {}).locale == "sw-KE"
    assert find_furniture(blocks("Head", RELATED, "x"), LOCALES, ["fr"], {}).locale == "sw"


def test_dates_in_the_newsrooms_own_house_style_are_known() -> None:
    style = HouseStyle(long="y/MM/dd HH:mm:ss EEEE")
    date = format_instant(NOON, "UTC", "sw", override=style)
    found = find_furniture(blocks("Head", "x", date, "h"), LOCALES, ["sw"], {"sw": style})
    assert (found.locale, found.override) == ("sw", style)


def test_rows_pictures_headings_and_dates_are_told_apart() -> None:
    reported, both, picture, heading, date, text = blocks(
        REPORTED, f"{REPORTED} {CHANGED}", f"alt\nmore\n{MADE}", SAYING, DATE, "text"
    )
    assert SWAHILI.row(reported) == ("reported_by_ai",)
    assert SWAHILI.row(both) == ("reported_by_ai", "image_changed_by_ai")
    assert SWAHILI.row(text) == ()
    assert SWAHILI.picture_label(picture) == "image_by_ai"
    assert SWAHILI.picture_label(text) == SWAHILI.picture_label(reported) == ""
    assert SWAHILI.is_heading(heading, "people_saying")
    assert SWAHILI.is_date(date)
    assert not SWAHILI.is_date(text)
    kinds = [SWAHILI.kind_of(block) for block in blocks(REPORTED, f"alt\n{MADE}", RELATED, DATE, *notice(), "text")]
    assert kinds == ["reported_by_ai", "image_by_ai", "related", "date", "notice", "notice", ""]


def test_names_and_dates_of_a_byline_are_read() -> None:
    english = Furniture("en")
    date = format_instant(NOON, "UTC", "en")
    assert english.names("By Asha, Juma Ali") == ("Asha", "Juma Ali")
    assert english.names("By noon the ferry had gone.") == ()
    assert english.names("Asha") == ()
    assert english.date_after("published", f"Published {date}") == date
    assert english.date_after("updated", f"Published {date}") == ""
