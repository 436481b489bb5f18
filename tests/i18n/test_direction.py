"""Which way languages run, what they are called, and isolation."""

from __future__ import annotations

import pytest

from editor.i18n.direction import direction, is_language_tag, isolate, language_name
from editor.i18n.page_words import LOCALES

RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


def test_the_29_locales() -> None:
    assert {tag for tag in LOCALES if direction(tag) == "rtl"} == RIGHT_TO_LEFT


@pytest.mark.parametrize(
    "tag", ["ar-EG", "ckb", "ps", "dv", "az-Arab", "uz-Arab-AF", "pa-PK", "ku-IQ", "en-Hebr", "yi"]
)
def test_right_to_left(tag: str) -> None:
    assert direction(tag) == "rtl"


@pytest.mark.parametrize("tag", ["az", "ku", "ar-Latn", "ur-Latn", "pa-IN", "tr", "zh-Hant", "xx", ""])
def test_left_to_right(tag: str) -> None:
    assert direction(tag) == "ltr"


def test_a_script_decides_before_the_language() -> None:
    assert direction("he-Latn-IL") == "ltr"


@pytest.mark.parametrize(
    ("tag", "in_locale", "name"),
    [
        ("en", "sw", "Kiingereza"),
        ("sw", "en", "Swahili"),
        ("sw-KE", "en", "Swahili"),
        ("ar", "ar", "العربية"),
        ("zh-Hant", "en", "Traditional Chinese"),
        ("qqq", "sw", "qqq"),
        ("sw", "qqq", "Swahili"),
        ("not a tag", "en", "not a tag"),
        ("iw", "en", "Hebrew"),
        ("iw", "he", "עברית"),
        ("ji", "yi", "ייִדיש"),
        ("sh", "en", "Serbian (Latin)"),
        ("sr-Latn", "en", "Serbian (Latin)"),
        ("sr-Latn-RS", "de", "Serbisch (Lateinisch)"),
        ("sr-Cyrl", "en", "Serbian"),
        ("uz-Latn", "en", "Uzbek"),
        ("no", "nb", "norsk"),
        ("swc", "en", "Congo Swahili"),
        ("dag", "en", "dag"),
    ],
)
def test_names(tag: str, in_locale: str, name: str) -> None:
    assert language_name(tag, in_locale) == name


@pytest.mark.parametrize("tag", LOCALES)
def test_every_locale_has_a_name_of_its_own(tag: str) -> None:
    assert language_name(tag, tag) != tag
    assert language_name(tag, "sw") != tag


def test_isolate() -> None:
    assert isolate("Lee's visit!") == "\u2068Lee's visit!\u2069"


def test_tags_are_judged_here_too() -> None:
    assert is_language_tag("sw")
