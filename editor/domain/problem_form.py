"""Problems as JSON values and back, for a memory of what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from editor.core.messages import Languages, Message
from editor.domain.problem import Problem


def problem_to_plain(problem: Problem) -> list[Any]:
    """Return what a check found; what the newsroom's choices add to it is left out."""
    message = message_to_plain(problem.message)
    hint = message_to_plain(problem.hint) if problem.hint else None
    return [problem.check, problem.article, problem.field, problem.line, problem.image, message, hint]


def problem_from_plain(plain: Sequence[Any]) -> Problem:
    """Return the problem of what `problem_to_plain` gave."""
    check, article, field, line, image, message, hint = plain
    return Problem(
        check=check,
        article=article,
        field=field,
        line=line,
        image=image,
        message=message_from_plain(message),
        hint=message_from_plain(hint) if hint else Message(),
    )


def message_to_plain(message: Message) -> list[Any]:
    """Return the sentence with what fills its places; a sentence or languages in one of them stand in a mapping."""
    values = {name: _plain(value) for name, value in message.values.items()}
    return [message.text, values, message.many]


def message_from_plain(plain: Sequence[Any]) -> Message:
    """Return the sentence of what `message_to_plain` gave."""
    text, values, many = plain
    return Message(text, {name: _value(value) for name, value in values.items()}, many)


def _value(plain: object) -> object:
    if not isinstance(plain, Mapping):
        return plain
    return message_from_plain(plain["said"]) if "said" in plain else Languages(tuple(plain["languages"]))


def _plain(value: object) -> object:
    if isinstance(value, Message):
        return {"said": message_to_plain(value)}
    if isinstance(value, Languages):
        return {"languages": list(value.tags)}
    return value if isinstance(value, str | int | float | None) else str(value)
