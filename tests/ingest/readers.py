"""What the tests of importers read with."""

from __future__ import annotations

from itertools import count
from typing import Any

from editor.ingest.importer import ReadOptions


def options(**fields: Any) -> ReadOptions:  # noqa: ANN401 - any field of the options
    """Return options that make the ids new-1, new-2..."""
    numbers = count(1)
    return ReadOptions(new_id=lambda: f"new-{next(numbers)}", **fields)
