from __future__ import annotations

import pytest

from editor.core.errors import FileError
from editor.i18n.dates import format_instant
from editor.ingest.page_parts import PageParts, parts_of
from tests.builders import NOON
from tests.ingest.pages import DATE, MADE, RELATED, REPORTED, SAYING, SWAHILI, blocks, notice

PUBLISHED = SWAHILI.word("published")
UPDATED = SWAHILI.word("updated")
BYLINE = SWAHILI.word("by_line").replace("{names}", "Asha, Juma")


def parts(*texts: str) -> PageParts:
    return parts_of(blocks(*texts), SWAHILI)


def texts_of(read: PageParts) -> list[list[str]]:
    return [[block.text for block in part] for part in (read.body, read.reactions, read.cards)]


def test_a_whole_page_falls_into_its_parts() -> None:
    read = parts(
        f"alt\n{MADE}", "Head", MADE, "Lead", f"{BYLINE}\n{PUBLISHED} {DATE}\n{UPDATED} {DATE}", "One", "Two",
        SAYING, "Said", RELATED, "Card", DATE, "Entry", *notice(),
    )  # fmt: skip
    assert (read.alt, read.headline.text, read.labels, read.standfirst) == ("alt", "Head", ("image_by_ai",), "Lead")
    assert read.byline == ("Asha", "Juma")
    assert [date.text for date in read.dates] == [DATE, DATE, DATE]
    assert read.dates[1].line == read.dates[0].line + 1
    assert texts_of(read) == [["One", "Two"], ["Said"], ["Card"]]
    assert [(entry.date.text, entry.headline) for entry in read.entries] == [(DATE, "Entry")]
    assert read.has_notice
    assert read.warnings == []


def test_a_page_needs_a_headline_and_no_more() -> None:
    assert parts("Head").headline.text == "Head"
    assert texts_of(parts("Head", "Body")) == [["Body"], [], []]
    read = parts("Head", "Lead", "Body", RELATED, "Card")
    assert (read.standfirst, texts_of(read)) == ("Lead", [["Body"], [], ["Card"]])
    with pytest.raises(FileError):
        parts(f"alt\n{MADE}")


def test_a_picture_without_a_label_is_known_by_the_row_or_the_dates_that_follow() -> None:
    read = parts("alt", "Head", REPORTED, "Lead", "Body")
    assert (read.alt, read.headline.text, read.labels) == ("alt", "Head", ("reported_by_ai",))
    read = parts("alt", "Head", "Lead", f"{BYLINE}\n{PUBLISHED} {DATE}", "Body")
    assert (read.alt, read.headline.text, read.standfirst) == ("alt", "Head", "Lead")


def test_where_nothing_tells_the_first_line_is_the_headline_and_a_warning_says_so() -> None:
    read = parts("alt or headline", "Head or lead", "Body")
    assert (read.alt, read.headline.text) == ("", "alt or headline")
    assert len(read.warnings) == 1


def test_a_byline_may_stand_without_a_standfirst() -> None:
    read = parts("Head", REPORTED, BYLINE, "Body")
    assert (read.standfirst, read.byline, texts_of(read)[0]) == ("", ("Asha", "Juma"), ["Body"])


def test_a_timeline_needs_no_related_articles() -> None:
    read = parts("Head", REPORTED, "Lead", "Body", DATE, "E1", DATE, "E2")
    assert [entry.headline for entry in read.entries] == ["E1", "E2"]
    assert texts_of(read) == [["Body"], [], []]


def test_a_date_without_its_headline_is_refused() -> None:
    with pytest.raises(FileError) as refused:
        parts("Head", RELATED, "Card", DATE, DATE, "E2")
    assert refused.value.line == 7


def test_furniture_in_the_text_is_kept_as_text_and_said() -> None:
    read = parts("Head", REPORTED, "Lead", "Body", MADE, SAYING, "Said", SAYING)
    assert texts_of(read) == [["Body", MADE], ["Said", SAYING], []]
    assert [str(warning).split(" ")[1] for warning in read.warnings] == ["9", "15"]


def test_dates_of_another_locale_are_text() -> None:
    english = format_instant(NOON, "UTC", "en")
    assert texts_of(parts("Head", REPORTED, "Lead", english, "x"))[0] == [english, "x"]
