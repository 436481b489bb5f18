"""The manifest: stable bytes, read with suspicion, and paths that mean the same on every system."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

import pytest

from editor.core.errors import UserError
from editor.core.files import sha256_hex
from editor.publish.bundle import BundleFile, FileRole, at_hand
from editor.publish.manifest import (
    Entry,
    Manifest,
    amended_bytes,
    entry_of,
    is_safe_path,
    manifest_bytes,
    read_manifest,
)

FILE = BundleFile(
    path="sw/a.txt", make=at_hand(b"words"), type="text/plain", role=FileRole.TEXT, article="1", article_version="2"
)
PICTURE = BundleFile(path="images/a.jpg", make=at_hand(b"x"), type="image/jpeg", role=FileRole.IMAGE)


def a_manifest() -> Manifest:
    made = [(file, file.make()) for file in (FILE, PICTURE)]
    entries = {file.path: entry_of(file, len(data), sha256_hex(data)) for file, data in made}
    return Manifest(format="text", editions=("sw",), entries=entries)


def test_it_says_what_the_contract_asks_for() -> None:
    plain = json.loads(manifest_bytes(a_manifest()))
    assert plain["makala"] == 1
    assert plain["image_metadata"] == []
    assert plain["files"] == [
        {"path": "images/a.jpg", "bytes": 1, "sha256": sha256_hex(b"x"), "type": "image/jpeg", "role": "image"},
        {
            "path": "sw/a.txt",
            "bytes": 5,
            "sha256": sha256_hex(b"words"),
            "type": "text/plain",
            "role": "text",
            "article": "1",
            "article_version": "2",
        },
    ]


def test_what_the_files_of_a_picture_promise_stands_there_once() -> None:
    promised = {"source_type": "http://x.example/t", "alt": {"x-default": "太鼓"}}
    files = [replace(PICTURE, path=f"images/{name}.jpg", promised=promised) for name in "abc"]
    manifest = Manifest(
        format="html", editions=(), entries={one.path: entry_of(one, 1, sha256_hex(b"x")) for one in files}
    )
    plain = json.loads(manifest_bytes(manifest))
    assert plain["image_metadata"] == ["alt", "source_type"]
    ((key, said),) = plain["statements"].items()
    assert said == promised
    assert [one["statement"] for one in plain["files"]] == [key] * 3
    assert read_manifest(manifest_bytes(manifest)) == manifest
    with pytest.raises(UserError):
        read_manifest(manifest_bytes(manifest).replace(b'"statements"', b'"sayings"'))


def test_it_is_written_as_plain_json_with_an_indent_is() -> None:
    data = manifest_bytes(a_manifest())
    assert data == json.dumps(json.loads(data), ensure_ascii=False, indent=1).encode() + b"\n"
    empty = manifest_bytes(Manifest(format="text", editions=("sw",), entries={}))
    assert empty == json.dumps(json.loads(empty), ensure_ascii=False, indent=1).encode() + b"\n"


def test_it_is_read_as_it_was_written() -> None:
    data = manifest_bytes(a_manifest())
    assert read_manifest(data) == a_manifest()
    assert manifest_bytes(read_manifest(data)) == data


def test_no_byte_of_it_changes_unnoticed() -> None:
    data = manifest_bytes(a_manifest())
    assert read_manifest(data).is_as_written
    for at in range(len(data)):
        for other in (data[at] ^ 1, data[at] ^ 0x20, 0x20):
            spoilt = data[:at] + bytes([other]) + data[at + 1 :]
            try:
                assert spoilt == data or not read_manifest(spoilt).is_as_written, spoilt[:at][-40:]
            except UserError:
                continue


def test_one_of_before_its_own_sum_is_whole_unless_a_name_in_it_is_unheard_of() -> None:
    plain = json.loads(manifest_bytes(a_manifest()))
    assert not read_manifest(json.dumps(plain).encode()).is_as_written
    del plain["own_sha256"]
    assert read_manifest(json.dumps(plain).encode()).is_as_written
    assert not read_manifest(json.dumps({**plain, "own_sha257": "0"}).encode()).is_as_written


def test_with_other_entries_it_is_what_it_would_have_been() -> None:
    paths = ["a.html", "a.html.js", "a/b.html", "太鼓/é.html", "z/" + "n" * 90 + ".html"]
    pictures = [replace(PICTURE, promised={"path": "a.html", "alt": '  {\n   "path": "a.html",'})]
    files = [replace(FILE, path=path) for path in paths]
    entries = {file.path: entry_of(file, 1, sha256_hex(b"x")) for file in (*files, *pictures)}
    before = Manifest(format="html", editions=("sw",), entries=entries)
    for some in ([], files[:1], files[1:2], files[::-2], files):
        new = [entry_of(replace(file, article_version="3"), 22, sha256_hex(b"y")) for file in some]
        after = replace(before, entries=entries | {entry.path: entry for entry in new})
        assert amended_bytes(manifest_bytes(before), entries, new) == manifest_bytes(after)
    with pytest.raises(ValueError, match="not found"):
        amended_bytes(manifest_bytes(before), {"b.html"}, [entry_of(replace(FILE, path="b.html"), 1, "")])


@pytest.mark.parametrize("gone", [[], ["a.html"], ["z.html"], ["a.html", "b.html"], ["m/太鼓.html", "z.html"]])
@pytest.mark.parametrize("new", [[], ["0.html"], ["zz.html", "zzz.html"], ["b", "b.htm", "b.html.x"], ["b.html", "c"]])
def test_with_files_that_came_and_went_it_is_what_it_would_have_been(gone: list[str], new: list[str]) -> None:
    """Before the first, behind the last, and side by side."""

    def said(paths: Iterable[str], digest: str) -> dict[str, Entry]:
        return {path: entry_of(replace(FILE, path=path), 1, digest) for path in paths}

    before = said(["z.html", "a.html", "m/太鼓.html", "b.html"], "0" * 64)
    came = said((path for path in new if path not in gone), "1" * 64)
    after = {path: entry for path, entry in before.items() if path not in gone} | came
    data = manifest_bytes(Manifest(format="html", editions=("sw",), entries=before))
    expected = manifest_bytes(Manifest(format="html", editions=("sw",), entries=after))
    assert amended_bytes(data, before, came.values(), gone) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"makala": 1}',
        b'{"makala": 1, "files": [{}]}',
        b'{"makala": 1, "files": [{"path": 1, "bytes": 1, "sha256": "x", "type": "", "role": "page"}]}',
        b'{"makala": 2, "files": []}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_manifest_is_refused(data: bytes) -> None:
    with pytest.raises(UserError):
        read_manifest(data)


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("2", "of version 2, and this Makala knows version 1"),
        ('"1"', "says its version as text"),
        ("true", "says no version"),
        ("null", "says no version"),
    ],
)
def test_what_is_wrong_with_its_version_is_said(version: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read_manifest(f'{{"makala": {version}, "files": []}}'.encode())


@pytest.mark.parametrize("path", ["index.html", "sw/ngoma/index.html", "sw/مقال/index.html", "a.b/c"])
def test_safe_paths(path: str) -> None:
    assert is_safe_path(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/a",
        "a/",
        "a//b",
        "../a",
        "a/../b",
        ".",
        "a\\b",
        "C:/a",
        "a/con",
        "aux.txt",
        "a ",
        "a.",
        "a\0b",
        "a\nb",
        "a?b",
        "e\u0301",
    ],
)
def test_unsafe_paths(path: str) -> None:
    assert not is_safe_path(path)
