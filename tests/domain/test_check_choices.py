"""What a newsroom accepts stays accepted while it is the same problem, and no longer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.core.errors import UserError
from editor.core.messages import nsay, say
from editor.domain.check_choices import (
    LEVEL_WORDS,
    MOST_WEIGHT,
    Accepted,
    CheckChoices,
    Level,
    check_choices,
    choices_from_plain,
    choices_to_plain,
    fingerprint,
)
from editor.domain.problem import Problem
from tests.builders import NOON

PROBLEM = Problem(check="links", message=say("“{target}” is gone.", target="a"), article="1", field="links")
ONE = Accepted(check="links", article="1", fingerprint=fingerprint(PROBLEM), reason="It comes.", by="Asha", at=NOON)


def test_the_fingerprint_follows_what_is_wrong_and_not_where_it_stands() -> None:
    same = replace(PROBLEM, line=9, blocks=True, hint=say("Mend it."), accepted=ONE)
    assert fingerprint(same) == fingerprint(PROBLEM)
    for other in (
        replace(PROBLEM, message=say("“{target}” is gone.", target="b")),
        replace(PROBLEM, message=say("“{target}” is late.", target="a")),
        replace(PROBLEM, message=nsay("{n} link", "{n} links", 2)),
        replace(PROBLEM, message=say("{what}", what=say("a"))),
        replace(PROBLEM, article="2"),
        replace(PROBLEM, field="body"),
        replace(PROBLEM, image="i"),
    ):
        assert fingerprint(other) != fingerprint(PROBLEM)


def test_a_level_that_is_the_usual_one_is_not_kept() -> None:
    choices = CheckChoices().with_level("links", Level.BLOCK, Level.WARN)
    assert choices.level("links", Level.WARN) is Level.BLOCK
    assert choices.level("other", Level.WARN) is Level.WARN
    assert choices.with_level("links", Level.WARN, Level.WARN) == CheckChoices()


def test_accepting_again_replaces_and_lets_go_of_what_is_there_no_more() -> None:
    gone = replace(ONE, fingerprint="gone")
    there = replace(ONE, fingerprint="there")
    elsewhere = replace(gone, article="2")
    choices = CheckChoices(accepted=(gone, there, elsewhere, ONE))
    again = replace(ONE, reason="Still coming.")
    accepted = choices.accepting(again, {"there", ONE.fingerprint}).accepted
    assert accepted == (there, elsewhere, again)
    assert CheckChoices(accepted=accepted).without(again).accepted == (there, elsewhere)


def test_choices_come_back_from_plain_values() -> None:
    assert choices_to_plain(CheckChoices()) == {}
    choices = CheckChoices(levels={"b": Level.OFF, "a": Level.BLOCK}, accepted=(ONE,), page_weight=90)
    assert choices_from_plain(choices_to_plain(choices)) == choices


def test_no_reason_and_no_weight_are_refused() -> None:
    check_choices(CheckChoices(accepted=(ONE,)))
    for wrong in (
        CheckChoices(accepted=(replace(ONE, reason=" "),)),
        CheckChoices(page_weight=0),
        CheckChoices(page_weight=MOST_WEIGHT + 1),
    ):
        with pytest.raises(UserError):
            check_choices(wrong)


def test_every_level_has_words() -> None:
    assert list(LEVEL_WORDS) == list(Level)
