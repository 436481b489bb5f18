"""A text changed after its sign-off is unsigned, until it is signed again or put back."""

from __future__ import annotations

from dataclasses import replace

from editor.domain.signing import sign_off
from tests.builders import NOON
from tests.checks.looks import GOOD, found, looking


def test_only_words_changed_after_a_signature_are_said() -> None:
    signed = sign_off(GOOD, "Fatma Said", NOON).on(GOOD)
    assert not found("changed-after-sign-off", looking(article=signed))
    changed = replace(signed, body="Other words.")
    (problem,) = found("changed-after-sign-off", looking(article=changed))
    assert "Fatma Said" in str(problem.message)
    assert problem.field == "reviewed_by"
    again = sign_off(changed, "Juma", NOON).on(changed)
    assert not found("changed-after-sign-off", looking(article=again))
