"""Which articles are open: the order of their tabs, the order of their last use, and the way back through them.

Knows ids alone, no Qt and no text.
"""

from __future__ import annotations

from collections.abc import Iterable

HISTORY = 100


class OpenArticles:
    """The open articles of one window. `order` is that of the tabs; `current` is the one shown, "" for none.

    An article that is only looked at is `passing`: the next one takes its tab, so that going through a list does not
    open a tab a line. `keep` makes it stay.
    """

    def __init__(self) -> None:
        self.order: list[str] = []
        self.current = ""
        self.passing = ""
        self._used: list[str] = []  # the last used comes first
        self._walk: list[str] = []  # the same while a person walks through it, unchanged until the walk ends
        self._way: list[str] = []
        self._at = -1
        self._closed: list[tuple[str, int]] = []
        self._lost: set[str] = set()  # closed because they went to the trash: back from it, they stay as before

    @property
    def lasting(self) -> tuple[str, ...]:
        """Return the open articles that stay, in the order of their tabs."""
        return tuple(one for one in self.order if one != self.passing)

    @property
    def used(self) -> tuple[str, ...]:
        """Return the open articles, the last used first."""
        return tuple(self._used)

    def restore(self, article_ids: Iterable[str]) -> None:
        """Open these without showing any."""
        self.order = list(dict.fromkeys([*self.order, *article_ids]))
        self._used += [one for one in self.order if one not in self._used]

    def show(self, article_id: str) -> None:
        """Note that this article is shown now; "" that none is."""
        self.current = article_id
        if not article_id:
            return
        if article_id not in self.order:
            self._make_room_for(article_id)
        if article_id not in self._walk:
            self.end_walk()
            self._use(article_id)
        if self._at < 0 or self._way[self._at] != article_id:
            self._way = [*self._way[: self._at + 1], article_id][-HISTORY:]
            self._at = len(self._way) - 1

    def keep(self, article_id: str) -> bool:
        """Let the article stay open; return whether it was only passing until now."""
        was_passing = bool(article_id) and article_id == self.passing
        if was_passing:
            self.passing = ""
        return was_passing

    def close(self, article_id: str) -> str:
        """Close the tab of this article; return the id of the one to show instead: the last used, "" for none."""
        if article_id in self.order:
            self._closed = [*(one for one in self._closed if one[0] != article_id)][-HISTORY:]
            self._closed.append((article_id, self.order.index(article_id)))
            self.order.remove(article_id)
            self._used.remove(article_id)
        self.keep(article_id)
        self.end_walk()
        if self.current != article_id:
            return self.current
        return self._used[0] if self._used else ""

    def forget(self, article_id: str) -> str:
        """Close it as `close` does, and never come by it on the way back: it lies in the trash."""
        if article_id in self.lasting:
            self._lost.add(article_id)
        instead = self.close(article_id)
        before = self._way[: self._at + 1]
        self._at -= before.count(article_id)
        self._way = [one for one in self._way if one != article_id]
        self._at = min(self._at, len(self._way) - 1)
        return instead

    def last_closed(self) -> str:
        """Return the article whose tab was closed last and is not open again, or ""."""
        return next((one for one, _place in reversed(self._closed) if one not in self.order), "")

    def move(self, article_id: str, place: int) -> None:
        """Put the article's tab at this place of the order."""
        self.order.remove(article_id)
        self.order.insert(place, article_id)

    def beside(self, step: int) -> str:
        """Return the article so many tabs on, round and round; "" without any."""
        if not self.order:
            return ""
        at = self.order.index(self.current) if self.current in self.order else -1 if step > 0 else 0
        return self.order[(at + step) % len(self.order)]

    def walk(self, step: int) -> str:
        """Return the article used before the current one, and on further calls those before it, until `end_walk`."""
        self._walk = self._walk or list(self._used)
        if not self._walk:
            return ""
        at = self._walk.index(self.current) if self.current in self._walk else -1 if step > 0 else 0
        return self._walk[(at + step) % len(self._walk)]

    def end_walk(self) -> None:
        """Stay where the walk led: this is the last used now."""
        if self._walk:
            self._walk = []
            if self.current in self._used:
                self._use(self.current)

    def step(self, step: int) -> str:
        """Go back (-1) or forward (1) through what was shown; return the id, or "" where there is nothing."""
        at = self._at + step
        while 0 <= at < len(self._way) and self._way[at] == self.current:
            at += step
        if not 0 <= at < len(self._way):
            return ""
        self._at = at
        return self._way[at]

    def _make_room_for(self, article_id: str) -> None:
        place = next((place for one, place in reversed(self._closed) if one == article_id), None)
        self._closed = [one for one in self._closed if one[0] != article_id]
        if article_id in self._lost:
            self._lost.remove(article_id)
            self.order.insert(len(self.order) if place is None else place, article_id)
            return
        if self.passing in self.order:
            at = self.order.index(self.passing)
            self._used.remove(self.passing)
            self.order[at] = article_id
        else:
            self.order.insert(len(self.order) if place is None else place, article_id)
        self.passing = article_id

    def _use(self, article_id: str) -> None:
        self._used = [article_id, *(one for one in self._used if one != article_id)]
