"""The table of fields: each named once, each in a namespace that is known."""

from __future__ import annotations

from editor.domain.statement import Statement
from editor.images.iptc import DEFAULT, FIELDS, SPACES, promise_of


def test_every_field_is_named_once_and_stands_in_a_known_namespace() -> None:
    assert len({field.name for field in FIELDS}) == len(FIELDS)
    assert len({(field.space, field.property) for field in FIELDS}) == len(FIELDS)
    assert {field.space for field in FIELDS} == SPACES.keys()


def test_a_promise_holds_what_is_stated_and_nothing_else() -> None:
    assert promise_of(Statement()) == {}
    said = Statement(credit="A", alt={"de": "Tor", "sw": "Lango"}, rights="B")
    assert promise_of(said) == {
        "credit": "A",
        "rights": {DEFAULT: "B"},
        "description": {DEFAULT: "Tor"},
        "alt": {DEFAULT: "Tor", "de": "Tor", "sw": "Lango"},
    }
