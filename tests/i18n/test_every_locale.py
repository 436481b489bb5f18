"""Every catalog and every house style in `resources/`: complete, well formed, saying what its English says."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from babel.messages.pofile import read_po

from editor.i18n.catalogs import PAGE, SOURCE_LANGUAGE, STUDIO, catalog_path, languages_of, read_catalog
from editor.i18n.house_styles import standard_style
from editor.i18n.page_words import LOCALES, page_words
from editor.i18n.plurals import rule_for
from editor.i18n.style_check import check_style

# Without these a page cannot say what it must: complete in all 29.
LABELS = {
    *("image_by_ai", "image_changed_by_ai", "ai_badge", "reported_by_ai", "people_saying", "related", "timeline"),
    *("cookie_title", "cookie_body", "cookie_policy", "decline", "accept"),
    *("updated", "published", "correction", "read_more"),
}

# The eight that stand on a published Swahili page, to the letter.
ON_THE_MODEL_PAGE = {
    "image_by_ai": "Picha iliyoundwa na AI",
    "reported_by_ai": "Imeripotiwa na AI",
    "people_saying": "Watu wanasema nini",
    "related": "Makala yanayohusiana",
    "cookie_title": "Tovuti hii inatumia vidakuzi",
    "cookie_body": "Tunatumia vidakuzi kwa uchambuzi ili kuboresha tovuti yetu.",
    "cookie_policy": "Soma sera ya faragha yetu kwa maelezo zaidi.",
    "decline": "Kataa",
}

# Words that a language may use for two things.
MAY_BE_THE_SAME: dict[str, tuple[set[str], ...]] = {}

# How many of the furniture's words each of these shows in English. Less is welcome, more is not.
LACKING = {"am": 5, "so": 5, "ha": 5, "yo": 5}


@pytest.mark.parametrize("tag", LOCALES)
def test_labels_are_complete(tag: str) -> None:
    assert {key for key in LABELS if page_words(tag)[key].language != tag} == set()


@pytest.mark.parametrize("tag", LOCALES)
def test_no_more_words_are_lacking_than_are_known(tag: str) -> None:
    lacking = sorted(key for key, word in page_words(tag).items() if word.language != tag)
    assert len(lacking) <= LACKING.get(tag, 0), lacking


@pytest.mark.parametrize("tag", LOCALES)
def test_words_are_in_nfc_and_bare(tag: str) -> None:
    for word in page_words(tag).values():
        assert word.text == unicodedata.normalize("NFC", word.text).strip()
        assert not word.text.endswith(":")


@pytest.mark.parametrize("tag", LOCALES)
def test_no_two_keys_say_the_same(tag: str) -> None:
    counted = Counter(word.text.casefold() for word in page_words(tag).values())
    doubles = [{key for key, word in page_words(tag).items() if word.text.casefold() == text} for text in counted]
    found = [keys for keys in doubles if len(keys) > 1]
    assert [keys for keys in found if keys not in MAY_BE_THE_SAME.get(tag, ())] == []


@pytest.mark.parametrize("key", ON_THE_MODEL_PAGE)
def test_swahili_is_that_of_the_model_page(key: str) -> None:
    assert page_words("sw")[key].text == ON_THE_MODEL_PAGE[key]


@pytest.mark.parametrize("tag", LOCALES)
def test_the_label_rows_of_a_language_can_be_told_apart(tag: str) -> None:
    """Reading a page's text means finding its labels in rows that one space joins."""
    words = page_words(tag)
    labels = [words[key].text for key in ("reported_by_ai", "image_by_ai", "image_changed_by_ai")]
    assert not any(one != other and one in other for one in labels for other in labels)


@pytest.mark.parametrize("domain", [PAGE, STUDIO])
def test_every_catalog_counts_by_the_table(domain: str) -> None:
    for tag in languages_of(domain):
        catalog = read_catalog(catalog_path(domain, tag), tag)
        assert f"\nPlural-Forms: {rule_for(tag).header}\n" in catalog.header
        assert f"\nLanguage: {tag}\n" in catalog.header
        assert {len(forms) for forms in catalog.forms.values()} <= {1, rule_for(tag).forms}


@pytest.mark.parametrize("tag", [tag for tag in languages_of(STUDIO) if tag != SOURCE_LANGUAGE])
def test_the_interface_is_complete(tag: str) -> None:
    with catalog_path(STUDIO, tag).open("rb") as stream:
        catalog = read_po(stream)
    assert len(catalog) > 0
    assert [message.id for message in catalog if message.id and not _is_translated(message.string)] == []


@pytest.mark.parametrize("tag", [*LOCALES, "en-US"])
def test_every_style_can_be_used_as_it_is(tag: str) -> None:
    style = standard_style(tag)
    assert check_style(style, tag) == []
    for name in (*style.months, *style.weekdays, style.long, style.medium, style.date):
        assert name == unicodedata.normalize("NFC", name)


def _is_translated(found: object) -> bool:
    return all(found) if isinstance(found, (tuple, list)) else bool(found)
