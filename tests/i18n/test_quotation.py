"""Quotation marks by language: four to each, and known for every language of the pages."""

from __future__ import annotations

from editor.i18n.house_styles import quotes_of
from editor.i18n.page_words import LOCALES
from editor.i18n.quotation import OPENINGS, languages, standard_quotes


def test_there_are_four_to_each() -> None:
    assert {len(standard_quotes(tag)) for tag in languages()} == {4}
    assert standard_quotes("xx") == ()
    assert "\u201c" in OPENINGS


def test_every_language_of_the_pages_but_hebrew_has_its_own() -> None:
    # Hebrew writes acronyms with the straight mark between letters; its press quotes with it too.
    assert [tag for tag in LOCALES if not quotes_of(tag, None)] == ["he"]


def test_a_house_style_stands_before_the_standard_of_its_language() -> None:
    assert "".join(quotes_of("de-CH", None)) == "«»‹›"
    assert "".join(quotes_of("de-AT", None)) == "„“‚‘"
    assert "".join(quotes_of("fr-BE", None)) == "«»“”"
    assert "".join(quotes_of("fr-CH", None)) == "«»‹›"
