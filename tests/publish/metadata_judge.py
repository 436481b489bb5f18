"""The judge of our pictures' metadata that nobody here wrote: exiftool, as a program. Absent, tests are left out."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

# What a camera, a generator or a person left in an original and no reader is to have.
PRIVATE = ("GPS", "Serial", "Comment", "Thumbnail", "Make", "Model", "Software", "Prompt", "parameters", "OwnerName")
_OUR_OWN = frozenset({"XMP-iptcExt:AISystemUsed"})


def described(folder: Path) -> dict[Path, dict[str, Any]]:
    """Return by file what exiftool reads in each picture under `folder`, as `group:tag`."""
    program = shutil.which("exiftool")
    if program is None:
        pytest.skip("exiftool is not installed (Debian: libimage-exiftool-perl)")
    command = [program, "-json", "-G1", "-a", "-u", "-q", "-r", "-charset", "filename=utf8", str(folder)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
    return {Path(one["SourceFile"]): one for one in json.loads(answer.stdout)}


def private_tags(tags: dict[str, Any]) -> list[str]:
    """Return those of `tags` that tell of the original, its camera, its place or its prompt."""
    inside = (tag for tag in tags if not tag.startswith(("File:", "System:", "ExifTool:")))
    return [tag for tag in inside if any(word in tag.partition(":")[2] for word in PRIVATE) and tag not in _OUR_OWN]
