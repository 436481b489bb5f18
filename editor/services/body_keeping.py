"""Renders the bodies of saved articles ahead of their export, which then finds them made."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.core.processes import Crew
from editor.domain.ai_ranges import AiRanges

if TYPE_CHECKING:
    from editor.services.reading import Reading
    from editor.storage.kept_bodies import KeptBodies

_AT_ONCE = 100
_ALONE_UP_TO = 500  # so many are rendered sooner than a second process is there

Part = tuple[str, AiRanges]


def keep_bodies(articles: Reading, kept: KeptBodies, context: JobContext) -> int:
    """Render what `kept` lacks of the bodies of all `articles`, in their first form of headings; return how many.

    What is of no more use is let go of once there is much of it.
    """
    from editor.publish.bodies import body_key

    context.report(0.0, say("Rendering what was saved"))
    parts: dict[str, Part] = {}
    for article in articles.all():
        if article.body.strip():
            parts[body_key(article.body, 2, article.ai_ranges)] = (article.body, article.ai_ranges)
    missing = kept.missing(parts.keys())
    wanted = [parts[key] for key in sorted(missing)]
    portions = [wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE)]
    crew = Crew(partial(_keep_some, kept), min(2, os.cpu_count() or 1), may_fork=True)
    if len(wanted) <= _ALONE_UP_TO:
        for portion in portions:
            context.check()
            _keep_some(kept, portion)
    else:
        for done, _ in enumerate(crew.each(portions, context.check), 1):
            context.report(done / len(portions), say("Rendering what was saved"))
    kept.drop_others(parts.keys())
    return len(wanted)


def _keep_some(kept: KeptBodies, parts: Sequence[Part]) -> int:
    """Render some bodies and keep them: what a process is asked to do."""
    from editor.publish.bodies import Bodies

    bodies = Bodies(0, kept)
    for markdown, ai_ranges in parts:
        bodies.render(markdown, ai_ranges=ai_ranges)
    bodies.save()
    return len(parts)
