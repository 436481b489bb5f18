"""What `bench_publish` measured, kept from one part of it to the next, and the rows that are held to targets."""

from __future__ import annotations

import json
import statistics
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

WATCHED = " watching"
# Seconds, megabytes and ratios that issue 6 asks for.
COLD, KEPT, EDIT, RUNNING, GROWTH, MEMORY = 0.5, 0.7, 0.15, 0.2, 10.5, 400


@dataclass(frozen=True, slots=True)
class Measured:
    """What one part measured: seconds of its rounds, the most memory (MB), and how loaded the machine was before it."""

    seconds: tuple[float, ...] = ()
    megabytes: float = 0.0
    load: float = 0.0

    @property
    def median(self) -> float:
        """Return the median of the rounds."""
        return statistics.median(self.seconds)


Kept = Mapping[str, Measured]


def read(path: Path) -> dict[str, Measured]:
    """Return what was measured so far, by part; nothing where the file is not there."""
    if not path.exists():
        return {}
    plain = json.loads(path.read_text(encoding="utf-8"))
    return {part: Measured(tuple(one["seconds"]), one["megabytes"], one["load"]) for part, one in plain.items()}


def keep(path: Path, part: str, measured: Measured) -> None:
    """Put what `part` measured beside what is kept: its own rounds of before count with it."""
    kept = read(path)
    was = kept.get(part, measured)
    seconds = measured.seconds if was is measured else (*was.seconds, *measured.seconds)
    most, load = max(was.megabytes, measured.megabytes), max(was.load, measured.load)
    _write(path, {**kept, part: Measured(seconds, most, load)})


def forget(path: Path, parts: Collection[str]) -> None:
    """Keep nothing of `parts`, which are to be measured anew."""
    _write(path, {part: one for part, one in read(path).items() if part not in parts})


def _write(path: Path, kept: Kept) -> None:
    path.write_text(json.dumps({part: asdict(one) for part, one in sorted(kept.items())}, indent=1), encoding="utf-8")


def builders(kept: Kept, peers: Sequence[str]) -> list[list[str]]:
    """Return a row of medians for us and for each of `peers`."""
    ours = [_said(kept.get(part)) for part in ("cold", "kept", "ready", "edit", "running")]
    rows = [["Makala", *ours, _memory(kept, ["memory"])]]
    for peer in peers:
        cells = [_said(kept.get(part)) for part in (peer, f"{peer} edit", f"{peer}{WATCHED}")]
        rows.append([peer, cells[0], "", "", *cells[1:], _memory(kept, [peer, f"{peer} edit"])])
    return rows


def targets(kept: Kept, peers: Sequence[str]) -> list[list[str]]:
    """Return the rows of the table: what, ours, the other's, their ratio, the target, whether it is met."""
    quickest = _quickest(kept, peers)
    edited = _quickest(kept, [f"{peer} edit" for peer in peers])
    watched = _quickest(kept, [f"{peer}{WATCHED}" for peer in peers])
    return [
        _ratio("cold, nothing cached", kept, "cold", "Pelican", COLD),
        _ratio("elsewhere, once all was saved: a bundle is ready", kept, "ready", quickest, KEPT),
        _ratio("from the bodies alone", kept, "kept", quickest, KEPT),
        _ratio("after a headline edit, whole process", kept, "edit", edited, EDIT),
        _bound("running app, edit to files, seconds", kept.get("running"), kept.get(watched), watched),
        _ratio("ten times the articles, times the time", kept, "cold", "tenth", GROWTH),
        _most(kept.get("memory")),
        _few_files(kept),
    ]


def _ratio(what: str, kept: Kept, ours: str, theirs: str, target: float) -> list[str]:
    one, other = kept.get(ours), kept.get(theirs)
    if one is None or other is None:
        missing = ours if one is None else theirs or "every peer"
        return [what, _said(one), _said(other), "", f"{target:g}", f"not measured: {missing}"]
    ratio = one.median / other.median
    name = "a tenth" if theirs == "tenth" else theirs
    return [what, _said(one), f"{_said(other)} {name}", f"{ratio:.2f}", f"{target:g}", _judged(ratio, target)]


def _bound(what: str, one: Measured | None, other: Measured | None, name: str) -> list[str]:
    beside = f"{_said(other)} {name}" if other else ""
    if one is None:
        return [what, "", beside, "", f"{RUNNING:g}", "not measured: running"]
    ratio = f"{one.median / other.median:.3f}" if other else ""
    return [what, _said(one), beside, ratio, f"{RUNNING:g}", _judged(one.median, RUNNING)]


def _most(one: Measured | None) -> list[str]:
    what = "most memory, all processes together, MB"
    if one is None:
        return [what, "", "", "", f"{MEMORY}", "not measured: memory"]
    return [what, f"{one.megabytes:.0f}", "", "", f"{MEMORY}", _judged(one.megabytes, MEMORY)]


def _few_files(kept: Kept) -> list[str]:
    parts = [part for part in ("cold", "kept", "edit") if part in kept]
    return [
        "at most 256 files open, in",
        ", ".join(parts),
        "",
        "",
        "256",
        "met" if len(parts) == 3 else "not measured whole",
    ]


def _judged(figure: float, target: float) -> str:
    return "met" if figure <= target else "MISSED"


def _quickest(kept: Kept, parts: Sequence[str]) -> str:
    return min((part for part in parts if part in kept), key=lambda part: kept[part].median, default="")


def _said(one: Measured | None) -> str:
    return f"{one.median:.2f} s" if one and one.seconds else ""


def _memory(kept: Kept, parts: Sequence[str]) -> str:
    most = max((kept[part].megabytes for part in parts if part in kept), default=0.0)
    return f"{most:.0f}" if most else ""
