"""Lists by section, topic, author and month: what is one name, where each lies, what is the same in other editions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from editor.domain.article import Article, Status
from editor.domain.settings import Edition
from editor.publish.groups import CARDS_A_PAGE, Kind, name_key, pages_for, sorting_key
from tests.builders import an_article
from tests.publish.newsrooms import Desk, a_public_setting


def published(number: int, **fields: object) -> Article:
    fields.setdefault("published", datetime(2026, 1, number, 12, tzinfo=UTC))
    return an_article(id=f"{number:032x}", headline=f"N {number}", status=Status.PUBLISHED, **fields)


def desk_of(*articles: Article, **edition: object) -> Desk:
    locale = str(edition.pop("locale", "en"))
    return Desk(a_public_setting(editions=(Edition(locale=locale, **edition),)), articles)  # type: ignore[arg-type]


def shown(desk: Desk, kind: Kind) -> list[tuple[str, str, int]]:
    groups = desk.site().groups(desk.settings.editions[0]).of(kind)
    return [(one.name, one.folder, len(one.ids)) for one in groups]


def test_spellings_that_differ_in_case_width_or_composition_are_one_name() -> None:
    """Pitfall 43, of names: no two lists on one place, on any file system."""
    names = ("World", "world", "WORLD ", "Ｗorld", "Caf\u00e9", "Cafe\u0301")
    desk = desk_of(*(published(number, section=name) for number, name in enumerate(names, 1)))
    assert shown(desk, Kind.SECTION) == [("Caf\u00e9", "en/section/café", 2), ("World", "en/section/world", 4)]


def test_names_of_one_address_stand_apart_and_the_first_keeps_it() -> None:
    desk = desk_of(published(2, tags=("C",)), published(1, tags=("C++",)), published(3, tags=("…", "CON", "page")))
    assert {name: folder for name, folder, _ in shown(desk, Kind.TOPIC)} == {
        "C++": "en/topic/c",
        "C": "en/topic/c-2",
        "…": "en/topic/topic",
        "CON": "en/topic/_con",
        "page": "en/topic/page-2",
    }


def test_an_article_that_names_a_topic_twice_stands_there_once() -> None:
    desk = desk_of(published(1, tags=("Music", "music", " ")))
    assert shown(desk, Kind.TOPIC) == [("Music", "en/topic/music", 1)]


def test_sections_stand_as_the_edition_has_them_and_others_by_name() -> None:
    articles = [published(number, section=name) for number, name in enumerate(("Africa", "Ähnlich", "Sport", "Zoo"), 1)]
    assert [name for name, *_ in shown(desk_of(*articles), Kind.SECTION)] == ["Africa", "Ähnlich", "Sport", "Zoo"]
    chosen = desk_of(*articles, sections=("Zoo", "Sport", "Africa"))
    assert [name for name, *_ in shown(chosen, Kind.SECTION)] == ["Zoo", "Sport", "Africa"]


def test_eight_sections_stand_above_a_page() -> None:
    articles = [published(number, section=f"S{number}") for number in range(1, 10)]
    desk = desk_of(*articles, published(20, section="S9"))
    line = desk.site().groups(desk.settings.editions[0]).in_line
    assert [group.name for group in line] == ["S1", "S2", "S3", "S4", "S5", "S6", "S7", "S9"]


@pytest.mark.parametrize(
    ("locale", "zone", "expected"),
    [
        ("en", "UTC", [("February 2026", "en/archive/2026-02", 1), ("January 2026", "en/archive/2026-01", 1)]),
        ("en", "America/New_York", [("January 2026", "en/archive/2026-01", 2)]),
        ("fa", "UTC", [("بهمن ۱۴۰۴", "fa/archive/1404-11", 2)]),
        ("th", "UTC", [("กุมภาพันธ์ 2569", "th/archive/2569-02", 1), ("มกราคม 2569", "th/archive/2569-01", 1)]),
    ],
)
def test_months_are_those_of_the_editions_calendar_and_clocks(
    locale: str, zone: str, expected: list[tuple[str, str, int]]
) -> None:
    months = [datetime(2026, 1, 31, 12, tzinfo=UTC), datetime(2026, 2, 1, 2, tzinfo=UTC)]
    articles = [published(number, published=at) for number, at in enumerate(months, 1)]
    desk = desk_of(*articles, published(9, published=None), locale=locale, display_zone=zone)
    assert shown(desk, Kind.MONTH) == expected


def test_a_translated_section_is_the_same_section_in_the_other_edition() -> None:
    source = published(1, section="World", translation_set="s")
    other = published(2, section="Dunia", language="sw", translation_set="s", is_source=False)
    desk = Desk(a_public_setting(editions=(Edition(locale="en"), Edition(locale="sw"))), [source, other])
    english, swahili = (desk.site().groups(edition) for edition in desk.settings.editions)
    (world,), (dunia,) = english.of(Kind.SECTION), swahili.of(Kind.SECTION)
    assert swahili.twin(world) == dunia
    assert english.twin(dunia) == world
    desk.articles[other.id] = replace(other, is_source=True, translation_set="t")
    site = desk.site()
    assert site.groups(desk.settings.editions[1]).twin(world) != dunia


@pytest.mark.parametrize(("locale", "has_twin"), [("th", True), ("fa", False), ("sw", True)])
def test_a_month_has_its_counterpart_where_the_same_days_make_one(locale: str, *, has_twin: bool) -> None:
    """A Buddhist year is counted otherwise and its months are ours; a Persian month is no month of ours."""
    editions = (Edition(locale="en"), Edition(locale=locale))
    site = Desk(a_public_setting(editions=editions), [published(1)]).site()
    (ours,), (theirs,) = (site.groups(edition).of(Kind.MONTH) for edition in editions)
    assert site.groups(editions[1]).twin(ours) == (theirs if has_twin else None)
    assert site.groups(editions[0]).twin(theirs) == (ours if has_twin else None)


def test_a_list_has_as_many_pages_as_it_needs() -> None:
    assert [pages_for(count) for count in (0, 1, CARDS_A_PAGE, CARDS_A_PAGE + 1)] == [1, 1, 1, 2]


def test_names_are_compared_and_ordered_without_what_readers_do_not_see() -> None:
    assert name_key("  Two\u00a0 words ") == "two words"
    assert sorting_key("Élan") == "elan"
