"""The table of plural forms against CLDR's own examples, and its gettext expressions against its functions."""

from __future__ import annotations

import re

import pytest

from editor.i18n.page_words import LOCALES
from editor.i18n.plurals import PLURALS, plural_form, rule_for

EXAMPLES = {
    "sw": {0: 1, 1: 0, 2: 1},
    "fr": {0: 0, 1: 0, 2: 1},
    "ja": {0: 0, 1: 0, 7: 0},
    "pl": {1: 0, 2: 1, 4: 1, 5: 2, 12: 2, 21: 2, 22: 1, 112: 2},
    "ru": {1: 0, 2: 1, 5: 2, 11: 2, 21: 0, 22: 1, 111: 2},
    "uk": {1: 0, 3: 1, 14: 2, 101: 0},
    "he": {1: 0, 2: 1, 3: 2, 20: 2, 0: 2},
    "ar": {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 102: 5, 103: 3, 111: 4},
}


@pytest.mark.parametrize("tag", EXAMPLES)
def test_examples(tag: str) -> None:
    assert {n: plural_form(tag, n) for n in EXAMPLES[tag]} == EXAMPLES[tag]


@pytest.mark.parametrize("tag", LOCALES)
def test_the_expression_says_what_the_function_does(tag: str) -> None:
    rule = rule_for(tag)
    expression = _as_python(rule.expression)
    for n in range(500):
        picked = int(eval(expression, {"n": n}))  # noqa: S307 - our own table
        assert picked == rule.pick(n), n
        assert 0 <= picked < rule.forms


@pytest.mark.parametrize("tag", LOCALES)
def test_every_form_is_used(tag: str) -> None:
    rule = rule_for(tag)
    assert {rule.pick(n) for n in range(200)} == set(range(rule.forms))


def test_every_language_of_the_furniture_is_in_the_table() -> None:
    assert {tag.partition("-")[0] for tag in LOCALES} <= PLURALS.keys()


def test_regions_and_unknown_languages() -> None:
    assert rule_for("pt-BR") is rule_for("pt")
    assert rule_for("zh-Hant") is rule_for("zh")
    assert plural_form("xx", 1) == 0
    assert plural_form("sw", -1) == 0


def test_header() -> None:
    assert rule_for("sw").header == "nplurals=2; plural=(n != 1);"


def _as_python(expression: str) -> str:
    """Turn C's `a ? b : c` into Python, from the right."""
    text = expression.replace("&&", " and ").replace("||", " or ").strip()
    while text.startswith("(") and text.endswith(")") and _closes_at_end(text):
        text = text[1:-1].strip()
    parts = re.split(r"\?|:", text)
    if len(parts) == 1:
        return f"({text})"
    result = parts[-1]
    for condition, value in zip(reversed(parts[:-1:2]), reversed(parts[1:-1:2]), strict=True):
        result = f"({value}) if ({condition}) else ({result})"
    return result


def _closes_at_end(text: str) -> bool:
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return place == len(text) - 1
    return False
