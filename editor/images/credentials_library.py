"""Loads the library for Content Credentials, late and from its own place alone."""

from __future__ import annotations

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

_NATIVE = {"darwin": "libc2pa_c.dylib", "win32": "c2pa_c.dll"}
_OTHERWISE = "libc2pa_c.so"
_NAMED = "C2PA_LIBRARY_NAME"  # the library's own variable: which native part to load
_loading = Lock()


def credentials_library() -> Any:  # noqa: ANN401 - a module without types
    """Return the module `c2pa`, or None where it is missing or its native part does not load.

    By itself it looks for its native part in the current folder first, where a folder of downloaded pictures could
    bring one along; here it is told the one beside it, and is not imported without that.
    """
    with _loading:
        if "c2pa" in sys.modules:
            return sys.modules["c2pa"]
        native = _native_part()
        if native is None:
            return None
        before = os.environ.get(_NAMED)
        os.environ[_NAMED] = str(native)
        try:
            ctypes.CDLL(str(native))  # tried first: where it fails, the library would go on looking elsewhere
            import c2pa  # type: ignore[import-untyped]
        except (ImportError, OSError, RuntimeError):
            return None
        finally:
            if before is None:
                del os.environ[_NAMED]
            else:
                os.environ[_NAMED] = before
        return c2pa


def _native_part() -> Path | None:
    spec = find_spec("c2pa")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        native = Path(place).resolve() / "libs" / _NATIVE.get(sys.platform, _OTHERWISE)
        if native.is_file():
            return native
    return None
