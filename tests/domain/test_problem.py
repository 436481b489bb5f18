"""What a check finds."""

from __future__ import annotations

from editor.core.messages import say
from editor.domain.problem import Problem


def test_a_problem_warns_unless_it_says_that_it_blocks() -> None:
    assert not Problem(check="alt", message=say("No alt text.")).blocks
