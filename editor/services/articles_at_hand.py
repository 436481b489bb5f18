"""All articles of a newsroom as a mapping that reads those alone that somebody looks at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.domain.article import Article


class ArticlesAtHand(Mapping[str, "Article"]):
    """The articles `ids`; `held` are those that were read before, and those that are read go there; `more` are others.

    Made for one moment of the newsroom and one thread: what `read` returns must be of that moment.
    """

    def __init__(
        self,
        ids: Collection[str],
        held: dict[str, Article],
        read: Callable[[Collection[str]], list[Article]],
        more: Mapping[str, Article] | None = None,
    ) -> None:
        self.held = held
        self._ids = ids
        self._read = read
        self._more = {} if more is None else more

    def ahead(self, ids: Iterable[str]) -> None:
        """Read those of the articles `ids` that are not held yet: many at once are read sooner than one by one."""
        if wanted := [one for one in ids if not self._has(one) and one in self._ids]:
            self.held.update((article.id, article) for article in self._read(wanted))

    def _has(self, article_id: str) -> bool:
        return article_id in self.held or article_id in self._more

    def __getitem__(self, article_id: str) -> Article:
        """Return the article, reading it where it is not held; `KeyError` for one that is not there."""
        found = self.held.get(article_id) or self._more.get(article_id)
        if found is None:
            if article_id not in self._ids:
                raise KeyError(article_id)
            self.ahead((article_id,))
            found = self.held[article_id]
        return found

    def __iter__(self) -> Iterator[str]:
        """Yield the ids, in one order always; whoever asks for all of them reads all articles at once."""
        self.ahead(self._ids)
        return iter(sorted(self._ids))

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self._ids)
