"""One language under several tags."""

from __future__ import annotations

import pytest

from editor.i18n.languages import is_read_by, present_tag, script_of, spoken
from editor.i18n.page_words import LOCALES


@pytest.mark.parametrize(
    ("tag", "now"),
    [
        *(("iw", "he"), ("iw-IL", "he-IL"), ("in", "id"), ("sh", "sr-Latn"), ("sh-Cyrl", "sr-Cyrl"), ("tl", "fil")),
        *(("en-ke", "en-KE"), ("no tag", "no tag"), ("x-makala", "x-makala"), ("", "")),
    ],
)
def test_languages_are_called_as_they_are_today(tag: str, now: str) -> None:
    assert present_tag(tag) == now


@pytest.mark.parametrize(
    ("tag", "language", "script"),
    [
        ("sr", "sr", "Cyrl"),
        ("sr-ME", "sr", "Latn"),
        ("sr-Latn-RS", "sr", "Latn"),
        ("zh-TW", "zh", "Hant"),
        ("zh", "zh", "Hans"),
        ("dag", "dag", "Latn"),
        ("zz", "zz", ""),
        ("", "", ""),
    ],
)
def test_a_script_goes_without_saying(tag: str, language: str, script: str) -> None:
    assert spoken(tag) == (language, script)


def test_only_a_script_that_is_named_is_one() -> None:
    assert [script_of(tag) for tag in ("sr", "sr-Latn-RS", "de-1996", "sh")] == ["", "Latn", "", "Latn"]


def test_each_of_the_29_is_read_by_its_own_readers_alone() -> None:
    assert {(one, two) for one in LOCALES for two in LOCALES if is_read_by(one, two)} == {(one, one) for one in LOCALES}
