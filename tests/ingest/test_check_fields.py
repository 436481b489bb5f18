"""The newsroom's rules in `newsroom.yaml`: what is wrong there is said with its line."""

from __future__ import annotations

import pytest

from editor.core.errors import FileError
from editor.domain.check_choices import CheckChoices, Level
from editor.ingest.check_fields import CHECKS, check_fields, read_checks
from editor.ingest.fields import Fields
from editor.ingest.yaml_text import read_yaml


def _read(text: str) -> tuple[CheckChoices, dict[str, object]]:
    elsewhere: dict[str, object] = {}
    return read_checks(Fields(read_yaml(text)), elsewhere), elsewhere


def test_nothing_said_is_what_is_usual() -> None:
    assert _read("name: x\n") == (CheckChoices(), {})
    assert check_fields(CheckChoices()) == {}


def test_levels_of_rules_that_are_not_known_are_kept() -> None:
    choices, elsewhere = _read("checks:\n  levels: {links: 'off', later: block}\n  colour: N\n")
    assert choices.levels == {"links": Level.OFF, "later": Level.BLOCK}
    assert elsewhere == {f"{CHECKS}.colour": "N"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("checks:\n  page-weight: much\n", 2),
        ("checks:\n  page-weight: 0\n", 2),
        ("checks:\n  levels:\n    links: loud\n", 3),
        ("checks:\n  accepted:\n  - {check: links, reason: r}\n", 3),
        ("checks:\n  accepted:\n  - {check: links, at: 2026-01-14T12:00:00Z}\n", 2),
    ],
)
def test_what_cannot_be_meant_is_said_with_its_line(text: str, line: int) -> None:
    with pytest.raises(FileError) as refusal:
        _read(text)
    assert refusal.value.line == line
