"""How many words a person wants an article to have, kept on this machine. Must not import Qt."""

from __future__ import annotations

import contextlib
import json

from editor.core.files import write_whole
from editor.core.settings_folder import config_folder

_FILE = "targets.json"
_KEPT = 1000
MOST_WORDS = 1_000_000


def target_of(article_id: str) -> int:
    """Return the words that are wanted of the article, 0 where nothing is."""
    return _read().get(article_id, 0)


def keep_target(article_id: str, words: int) -> None:
    """Keep how many words are wanted, 0 for no target. A machine that forgets is no reason to disturb anyone."""
    kept = {one: count for one, count in _read().items() if one != article_id}
    if 0 < words <= MOST_WORDS:
        kept[article_id] = words
    newest = dict(list(kept.items())[-_KEPT:])
    with contextlib.suppress(OSError):
        config_folder().mkdir(parents=True, exist_ok=True)
        write_whole(config_folder() / _FILE, json.dumps(newest, indent=2).encode())


def _read() -> dict[str, int]:
    try:
        kept = json.loads((config_folder() / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {one: count for one, count in kept.items() if type(count) is int and 0 < count <= MOST_WORDS}
