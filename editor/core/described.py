"""Words that a field of a dataclass carries about itself, so that a form can be made of the class alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

from editor.core.messages import Message

Kind = Literal["text", "address", "zone", "choice"]

_KEY = "described"


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What a person reads about one field: its title, a line below it, and what kind of answer it takes."""

    name: str
    title: Message
    hint: Message
    kind: Kind


def described(title: Message, hint: Message | None = None, kind: Kind = "text") -> Mapping[str, Any]:
    """Return the metadata of a dataclass field that a form shall show."""
    return {_KEY: (title, hint or Message(), kind)}


def described_fields(holder: type[Any]) -> Iterator[Described]:
    """Yield the described fields of the dataclass `holder`, in their order; the others are no person's business."""
    for one in fields(holder):
        if _KEY in one.metadata:
            title, hint, kind = one.metadata[_KEY]
            yield Described(name=one.name, title=title, hint=hint, kind=kind)
