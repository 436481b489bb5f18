from __future__ import annotations

import pytest

from editor.cli.answers import Answer, ExitCode, shown, trouble_of
from editor.core.errors import Cancelled, Fault, FileError, UserError
from editor.core.messages import say


@pytest.mark.parametrize(
    ("error", "code", "kind"),
    [
        (UserError(say("a"), say("b")), 2, "request"),
        (Fault(say("a"), say("b")), 3, "world"),
        (Cancelled(), 130, "cancelled"),
        (KeyboardInterrupt(), 130, "cancelled"),
        (ValueError("x"), 70, "bug"),
    ],
)
def test_every_kind_of_trouble_has_its_code_and_form(error: BaseException, code: int, kind: str) -> None:
    trouble = trouble_of(error)
    assert trouble.code == code
    assert set(trouble.form) == {"error"}
    assert trouble.kind == kind
    assert trouble.lines


def test_a_place_is_named_where_there_is_one() -> None:
    trouble = trouble_of(FileError(say("a {x}", x=1), file="f.md", line=3))
    assert trouble.form == {"error": {"kind": "request", "message": "a 1", "hint": "", "file": "f.md", "line": 3}}
    assert trouble.lines == ("a 1",)


def test_an_answer_is_done_unless_it_says_otherwise() -> None:
    assert Answer(form={}).code is ExitCode.DONE
    assert shown([say("a {x}", x="b")]) == ["a b"]
