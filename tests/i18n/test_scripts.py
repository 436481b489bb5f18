"""Languages and their letters."""

from __future__ import annotations

import pytest

from editor.i18n.scripts import script_of, share_of_letters


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        *(("sw", "Latn"), ("am", "Ethi"), ("fa", "Arab"), ("zh", "Hans"), ("zh-TW", "Hant"), ("sr", "Cyrl")),
        *(("sr-Latn", "Latn"), ("ja", "Jpan"), ("qaa", "")),
    ],
)
def test_a_language_has_its_script(tag: str, script: str) -> None:
    assert script_of(tag) == script


def test_letters_are_counted_and_figures_are_not() -> None:
    assert share_of_letters("Nara 奈良 2026", "ja") == (6, 1 / 3)
    assert share_of_letters("2026", "ja") == (0, 1.0)
    assert share_of_letters("Nara", "qaa") == (4, 1.0)
    assert share_of_letters("がギー", "ja")[1] == 1.0
