"""What was made last is held, and never more than so much."""

from __future__ import annotations

import pickle

from editor.core.recent import Recent


def test_it_never_holds_more_than_it_may() -> None:
    held: Recent[int, str] = Recent(3)
    for number in range(3):
        held[number] = str(number)
    held[2] = "two"
    assert held == {0: "0", 1: "1", 2: "two"}
    held[3] = "3"
    assert held == {3: "3"}


def test_another_process_gets_it_empty() -> None:
    held: Recent[int, str] = Recent(1)
    held[1] = "1"
    sent = pickle.loads(pickle.dumps(held))  # noqa: S301 - our own
    sent[2], sent[3] = "2", "3"
    assert sent == {3: "3"}
