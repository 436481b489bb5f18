from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.errors import FileError
from editor.ingest.yaml_text import Items, Map, Text, plain, read_yaml


def test_every_scalar_and_key_is_the_text_that_stands_there() -> None:
    read = read_yaml("no: yes\n2026-01-14: 12:30\n~: null\nn: !!int 3\nx: 0x1f\nempty:\nquoted: ''\n")
    assert plain(read) == {
        "no": "yes",
        "2026-01-14": "12:30",
        "~": "null",
        "n": "3",
        "x": "0x1f",
        "empty": "",
        "quoted": "",
    }


def test_lines_are_those_of_the_file() -> None:
    read = read_yaml("a: 1\nb:\n- x\n- y: z\n", first_line=2)
    assert read.key_lines == {"a": 2, "b": 3}
    items = read.entries["b"]
    assert isinstance(items, Items)
    assert items.items[0] == Text("x", 4)
    inner = items.items[1]
    assert isinstance(inner, Map)
    assert inner.key_lines == {"y": 5}


def test_nothing_at_all_is_an_empty_mapping() -> None:
    assert plain(read_yaml("")) == {}
    assert plain(read_yaml("# only a comment\n")) == {}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: !!python/object/apply:os.system ['ls']", 2, "!!python/object/apply:os.system"),
        ("a: !!python/name:os.system x", 1, "nothing of it was run"),
        ("a: !custom x", 1, "!custom"),
        ("%TAG ! tag:evil,2000:\n---\na: !x y", 3, "tag:evil,2000:x"),
        ("a: &x 1\nb: *x", 2, "repeats another part"),
        ("a: 1\nb: 2\na: 3", 3, "line 1"),
        ("a:\n  b: 1\n  b: 2", 3, "twice"),
        ("a: b: c", 1, "one colon too many"),
        ('a: 1\nb: "open\nc: 2', 2, "quotation mark"),
        ("a: 1\nwords", 2, "colon is missing"),
        ("\ta: 1", 1, "begins with a sign"),
        ("- a", 1, "key: value"),
        ("words", 1, "key: value"),
        ("a: 1\n---\nb: 2", 2, "second document"),
        ("? [x]\n: y", 1, "key must be a word"),
        ("a: 1\nb: \x07", 2, "no text may hold"),
        ('a: "\\ud800"', 1, "cannot be read"),
        ("a: [1, 2", 2, "cannot be read"),
    ],
)
def test_what_is_not_plain_is_refused_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(FileError) as refused:
        read_yaml(text)
    assert words in str(refused.value)
    assert refused.value.line == line


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "a:\n" + "".join(" " * n + "a:\n" for n in range(1, 99))]
)
def test_bottomless_nesting_is_refused_and_not_fallen_into(text: str) -> None:
    with pytest.raises(FileError):
        read_yaml(text)


def test_what_no_database_can_hold_is_replaced() -> None:
    assert plain(read_yaml('a: "x\\0y"')) == {"a": "x\ufffdy"}


@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%@`,?\n\t \\é", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert line_of_refusal(text) >= 0


def line_of_refusal(text: str) -> int:
    try:
        read_yaml(text)
    except FileError as refused:
        return refused.line or -1
    return 0
