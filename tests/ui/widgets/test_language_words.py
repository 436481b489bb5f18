"""Languages by their own names."""

from __future__ import annotations

import pytest

from editor.i18n.page_words import LOCALES
from editor.ui.widgets.language_words import language_words


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "English"), ("sw", "Kiswahili"), ("ar", "العربية"), ("ja", "日本語"), ("pt-BR", "Português (BR)"),
        ("xx", "xx"),
    ],
)  # fmt: skip
def test_names(tag: str, words: str) -> None:
    assert language_words(tag) == words


def test_every_locale_of_the_pages_has_a_name() -> None:
    assert [tag for tag in LOCALES if language_words(tag) == tag] == []
