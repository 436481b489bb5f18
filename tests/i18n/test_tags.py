"""Language tags: well formed or not, in their usual case, and what may stand in for them."""

from __future__ import annotations

import pytest

from editor.i18n.page_words import LOCALES
from editor.i18n.tags import canonical_tag, fallbacks, is_language_tag


@pytest.mark.parametrize(
    "tag",
    [
        *("en", "sw-KE", "zh-Hant", "zh-Hant-TW", "es-419", "de-1996", "sl-rozaj-biske", "x-makala", "de-x-house"),
        *("en-a-bbb-x-a-ccc", "zh-cmn-Hans-CN", "EN-us", *LOCALES),
    ],
)
def test_well_formed(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "e",
            "en_US",
            "en-",
            "-en",
            "en--US",
            "en US",
            "en\n",
            "englishlanguage",
            "english",
            "Kiswahili",
            "kisw",
            "de-1996-1996",
            "en-a-bb-a-cc",
        ),
        *("en-u", "x", "ｅｎ", "kı", "../en", "en-Latn-Cyrl"),
    ],
)
def test_not_well_formed(text: str) -> None:
    assert not is_language_tag(text)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("EN", "en"),
        ("zh_hant_tw", "zh-Hant-TW"),
        (" sw-ke ", "sw-KE"),
        ("ES-419", "es-419"),
        ("EN-X-FR-GB", "en-x-fr-gb"),
        ("sl-ROZAJ", "sl-rozaj"),
    ],
)
def test_canonical_case(text: str, tag: str) -> None:
    assert canonical_tag(text) == tag


@pytest.mark.parametrize(
    ("tag", "stand_ins"),
    [
        ("sw", ("sw",)),
        ("sw-KE", ("sw-KE", "sw")),
        ("de-1996", ("de-1996", "de")),
        ("en-a-bbb", ("en-a-bbb", "en")),
        ("zh", ("zh", "zh-Hans")),
        ("zh-TW", ("zh-TW", "zh-Hant")),
        ("zh-HK", ("zh-HK", "zh-Hant")),
        ("zh-Hant-TW", ("zh-Hant-TW", "zh-Hant")),
        ("zh-Latn", ("zh-Latn",)),
        ("sr-Latn-RS", ("sr-Latn-RS", "sr-Latn")),
    ],
)
def test_fallbacks(tag: str, stand_ins: tuple[str, ...]) -> None:
    assert fallbacks(tag) == stand_ins


def test_no_script_stands_in_for_another() -> None:
    assert "zh-Hans" not in fallbacks("zh-Hant-HK")
