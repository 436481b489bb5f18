"""Seals on what is kept in a newsroom to be used again, so that nothing is used but what was made here.

A newsroom comes from anywhere: by mail, on a stick, from a shared drive. What it says is looked at wherever it goes;
what was made of it and kept was looked at before, and goes out as it is. Without a seal anybody could put there what
Makala never makes: a script in a page, another picture.
"""

from __future__ import annotations

import contextlib
import os
from functools import lru_cache
from pathlib import Path

from editor.core.files import write_whole
from editor.core.settings_folder import CONFIG_VARIABLE, config_folder

SEAL_BYTES = 16
_FILE = "cache.key"
_SECRET_BYTES = 32


def seal(*parts: str | bytes, secret: bytes = b"") -> bytes:
    """Return what only a holder of `secret`, by default this machine's, can make of just these `parts`.

    The same words as text and as bytes are other parts. BLAKE2b with a key (RFC 7693): 5 µs, 2 ms for a megabyte.
    """
    from hashlib import blake2b  # late: it loads a library of its own, and a window that opens seals nothing

    made = blake2b(key=secret or _secret(os.environ.get(CONFIG_VARIABLE)), digest_size=SEAL_BYTES)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(b"%c%d:" % (b"b" if data is part else b"t", len(data)))
        made.update(data)
    return made.digest()


def sealer() -> str:
    """Return a name of this machine's seals, which is no other's."""
    return seal("").hex()[:8]


def write_sealed(path: Path, data: bytes, *, secret: bytes = b"") -> None:
    """Write `data` to `path`, sealed under the file's name; raises `OSError` as `write_whole` does."""
    write_whole(path, seal("file", path.name, data, secret=secret) + data)


def unsealed(path: Path, *, secret: bytes = b"") -> bytes:
    """Return the data in the file at `path`; raise `OSError` when it cannot be read or its seal is not right."""
    kept = path.read_bytes()
    data = kept[SEAL_BYTES:]
    if kept[:SEAL_BYTES] != seal("file", path.name, data, secret=secret):
        raise OSError(f"not sealed here: {path.name}")
    return data


@lru_cache(maxsize=4)
def _secret(named: str | None) -> bytes:  # noqa: ARG001 - tells folders of settings apart, in a tenth of the time
    """Return this machine's secret, made when there is none; one for this process where none can be kept."""
    folder = config_folder()
    place = folder / _FILE
    with contextlib.suppress(OSError):
        if len(kept := place.read_bytes()) == _SECRET_BYTES:
            return kept
    made = os.urandom(_SECRET_BYTES)
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(place, made, is_private=True)
        made = place.read_bytes() or made  # another process may have made one in the same moment
    return made
