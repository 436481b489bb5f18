"""What a form asks for: some fields of the thing it shows, and how a menu says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from editor.core.messages import Message


@dataclass(frozen=True, slots=True)
class FieldChange:
    """The fields to change, by name, with their new values. The panel makes an edit of it."""

    label: Message
    fields: Mapping[str, object]
