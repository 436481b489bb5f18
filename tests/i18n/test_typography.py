"""Typographic signs, as a person types them letter by letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.domain.house_style import HouseStyle
from editor.i18n.quotation import languages
from editor.i18n.typography import Setting, Signs, as_typed, is_literal, mended, signs_of


def _typed(text: str, language: str) -> str:
    signs, out = signs_of(language), ""
    for letter in text:
        found = None if is_literal(out, letter) else as_typed(out, letter, signs) or mended(out, letter, signs)
        out += letter
        if found:
            out = out[: len(out) - found.length] + found.text
    return out


@pytest.mark.parametrize(
    ("language", "typed", "set_as"),
    [
        ("en-GB", '"It\'s so," she said. "The dogs\' own."', "“It’s so,” she said. “The dogs’ own.”"),
        ("en", "'Yes' and (\"no\")", "‘Yes’ and (“no”)"),
        ("en", '**"Bold"** and word**"', "**“Bold”** and word**”"),
        ("en", 'he said--"now"', "he said–“now”"),
        ("sw", "ng'ombe wa \"Juma\" ni 'mzuri'", "ng’ombe wa “Juma” ni ‘mzuri’"),
        ("de", "\"Ja\", 'nein', 'ich hab's'", "„Ja“, ‚nein‘, ‚ich hab’s‘"),
        ("de-CH", '"Ja"', "«Ja»"),
        ("fr", '"L\'eau", dit-il ! Vrai ? Oui : oui', "«\xa0L’eau\xa0», dit-il\u202f! Vrai\u202f? Oui\xa0: oui"),
        ("fr", "« oui »", "«\xa0oui\xa0»"),
        ("fr", '" oui"', "«\xa0oui\xa0»"),
        ("fr-CA", '"Oui" ! : non', "«\xa0Oui\xa0» !\xa0: non"),
        ("fr-CH", '"Oui" !', "«\u202fOui\u202f»\u202f!"),
        ("sv", '"Hej" sa\' han', "”Hej” sa’ han"),
        ("pl", '"Tak"', "„Tak”"),
        ("ru", '"Да"', "«Да»"),
        ("nl", "'s morgens \"ja\", 't Gooi", "’s morgens “ja”, ’t Gooi"),
        ("nl", "'ja' en 'sober'", "‘ja’ en ‘sober’"),
        ("en", "the '90s and '68, rock 'n' roll, 'Tis so", "the ’90s and ’68, rock ’n’ roll, ’Tis so"),
        ("en", "'90 per cent' of 'em all", "‘90 per cent’ of ’em all"),
        ("af", "'n man", "’n man"),
        ("ja", "彼は\"はい\"と'いい'、it's", "彼は「はい」と『いい』、it’s"),
        ("zh-CN", '他说"你好"和"再见"', "他说“你好”和“再见”"),
        ("zh-TW", '他說"你好"', "他說「你好」"),
        ("ar", '"نعم"', "”نعم“"),
        ("fa", '"بله"', "«بله»"),
        ("he", 'צה"ל', 'צה"ל'),
        ("en", "a -- b --- c... d", "a – b — c… d"),
        ("tlh", '"a" -- b', '"a" – b'),
    ],
)
def test_each_language_has_its_signs(language: str, typed: str, set_as: str) -> None:
    assert _typed(typed, language) == set_as


@pytest.mark.parametrize(
    "text",
    [
        '`a "b" -- c...`',
        '``a ` "b"``',
        '[x](https://a.example/b--c "title")',
        "<https://a.example/b--c...>",
        "https://a.example/it's--so...",
        "mailto:a--b@c.example",
        r"\"a\" it\'s",
        "---",
        "> ---",
        "| --- | :--- |",
        '[note]: https://a.example "t--t"',
        "a ---- b"[:1],
    ],
)
def test_code_addresses_rules_and_escaped_signs_stay(text: str) -> None:
    assert _typed(text, "en") == text


def test_after_code_or_an_address_signs_are_set_again() -> None:
    assert _typed('`"` "a" [b](https://c.example) "d" https://e.example"', "en").replace("https://", "") == (
        '`"` “a” [b](c.example) “d” e.example”'
    )
    assert _typed('\\\\"a"', "en") == "\\\\“a”" or _typed('\\\\"a"', "en") == "\\\\”a”"


def test_more_than_three_of_a_kind_are_left() -> None:
    assert _typed("....", "en") == "…."
    assert _typed("a-----", "en").count("-") + _typed("a-----", "en").count("—") > 0


def test_a_newsroom_may_have_signs_of_its_own() -> None:
    signs = signs_of("fr", HouseStyle(quotes=tuple("“”‘’")))
    assert (signs.double, signs.inside) == (("“", "”"), "")
    assert signs_of("fr", HouseStyle(long="d MMMM y")) == signs_of("fr")


def test_hebrew_keeps_straight_signs_unless_the_newsroom_names_its_own_and_gershayim_are_no_quotation() -> None:
    """Newspapers set straight signs, which the keyboard has: CLDR's are seldom seen. Short forms have gershayim."""
    assert _typed('אמר "צה"ל" ביום', "he") == 'אמר "צה"ל" ביום'
    own = signs_of("he", HouseStyle(quotes=tuple("”„’‘")))
    assert as_typed("צה", '"', own) == Setting(1, "״")
    assert as_typed("אמר ", '"', own) == Setting(1, "”")
    assert as_typed("אמר ”צה", '"', own) == Setting(1, "„")
    assert mended("אמר ”צה„", "ל", own) == Setting(2, "״ל")


def test_an_unknown_language_has_dashes_alone() -> None:
    assert signs_of("tlh") == Signs()
    assert signs_of("") == Signs()
    assert signs_of("sw-KE") == signs_of("sw")
    assert {"sw", "en", "de", "ja", "ar"} <= languages()


@given(st.text(alphabet="a1 \"'-.*`\\[]()«»:!?字ก😀\u2019“”", max_size=40), st.sampled_from(sorted(languages())))
def test_whatever_is_typed_no_letter_is_lost(text: str, language: str) -> None:
    kept = [letter for letter in _typed(text, language) if letter.isalnum()]
    assert kept == [letter for letter in text if letter.isalnum()]
