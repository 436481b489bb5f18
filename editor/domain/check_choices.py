"""Which rules a newsroom keeps to before something goes out, and which of their problems it has accepted, and why."""

from __future__ import annotations

import json
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from editor.core.clock import instant_text
from editor.core.errors import UserError
from editor.core.files import sha256_hex
from editor.core.messages import Message, say
from editor.domain.problem import Problem

# Kilobytes (of 1,000 bytes) that a telephone takes for one page: with 4G in the country it is there in two seconds.
USUAL_WEIGHT = 600
MOST_WEIGHT = 100_000
_DIGITS = 16


class Level(StrEnum):
    """What a problem of a rule does: nothing, for nobody looks; it is shown; it stops an export."""

    OFF = "off"
    WARN = "warn"
    BLOCK = "block"


LEVEL_WORDS: dict[Level, Message] = {
    Level.OFF: say("Not looked at"),
    Level.WARN: say("Is shown"),
    Level.BLOCK: say("Stops the export"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """One problem that a person lets stand: of which rule and article ("" for the newsroom's own), why, who and when.

    `fingerprint` names the problem as it was: a changed one is another one, and comes back.
    """

    check: str
    fingerprint: str
    reason: str
    by: str
    at: datetime
    article: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckChoices:
    """A newsroom's choices. `levels` holds those rules that are not at their usual level; `page_weight` is in kB."""

    levels: Mapping[str, Level] = field(default_factory=dict)
    accepted: tuple[Accepted, ...] = ()
    page_weight: int = USUAL_WEIGHT

    def level(self, check: str, usual: Level) -> Level:
        """Return the level of a rule whose usual one is `usual`."""
        return self.levels.get(check, usual)

    def with_level(self, check: str, level: Level, usual: Level) -> CheckChoices:
        """Return these with the rule at `level`."""
        others = {one: its for one, its in self.levels.items() if one != check}
        return replace(self, levels=others if level is usual else {**others, check: level})

    def accepting(self, one: Accepted, present: Container[str]) -> CheckChoices:
        """Return these with `one` accepted; what was accepted there before and is not `present` any more goes."""
        others = tuple(
            other
            for other in self.accepted
            if (other.check, other.article) != (one.check, one.article)
            or (other.fingerprint in present and other.fingerprint != one.fingerprint)
        )
        return replace(self, accepted=(*others, one))

    def without(self, one: Accepted) -> CheckChoices:
        """Return these with `one` not accepted any more."""
        return replace(self, accepted=tuple(other for other in self.accepted if other != one))


def fingerprint(problem: Problem) -> str:
    """Return what names the problem in every language of the interface: its rule, its place and what it says.

    The line on which it stands is no part of it: words that are added above do not make it another problem.
    """
    told = [problem.check, problem.article, problem.field, problem.image, _plain(problem.message)]
    text = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return sha256_hex(text.encode("utf-8", "surrogatepass"))[:_DIGITS]


def check_choices(choices: CheckChoices) -> None:
    """Raise `UserError` for an acceptance without a reason, and for a weight that no page can keep to."""
    if not all(one.reason.strip() for one in choices.accepted):
        raise UserError(say("Say why it can stay as it is."), say("A few words are enough: others will read them."))
    if not 1 <= choices.page_weight <= MOST_WEIGHT:
        raise UserError(
            say("A page cannot be asked to weigh {weight} kB.", weight=choices.page_weight),
            say("A number from 1 to {most} would do.", most=MOST_WEIGHT),
        )


def choices_to_plain(choices: CheckChoices) -> dict[str, Any]:
    """Return JSON values; what is usual is left out."""
    plain: dict[str, Any] = {}
    if choices.levels:
        plain["levels"] = {check: level.value for check, level in sorted(choices.levels.items())}
    if choices.page_weight != USUAL_WEIGHT:
        plain["page_weight"] = choices.page_weight
    if choices.accepted:
        plain["accepted"] = [
            {
                "check": one.check,
                "article": one.article,
                "fingerprint": one.fingerprint,
                "reason": one.reason,
                "by": one.by,
                "at": instant_text(one.at),
            }
            for one in choices.accepted
        ]
    return plain


def choices_from_plain(plain: Mapping[str, Any]) -> CheckChoices:
    """Return the choices of what `choices_to_plain` gave."""
    return CheckChoices(
        levels={check: Level(level) for check, level in plain.get("levels", {}).items()},
        accepted=tuple(
            Accepted(**{**one, "at": datetime.fromisoformat(one["at"])}) for one in plain.get("accepted", ())
        ),
        page_weight=plain.get("page_weight", USUAL_WEIGHT),
    )


def _plain(value: object) -> object:
    if isinstance(value, Message):
        return [value.text, {name: _plain(one) for name, one in value.values.items()}]
    return value if isinstance(value, str | int | float | None) else str(value)
