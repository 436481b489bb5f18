"""Every word on a page says which language it is in: furniture in the edition's, everything else in its own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest

from editor.domain.settings import Edition
from editor.i18n.direction import direction
from editor.i18n.page_words import LOCALES
from tests.publish.newsrooms import Desk, a_full_desk, a_public_setting
from tests.publish.reading_pages import Said, parse, said_in

# Words that belong to no language: names, dates' punctuation.
_NAMES = {
    "Nara Desk",
    "Nara Desk Ltd",
    "Amina Odhiambo",
    "Jun Tanaka",
    "Fatma Said",
    "The Desk",
    "Asia/Tokyo",
    "Africa/Nairobi",
}
_SCRIPTS = {"ar": "ARABIC", "fa": "ARABIC", "ur": "ARABIC", "he": "HEBREW", "ru": "CYRILLIC", "uk": "CYRILLIC"}
_SCRIPTS |= {"hi": "DEVANAGARI", "bn": "BENGALI", "th": "THAI", "am": "ETHIOPIC", "ko": "HANGUL"}
_OWN = ("ar", "ja", "sw")


def scripts_of(text: str) -> set[str]:
    return {unicodedata.name(letter, "?").split()[0] for letter in text if unicodedata.category(letter) == "Lo"}


def is_latin(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(letter, "") for letter in letters)


def wrongly_marked(desk: Desk, locale: str) -> list[tuple[str, Said]]:
    """Return each text whose language mark cannot be right, with its page.

    What the articles of the desk say is known by their own language, everything else is the furniture of `locale`.
    """
    own = {}
    for article in desk.articles.values():
        for text in (article.headline, article.standfirst, article.section, *article.tags):
            own[text] = article.language
        for outside in (link.external for link in article.links if link.external):
            own |= {outside.headline: outside.language, outside.summary: outside.language}
        if article.hero:
            own[article.hero.caption] = article.language
    own |= {text: tag for image in desk.images.values() for tag, text in image.alt.items()}
    wrong = []
    for path, html in desk.pages(locale).items():
        for said in said_in(parse(html)):
            if said.text in _NAMES:
                continue
            expected = {own[said.text]} if said.text in own else None
            script = _SCRIPTS.get(said.lang)
            if (
                (expected and said.lang not in expected)
                or (script and is_latin(said.text))
                or (said.lang in {"en", "sw"} and scripts_of(said.text))
                or said.dir != direction(said.lang)
            ):
                wrong.append((path, said))
    return wrong


@pytest.mark.parametrize("locale", ["sw", "ar", "ja", "en"])
def test_no_text_is_marked_with_a_wrong_language(locale: str) -> None:
    assert wrongly_marked(a_full_desk(), locale) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_english_articles_in_every_edition_are_marked_as_english(locale: str) -> None:
    desk = a_full_desk()
    main = desk.articles["f" * 32]
    desk.articles = {key: value for key, value in desk.articles.items() if value.language == "en"}
    desk.settings = a_public_setting(editions=(Edition(locale=locale),))
    assert wrongly_marked(desk, locale) == []
    page = parse(next(html for html in desk.pages().values() if main.byline[0] in html))
    assert page.get("lang") == locale
    assert page.get("dir") == direction(locale)
    assert {said.lang for said in said_in(page) if said.tag == "h1"} == {"en"}


def test_the_switches_of_a_page_of_two_languages_are_all_marked() -> None:
    """The anatomy of a real page: one article, seven cards, ten dated headlines, a notice."""
    desk = a_full_desk()
    main = desk.articles["f" * 32]
    desk.articles = {key: value for key, value in desk.articles.items() if value.language == "en"}
    page = parse(desk.pages("sw")[f"sw/{main.slug}/index.html"])
    languages = [said.lang for said in said_in(page) if said.text not in _NAMES]
    switches = sum(1 for one, other in pairwise(languages) if one != other)
    assert set(languages) == {"en", "sw"}
    assert switches > 39


def test_a_word_that_a_locale_lacks_is_english_and_says_so() -> None:
    desk = a_full_desk()
    desk.settings = a_public_setting(editions=(Edition(locale="is"),))
    page = parse(desk.pages()["is/index.html"])
    assert {said.lang for said in said_in(page) if said.tag == "h1"} == {"en"}


def test_names_are_kept_apart_from_the_sentence_around_them() -> None:
    desk = a_full_desk()
    main = replace(desk.articles["f" * 32], byline=("עמוס", "Jun"))
    desk.articles = {main.id: main}
    html = desk.pages("sw")[f"sw/{main.slug}/index.html"]
    assert re.search(r'<bdi lang="en" dir="ltr"><a href="[^"]+">עמוס</a></bdi><span> na </span><bdi lang="en"', html)


def test_a_section_in_another_script_does_not_tear_the_date_beside_it() -> None:
    """Without a `bdi`, the day of an Arabic or Persian date is drawn before a Latin section, its month after it."""
    desk = a_full_desk()
    main = replace(desk.articles["f" * 32], language="ar", section="World")
    desk.articles = {main.id: main}
    html = desk.pages("ar")["ar/index.html"]
    assert re.search(r'<bdi[^>]*>World</bdi><span aria-hidden="true"> · </span><time ', html)
