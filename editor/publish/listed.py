"""Articles in an order of their own, each looked up when it is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import overload

from editor.domain.article import Article


class Listed(Sequence[Article]):
    """The articles called `ids`, in that order. Who counts or skips articles needs none of them read."""

    def __init__(self, ids: Sequence[str], articles: Mapping[str, Article]) -> None:
        self.ids = ids
        self._articles = articles

    @overload
    def __getitem__(self, place: int) -> Article: ...

    @overload
    def __getitem__(self, place: slice) -> Listed: ...

    def __getitem__(self, place: int | slice) -> Article | Listed:
        """Return the article at `place`, or those of a slice."""
        if isinstance(place, slice):
            return Listed(self.ids[place], self._articles)
        return self._articles[self.ids[place]]

    def __iter__(self) -> Iterator[Article]:
        """Yield the articles in order."""
        return map(self._articles.__getitem__, self.ids)

    def __len__(self) -> int:
        """Return how many they are."""
        return len(self.ids)

    def __eq__(self, other: object) -> bool:
        """Say whether these are the same articles in the same order as another sequence's."""
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]
