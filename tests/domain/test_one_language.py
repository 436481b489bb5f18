"""Which tags mean one language."""

from __future__ import annotations

from itertools import combinations

import pytest
from babel.core import get_global

from editor.domain.one_language import is_one_language, language_key
from editor.i18n.languages import present_tag, spoken

ONE = (
    ("he", "iw", "HE"),
    ("he-IL", "iw_IL"),
    ("nb", "no"),
    ("id", "in"),
    ("sr-Latn", "sh", "SR-latn"),
    ("sr", "sr-Cyrl"),
    ("zh", "zh-Hans"),
    ("zh-TW", "zh-Hant-TW"),
    ("fil", "tl"),
)
DIFFERENT = ("en", "en-GB", "nn", "nb", "sr", "sr-Latn", "zh-Hans", "zh-Hant", "pt", "pt-BR", "ca", "ca-valencia", "he")


@pytest.mark.parametrize("tags", ONE, ids=str)
def test_several_tags_of_one_language(tags: tuple[str, ...]) -> None:
    assert len({language_key(tag) for tag in tags}) == 1
    assert all(is_one_language(*pair) for pair in combinations(tags, 2))


def test_a_region_a_script_and_a_standard_of_its_own_tell_apart() -> None:
    assert len({language_key(tag) for tag in DIFFERENT}) == len(DIFFERENT)


def test_old_names_are_those_that_cldr_knows() -> None:
    old = {tag for tag in get_global("language_aliases") if len(tag) == 2}
    assert old
    assert {tag for tag in old if not is_one_language(tag, present_tag(tag))} == set()


@pytest.mark.parametrize("tag", ["az", "bs", "sr", "uz", "zh", "zh-TW", "zh-HK", "sh"])
def test_the_script_that_goes_without_saying_is_cldr_s(tag: str) -> None:
    language, script = spoken(tag)
    region = "".join(f"-{part}" for part in tag.split("-")[1:])
    assert is_one_language(tag, f"{language}-{script}{region}")
