"""What the window knows of words: asked once, accepted, ignored, forgotten."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui.speller import Speller
from editor.ui.spelling_worker import SuggestionsMade
from tests.ui.panel_host import until
from tests.ui.spelling_by_ending import judge_by_ending


@pytest.fixture
def speller(qapp: QApplication) -> Iterator[Speller]:
    owner = QObject(qapp)
    made = Speller(owner, judge_by_ending)
    yield made
    made.close()
    owner.deleteLater()


def test_words_are_judged_once(qtbot: QtBot, speller: Speller) -> None:
    assert speller.ask("en", ["good", "badx"])
    assert speller.verdict("en", "badx") is None
    until(qtbot, lambda: not speller.is_asking, timeout=20_000)
    assert (speller.verdict("en", "good"), speller.verdict("en", "badx")) == (True, False)
    assert not speller.ask("en", ["good", "badx"])
    assert speller.verdict("sw", "badx") is None


def test_a_word_may_be_accepted_or_ignored(qtbot: QtBot, speller: Speller) -> None:
    speller.ask("en", ["Onex", "twox"])
    until(qtbot, lambda: not speller.is_asking, timeout=20_000)
    speller.accept("en", frozenset({"onex"}))
    speller.ignore("a1", frozenset({"twox"}))
    assert speller.verdict("en", "Onex", "a1") is True
    assert speller.verdict("en", "twox", "a1") is True
    assert speller.verdict("en", "twox", "a2") is False


def test_after_a_change_of_dictionaries_everything_is_judged_anew(qtbot: QtBot, speller: Speller) -> None:
    speller.ask("en", ["good"])
    until(qtbot, lambda: not speller.is_asking, timeout=20_000)
    speller.forget()
    assert not speller.knows("en", "good")
    assert speller.ask("en", ["good"])


def test_suggestions_come_by_signal_even_from_a_process_that_dies(qtbot: QtBot, speller: Speller) -> None:
    made: list[SuggestionsMade] = []
    speller.suggested.connect(made.append)
    speller.suggest("en", "badx")
    until(qtbot, lambda: bool(made), timeout=20_000)
    assert made[0].suggestions == ("bady",)
    speller.ask("en", ["deadlyqx"])
    until(qtbot, lambda: not speller.is_asking, timeout=20_000)
    assert speller.verdict("en", "deadlyqx") is None
