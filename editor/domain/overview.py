"""What is to be looked at before something goes out, as one panel shows it: some of it listed, all of it counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from editor.domain.problem import Problem

MOST = 300


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is listed: the problems of one rule ("" for all), those that stand open or those that are accepted."""

    check: str = ""
    is_accepted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """`problems` are the first `MOST` of what was wanted, of `matching` that there are.

    `checks` counts by rule what stands open (or is accepted, where that was wanted); `headlines` are those of the
    articles that the problems are about, by id. `unseen` articles have pages that were not looked at yet.
    """

    problems: tuple[Problem, ...] = ()
    matching: int = 0
    blocking: int = 0
    open: int = 0
    accepted: int = 0
    checks: Mapping[str, int] = field(default_factory=dict)
    headlines: Mapping[str, str] = field(default_factory=dict)
    unseen: int = 0


def overview(problems: Iterable[Problem], wanted: Wanted) -> Overview:
    """Return `problems`, which come in their order, as an overview without headlines."""
    listed: list[Problem] = []
    counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    blocking = 0
    for problem in problems:
        is_accepted = problem.accepted is not None
        counts[is_accepted][problem.check] += 1
        blocking += problem.blocks
        if is_accepted is wanted.is_accepted and wanted.check in {"", problem.check} and len(listed) < MOST:
            listed.append(problem)
    shown = counts[wanted.is_accepted]
    return Overview(
        problems=tuple(listed),
        matching=shown[wanted.check] if wanted.check else shown.total(),
        blocking=blocking,
        open=counts[False].total(),
        accepted=counts[True].total(),
        checks=dict(shown),
    )
