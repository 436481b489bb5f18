"""Languages by their own names."""

from __future__ import annotations

import pytest

from editor.i18n.page_words import LOCALES
from editor.ui.widgets.language_words import language_words


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "English"), ("sw", "Kiswahili"), ("ar", "العربية"), ("ja", "日本語"), ("pt-BR", "Português (BR)"),
        ("es", "Español"), ("es-MX", "Español (MX)"), ("de-AT", "Deutsch (AT)"), ("fr-CA", "Français (CA)"),
        ("zh-Hant-TW", "繁體中文 (Hant-TW)"), ("zh-TW", "繁體中文 (TW)"), ("sr-Latn", "Srpski (Latn)"),
        ("es-419", "Español (419)"), ("xx", "xx"),
    ],
)  # fmt: skip
def test_names(tag: str, words: str) -> None:
    assert language_words(tag) == words


def test_every_locale_of_the_pages_has_a_name() -> None:
    assert [tag for tag in LOCALES if language_words(tag) == tag] == []
