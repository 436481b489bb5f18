"""Reads and writes the part of `newsroom.yaml` that holds the newsroom's rules and what it has accepted."""

from __future__ import annotations

from editor.core.clock import instant_text
from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.check_choices import USUAL_WEIGHT, Accepted, CheckChoices, Level, check_choices
from editor.ingest.fields import Fields
from editor.ingest.picture_words import without_empty

CHECKS = "checks"


def read_checks(top: Fields, elsewhere: dict[str, object]) -> CheckChoices:
    """Return what stands under `checks`; unknown keys of one go to `elsewhere`.

    Raises `FileError` with the line for what is no level, no number, or accepted without a word why.
    """
    fields = top.fields(CHECKS)
    if fields is None:
        return CheckChoices()
    levels = fields.fields("levels")
    accepted = fields.list_of_fields("accepted")
    read = CheckChoices(
        levels={check: levels.choice(check, Level, Level.WARN) for check in levels.unknown()} if levels else {},
        accepted=tuple(_accepted(one) for one in accepted),
        page_weight=_weight(fields),
    )
    try:
        check_choices(read)
    except UserError as error:
        fields.refuse("accepted" if accepted else "page-weight", error.message, error.hint)
    elsewhere.update({f"{CHECKS}.{name}": value for name, value in fields.unknown().items()})
    return read


def check_fields(choices: CheckChoices) -> dict[str, object]:
    """Return what `read_checks` reads."""
    return without_empty(
        {
            "page-weight": "" if choices.page_weight == USUAL_WEIGHT else str(choices.page_weight),
            "levels": {check: level.value for check, level in sorted(choices.levels.items())},
            "accepted": [_fields(one) for one in choices.accepted],
        }
    )


def _accepted(fields: Fields) -> Accepted:
    at = fields.instant("at")
    if at is None:
        fields.refuse("at", say("It is not said when this was accepted."))
    return Accepted(
        check=fields.text("check"),
        article=fields.text("article"),
        fingerprint=fields.text("fingerprint"),
        reason=fields.text("reason"),
        by=fields.text("by"),
        at=at,
    )


def _fields(one: Accepted) -> dict[str, object]:
    return without_empty(
        {
            "check": one.check,
            "article": one.article,
            "fingerprint": one.fingerprint,
            "reason": one.reason,
            "by": one.by,
            "at": instant_text(one.at),
        }
    )


def _weight(fields: Fields) -> int:
    said = fields.text("page-weight")
    if not said:
        return USUAL_WEIGHT
    if not said.isascii() or not said.isdecimal():
        fields.refuse("page-weight", say("“{value}” is no number of kilobytes.", value=said))
    return int(said)
