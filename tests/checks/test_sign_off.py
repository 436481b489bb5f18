"""AI-generated articles need a person who answers for them; others do not."""

from __future__ import annotations

from dataclasses import replace

from editor.domain.authorship import Authorship
from tests.checks.looks import GOOD, found, looking


def test_only_what_ai_wrote_and_nobody_read_is_said() -> None:
    written = replace(GOOD, authorship=Authorship.AI_GENERATED)
    assert found("sign-off", looking(article=written))
    assert not found("sign-off", looking(article=replace(written, reviewed_by="Fatma Said")))
    assert not found("sign-off", looking(article=replace(GOOD, authorship=Authorship.AI_ASSISTED)))
