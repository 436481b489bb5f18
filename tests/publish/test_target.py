"""A place is taken only when it is empty or holds a bundle of ours and nothing else."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from editor.core.errors import UserError
from editor.publish.target import is_dropping, look_at
from tests.publish.newsrooms import Desk, a_public_setting, headlined


def a_bundle(place: Path, *, as_zip: bool = False) -> Path:
    Desk(a_public_setting(), headlined(2)).export(place, "text", as_zip=as_zip)
    return place


def test_nothing_an_empty_folder_and_a_bundle_are_places(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert not look_at(tmp_path / "none", as_zip=False).is_there
    assert look_at(tmp_path / "empty", as_zip=False).manifest is None
    assert look_at(a_bundle(tmp_path / "bundle"), as_zip=False).manifest
    assert look_at(a_bundle(tmp_path / "b.zip", as_zip=True), as_zip=True).manifest


def test_a_folder_of_somebody_elses_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(UserError, match="not a bundle"):
        look_at(tmp_path, as_zip=False)
    (tmp_path / "manifest.json").write_text('{"name": "a web app"}')
    with pytest.raises(UserError, match="not a bundle"):
        look_at(tmp_path, as_zip=False)
    assert (tmp_path / "thesis.docx").read_text() == "years of work"


def test_a_bundle_with_foreign_files_in_it_is_refused_by_name(tmp_path: Path) -> None:
    bundle = a_bundle(tmp_path / "bundle")
    (bundle / ".git").mkdir()
    (bundle / ".git/HEAD").write_text("ref")
    with pytest.raises(UserError, match=r"\.git/HEAD"):
        look_at(bundle, as_zip=False)


def test_what_file_managers_leave_does_not_matter(tmp_path: Path) -> None:
    bundle = a_bundle(tmp_path / "bundle")
    (bundle / "sw/.DS_Store").write_bytes(b"x")
    assert look_at(bundle, as_zip=False).manifest
    assert is_dropping("a/Thumbs.db")


def test_a_folder_and_a_zip_are_not_mistaken_for_each_other(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="is a file"):
        look_at(tmp_path / "file", as_zip=False)
    with pytest.raises(UserError, match="is a folder"):
        look_at(tmp_path, as_zip=True)


@pytest.mark.parametrize("members", [{}, {"manifest.json": "{}"}, {"a.txt": "x"}])
def test_a_zip_of_somebody_elses_is_refused(tmp_path: Path, members: dict[str, str]) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name, words in members.items():
            archive.writestr(name, words)
    with pytest.raises(UserError, match="not a bundle"):
        look_at(tmp_path / "a.zip", as_zip=True)
    (tmp_path / "b.zip").write_bytes(b"no zip")
    with pytest.raises(UserError, match="not a bundle"):
        look_at(tmp_path / "b.zip", as_zip=True)


def test_a_link_to_a_bundle_is_followed(tmp_path: Path) -> None:
    bundle = a_bundle(tmp_path / "bundle")
    (tmp_path / "link").symlink_to(bundle)
    assert look_at(tmp_path / "link", as_zip=False).path == bundle


def test_a_zip_that_was_spoilt_anywhere_is_a_place_or_refused_in_words(tmp_path: Path) -> None:
    place = tmp_path / "b.zip"
    with zipfile.ZipFile(a_bundle(tmp_path / "whole.zip", as_zip=True)) as archive, zipfile.ZipFile(place, "w") as new:
        new.writestr("en/سلام.txt", "words")
        new.writestr("manifest.json", archive.read("manifest.json"))
    whole = place.read_bytes()
    names = [at for at in range(len(whole)) if whole.startswith(b"PK", at)]
    refused = 0
    for at in {near for name in names for near in range(name, min(name + 70, len(whole)))}:
        for bit in range(8):
            place.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
            try:
                look_at(place, as_zip=True)
            except UserError:
                refused += 1
    assert refused
