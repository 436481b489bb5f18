"""Small dictionaries for tests, written as a person gets them."""

from __future__ import annotations

import zipfile
from pathlib import Path


def a_dictionary(folder: Path, name: str, words: str, *, encoding: str = "UTF-8", rules: str = "") -> Path:
    """Write `name`.aff and `name`.dic in `encoding` and return the path of the .dic file."""
    folder.mkdir(parents=True, exist_ok=True)
    python = {"ISO8859-1": "latin-1", "microsoft-cp1251": "cp1251"}.get(encoding, encoding)
    (folder / f"{name}.aff").write_bytes(f"SET {encoding}\n{rules}".encode(python))
    listed = words.split()
    (folder / f"{name}.dic").write_bytes("\n".join((str(len(listed)), *listed, "")).encode(python))
    return folder / f"{name}.dic"


def an_archive(path: Path, *dictionaries: Path, inside: str = "dictionaries/") -> Path:
    """Write an archive that holds these dictionaries and something else."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("description.xml", "<x/>")
        for words in dictionaries:
            for one in (words, words.with_suffix(".aff")):
                archive.write(one, f"{inside}{one.name}")
    return path
