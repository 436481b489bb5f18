from __future__ import annotations

import pytest

from editor.i18n.page_words import LOCALES, page_words
from editor.ingest.languages import find_language


@pytest.mark.parametrize("locale", LOCALES)
def test_the_language_of_every_locale_is_found_from_its_own_sentences(locale: str) -> None:
    words = page_words(locale)
    text = " ".join(words[key].text for key in ("cookie_title", "cookie_body", "cookie_policy", "people_saying"))
    assert find_language(text) == locale


@pytest.mark.parametrize(
    "text", ["", "Hi", "12:30 14.01.2026 3,000", "https://example.org/all/about/the/drums/of/nara"]
)
def test_too_little_text_is_no_language(text: str) -> None:
    assert find_language(text) == ""
