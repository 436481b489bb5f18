"""What stands at a place, in a file that may be deleted: so that the next program too need not look at everything.

A file is lines of JSON, each behind its seal: the first holds a whole standing, each further one what an export of
other words made of it. A file that is spoilt, of another version or of another bundle than the one that lies there says
nothing.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from editor.core.clock import instant_text
from editor.core.errors import UserError
from editor.core.files import write_whole
from editor.core.messages import Languages, Message
from editor.core.sealing import SEAL_BYTES, seal
from editor.domain.derivative import Use
from editor.domain.settings import Edition
from editor.i18n.zones import system_zones
from editor.services.standing import Standing, Written
from editor.storage.migrating import CURRENT

# Raise when the same file shall be understood otherwise.
_FORM = 5
_DIGITS = 2 * SEAL_BYTES
_MOST_BYTES = 256 << 20
# A file that grew by so much is written anew.
_MOST_ADDED = 1 << 20
# What is known of more places, the longest ago exported to, is let go of: each may take some megabytes.
_MOST_PLACES = 16


def keep_standing(file: Path, standing: Standing) -> Standing:
    """Write `standing` down, as well as the disk allows; return it with what is known of the file."""
    with contextlib.suppress(OSError, TypeError):
        file.parent.mkdir(parents=True, exist_ok=True)
        line = _line(_plain(standing))
        write_whole(file, line, is_lasting=False)
        _let_go_of_others(file)
        return replace(standing, written=Written.now(file, len(line)))
    return replace(standing, written=None)


def add_to_standing(file: Path, standing: Standing, before: Standing, changed: AbstractSet[str]) -> Standing | None:
    """Write down what makes `standing` of `before`, with which the file ends; None where it does not, or is long.

    `changed` are the ids of the articles that are others, or stand elsewhere.

    Returns `standing` with what is known of the file.
    """
    known = before.written
    with contextlib.suppress(OSError, TypeError):
        if known is None or known.size - known.first > _MOST_ADDED or Written.now(file, known.first) != known:
            return None
        change = _change(standing, before, changed)
        if change is None:
            return None
        with file.open("ab") as stream:
            stream.write(_line(change))
        return replace(standing, written=Written.now(file, known.first))
    return None


def read_standing(file: Path, place: Path, terms: str, editions: Sequence[Edition]) -> Standing | None:
    """Return what stands at `place`, if it was exported there on these `terms` and the bundle is still the same."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, UserError):
        written = Written.now(file)
        with file.open("rb") as stream:
            lines = stream.read(_MOST_BYTES).split(b"\n")
        plain = _told(lines[0])
        written = written._replace(first=len(lines[0]) + 1)
        if lines[-1] or (plain["made"], plain["terms"]) != (_made(), terms):
            return None
        for line in lines[1:-1]:
            _apply(plain, _told(line))
        return _standing(plain, place, editions, written)
    return None


def _let_go_of_others(file: Path) -> None:
    """Remove what is known of the places that were exported to longest ago, how their pages were made too."""
    with contextlib.suppress(OSError):
        others = [one for one in file.parent.glob("*.standing") if one != file]
        others.sort(key=lambda one: one.stat().st_mtime_ns, reverse=True)
        for one in others[_MOST_PLACES - 1 :]:
            one.unlink(missing_ok=True)
            one.with_suffix(".json").unlink(missing_ok=True)


def _made() -> str:
    from editor.publish.made_by import made_by

    return f"{_FORM} {CURRENT} {made_by()} {system_zones()}"


def _line(plain: Mapping[str, Any]) -> bytes:
    said = json.dumps(plain, separators=(",", ":")).encode()
    return f"{seal('standing', said).hex()} ".encode() + said + b"\n"


def _told(line: bytes) -> dict[str, Any]:
    """Return what a line says; raise `ValueError` for one that is spoilt."""
    said = line[_DIGITS + 1 :]
    if line[:_DIGITS].decode("ascii") != seal("standing", said).hex():
        raise ValueError("spoilt, or not of this computer")
    plain: dict[str, Any] = json.loads(said)
    return plain


def _plain(standing: Standing) -> dict[str, Any]:
    from editor.publish.layout import layout_to_plain

    ids = list(standing.stamps)
    return {
        "made": _made(),
        "terms": standing.terms,
        "ground": standing.ground,
        "at": instant_text(standing.at),
        "until": standing.until and instant_text(standing.until),
        "closing": dict(standing.left.hashes),
        "ids": ids,
        "trash": dict(standing.trash),
        "stamps": [standing.stamps[one] for one in ids],
        "frames": [standing.frames[one] for one in ids],
        "layout": layout_to_plain(standing.layout, ids),
        "uses": {image: [use.value for use in uses] for image, uses in standing.uses.items()},
        "about": _plain_messages(standing.about_newsroom),
        "warnings": {one: _plain_messages(some) for one, some in standing.warnings.items()},
        "files": [[path, *kept] for path, kept in standing.left.old.remembered.items()],
    }


def _change(standing: Standing, before: Standing, changed: AbstractSet[str]) -> dict[str, Any] | None:
    """Return what makes `standing` of `before`; None where that cannot be said shortly. What is gone is None in it."""
    from editor.publish.layout_steps import step_to_plain

    files, was = standing.left.old.remembered, before.left.old.remembered
    warned = {one for one, some in standing.warnings.items() if before.warnings.get(one) != some}
    change = {
        "at": instant_text(standing.at),
        "closing": dict(standing.left.hashes),
        "stamps": {one: standing.stamps.get(one) for one in changed},
        "warnings": {
            one: _plain_messages(standing.warnings.get(one, ()))
            for one in warned | (before.warnings.keys() - standing.warnings.keys())
        },
        "files": [[path, *files[path]] for path in standing.left.renewed],
    }
    if standing.layout is before.layout:
        return change
    step = step_to_plain(before.layout, standing.layout, changed)
    return step and {
        **change,
        "step": step,
        "until": standing.until and instant_text(standing.until),
        "frames": {one: standing.frames.get(one) for one in changed},
        "trash": dict(standing.trash),
        "about": _plain_messages(standing.about_newsroom),
        "gone": sorted(was.keys() - files.keys()),
    }


def _apply(plain: dict[str, Any], change: Mapping[str, Any]) -> None:
    """Let `plain` be what it became by a change."""
    plain["at"], plain["closing"] = change["at"], change["closing"]
    for name in ("stamps", "frames"):
        if not isinstance(plain[name], dict):
            plain[name] = dict(zip(plain["ids"], plain[name], strict=True))
        plain[name].update(change.get(name, {}))
    plain["warnings"].update(change["warnings"])
    plain["files"] += [*change["files"], *([path, "", "", 0] for path in change.get("gone", ()))]
    if "step" in change:
        plain.setdefault("steps", []).append(change["step"])
        plain.update((name, change[name]) for name in ("until", "trash", "about"))


def _standing(plain: Mapping[str, Any], place: Path, editions: Sequence[Edition], written: Written) -> Standing | None:
    from editor.publish.layout import layout_from_plain
    from editor.publish.layout_steps import step_from_plain
    from editor.publish.manifest import MANIFEST, read_manifest
    from editor.publish.reuse import TICK, Kept, Left, Old

    closing = {name: (place / name).read_bytes() for name in plain["closing"]}
    entries = read_manifest(closing[MANIFEST]).entries
    layout = layout_from_plain(plain["layout"], plain["ids"], editions)
    for step in plain.get("steps", ()):
        layout = step_from_plain(layout, step, editions)
    remembered = {path: Kept(key, digest, changed) for path, key, digest, changed in plain["files"]}
    remembered = {path: kept for path, kept in remembered.items() if kept.sha256}
    left = Left.at(Old(place, entries, remembered, written.changed - TICK), closing)
    if left.hashes != plain["closing"]:
        return None
    return Standing(
        terms=plain["terms"],
        ground=plain["ground"],
        at=datetime.fromisoformat(plain["at"]),
        until=datetime.fromisoformat(plain["until"]) if plain["until"] else None,
        stamps=_by_id(plain, "stamps"),
        trash=plain["trash"],
        frames=_by_id(plain, "frames"),
        layout=layout,
        uses={image: [Use(use) for use in uses] for image, uses in plain["uses"].items()},
        left=left,
        about_newsroom=_messages(plain["about"]),
        warnings={one: _messages(some) for one, some in sorted(plain["warnings"].items()) if some},
        written=written,
    )


def _by_id(plain: Mapping[str, Any], name: str) -> dict[str, str]:
    said = plain[name] if isinstance(plain[name], dict) else dict(zip(plain["ids"], plain[name], strict=True))
    return {one: value for one, value in said.items() if value is not None}


def _plain_messages(messages: Iterable[Message]) -> list[Any]:
    return [[one.text, {name: _plain_value(value) for name, value in one.values.items()}, one.many] for one in messages]


def _plain_value(value: object) -> object:
    """Return a message's value for JSON; raise `TypeError` for one that would come back as another."""
    if isinstance(value, Message):
        return {"message": _plain_messages([value])}
    if isinstance(value, Languages):
        return {"languages": list(value.tags)}
    if type(value) in {str, int, bool}:
        return value
    raise TypeError("no value that can be kept")


def _messages(plain: Iterable[Any]) -> tuple[Message, ...]:
    return tuple(
        Message(text, {name: _value(value) for name, value in values.items()}, many) for text, values, many in plain
    )


def _value(plain: object) -> object:
    if isinstance(plain, dict):
        return _messages(plain["message"])[0] if "message" in plain else Languages(tuple(plain["languages"]))
    return plain
