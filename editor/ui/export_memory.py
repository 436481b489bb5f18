"""Where each newsroom's bundles went last, kept on this machine. Must not import Qt."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from editor.core.files import write_whole
from editor.core.settings_folder import config_folder

_FILE = "exports.json"
_KEPT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class LastExport:
    """What a person chose the last time. `left_out` holds the editions that were not to go along."""

    target: str = ""
    format: str = "html"
    as_zip: bool = False
    left_out: tuple[str, ...] = ()


def last_export(newsroom: Path) -> LastExport:
    """Return what was chosen last for `newsroom`, the defaults where nothing (readable) is kept."""
    kept = _read().get(str(newsroom))
    if not isinstance(kept, dict):
        return LastExport()
    target, kind, left_out = kept.get("target", ""), kept.get("format", "html"), kept.get("left_out", [])
    if not isinstance(target, str) or not isinstance(kind, str) or not isinstance(left_out, list):
        return LastExport()
    return LastExport(
        target=target,
        format=kind,
        as_zip=kept.get("as_zip") is True,
        left_out=tuple(one for one in left_out if isinstance(one, str)),
    )


def remember_export(newsroom: Path, chosen: LastExport) -> None:
    """Keep what was chosen for `newsroom`. A machine that forgets is no reason to disturb anyone."""
    kept = _read()
    kept.pop(str(newsroom), None)
    kept[str(newsroom)] = asdict(chosen)
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
