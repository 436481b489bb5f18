"""The kept versions of an article: what differs between two of them, and which a rule would let go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.domain.article import Article
from editor.domain.difference import Stretch, compare
from editor.domain.version import VersionHead, thinned
from editor.domain.version_fields import FieldGroup, differing
from editor.i18n.word_pieces import word_pieces
from editor.storage import articles, versions

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.core.jobs import JobContext
    from editor.services.newsroom import Newsroom
    from editor.storage.database import Database

Said = Callable[[FieldGroup, Article], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDifference:
    """What differs in one group of fields: in words, as stretches in reading order."""

    group: FieldGroup
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thinning:
    """What the newsroom's rule would let go: ids of versions by article. Nothing is gone until `History.thin_out`."""

    by_article: Mapping[str, frozenset[str]]
    kept: int

    @property
    def count(self) -> int:
        """Return how many versions would go."""
        return sum(len(ids) for ids in self.by_article.values())


class History:
    """Made by the composition root. Reads on every thread; `thin_out` writes, on the main thread alone."""

    def __init__(self, database: Database, newsroom: Newsroom, clock: Clock) -> None:
        self._database = database
        self._newsroom = newsroom
        self._clock = clock

    def heads(self, article_id: str) -> list[VersionHead]:
        """Return the kept versions of an article, newest first."""
        with self._database.reading() as connection:
            return versions.heads(connection, article_id)

    def differences(
        self, before: Article, after: Article, said: Said, context: JobContext
    ) -> tuple[GroupDifference, ...]:
        """Return what differs between two states of an article, by group; `said` puts one group into words.

        50,000 words take about a second: on a thread. Stops between the groups when it is asked to.
        """
        found: list[GroupDifference] = []
        for group in differing(before, after):
            context.check()
            pieces = [word_pieces(said(group, article), article.language) for article in (before, after)]
            context.check()
            found.append(GroupDifference(group=group, stretches=compare(*pieces)))
        return tuple(found)

    def thinning(self, context: JobContext) -> Thinning:
        """Return what the newsroom's rule would let go now."""
        rule, now = self._newsroom.settings.version_rule, self._clock.now()
        leaving: dict[str, frozenset[str]] = {}
        count = 0
        with self._database.reading() as connection:
            for article_id in articles.all_ids(connection):
                context.check()
                heads = versions.heads(connection, article_id)
                count += len(heads)
                if gone := thinned(heads, rule, now):
                    leaving[article_id] = gone
        return Thinning(by_article=leaving, kept=count - sum(len(ids) for ids in leaving.values()))

    def thin_out(self, thinning: Thinning) -> None:
        """Let go what `thinning` names, in one transaction; raises `Fault`, and nothing is gone then."""
        with self._database.writing() as transaction:
            for article_id, version_ids in thinning.by_article.items():
                transaction.let_go(article_id, version_ids)
