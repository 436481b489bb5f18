"""Furniture is marked with its language, English where the locale lacks a word."""

from __future__ import annotations

from editor.publish.furniture import around, furniture, optional_run, run


def test_words_are_of_their_locale() -> None:
    assert furniture("sw")["decline"] == run("Kataa", "sw")
    assert furniture("ar")["decline"].dir == "rtl"
    assert furniture("is")["decline"] == run("Decline", "en")


def test_a_sentence_is_parted_around_its_value() -> None:
    parts = around(run("By {names}.", "en"), "names", run("Amina", "sw"))
    assert (str(parts.before), str(parts.value), str(parts.after)) == ("By ", "Amina", ".")


def test_what_is_no_language_is_undetermined() -> None:
    assert run("x", 'en"><script>') == run("x", "und")
    assert run("x", "").dir == "ltr"


def test_blank_text_is_nothing() -> None:
    assert optional_run(" ", "en") is None
    assert not run("", "en")
