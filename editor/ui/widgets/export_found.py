"""What is to check before an export, found once for all that may go out and told for what is chosen of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from editor.core.jobs import JobContext
from editor.domain.article import Article, ArticleHead, Status
from editor.domain.problem import Problem
from editor.domain.query import ArticleQuery
from editor.ui.widgets.export_choices import Chosen

if TYPE_CHECKING:
    from editor.services.checking import Checking
    from editor.services.publishing import Publishing
    from editor.services.reading import Reading


@dataclass(frozen=True, slots=True)
class ExportFound:
    """The problems of what is published and of the open article, blocking ones first, and the hours others wait for.

    `headlines` and `sets`, the translation sets, are of the articles that may go out, by their ids.
    """

    problems: tuple[Problem, ...] = ()
    headlines: Mapping[str, str] = field(default_factory=dict)
    sets: Mapping[str, str] = field(default_factory=dict)
    published: frozenset[str] = frozenset()
    waiting: tuple[datetime, ...] = ()

    def of(self, chosen: Chosen) -> tuple[Problem, ...]:
        """Return the problems of what is chosen, and those of the newsroom itself.

        Of one article alone: its own and those of its published translations, which go out with it.
        """
        if chosen.only:
            alone = self.sets.get(chosen.only, chosen.only)
            out = {one for one, name in self.sets.items() if name == alone and one in self.published} | {chosen.only}
        else:
            out = {*self.published, chosen.article}
        return tuple(problem for problem in self.problems if not problem.article or problem.article in out)


def look_over(
    checking: Checking, articles: Reading, publishing: Publishing, opened: Article | None, context: JobContext
) -> ExportFound:
    """Return what is to check of all that may go out: what is published, and the article that is open."""
    context.check()
    heads = articles.heads(ArticleQuery(statuses=(Status.PUBLISHED,)))
    published = frozenset(head.id for head in heads)
    may: list[Article | ArticleHead] = [*heads]
    if opened is not None and opened.id not in published:
        may.append(opened)
    headlines = {one.id: one.headline for one in may}
    found = [problem for problem in checking.problems() if not problem.article or problem.article in headlines]
    found.sort(key=lambda problem: not problem.blocks)
    sets = {one.id: one.translation_set for one in may}
    return ExportFound(tuple(found), headlines, sets, published, tuple(publishing.waiting()))
