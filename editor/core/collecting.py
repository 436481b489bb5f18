"""Lets Python's garbage collector rest while very many values are made at once, none of them garbage."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def collector_resting() -> Iterator[None]:
    """Keep the collector from going through every value again and again while the body makes more of them.

    Whatever order the bodies of several threads end in, the collector works again once the last has.
    """
    worked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if worked:
            gc.enable()
