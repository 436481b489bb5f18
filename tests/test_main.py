from __future__ import annotations

import sys

import pytest

from editor import __main__ as program
from editor.cli import screen
from editor.core.messages import say
from tests.cli.runs import makala


@pytest.mark.parametrize("words", [(), ("open", "desk")])
def test_without_a_screen_the_window_says_why_and_qt_is_not_asked(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "why_no_window", lambda: say("There is no screen."))
    loaded = set(sys.modules)
    ran = makala(*words)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "The window cannot open here.\nThere is no screen.\n"
    assert not {name for name in set(sys.modules) - loaded if name.startswith("PySide6")}


def test_a_script_is_told_in_kind_why_there_is_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "why_no_window", lambda: say("There is no screen."))
    ran = makala("open", "desk", "--json")
    assert (ran.code, ran.form["error"]["kind"]) == (3, "world")


def test_open_without_a_newsroom_is_a_wrong_request() -> None:
    assert makala("open").code == 2


@pytest.mark.parametrize(
    "words", [("--josn", "desk"), ("desk", "other"), ("",), ("--json",), ("--json", "desk", "--unknown")]
)
def test_what_the_window_does_not_know_opens_none(words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "why_no_window", lambda: pytest.fail("it was about to open"))
    ran = makala("open", *words)
    assert ran.code == 2
    assert "makala open --help" in ran.err


def test_the_start_loads_nothing_but_what_it_needs() -> None:
    assert callable(program.main)
    assert not hasattr(program, "run")
