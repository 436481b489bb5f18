"""The newsroom has its public address: without it pages can name neither themselves nor one another."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.problem import Problem
from editor.domain.settings import NO_ADDRESS

ID = "base-address"
TITLE = say("The newsroom has a public address")
ADVICE = say("Type it into Newsroom settings.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem when the settings hold no address of the site."""
    if looking.article is None and not looking.settings.base_url.strip():
        yield Problem(check=ID, message=NO_ADDRESS, field="base_url")
