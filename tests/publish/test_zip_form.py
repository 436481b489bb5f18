"""A zip that tells two programs two things, or hides something, is found out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from typing_extensions import Buffer

from editor.publish.zip_form import form_problems

_FILES = {"a.txt": b"words", "folder/b.txt": b"more words " * 50}


def a_zip(method: int = zipfile.ZIP_STORED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in _FILES.items():
            archive.writestr(name, data)
    return stream.getvalue()


def problems(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [name for name, _ in form_problems(archive)]


class _Pipe(io.RawIOBase):
    """A stream that cannot seek, so that sizes are said after each file."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def write(self, data: Buffer) -> int:
        piece = bytes(data)
        self.data += piece
        return len(piece)


def test_a_zip_of_any_tool_is_fine() -> None:
    assert problems(a_zip()) == problems(a_zip(zipfile.ZIP_DEFLATED)) == []
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _FILES.items():
            archive.writestr(name, data)
    assert problems(pipe.data) == []
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive, archive.open("big.txt", "w", force_zip64=True) as member:
        member.write(b"words")
    assert problems(stream.getvalue()) == []


def _with(data: bytes, place: int, piece: bytes) -> bytes:
    return data[:place] + piece + data[place + len(piece) :]


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda data: b"#!/bin/sh\n" + data, [""]),
        (lambda data: data + b"behind", [""]),
        (lambda data: data[:-2] + b"\x05\0hello", [""]),
        (lambda data: _with(data, 30, b"b.txt"), ["a.txt"]),
        (lambda data: _with(data, 8, b"\x08\0"), ["a.txt"]),
        (lambda data: _with(data, 22, b"\x04\0\0\0"), ["a.txt"]),
        (lambda data: _with(data, 14, b"\0\0\0\0"), ["a.txt"]),
    ],
    ids=["before", "behind", "comment", "name", "method", "size", "sum"],
)
def test_a_trick_is_found(change: Callable[[bytes], bytes], where: list[str]) -> None:
    assert problems(change(a_zip())) == where


def test_what_lies_between_two_files_is_found() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "words")
        stream.write(b"hidden")
        archive.start_dir = stream.tell()
        archive.writestr("b.txt", "words")
    assert problems(stream.getvalue()) == [""]


def _in_end(place: int, piece: bytes) -> Callable[[bytes], bytes]:
    return lambda data: _with(data, data.rindex(b"PK\x05\x06") + place, piece)


@pytest.mark.parametrize(
    "change",
    [_in_end(4, b"\1"), _in_end(6, b"\1"), _in_end(8, b"\1"), _in_end(10, b"\1"), _in_end(8, b"\1\0\1\0")],
    ids=["disk", "first disk", "on this disk", "in all", "one fewer"],
)
def test_an_end_that_counts_otherwise_is_found(change: Callable[[bytes], bytes]) -> None:
    """Python goes by the size of the directory; others by the count, and never see the last file."""
    assert problems(change(a_zip())) == [""]


def test_a_comment_that_is_cut_off_is_found() -> None:
    data = a_zip()
    assert problems(data[:-2] + b"\x05\0") == [""]


def _marked(name: str, attributes: int, disk: int = 0) -> list[str]:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        member = zipfile.ZipInfo(name)
        member.create_system, member.external_attr = 3, attributes
        archive.writestr(member, "")
    data = stream.getvalue()
    at = data.index(b"PK\x01\x02")
    return problems(_with(data, at + 34, disk.to_bytes(2, "little")))


def test_what_is_called_no_regular_file_is_found() -> None:
    assert _marked("a", 0) == _marked("a", 0o100644 << 16) == _marked("a/", 0o40755 << 16 | 0x10) == []
    for kind in (0o010644, 0o020644, 0o060644, 0o140644, 0o104755, 0o102755, 0o040755):
        assert _marked("a", kind << 16) == ["a"], oct(kind)
    assert _marked("a", 0x10) == ["a"]
    assert _marked("a", 0o100644 << 16, disk=1) == ["a"]
