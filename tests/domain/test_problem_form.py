"""Problems come back from plain values as they were, sentences in sentences too."""

from __future__ import annotations

import json

from editor.core.messages import Languages, nsay, say
from editor.domain.check_choices import fingerprint
from editor.domain.problem import Problem
from editor.domain.problem_form import problem_from_plain, problem_to_plain


def test_a_problem_comes_back_and_is_the_same_one() -> None:
    for message, hint in (
        (say("Gone."), say("")),
        (nsay("{n} link in {what}", "{n} links in {what}", 3, what=say("“{name}”", name="x")), say("Mend {n}.", n=1)),
        (say("None in {languages}.", languages=Languages(("sw", "ar"))), say("")),
    ):
        problem = Problem(check="links", message=message, article="1", field="body", line=4, image="i", hint=hint)
        again = problem_from_plain(json.loads(json.dumps(problem_to_plain(problem))))
        assert again == problem
        assert fingerprint(again) == fingerprint(problem)
