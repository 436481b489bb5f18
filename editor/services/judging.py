"""The newsroom's rules: which there are, and what they make of the problems that were found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from editor.core.errors import UserError
from editor.core.messages import Message, nsay, say
from editor.domain.check_choices import CheckChoices, Level, fingerprint
from editor.domain.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check as a person chooses how much it counts; `is_fixed`: it counts whatever is chosen."""

    id: str
    title: Message
    advice: Message
    usual: Level
    is_fixed: bool


class HeldBackError(UserError):
    """An export that the newsroom's own rules stop. `problems` are those in the way."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(
            nsay("{n} problem stops this export.", "{n} problems stop this export.", len(problems)),
            say("Put it right, or accept it with a reason, in the Checks panel. Nothing was written."),
        )
        self.problems = problems


def rules() -> tuple[Rule, ...]:
    """Return the rules there are, in the order their problems are shown."""
    from editor.checks.registry import CHECKS

    return tuple(
        Rule(id=one.id, title=one.title, advice=one.advice, usual=one.level, is_fixed=one.is_fixed)
        for one in CHECKS.values()
    )


def stopping(choices: CheckChoices) -> frozenset[str]:
    """Return the ids of the rules that stop an export because the newsroom wants it so. None does so by itself."""
    if Level.BLOCK not in choices.levels.values():
        return frozenset()
    from editor.checks.registry import CHECKS

    chosen = (one for one in CHECKS.values() if not one.is_fixed)
    return frozenset(one.id for one in chosen if choices.level(one.id, one.level) is Level.BLOCK)


def judged(problems: Iterable[Problem], choices: CheckChoices) -> list[Problem]:
    """Return what the newsroom looks at of `problems`, each with its weight, what to do, and who accepted it.

    Those that stop an export come first, those that are accepted last.
    """
    from editor.checks.registry import CHECKS

    accepted = {(one.check, one.article, one.fingerprint): one for one in choices.accepted}
    named = {(one.check, one.article) for one in choices.accepted}
    found = []
    for problem in problems:
        check = CHECKS[problem.check]
        level = check.level if check.is_fixed else choices.level(check.id, check.level)
        if level is Level.OFF:
            continue
        mine = None
        if (problem.check, problem.article) in named and not check.is_fixed:
            mine = accepted.get((problem.check, problem.article, fingerprint(problem)))
        # Not `replace`, which takes ten times as long: there may be tens of thousands.
        one = Problem(
            check=problem.check,
            message=problem.message,
            article=problem.article,
            field=problem.field,
            blocks=level is Level.BLOCK and mine is None,
            hint=problem.hint or check.advice,
            line=problem.line,
            image=problem.image,
            accepted=mine,
        )
        found.append(one)
    found.sort(key=lambda one: (one.accepted is not None, not one.blocks))
    return found
