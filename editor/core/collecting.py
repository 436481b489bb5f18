"""Lets Python's garbage collector rest while very many values are made at once, none of them garbage."""

from __future__ import annotations

import contextlib
import gc
import threading
from collections.abc import Iterator

_guard = threading.Lock()
_resting: list[bool] = []  # for each body under way whether the collector is to work once the last has ended


def keep_all() -> None:
    """Take all there is now for lasting: the collector goes through it no more, until `keep_none`.

    A window holds 100,000 things that stay as long as it; looking through them takes 50 ms, in the middle of a word.
    """
    gc.collect()
    gc.freeze()


def keep_none() -> None:
    """Let the collector look at everything again: a window was closed."""
    gc.unfreeze()


@contextlib.contextmanager
def collector_resting() -> Iterator[None]:
    """Keep the collector from going through every value again and again while the body makes more of them.

    Whatever order the bodies of several threads end in, the collector works again once the last has.
    """
    with _guard:
        _resting.append(_resting[-1] if _resting else gc.isenabled())
        gc.disable()
    try:
        yield
    finally:
        with _guard:
            if _resting.pop() and not _resting:
                gc.enable()
