"""Fields that say what they are."""

from __future__ import annotations

from dataclasses import dataclass, field

from editor.core.described import Described, described, described_fields
from editor.core.messages import Message, say


@dataclass(frozen=True)
class _Holder:
    shown: str = field(default="", metadata=described(say("Shown"), say("To all"), "address"))
    hidden: str = ""
    bare: str = field(default="", metadata=described(say("Bare")))


def test_described_fields_come_in_order_and_others_not_at_all() -> None:
    assert list(described_fields(_Holder)) == [
        Described(name="shown", title=say("Shown"), hint=say("To all"), kind="address"),
        Described(name="bare", title=say("Bare"), hint=Message(), kind="text"),
    ]
