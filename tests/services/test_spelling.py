"""Words are judged right, wrong, or not at all; nothing that can be typed raises."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from editor.core.settings_folder import CONFIG_VARIABLE
from editor.domain.spelling import Verdict
from editor.services.dictionaries import SYSTEM_VARIABLE
from editor.services.spelling import MOST_SUGGESTIONS, Spelling, house_words
from tests.services.dictionaries_made import a_dictionary

SWAHILI = "habari kusoma kuona ng'ombe anafika"


@pytest.fixture(autouse=True)
def _own_computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "config"))
    monkeypatch.setenv(SYSTEM_VARIABLE, str(tmp_path / "system"))


def _verdict(language: str, word: str) -> Verdict:
    return Spelling().judge(language, [word])[word]


def test_a_language_without_a_dictionary_is_not_checked() -> None:
    assert Spelling().judge("ha", ["labari", "xyz"]) == {"labari": None, "xyz": None}
    assert Spelling().suggest("ha", "xyz") == ()


def test_english_is_checked_out_of_the_box() -> None:
    judged = Spelling().judge("en", ["receive", "recieve", "don’t", "Podcasts", "ferry’s", "日本"])
    assert judged == {
        "receive": True,
        "recieve": False,
        "don’t": True,
        "Podcasts": True,
        "ferry’s": True,
        "日本": None,
    }


def test_english_of_no_region_may_be_british_and_american_english_may_not() -> None:
    british = ["harbour", "Neighbours", "colour", "organisation", "travelled", "centre", "programme’s", "defence"]
    assert Spelling().judge("en", british) == dict.fromkeys(british, True)
    assert Spelling().judge("en", ["harbur", "actour"]) == {"harbur": False, "actour": False}
    assert Spelling().judge("en-US", ["harbour", "harbor"]) == {"harbour": False, "harbor": True}


def test_requirement_20_of_swahili_in_latin_1(tmp_path: Path) -> None:
    a_dictionary(tmp_path / "system", "sw_TZ", SWAHILI, encoding="ISO8859-1")
    spelling = Spelling()
    right = ["ng’ombe", "ng'ombe", "walivaa", "Imesasishwa", "vidakuzi", "nilimwona", "tusisome", "hawajafika"]
    assert spelling.judge("sw", right) == dict.fromkeys(right, True)
    assert spelling.judge("sw", ["walixaa", "habarii"]) == {"walixaa": False, "habarii": False}


def test_a_thousand_words_of_any_characters_never_raise(tmp_path: Path) -> None:
    a_dictionary(tmp_path / "system", "sw_TZ", SWAHILI, encoding="ISO8859-1")
    chance = random.Random(4)  # noqa: S311 - the same words each time
    words = ["".join(chr(chance.randrange(0x110000)) for _ in range(1 + n % 12)) for n in range(1000)]
    words += ["", "\0", "a\0b", "\ud800", "x" * 10_000, "'", "\u200d"]
    for language in ("sw", "en", "xx", ""):
        judged = Spelling().judge(language, words)
        assert set(judged.values()) <= {True, False, None}
        for word in words[::100]:
            Spelling().suggest("xx", word)


def test_letters_with_a_dot_below_are_right_in_either_form(tmp_path: Path) -> None:
    a_dictionary(tmp_path / "system", "bn_BD", "দি\u09dfে")
    for word in ("দি\u09dfে", "দি\u09af\u09bcে"):
        assert _verdict("bn", word) is True


def test_damaged_dictionaries_check_nothing(tmp_path: Path) -> None:
    words = a_dictionary(tmp_path / "system", "fr_FR", "café")
    words.write_bytes(b"1\n\xff\xfe\0")
    assert _verdict("fr", "cafe") is None


def test_suggestions_are_few_and_have_the_apostrophe_of_readers() -> None:
    made = Spelling().suggest("en", "don’tt")
    assert made[0] == "don’t"
    assert len(made) <= MOST_SUGGESTIONS


def test_the_house_lists_are_clean() -> None:
    for language in ("sw", "en-GB"):
        words, _stems = house_words(language)
        assert words
        assert not any(" " in word or not word for word in words)
    assert "sasishwa" in house_words("sw")[1]
    assert house_words("xx") == (frozenset(), frozenset())
