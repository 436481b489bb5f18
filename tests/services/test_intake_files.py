from __future__ import annotations

from pathlib import Path

import pytest

from editor.core.errors import FileError
from editor.services.intake_files import (
    NamedFile,
    named_files,
    newsroom_files,
    read_file,
    read_newsroom_file,
    read_text,
)
from tests.ingest.readers import options
from tests.services.desks import write


def test_a_folder_names_what_importers_may_know_once_and_sorted(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "sub/c.MARKDOWN", "picture.png", ".hidden.md", ".git/x.md", "newsroom.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = list(named_files([tmp_path, tmp_path / "b.md"]))
    assert [str(file.path.relative_to(tmp_path)) for file in found] == ["a.txt", "b.md", "sub/c.MARKDOWN"]
    assert {file.root for file in found} == {tmp_path}
    assert not any(file.is_named for file in found)
    (named,) = named_files([tmp_path / "sub" / "c.MARKDOWN"])
    assert (named.is_named, named.root, named.name) == (True, tmp_path / "sub", str(tmp_path / "sub" / "c.MARKDOWN"))


def test_newsroom_yaml_counts_only_where_its_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "newsroom.yaml").write_text("name: x\n")
    (tmp_path / "a.md").write_text("x")
    assert newsroom_files([tmp_path]) == [tmp_path / "newsroom.yaml"]
    assert newsroom_files([tmp_path / "a.md"]) == []
    assert read_newsroom_file(tmp_path / "newsroom.yaml", name="y", zone="UTC").settings.name == "x"
    with pytest.raises(FileError, match="no article") as refused:
        read_file(NamedFile(tmp_path / "newsroom.yaml", tmp_path, is_named=True), options())
    assert "Name its folder" in str(refused.value.hint)


def test_a_note_in_a_folder_is_left_out_and_named_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# Notes\n")
    assert read_file(NamedFile(path, tmp_path, is_named=False), options()) is None
    with pytest.raises(FileError):
        read_file(NamedFile(path, tmp_path, is_named=True), options())


def test_an_article_is_read_with_its_kind(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "language: en\nheadline: A\n")
    read = read_file(NamedFile(path, tmp_path, is_named=True), options())
    assert read is not None
    assert (str(read.kind), read.draft.article.headline) == ("Article file", "A")


def test_a_headline_of_signs_alone_has_its_address_from_the_files_name(tmp_path: Path) -> None:
    slugs = {}
    for name, text in {
        "Party Time.md": "language: en\nheadline: 🎉🔥\n",
        "🎉.md": "language: en\nheadline: 🎉\n",
        "given.md": "language: en\nheadline: 🎉\nslug: mine\n",
        "worded.md": "language: en\nheadline: Party\n",
    }.items():
        read = read_file(NamedFile(write(tmp_path, name, text), tmp_path, is_named=True), options(language="en"))
        assert read is not None
        slugs[name] = read.draft.article.slug
    assert list(slugs.values()) == ["party-time", "article", "mine", "party"]


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.md").write_bytes("---\né".encode("latin-1"))
    (tmp_path / "huge.md").write_bytes(b"x")
    with (tmp_path / "huge.md").open("r+b") as stream:
        stream.truncate(33 * 1024 * 1024)
    for name, words in (("latin.md", "UTF-8"), ("huge.md", "larger"), ("gone.md", "not there"), (".", "no file")):
        with pytest.raises(FileError, match=words):
            read_text(tmp_path / name)


def test_ten_megabytes_on_one_line_are_refused_in_words(tmp_path: Path) -> None:
    """Each key in such a text would hold up the window for seconds; the longest line that is taken in is typed in."""
    path = write(tmp_path, "a.md", "language: en\nheadline: A\n", "ten letters " * 900_000)
    with pytest.raises(FileError, match="on one line") as refused:
        read_file(NamedFile(path, tmp_path, is_named=True), options())
    assert "paragraphs" in str(refused.value)
