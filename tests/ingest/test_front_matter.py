from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.core.errors import FileError
from editor.ingest.front_matter import decoded, has_front_matter, joined, split


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb", "a\nb"),
        (b"a\nb\r\nc\rd", "a\nb\nc\nd"),
        (b"\xef\xbb\xbfa\n", "a\n"),
        (b"no final newline", "no final newline"),
        (b"nul\0", "nul\ufffd"),
        ("\u2028 stays \u0085".encode(), "\u2028 stays \u0085"),
    ],
)
def test_line_ends_become_one_and_nothing_else_changes(data: bytes, text: str) -> None:
    assert decoded(data) == text


def test_bytes_that_are_no_text_are_refused_with_their_line() -> None:
    with pytest.raises(FileError) as refused:
        decoded(b"one\ntwo \xff\n")
    assert refused.value.line == 2


def test_the_parts_come_with_their_lines() -> None:
    parts = split("---\na: 1\nb: 2\n---\nBody\n---\nmore\n")
    assert (parts.yaml, parts.yaml_line) == ("a: 1\nb: 2\n", 2)
    assert (parts.body, parts.body_line) == ("Body\n---\nmore", 5)


def test_one_empty_line_below_the_front_matter_is_not_the_text() -> None:
    parts = split("---  \na: 1\n--- \n\nBody")
    assert (parts.body, parts.body_line) == ("Body", 5)


@pytest.mark.parametrize("text", ["", "Body only", "---", "---\n", "---\na: 1\n", "---\na: 1\n----\n", "--- x\n---\n"])
def test_a_missing_or_endless_front_matter_is_refused(text: str) -> None:
    with pytest.raises(FileError) as refused:
        split(text)
    assert refused.value.line == 1
    assert refused.value.hint


def test_an_article_file_is_known_by_its_first_line() -> None:
    assert has_front_matter("---\nmakala: 1\n---\n")
    assert not has_front_matter("A page\n---\n")


@given(st.text(alphabet="a\n-  #é", max_size=30))
@example("")
@example("\n")
@example("\n\n")
@example("---\n")
def test_joined_and_split_are_inverse(body: str) -> None:
    assert split(joined("a: 1\n", body)).body == body
