"""Every rule can be told to a person, and what stops an export is named."""

from __future__ import annotations

from dataclasses import replace

from editor.core.messages import say
from editor.domain.check_choices import Accepted, CheckChoices, Level, fingerprint
from editor.domain.problem import Problem
from editor.services.judging import HeldBackError, judged, rules, stopping
from tests.builders import NOON

PROBLEM = Problem(check="links", message=say("Gone."), article="1", field="links")


def test_every_rule_says_what_to_do() -> None:
    assert [rule.id for rule in rules() if rule.is_fixed] == ["image-file"]
    assert all(rule.title and rule.advice for rule in rules())


def test_what_stops_an_export_comes_first_and_what_is_accepted_last() -> None:
    worse, off = replace(PROBLEM, check="headline"), replace(PROBLEM, check="sign-off")
    mine = Accepted(check="links", article="1", fingerprint=fingerprint(PROBLEM), reason="r", by="b", at=NOON)
    other = replace(PROBLEM, message=say("Late."))
    choices = CheckChoices(levels={"headline": Level.BLOCK, "sign-off": Level.OFF}, accepted=(mine,))
    found = judged([PROBLEM, off, other, worse], choices)
    assert [(one.check, one.blocks, one.accepted) for one in found] == [
        ("headline", True, None),
        ("links", False, None),
        ("links", False, mine),
    ]
    assert stopping(choices) == {"headline"}
    assert stopping(CheckChoices()) == frozenset()
    assert not any(rule.usual is Level.BLOCK and not rule.is_fixed for rule in rules()), "none stops exports by itself"


def test_who_is_held_back_is_told_how_many_and_where() -> None:
    assert str(HeldBackError([PROBLEM])).startswith("1 problem stops this export. Put it right")
    assert "2 problems stop" in str(HeldBackError([PROBLEM, PROBLEM]))
