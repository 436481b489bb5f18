"""What detectors share: safe JSON from strangers, and how long a value may be that a person is shown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

from editor.core.clock import instant_text

GENERATED = "trainedAlgorithmicMedia"
MODIFIED = "compositeWithTrainedAlgorithmicMedia"
MAX_VALUE = 300
MAX_PROMPT = 10_000


def shortened(text: str, limit: int = MAX_VALUE) -> str:
    """Return `text` on one line, cut after `limit` letters."""
    line = " ".join(text[: 4 * limit].split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def json_object(text: str) -> Mapping[str, object]:
    """Return the JSON object in `text`; an empty one when it is something else, broken or nested beyond reason."""
    if text.lstrip()[:1] != "{":
        return {}
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def inner(value: object) -> Mapping[str, object]:
    """Return `value` where it is an object, an empty one where it is not."""
    return value if isinstance(value, dict) else {}


def words_of(value: object, limit: int = MAX_PROMPT) -> str:
    """Return `value` where it is a text, cut after `limit` letters, "" where it is not."""
    return value.strip()[:limit] if isinstance(value, str) else ""


def tool_and_model(tool: str, model: object) -> str:
    """Return "tool, model": the IPTC field names the engine, the model or both."""
    name = shortened(words_of(model), 120)
    return f"{tool}, {name}" if name else tool


def moment(text: str) -> str:
    """Return the instant or the day in `text` as a record keeps it: of an instant without a zone, its day; else "".

    Reads ISO 8601, EXIF's `2026:03:01 08:00:00` and the dates of mail, which PNG recommends.
    """
    said = text.strip()[:40]
    for way in (_iso, parsedate_to_datetime):
        try:
            found = way(said)
            return instant_text(found) if found.tzinfo is not None else found.date().isoformat()
        except (ValueError, TypeError, OverflowError):
            continue
    return ""


def _iso(said: str) -> datetime:
    return datetime.fromisoformat(f"{said[:4]}-{said[5:7]}-{said[8:]}" if said[4:5] == ":" else said)
