"""The order of words in lists, by the rules of their readers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.bootstrap import Desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.edits import CreateArticle
from editor.i18n.page_words import LOCALES
from editor.ui.collation import choices_of, in_order, language_of, languages_in_order
from tests.builders import NOON, an_article, some_settings


# As dictionaries of these languages have them (CLDR's tailorings); `sorted` has nine of the ten wrong.
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sw", ["alama", "Bara", "ng’ombe", "nyumba"]),
        ("de", ["Adler", "Ärger", "Arzt", "Zug"]),
        ("sv", ["zebra", "år", "ärlig", "öl"]),
        ("es", ["nube", "ñu", "oso"]),
        ("tr", ["cam", "çay", "ırmak", "ışık", "iz", "şal"]),
        ("pl", ["luty", "łata", "mak"]),
        ("uk", ["гора", "ґава", "дім", "єнот", "жар"]),
        ("fa", ["آب", "پدر", "چای", "گل", "ی"]),
        ("ja", ["あ", "か", "が", "き"]),
        ("zh-Hans", ["安", "北", "中"]),
        ("ko", ["가", "나", "다"]),
        ("th", ["กา", "เก", "ขา"]),
    ],
)
def test_words_stand_where_readers_look_for_them(language: str, words: list[str]) -> None:
    assert in_order(reversed(words), language, str) == words


def test_numbers_count_and_capitals_do_not() -> None:
    assert in_order(["Part 10", "part 2", "Part 1"], "en", str) == ["Part 1", "part 2", "Part 10"]
    assert in_order(["b", "B", "a"], "en", str) == ["a", "b", "B"]  # the same words stay as they come


def test_languages_by_their_own_names() -> None:
    found = languages_in_order(LOCALES)
    assert found.index("de") < found.index("en") < found.index("sw") < found.index("tr")
    assert found.index("tr") < found.index("ru") < found.index("ar") < found.index("ja")
    assert set(found) == set(LOCALES)


def test_a_newsroom_lists_in_the_language_of_its_first_edition(desk: Desk) -> None:
    assert language_of(some_settings("sv", "en")) == "sv"
    assert language_of(some_settings(editions=())) == "en"
    article = an_article(tags=("zebra", "ärlig", "år"), byline=("Öst", "Ana"), section="Åsikt")
    desk.articles.apply(CreateArticle(article, say("New article"), NOON))
    choices = choices_of(desk.articles, replace(desk.newsroom.settings, editions=some_settings("sv").editions), quiet())
    assert (choices.tags, choices.bylines) == (("zebra", "år", "ärlig"), ("Ana", "Öst"))
