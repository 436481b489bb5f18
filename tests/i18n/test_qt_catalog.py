"""Catalogs for Qt, as bytes; whether Qt reads the same words in them is asked of Qt in the window's tests."""

from __future__ import annotations

import pytest

from editor.i18n.page_words import LOCALES
from editor.i18n.plurals import rule_for
from editor.i18n.qt_catalog import plural_rules, qt_catalog


def test_the_smallest_one_byte_by_byte() -> None:
    """By hand, after `qtranslator.cpp`: the hash of "A" is its code, the words are UTF-16, what they are for UTF-8."""
    held = qt_catalog("sw", {"A": ("Ω",)}, {})
    hashes = "42 00000008 00000041 00000000"
    messages = "69 0000000e 03 00000002 03a9 06 00000001 41 01"
    assert held == bytes.fromhex(f"3cb86418caef9c95cd211cbf60a1bddd {hashes} {messages}")


def test_what_has_no_words_has_no_entry() -> None:
    assert qt_catalog("sw", {"A": ("",), "B": ()}, {}) == qt_catalog("sw", {}, {})


@pytest.mark.parametrize("tag", LOCALES)
def test_the_rules_pick_the_form_that_our_table_picks(tag: str) -> None:
    rules = plural_rules(tag)
    for n in [*range(1500), 10_000, 1_000_002, 2_147_483_011]:
        assert _picked(rules, n) == rule_for(tag).pick(n), n


def _picked(rules: bytes, n: int) -> int:
    """Return the form that Qt picks: rules one behind another, each alternatives of conditions that hold together."""
    for form, rule in enumerate(rules.split(b"\xff") if rules else ()):
        if any(all(_fits(held, n) for held in joint.split(b"\xfd")) for joint in rule.split(b"\xfe")):
            return form
    return len(rules.split(b"\xff")) if rules else 0


def _fits(condition: bytes, n: int) -> bool:
    sign, first, last = condition[0], condition[1], condition[-1]
    value = n % 100 if sign & 0x20 else n
    fits = first <= value <= last if sign & 0x07 == 0x04 else value < first
    return not fits if sign & 0x08 else fits
