"""Sentences that wait for their language."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.core.messages import Languages, Message, nsay, say


def test_places_are_filled() -> None:
    assert str(say("{n} articles in {place}", n=3, place="Nara")) == "3 articles in Nara"


def test_the_text_is_translated_before_its_places_are_filled() -> None:
    message = say("{n} articles", n=3)
    assert message.in_words(lambda asked: {"{n} articles": "makala {n}"}[asked.text]) == "makala 3"


def test_a_sentence_inside_a_sentence_is_translated_too() -> None:
    message = say("{what} failed", what=say("Export"))
    words = {"{what} failed": "{what} haikufaulu", "Export": "Kutoa"}
    assert message.in_words(lambda asked: words[asked.text]) == "Kutoa haikufaulu"


def test_a_count_is_said_in_the_form_of_its_number() -> None:
    assert str(nsay("{n} article is in.", "{n} articles are in.", 1)) == "1 article is in."
    assert str(nsay("{n} article is in.", "{n} articles are in.", 0)) == "0 articles are in."
    assert str(say("{what} {who}", what=nsay("{n} file", "{n} files", 2), who="Asha")) == "2 files Asha"


def test_a_count_has_its_form_in_the_language_asked_for() -> None:
    message = nsay("{n} file of {name}", "{n} files of {name}", 3, name="Asha")

    def translate(asked: Message) -> str:
        assert (asked.text, asked.many, asked.values["n"]) == ("{n} file of {name}", "{n} files of {name}", 3)
        return "ملفات {n}: {name}"

    assert message.in_words(translate) == "ملفات 3: Asha"


def test_nothing_to_say_is_false_and_never_translated() -> None:
    assert not Message()
    assert Message().in_words(lambda text: f"<{text}>") == ""


def test_braces_of_a_text_without_places_stay() -> None:
    assert str(say("a {literal} brace")) == "a {literal} brace"


@given(st.text())
def test_a_value_is_never_read_as_a_place(value: str) -> None:
    assert str(say("<{x}>", x=value)) == f"<{value}>"


def test_equal_sentences_are_equal() -> None:
    assert say("a {x}", x=1) == say("a {x}", x=1) != say("a {x}", x=2)


def test_a_language_is_called_as_whoever_shows_the_message_calls_it() -> None:
    message = say("Nothing in {languages}.", languages=Languages(("sw", "ar")))
    assert str(message) == "Nothing in sw, ar."
    inner = say("So: {what}", what=message)
    names = {"sw": "Swahili", "ar": "Arabic"}
    said = inner.in_words(lambda one: one.text, name=lambda some: " and ".join(names[tag] for tag in some.tags))
    assert said == "So: Nothing in Swahili and Arabic."
