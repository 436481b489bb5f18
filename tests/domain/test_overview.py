"""An overview lists some and counts all."""

from __future__ import annotations

from dataclasses import replace

from editor.core.messages import say
from editor.domain.check_choices import Accepted
from editor.domain.overview import MOST, Wanted, overview
from editor.domain.problem import Problem
from tests.builders import NOON

ONE = Problem(check="links", message=say("Gone."), article="1", field="links")
LET = replace(ONE, accepted=Accepted(check="links", fingerprint="f", reason="r", by="b", at=NOON))


def test_all_is_counted_and_some_is_listed() -> None:
    many = [replace(ONE, check="headline", blocks=True), *[ONE] * MOST, LET]
    seen = overview(many, Wanted())
    assert (len(seen.problems), seen.matching) == (MOST, MOST + 1)
    assert (seen.blocking, seen.open, seen.accepted) == (1, MOST + 1, 1)
    assert seen.checks == {"headline": 1, "links": MOST}


def test_one_rule_or_what_is_accepted_is_listed_alone() -> None:
    many = [replace(ONE, check="headline"), ONE, LET]
    assert overview(many, Wanted(check="links")).problems == (ONE,)
    accepted = overview(many, Wanted(is_accepted=True))
    assert (accepted.problems, accepted.matching, accepted.checks) == ((LET,), 1, {"links": 1})
    assert overview(many, Wanted(check="gone")).matching == 0
