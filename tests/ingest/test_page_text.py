from __future__ import annotations

import pytest

from editor.core.errors import FileError
from editor.domain.article import Status, ZoneSource
from editor.domain.authorship import Authorship
from editor.domain.settings import Consent, Edition
from editor.i18n.dates import format_instant
from editor.ingest.asking import Question, UnansweredError
from editor.ingest.page_text import IMPORTER, read_page
from tests.builders import NOON
from tests.ingest.pages import CHANGED, DATE, MADE, RELATED, REPORTED, SAYING, notice, page
from tests.ingest.readers import options

ENGLISH = "The ferry crossed the lake at night, and everybody on board was awake to see it."


def test_labels_become_authorship_and_provenance() -> None:
    draft = read_page(
        page(
            f"alt\n{CHANGED}", "Head", f"{REPORTED} {CHANGED}", "Lead", "Body", RELATED, f"far\n{MADE}", "H", MADE, "S"
        ),
        options(language="en"),
    )
    article = draft.article
    assert (article.authorship, article.status) == (Authorship.AI_GENERATED, Status.PUBLISHED)
    hero = draft.pictures["hero"].image
    assert (hero.alt, hero.source_type) == ({"en": "alt"}, "compositeWithTrainedAlgorithmicMedia")
    (finding,) = hero.findings
    assert (finding.value, finding.confidence) == ("label on the page", "claimed")
    external = article.links[0].external
    assert external is not None
    assert (external.headline, external.summary, external.authorship) == ("H", "S", Authorship.NOT_STATED)
    assert draft.pictures["links.0.image"].image.source_type == "trainedAlgorithmicMedia"
    assert draft.edition == Edition(locale="sw", consent=Consent.NONE)


def test_a_label_without_words_is_a_decorative_picture() -> None:
    draft = read_page(page("Head", MADE, "Lead", "Body"), options(language="en"))
    assert draft.pictures["hero"].image.alt == {"en": ""}


def test_a_headline_of_signs_alone_has_the_slug_that_is_offered() -> None:
    said = page("🎉", REPORTED, "Lead", "Body")
    assert read_page(said, options(language="en", nameless="party")).article.slug == "party"
    assert read_page(said, options(language="en")).article.slug == "article"


def test_text_is_escaped_so_that_it_stays_text() -> None:
    draft = read_page(
        page("*H*", REPORTED, "# lead", "# not a heading", "1. nor a list", SAYING, "- nor this"),
        options(language="en"),
    )
    article = draft.article
    assert (article.headline, article.standfirst) == ("*H*", "# lead")
    assert article.body == "\\# not a heading\n\n1\\. nor a list"
    assert article.reactions == "\\- nor this"


def test_dates_are_read_in_the_zone_that_is_given() -> None:
    text = page("Head", REPORTED, "Lead", "Body", DATE, "Entry", *notice())
    draft = read_page(text, options(language="en", zone="Africa/Nairobi"))
    (link,) = draft.article.links
    assert link.external is not None
    assert link.external.published is not None
    assert f"{link.external.published:%H:%M}" == "09:00"
    assert (link.on_card, link.on_timeline) == (False, True)
    assert (draft.article.display_zone, draft.article.zone_source) == ("Africa/Nairobi", ZoneSource.ASSUMED)
    assert draft.edition == Edition(locale="sw", consent=Consent.NOTICE)


def test_zone_and_language_are_asked_for_with_the_line() -> None:
    text = page("Head", REPORTED, "Lead", "Body", DATE, "Entry")
    with pytest.raises(UnansweredError) as asked:
        read_page(text, options(language="en"))
    assert (asked.value.question, asked.value.line) == (Question.ZONE, 9)
    with pytest.raises(UnansweredError) as asked:
        read_page(page("12", REPORTED, "3"), options(zone="UTC"))
    assert (asked.value.question, asked.value.line) == (Question.LANGUAGE, 1)


def test_a_language_that_is_none_is_said() -> None:
    draft = read_page(page("Head", MADE, "Lead", "Body"), options(language="en-UK"))
    assert draft.article.language == "en-UK"
    assert "Perhaps “en-GB” is meant." in next(map(str, draft.warnings))


def test_a_page_without_dates_needs_no_zone() -> None:
    draft = read_page(page("Head", REPORTED, ENGLISH, ENGLISH), options())
    assert (draft.article.display_zone, draft.article.language) == ("", "en")
    assert any("en" in str(warning) for warning in draft.warnings)


def test_a_time_that_never_was_is_asked_about_and_can_be_answered() -> None:
    date = format_instant(NOON.replace(month=3, day=8, hour=2, minute=30), "UTC", "sw")
    text = page("Head", REPORTED, "Lead", "Body", date, "Entry")
    with pytest.raises(UnansweredError) as asked:
        read_page(text, options(language="en", zone="America/New_York"))
    assert (asked.value.question, asked.value.date, len(asked.value.instants)) == (Question.INSTANT, date, 2)
    answered = options(language="en", zone="America/New_York", instants={date: NOON})
    external = read_page(text, answered).article.links[0].external
    assert external is not None
    assert external.published == NOON


def test_a_weekday_that_does_not_fit_is_refused_with_its_line() -> None:
    wrong = DATE.replace("Jumatano", "Jumatatu")
    assert wrong != DATE
    with pytest.raises(FileError) as refused:
        read_page(page("Head", REPORTED, "Lead", "Body", wrong, "Entry"), options(language="en", zone="UTC"))
    assert refused.value.line == 9


def test_dates_out_of_order_are_said() -> None:
    later = format_instant(NOON.replace(year=2027), "UTC", "sw")
    draft = read_page(page("Head", REPORTED, "L", "B", DATE, "a", later, "b"), options(language="en", zone="UTC"))
    assert any("newest first" in str(warning) for warning in draft.warnings)


def test_no_text_is_taken_for_a_page_from_afar() -> None:
    assert not IMPORTER.recognises(page("Head", REPORTED))
