"""A dictionary for what was made last: it holds so much, and lets go of all of it when that is reached."""

from __future__ import annotations

from typing import TypeVar

from typing_extensions import override

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(dict[Key, Value]):
    """What is made again when it is asked for later: letting go of all at once costs less than knowing the oldest.

    Another process gets it empty.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    @override
    def __setitem__(self, key: Key, value: Value) -> None:
        if len(self) >= self._most and key not in self:
            self.clear()
        super().__setitem__(key, value)

    @override
    def __reduce__(self) -> tuple[type[Recent[Key, Value]], tuple[int]]:
        return type(self), (self._most,)
