"""The kinds of trouble and their sentences."""

from __future__ import annotations

from editor.core.errors import Cancelled, Fault, FileError, UserError
from editor.core.messages import Message, say


def test_a_user_error_says_what_and_what_to_do() -> None:
    error = UserError(say("“{name}” is taken.", name="drums"), say("Choose another."))
    assert str(error) == "“drums” is taken. Choose another."


def test_a_user_error_needs_no_hint() -> None:
    error = UserError(say("Too long."))
    assert str(error) == "Too long."
    assert error.hint == Message()


def test_a_file_error_names_its_place() -> None:
    error = FileError(say("No headline."), file="a.md", line=3)
    assert isinstance(error, UserError)
    assert (error.file, error.line, str(error)) == ("a.md", 3, "No headline.")


def test_a_fault_says_what_did_not_happen_and_why() -> None:
    fault = Fault(say("Nothing was saved."), say("The disk is full."), can_retry=False)
    assert str(fault) == "Nothing was saved. The disk is full."
    assert not fault.can_retry


def test_the_kinds_do_not_catch_one_another() -> None:
    assert not issubclass(Fault, UserError)
    assert not issubclass(Cancelled, UserError | Fault)
