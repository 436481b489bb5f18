"""Waves come under misspelled words in sight, stay while typing goes on, and never cost a look at the whole text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from editor.ui.speller import Speller
from editor.ui.widgets.field_spelling import FieldSpelling
from editor.ui.widgets.highlighter import is_waved
from editor.ui.widgets.markdown_edit import MarkdownEdit
from editor.ui.widgets.writing_field import WritingField
from tests.ui.panel_host import until
from tests.ui.spelling_by_ending import judge_by_ending


@pytest.fixture
def speller(qapp: QApplication) -> Iterator[Speller]:
    owner = QObject(qapp)
    made = Speller(owner, judge_by_ending)
    yield made
    made.close()
    owner.deleteLater()


def _shown(field: WritingField, speller: Speller, qtbot: QtBot | None, text: str) -> FieldSpelling:
    if qtbot is not None:
        qtbot.addWidget(field)
    made = FieldSpelling(field, speller)
    speller.judged.connect(made.look_again)
    field.resize(600, 200)
    field.show_text(text)
    field.show()
    field.setFocus()
    made.show("en", "one")
    return made


def _waved(field: WritingField) -> list[str]:
    found: list[str] = []
    block = field.document().begin()
    while block.isValid():
        text = block.text().encode("utf-16-le")
        spans = [(span.start, span.length) for span in block.layout().formats() if is_waved(span.format)]
        found += [text[2 * start : 2 * (start + length)].decode("utf-16-le") for start, length in spans]
        block = block.next()
    return found


def test_misspelled_words_get_a_wave_in_markdown_and_in_plain_fields(speller: Speller, qtbot: QtBot) -> None:
    body, line = MarkdownEdit("body"), WritingField("line")
    prose = "good badx\n\n**boldx** `codex` [linkx](https://addressx)\n\n"
    _shown(body, speller, qtbot, f"{prose}```\nfencedx\n```\n\n    indentedx\n\n😀 tailx")
    _shown(line, speller, qtbot, "headx line")
    until(qtbot, lambda: len(_waved(body)) == 4 and len(_waved(line)) == 1, timeout=20_000)
    assert _waved(body) == ["badx", "boldx", "linkx", "tailx"]
    assert _waved(line) == ["headx"]


def test_waves_are_no_typing_and_no_step_of_undo(speller: Speller, qtbot: QtBot) -> None:
    body = MarkdownEdit("body")
    with qtbot.assertNotEmitted(body.typed):
        _shown(body, speller, qtbot, "badx here")
        until(qtbot, lambda: _waved(body) == ["badx"], timeout=20_000)
    assert not body.document().isUndoAvailable()
    assert body.text() == "badx here"


def test_waves_stay_while_typing_goes_on_and_the_word_being_typed_has_none(speller: Speller, qtbot: QtBot) -> None:
    body = MarkdownEdit("body")
    _shown(body, speller, qtbot, "badx ")
    until(qtbot, lambda: _waved(body) == ["badx"], timeout=20_000)
    body.put_cursor(None)
    for letter in "newx":
        QTest.keyClicks(body, letter)
        assert _waved(body) == ["badx"]
    until(qtbot, lambda: speller.knows("en", "newx"), timeout=20_000)
    qtbot.wait(200)
    assert _waved(body) == ["badx"]
    QTest.keyClicks(body, " ")
    assert _waved(body) == ["badx", "newx"]


def test_a_word_is_judged_when_the_cursor_leaves_it(speller: Speller, qtbot: QtBot) -> None:
    body = MarkdownEdit("body")
    _shown(body, speller, qtbot, "")
    QTest.keyClicks(body, "badx")
    qtbot.wait(200)
    assert _waved(body) == []
    QTest.keyClick(body, Qt.Key.Key_Home)
    until(qtbot, lambda: _waved(body) == ["badx"], timeout=20_000)


def test_pitfall_25_only_what_is_in_sight_is_asked_for(speller: Speller, qtbot: QtBot) -> None:
    body = MarkdownEdit("body")
    page = QScrollArea()
    page.setWidgetResizable(True)
    page.setWidget(body)
    page.resize(600, 300)
    page.show()
    qtbot.addWidget(page)
    _shown(body, speller, None, "\n".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(600)))
    until(qtbot, lambda: speller.is_asking)
    until(qtbot, lambda: not speller.is_asking, timeout=20_000)
    assert speller.knows("en", "wordaa")
    assert not speller.knows("en", "wordzw")


def test_another_language_or_none_takes_the_waves_away(speller: Speller, qtbot: QtBot) -> None:
    body = MarkdownEdit("body")
    spelling = _shown(body, speller, qtbot, "badx")
    until(qtbot, lambda: _waved(body) == ["badx"], timeout=20_000)
    spelling.show("", "one")
    until(qtbot, lambda: _waved(body) == [])


def test_accepted_and_ignored_words_lose_their_wave(speller: Speller, qtbot: QtBot) -> None:
    body = MarkdownEdit("body")
    _shown(body, speller, qtbot, "onex twox")
    until(qtbot, lambda: len(_waved(body)) == 2, timeout=20_000)
    speller.accept("en", frozenset({"onex"}))
    until(qtbot, lambda: _waved(body) == ["twox"])
    speller.ignore("one", frozenset({"twox"}))
    until(qtbot, lambda: _waved(body) == [])
    speller.ignore("one", frozenset())
    until(qtbot, lambda: _waved(body) == ["twox"])


def test_the_next_misspelled_word_is_found_past_what_is_in_sight(speller: Speller, qtbot: QtBot) -> None:
    body = MarkdownEdit("body")
    spelling = _shown(body, speller, qtbot, "good\n" * 500 + "and badx here")
    at = 0
    found = None
    for _ in range(20):
        found, at = spelling.next_misspelled(at)
        if found is not None or at < 0:
            break
        until(qtbot, lambda: not speller.is_asking, timeout=20_000)
    assert found is not None
    assert found.selectedText() == "badx"
    assert spelling.next_misspelled(at) == (None, -1)


def test_a_dictionary_that_ends_its_process_checks_nothing_and_harms_nothing(speller: Speller, qtbot: QtBot) -> None:
    body = MarkdownEdit("body")
    _shown(body, speller, qtbot, "deadlyqx word")
    until(qtbot, lambda: speller.knows("en", "word"), timeout=20_000)
    assert _waved(body) == []
    body.show_text("otherx")
    until(qtbot, lambda: _waved(body) == ["otherx"], timeout=20_000)


def test_two_views_of_one_text_both_have_their_waves_in_sight(speller: Speller, qtbot: QtBot) -> None:
    first = MarkdownEdit("body")
    made = _shown(first, speller, qtbot, "badx\n" * 20 + "good\n" * 500 + "endx")
    second = MarkdownEdit("body", over=first)
    qtbot.addWidget(second)
    made.add(second)
    second.resize(600, 200)
    second.show()
    second.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    second.verticalScrollBar().setValue(10**6)
    second.setFocus()
    second.put_cursor(0)
    made.look_again()
    until(qtbot, lambda: "badx" in _waved(first), timeout=20_000)
    QTest.keyClicks(second, "newx ")
    until(qtbot, lambda: "newx" in _waved(first), timeout=20_000)
    assert _waved(second) == _waved(first)
    assert made.field is second


def test_letters_typed_into_a_paragraph_of_waves_leave_each_where_its_word_is(speller: Speller, qtbot: QtBot) -> None:
    body = MarkdownEdit("body")
    spelling = _shown(body, speller, qtbot, "badx one two wrongx three lastx")
    until(qtbot, lambda: _waved(body) == ["badx", "wrongx", "lastx"], timeout=20_000)
    body.put_cursor(len("badx one"))
    for key, waves in (
        ("s", ["badx", "wrongx", "lastx"]),
        ("x", ["badx", "wrongx", "lastx"]),
        (" ", ["badx", "wrongx", "lastx"]),
        ("a", ["badx", "wrongx", "lastx"]),
    ):
        QTest.keyClicks(body, key)
        assert _waved(body) == waves
    body.put_cursor(len("badx onesx a two wrong"))
    QTest.keyClicks(body, "er")
    assert _waved(body) == ["badx", "lastx"]  # the word that is written in has none
    body.undo()
    spelling.refresh()
    assert _waved(body) == ["badx", "wrongx", "lastx"]


def test_a_word_that_is_ended_without_a_pause_is_judged_in_the_next_one(speller: Speller, qtbot: QtBot) -> None:
    body = MarkdownEdit("body")
    _shown(body, speller, qtbot, "badx one ")
    until(qtbot, lambda: _waved(body) == ["badx"], timeout=20_000)
    body.put_cursor(None)
    QTest.keyClicks(body, "badx ")
    assert _waved(body) == ["badx"]  # a paragraph is not judged anew at each space
    until(qtbot, lambda: _waved(body) == ["badx", "badx"], timeout=20_000)
