from __future__ import annotations

from editor.core.errors import FileError
from editor.core.messages import say
from editor.ingest.asking import Question, UnansweredError
from tests.builders import NOON


def test_what_is_asked_is_a_refusal_that_knows_its_answers() -> None:
    error = UnansweredError(Question.INSTANT, say("When?"), say("Say which."), line=3, date="d", instants=(NOON, NOON))
    assert isinstance(error, FileError)
    assert (error.question, error.line, error.date, error.instants) == (Question.INSTANT, 3, "d", (NOON, NOON))
    assert str(error) == "When? Say which."
