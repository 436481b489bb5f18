"""Which versions of what makes a bundle's bytes are here: another one may make other bytes of the same words.

Read from the names of the folders that installers leave beside a library, which takes a millisecond:
`importlib.metadata` takes a hundred, and some of the libraries are not even loaded where nothing is made anew. A built
application has no such folders; there the version of Makala says it all.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from editor import __version__

# Whatever turns words and dates into HTML on the way to a page.
LIBRARIES = ("babel", "jinja2", "markdown", "markupsafe", "nh3", "tzdata")
_NAME = re.compile(r"(?P<name>[a-z0-9_.]+)-(?P<version>[^-]+)(?:-py[\d.]+)?\.(?:dist|egg)-info")


@cache
def made_by() -> str:
    """Return the version of Makala and of each of the `LIBRARIES`, as text that is the same for the same ones."""
    found = versions_in(sys.path)
    return " ".join((__version__, *(f"{name}-{found.get(name, '')}" for name in LIBRARIES)))


def versions_in(folders: Iterable[str]) -> dict[str, str]:
    """Return the versions of the `LIBRARIES` that are installed in `folders`, the first found of each."""
    found: dict[str, str] = {}
    for folder in folders:
        if len(found) == len(LIBRARIES):
            break
        try:
            names = sorted(path.name for path in Path(folder or ".").iterdir())
        except OSError:
            continue
        for match in filter(None, (_NAME.fullmatch(name.lower()) for name in names)):
            if match["name"] in LIBRARIES:
                found.setdefault(match["name"], match["version"])
    return found
