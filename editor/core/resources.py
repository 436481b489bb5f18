"""Finds `resources/`: in a checkout, an editable install, a wheel and a frozen folder alike."""

from __future__ import annotations

import sys
from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def resources_root() -> Path:
    """Return the folder that holds `templates`, `locale`, `house-styles`, `themes`, `icons` and `sample`.

    Looks, in this order: inside a frozen folder, inside the installed package, beside the package in a checkout.
    Raises `FileNotFoundError` when the installation is incomplete.
    """
    package = Path(str(files("editor")))
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen) / "resources"] if frozen else []
    candidates += [package / "resources", package.parent / "resources"]
    for folder in candidates:
        if (folder / "templates").is_dir():
            return folder
    raise FileNotFoundError(f"Makala's resources are missing; looked in {', '.join(map(str, candidates))}")
