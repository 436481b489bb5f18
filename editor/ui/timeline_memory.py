"""Which editions each newsroom's timeline was looked at in last, kept on this machine. Must not import Qt."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from editor.core.files import write_whole
from editor.core.settings_folder import config_folder

_FILE = "timelines.json"
_KEPT = 50


def chosen_editions(newsroom: Path) -> tuple[str, ...]:
    """Return the locales that were chosen last for `newsroom`, () where nothing (readable) is kept."""
    kept = _read().get(str(newsroom))
    return tuple(one for one in kept if isinstance(one, str)) if isinstance(kept, list) else ()


def remember_editions(newsroom: Path, locales: tuple[str, ...]) -> None:
    """Keep what was chosen for `newsroom`. A machine that forgets is no reason to disturb anyone."""
    kept = _read()
    kept.pop(str(newsroom), None)
    kept[str(newsroom)] = list(locales)
    newest = dict(list(kept.items())[-_KEPT:])
    with contextlib.suppress(OSError):
        config_folder().mkdir(parents=True, exist_ok=True)
        write_whole(config_folder() / _FILE, json.dumps(newest, ensure_ascii=False, indent=2).encode())


def _read() -> dict[str, object]:
    try:
        kept = json.loads((config_folder() / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}
