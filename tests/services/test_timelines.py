"""The timeline of a stored article, in editions that exist and in one that does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from editor.bootstrap import Desk, create_newsroom, open_desk
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.edits import CreateArticle, EditSettings, change_article
from editor.domain.house_style import HouseStyle
from tests.builders import NOON, FixedClock, a_link, an_article, an_external, some_settings
from tests.i18n.test_dates import IN_SWAHILI

# The dates of the model page as other editions show them: the Persian and the Buddhist year, digits of their own.
OF_THE_MODEL_PAGE = {
    ("fa", ""): (
        "دوشنبه ۲۲ دی ۱۴۰۴، ساعت ۲۳:۳۸",
        "جمعه ۱۹ دی ۱۴۰۴، ساعت ۱۵:۵۲",
        "جمعه ۱۹ دی ۱۴۰۴، ساعت ۰۴:۰۶",
        "پنجشنبه ۱۸ دی ۱۴۰۴، ساعت ۰۷:۵۶",
        "جمعه ۱۲ دی ۱۴۰۴، ساعت ۱۶:۴۶",
        "پنجشنبه ۱۱ دی ۱۴۰۴، ساعت ۲۰:۴۵",
        "چهارشنبه ۱۹ آذر ۱۴۰۴، ساعت ۰۹:۵۱",
        "شنبه ۱ آذر ۱۴۰۴، ساعت ۱۳:۱۱",
        "شنبه ۱۰ آبان ۱۴۰۴، ساعت ۰۲:۲۱",
        "پنجشنبه ۸ آبان ۱۴۰۴، ساعت ۰۹:۳۸",
    ),
    ("th", ""): (
        "วันจันทร์ที่ 12 มกราคม พ.ศ. 2569 เวลา 23.38 น.",
        "วันศุกร์ที่ 9 มกราคม พ.ศ. 2569 เวลา 15.52 น.",
        "วันศุกร์ที่ 9 มกราคม พ.ศ. 2569 เวลา 04.06 น.",
        "วันพฤหัสบดีที่ 8 มกราคม พ.ศ. 2569 เวลา 07.56 น.",
        "วันศุกร์ที่ 2 มกราคม พ.ศ. 2569 เวลา 16.46 น.",
        "วันพฤหัสบดีที่ 1 มกราคม พ.ศ. 2569 เวลา 20.45 น.",
        "วันพุธที่ 10 ธันวาคม พ.ศ. 2568 เวลา 09.51 น.",
        "วันเสาร์ที่ 22 พฤศจิกายน พ.ศ. 2568 เวลา 13.11 น.",
        "วันเสาร์ที่ 1 พฤศจิกายน พ.ศ. 2568 เวลา 02.21 น.",
        "วันพฤหัสบดีที่ 30 ตุลาคม พ.ศ. 2568 เวลา 09.38 น.",
    ),
    ("th", "thai"): (
        "วันจันทร์ที่ ๑๒ มกราคม พ.ศ. ๒๕๖๙ เวลา ๒๓.๓๘ น.",
        "วันศุกร์ที่ ๙ มกราคม พ.ศ. ๒๕๖๙ เวลา ๑๕.๕๒ น.",
        "วันศุกร์ที่ ๙ มกราคม พ.ศ. ๒๕๖๙ เวลา ๐๔.๐๖ น.",
        "วันพฤหัสบดีที่ ๘ มกราคม พ.ศ. ๒๕๖๙ เวลา ๐๗.๕๖ น.",
        "วันศุกร์ที่ ๒ มกราคม พ.ศ. ๒๕๖๙ เวลา ๑๖.๔๖ น.",
        "วันพฤหัสบดีที่ ๑ มกราคม พ.ศ. ๒๕๖๙ เวลา ๒๐.๔๕ น.",
        "วันพุธที่ ๑๐ ธันวาคม พ.ศ. ๒๕๖๘ เวลา ๐๙.๕๑ น.",
        "วันเสาร์ที่ ๒๒ พฤศจิกายน พ.ศ. ๒๕๖๘ เวลา ๑๓.๑๑ น.",
        "วันเสาร์ที่ ๑ พฤศจิกายน พ.ศ. ๒๕๖๘ เวลา ๐๒.๒๑ น.",
        "วันพฤหัสบดีที่ ๓๐ ตุลาคม พ.ศ. ๒๕๖๘ เวลา ๐๙.๓๘ น.",
    ),
    ("ar", "arab"): (
        "الاثنين، ١٢ يناير ٢٠٢٦، ١١:٣٨ م",
        "الجمعة، ٩ يناير ٢٠٢٦، ٣:٥٢ م",
        "الجمعة، ٩ يناير ٢٠٢٦، ٤:٠٦ ص",
        "الخميس، ٨ يناير ٢٠٢٦، ٧:٥٦ ص",
        "الجمعة، ٢ يناير ٢٠٢٦، ٤:٤٦ م",
        "الخميس، ١ يناير ٢٠٢٦، ٨:٤٥ م",
        "الأربعاء، ١٠ ديسمبر ٢٠٢٥، ٩:٥١ ص",
        "السبت، ٢٢ نوفمبر ٢٠٢٥، ١:١١ م",
        "السبت، ١ نوفمبر ٢٠٢٥، ٢:٢١ ص",
        "الخميس، ٣٠ أكتوبر ٢٠٢٥، ٩:٣٨ ص",
    ),
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = FixedClock()
    create_newsroom(tmp_path / "desk", clock=clock)
    desk = open_desk(tmp_path / "desk", clock=clock)
    desk.articles.apply(EditSettings(desk.newsroom.settings, some_settings(), say("Set up")))
    yield desk
    desk.close()


def stored(desk: Desk, **fields: object) -> Article:
    article = an_article(**fields)
    desk.articles.apply(CreateArticle(article, say("New"), NOON))
    return desk.articles.get(article.id)


def out(days: int, **fields: object) -> dict[str, object]:
    return {"status": Status.PUBLISHED, "published": NOON - timedelta(days=days), **fields}


def test_in_an_edition(desk: Desk) -> None:
    target = stored(desk, headline="First", **out(3))
    links = (a_link(target, on_timeline=True), a_link(external=an_external(), on_timeline=True))
    article = stored(desk, headline="Second", links=links)
    found = desk.timelines.of(article, "sw")
    assert found.zone == "America/New_York"
    assert [(entry.headline, entry.date) for entry in found.entries] == [
        ("First", "Jumapili, 11. Mwezi wa kwanza 2026, 07:00:00"),
        ("Visit announced", "Ijumaa, 9. Mwezi wa kwanza 2026, 07:00:00"),
    ]


def test_entries_lead_to_what_the_edition_shows(desk: Desk) -> None:
    target = stored(desk, headline="Drums", **out(3))
    stored(desk, headline="Ngoma", language="sw", is_source=False, translation_set=target.translation_set, **out(2))
    article = stored(desk, headline="Other", links=(a_link(target, on_timeline=True),))
    assert desk.timelines.of(article, "sw").entries[0].headline == "Ngoma"
    assert desk.timelines.of(article, "en").entries[0].headline == "Drums"


def test_a_translation_that_is_not_out_does_not_stand_in(desk: Desk) -> None:
    target = stored(desk, headline="Drums", **out(3))
    stored(desk, headline="Ngoma", language="sw", is_source=False, translation_set=target.translation_set)
    article = stored(desk, headline="Other", links=(a_link(target, on_timeline=True),))
    assert desk.timelines.of(article, "sw").entries[0].headline == "Drums"


def test_a_target_that_is_not_out_is_marked(desk: Desk) -> None:
    target = stored(desk, headline="Drums", status=Status.DRAFT, published=NOON)
    article = stored(desk, headline="Other", links=(a_link(target, on_timeline=True),))
    assert "Draft" in str(desk.timelines.of(article, "sw").entries[0].marks[0].message)


def test_an_edition_that_is_not_there_yet(desk: Desk) -> None:
    article = stored(desk, headline="Other", links=(a_link(external=an_external(), on_timeline=True),))
    assert desk.timelines.of(article, "fr").entries[0].date == "vendredi 9 janvier 2026 à 7h00"


def test_an_article_as_it_is_typed(desk: Desk) -> None:
    article = an_article(links=(a_link(external=an_external(), on_timeline=True),))
    assert len(desk.timelines.of(article, "sw").entries) == 1


def test_editions_side_by_side_are_those_of_each_alone(desk: Desk) -> None:
    target = stored(desk, headline="Drums", **out(3))
    stored(desk, headline="Ngoma", language="sw", is_source=False, translation_set=target.translation_set, **out(2))
    links = (a_link(target, on_timeline=True), a_link(external=an_external(), on_timeline=True))
    article = stored(desk, headline="Other", links=links)
    together = desk.timelines.side_by_side(article, ("sw", "en", "ja"))
    assert list(together) == ["sw", "en", "ja"]
    assert all(together[locale] == desk.timelines.of(article, locale) for locale in together)
    assert len(desk.timelines.side_by_side(article, ("sw",), most=1)["sw"].entries) == 1


def test_a_translation_that_waits_is_named(desk: Desk) -> None:
    target = stored(desk, headline="Drums", **out(3))
    draft = stored(desk, headline="Ngoma", language="sw", is_source=False, translation_set=target.translation_set)
    article = stored(desk, headline="Other", links=(a_link(target, on_timeline=True),))
    (mark,) = desk.timelines.of(article, "sw").entries[0].marks
    assert mark.article == draft.id
    assert desk.timelines.of(article, "en").entries[0].marks == ()


def test_a_target_in_the_trash_is_marked(desk: Desk) -> None:
    target = stored(desk, headline="Drums", **out(3))
    article = stored(desk, headline="Other", links=(a_link(target, on_timeline=True),))
    desk.articles.apply(change_article(target, say("x"), trashed_at=NOON))
    assert "in the trash" in str(desk.timelines.of(article, "en").entries[0].marks[0].message)


def test_earlier_articles_are_found_by_links_and_tags(desk: Desk) -> None:
    oldest = stored(desk, headline="Oldest", **out(9))
    shows_it = stored(desk, headline="Shows it", links=(a_link(oldest, on_timeline=True),), **out(5))
    stored(desk, headline="Tagged", tags=("Ferry",), **out(2))
    stored(desk, headline="Tagged otherwise", tags=("bridge",), **out(2))
    article = stored(desk, headline="Now", tags=("ferry",), links=(a_link(shows_it),))
    found = desk.timelines.earlier(article)
    assert [(one.headline, str(one.reason)) for one in found] == [
        ("Tagged", "Same tags: Ferry"),
        ("Shows it", "Linked as a card"),
        ("Oldest", "On the timeline of “Shows it”"),
    ]


@pytest.mark.parametrize(("locale", "digits"), OF_THE_MODEL_PAGE)
def test_the_ten_dates_of_the_model_page(desk: Desk, locale: str, digits: str) -> None:
    instants = [datetime.fromisoformat(text) for text in IN_SWAHILI]
    links = [a_link(external=an_external(headline=f"{at}", published=at), on_timeline=True) for at in instants]
    styles = {locale: HouseStyle(digits=digits)} if digits else {}
    settings = desk.newsroom.settings
    desk.articles.apply(EditSettings(settings, some_settings("sw", locale, house_styles=styles), say("Set up")))
    article = stored(desk, headline="Drums", links=tuple(links), display_zone="America/New_York")
    found = desk.timelines.side_by_side(article, ("sw", locale))
    assert [entry.date for entry in found["sw"].entries] == list(IN_SWAHILI.values())
    assert tuple(entry.date for entry in found[locale].entries) == OF_THE_MODEL_PAGE[locale, digits]
    if digits or locale == "fa":
        assert not any(sign in "0123456789" for entry in found[locale].entries for sign in entry.date)
