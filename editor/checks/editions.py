"""There is an edition to publish in."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.problem import Problem

ID = "editions"
TITLE = say("The newsroom has an edition")
ADVICE = say("Add one in Newsroom settings: the language of its readers is enough.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem when the settings hold no edition."""
    if looking.article is None and not looking.settings.editions:
        yield Problem(
            check=ID,
            message=say("The newsroom has no edition yet, so nothing can be exported."),
            field="editions",
        )
