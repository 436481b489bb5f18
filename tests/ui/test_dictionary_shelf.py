"""Spelling is on or off for the whole application."""

from __future__ import annotations

import pytest

from editor.ui.dictionary_shelf import OFF_VARIABLE, DictionaryShelf, shelf


def test_there_is_one() -> None:
    assert shelf() is shelf()


def test_it_tells_of_each_change_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(OFF_VARIABLE)
    made, told = DictionaryShelf(), []
    made.switched.connect(lambda: told.append(made.is_on))
    for is_on in (True, False, False, True):
        made.switch(is_on=is_on)
    assert told == [False, True]


def test_an_environment_may_have_none() -> None:
    assert not DictionaryShelf().is_on
