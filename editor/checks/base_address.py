"""The newsroom has its public address: without it pages can name neither themselves nor one another."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.problem import Problem

ID = "base-address"
TITLE = say("The newsroom has a public address")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem when the settings hold no base address."""
    if looking.article is None and not looking.settings.base_url.strip():
        yield Problem(
            check=ID,
            message=say(
                "The newsroom has no base address, so shared pages show no picture and name no other language."
            ),
            field="base_url",
        )
