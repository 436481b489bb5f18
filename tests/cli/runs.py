"""Runs the command line as a person or a script would, in this process."""

from __future__ import annotations

import contextlib
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editor.__main__ import main


@dataclass(frozen=True)
class Ran:
    """What a command left: exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    @property
    def form(self) -> dict[str, Any]:
        """Return the one JSON document on stdout."""
        read: dict[str, Any] = json.loads(self.out)
        return read


def makala(*words: str | Path) -> Ran:
    """Run one command."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([str(word) for word in words])
    return Ran(code, out.getvalue(), err.getvalue())
