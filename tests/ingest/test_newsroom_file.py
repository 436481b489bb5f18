from __future__ import annotations

import pytest

from editor.core.errors import FileError
from editor.domain.check_choices import Accepted, CheckChoices, Level
from editor.domain.house_style import HouseStyle
from editor.domain.page_label import PageLabel
from editor.domain.settings import Consent, ConsentText, Edition, NewsroomSettings, PictureBadge, Publisher
from editor.domain.version import VersionRule
from editor.ingest.newsroom_file import read_newsroom, write_newsroom
from tests.builders import NOON, an_image

FULL = NewsroomSettings(
    name="no",
    base_url="https://news.example/",
    publisher=Publisher(
        name="P", url="https://p.example", logo="https://p.example/l.png", policies="https://p.example/p"
    ),
    privacy_policy_url="https://p.example/privacy",
    analytics_url="https://p.example/x.js",
    display_zone="Africa/Nairobi",
    editions=(
        Edition(
            locale="sw",
            name="Dawati",
            house_style="sw-KE",
            display_zone="Africa/Nairobi",
            sections=("Dunia", ""),
            consent=Consent.NOTICE,
            consent_text=ConsentText(title="Vidakuzi", policy="Soma."),
            fallback=("en",),
        ),
        Edition(locale="en", base_path="in/english", fallback=(), display_zone="Asia/Tokyo", extra={"colour": "N"}),
    ),
    house_styles={
        "sw": HouseStyle(
            long="EEEE d MMMM y HH:mm",
            weekdays=tuple("abcdefg"),
            digits="latn",
            calendar="gregorian",
            quotes=tuple("»«›‹"),
        )
    },
    page_labels={"sw": {"related": PageLabel(text="Habari", english="Related articles")}},
    version_rule=VersionRule.DAILY,
    picture_badge=PictureBadge.CORNER,
    checks=CheckChoices(
        levels={"headline": Level.BLOCK, "links": Level.OFF},
        accepted=(
            Accepted(check="links", article="1" * 32, fingerprint="no", reason="yes: it is", by="Asha", at=NOON),
            Accepted(check="base-address", fingerprint="0123", reason="Later", by="", at=NOON),
        ),
        page_weight=450,
    ),
    extra={"rules": ["a"], "words": {"x": "no"}},
)


def test_settings_come_back_as_they_were() -> None:
    text = write_newsroom(FULL, [], lambda _: "")
    read = read_newsroom(text, name="x", zone="UTC")
    assert read.settings == FULL
    assert "editions.en.colour, rules, words" in str(read.warnings[0])


def test_pictures_that_no_article_uses_are_listed() -> None:
    image = an_image(sha256="ab" * 32, alt={"en": "A", "sw": ""}, credit="C")
    text = write_newsroom(FULL, [image, an_image(id="w", alt={})], lambda one: one.path)
    with_file, without = read_newsroom(text, name="x", zone="UTC").pictures
    assert (with_file.file, with_file.image.alt, with_file.image.credit) == (image.path, {"en": "A", "sw": ""}, "C")
    assert (without.file, without.image.id) == ("", "w")


def test_what_is_not_named_stays_with_the_newsroom() -> None:
    settings = read_newsroom("base-url: https://x.example\n", name="Desk", zone="Asia/Tokyo").settings
    assert (settings.name, settings.display_zone, settings.editions) == ("Desk", "Asia/Tokyo", ())


def test_fallback_is_missing_empty_or_a_list() -> None:
    text = "editions:\n- locale: en\n- {locale: sw, fallback: []}\n- {locale: fr, fallback: EN}\n"
    editions = read_newsroom(text, name="x", zone="UTC").settings.editions
    assert [edition.fallback for edition in editions] == [None, (), ("en",)]


def test_unknown_keys_of_places_without_room_are_kept_elsewhere() -> None:
    text = "publisher: {name: P, motto: M}\nhouse-styles:\n  fr: {date: d M y, era: AD}\n"
    read = read_newsroom(text, name="x", zone="UTC")
    assert read.settings.extra == {"elsewhere": {"publisher.motto": "M", "house-styles.fr.era": "AD"}}
    again = read_newsroom(write_newsroom(read.settings, [], lambda _: ""), name="x", zone="UTC")
    assert again.settings == read.settings
    assert again.warnings == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("makala: 2\n", 1),
        ("name: x\ndisplay-zone: Mars/Base\n", 2),
        ("editions:\n- consent: notice\n", 2),
        ("editions:\n- {locale: no tag}\n", 2),
        ("editions:\n- locale: en\n- locale: EN\n", 3),
        ("editions:\n- locale: en\n- locale: fr\n  base-path: EN\n", 4),
        ("editions:\n- locale: en\n- locale: fr\n  base-path: en/page\n", 4),
        ("editions:\n- locale: fr\n  base-path: en/page\n- locale: en\n", 4),
        ("editions:\n- locale: en\n  base-path: ../x\n", 3),
        ("editions:\n- locale: en\n  base-path: /x\n", 3),
        ("editions:\n- {locale: en, consent: maybe}\n", 2),
        ("editions:\n- locale: en\n  display-zone: Mars/Base\n", 3),
        ("house-styles:\n  sw:\n    months: [a, b]\n", 3),
        ("house-styles:\n  sw:\n    date: d M y\n    long: d MMMM 'mwaka y\n", 4),
        ("house-styles:\n  sw:\n    calendar: mayan\n", 3),
        ("house-styles:\n  sw:\n    digits: roman\n", 3),
        ("house-styles:\n  sw:\n    months: ['', '', '', '', '', '', '', '', '', '', '', '']\n", 3),
        ("house-styles:\n  no tag: {date: d M y}\n", 2),
        ("house-styles:\n  pt-br: {long: d M y H m}\n  pt-BR: {long: d M y H m}\n", 3),
        ("editions:\n- locale: en\n  base-path: Images/x\n", 3),
        ("name: x\nbase-url: javascript:alert(1)\n", 2),
        ("name: x\nbase-url: ftp://x.example\n", 2),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(FileError) as refused:
        read_newsroom(text, name="x", zone="UTC")
    assert refused.value.line == line


def test_an_edition_in_no_language_is_taken_and_said() -> None:
    text = "name: x\neditions:\n- locale: en\n  fallback: [jp]\n- locale: sw-ZZ\n"
    found = read_newsroom(text, name="n", zone="UTC")
    assert [edition.locale for edition in found.settings.editions] == ["en", "sw-ZZ"]
    assert [warning.values["line"] for warning in found.warnings] == [4, 5]
