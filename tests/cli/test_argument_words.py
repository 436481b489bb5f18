"""What argparse says by itself: all of it in our words, in every version of Python that there is."""

from __future__ import annotations

import pytest

from editor.cli.argument_words import refusal_words
from editor.cli.arguments import build_parser
from editor.core.errors import UserError
from editor.i18n.interface import set_interface_language, words

REFUSED = [
    ("export desk", "Something is missing: out."),
    ("publish desk", "“publish” is none of these: open, new, ingest"),
    ("exprot desk out", "There is no “exprot”. Perhaps “export” is meant."),
    ("key delet", "There is no “delet”. Perhaps “delete” is meant."),
    ("place put", "“put” is none of these: list, add, delete."),
    ("new desk --unknown", "This command knows nothing of “--unknown”."),
    ("export desk out --edition", "Something has to follow --edition."),
    ("export desk out --zip=3", "Nothing can follow --zip."),
    ("export desk out --jobs many", "“many” is not what can stand here."),
    ("export desk out --jobs -1", "--jobs: a number of jobs is not negative."),
]


@pytest.mark.parametrize(("line", "said"), REFUSED)
def test_a_refusal_is_one_plain_sentence(line: str, said: str) -> None:
    with pytest.raises(UserError) as refused:
        build_parser().parse_args(line.split())
    assert str(refused.value.message).startswith(said)


def test_what_is_worded_anew_some_day_is_shown_as_it_is() -> None:
    assert str(refusal_words("no such luck")) == "This cannot be understood: no such luck."
    newer = "argument COMMAND: invalid choice: 'x' (choose from open, new)"  # since 3.12
    assert str(refusal_words(newer)) == "“x” is none of these: open, new."
    assert "go together" in str(refusal_words("argument --a: not allowed with argument --b"))


@pytest.mark.parametrize("command", ["", "export", "place", "verify"])
def test_the_help_has_no_english_words_of_argparse(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_interface_language("sw")
    try:
        with pytest.raises(SystemExit):
            build_parser().parse_args([*command.split(), "--help"])
        shown = capsys.readouterr().out
        with pytest.raises(UserError) as refused:
            build_parser().parse_args(["export", "desk"])
        assert words(refused.value.message) != str(refused.value.message)
    finally:
        set_interface_language("")
    for english in ("usage:", "positional arguments", "options:", "show this help", "show program"):
        assert english not in shown
