"""A newsroom's own themes travel: what every system can call so, whole, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from editor.core.errors import Fault
from editor.core.files import sha256_hex
from editor.core.jobs import quiet
from editor.storage.backup import back_up
from editor.storage.backup_file import MANIFEST_NAME
from editor.storage.own_themes import (
    bring_themes,
    is_theme_path,
    note_themes,
    put_back_themes,
    theme_file_by_hand,
    theme_files,
)
from editor.storage.restoring import restore, restore_in_place
from tests.builders import NOON, FixedClock, a_database


def a_theme(folder: Path, name: str = "harbour", **files: str) -> Path:
    theme = folder / "themes" / name
    theme.mkdir(parents=True, exist_ok=True)
    for file, words in (files or {"style__css": "body {}", "article__html": "{{ page }}"}).items():
        (theme / file.replace("__", ".")).write_text(words)
    return theme


def content(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text() for name in theme_files(folder)}


def test_links_folders_and_names_that_mean_something_else_elsewhere_stay_at_home(tmp_path: Path) -> None:
    theme = a_theme(tmp_path)
    (theme / "deeper").mkdir()
    (theme / ".git").write_text("x")
    (theme / "CON.css").write_text("x")
    (theme / "a:b.png").write_text("x")
    (theme / "STYLE.CSS").write_text("the twin of another")
    (theme / "u\u0308.png").write_text("not composed")
    (theme / "large.png").write_bytes(b"x" * 8_000_001)
    (theme / "passwd.txt").symlink_to("/etc/passwd")
    (tmp_path / "themes" / "linked").symlink_to(theme)
    (tmp_path / "themes" / "notes.txt").write_text("x")
    assert theme_files(tmp_path) == ["themes/harbour/STYLE.CSS", "themes/harbour/article.html"]
    assert theme_files(tmp_path / "nowhere") == []
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "themes").symlink_to(tmp_path / "themes")
    assert theme_files(tmp_path / "other") == []


@pytest.mark.parametrize(
    "name",
    [
        *("themes/../x", "themes/a/../../x", "/themes/a/b", "themes/a", "themes/a/b/c", "themes//b", "themes/a/"),
        *("themes/a/.hidden", "themes/a/nul.css", "themes/a\\b/c", "themes/a/b:c", "themes/a/b.", "media/a/b"),
        f"themes/a/{'x' * 300}.css",
        *("themes/a/u\u0308", "themes/a/\u202eb", "themes/a/b\n"),
    ],
)
def test_a_name_that_leads_anywhere_else_is_no_themes(name: str) -> None:
    assert not is_theme_path(name)


def test_a_theme_comes_whole_and_replaces_none(tmp_path: Path) -> None:
    a_theme(tmp_path / "one")
    assert bring_themes(tmp_path / "one", tmp_path / "two") == []
    assert content(tmp_path / "two") == content(tmp_path / "one")
    assert bring_themes(tmp_path / "one", tmp_path / "two") == []
    a_theme(tmp_path / "one", style__css="other")
    assert bring_themes(tmp_path / "one", tmp_path / "two") == ["harbour"]
    assert (tmp_path / "two/themes/harbour/style.css").read_text() == "body {}"


def test_what_a_theme_had_besides_does_not_stay_in_one_that_is_put_back(tmp_path: Path) -> None:
    a_theme(tmp_path / "kept")
    a_theme(tmp_path / "now", style__css="now", extra__html="x")
    a_theme(tmp_path / "now", "other", style__css="stays")
    put_back_themes(tmp_path / "kept", tmp_path / "now")
    assert content(tmp_path / "now") == {**content(tmp_path / "kept"), "themes/other/style.css": "stays"}
    assert sorted(os.listdir(tmp_path / "now/themes")) == ["harbour", "other"]  # noqa: PTH208 - names alone


def test_what_no_backup_holds_stays_in_a_theme_that_is_put_back(tmp_path: Path) -> None:
    """A history under `.git`, drafts in a folder, a picture too large to travel: there is no other copy of them."""
    a_theme(tmp_path / "kept")
    a_theme(tmp_path / "kept", large__png="small once")
    theme = a_theme(tmp_path / "now", style__css="now")
    for folder in (".git", "drafts"):
        (theme / folder).mkdir()
        (theme / folder / "all").write_text("mine")
    put_back_themes(tmp_path / "kept", tmp_path / "now")
    assert content(tmp_path / "now") == content(tmp_path / "kept")
    assert [(theme / name / "all").read_text() for name in (".git", "drafts")] == ["mine", "mine"]
    assert os.listdir(tmp_path / "now/themes") == ["harbour"]  # noqa: PTH208 - names alone
    (theme / "large.png").write_bytes(b"x" * 8_000_001)
    put_back_themes(tmp_path / "kept", tmp_path / "now")
    assert content(tmp_path / "now") == content(tmp_path / "kept")
    (theme / "large.png").write_bytes(b"y" * 8_000_001)
    put_back_themes(tmp_path / "kept", tmp_path / "now")
    left = sorted((tmp_path / "now/themes").glob(".harbour*/large.png"))
    assert [path.read_bytes()[:1] for path in left] == [b"x", b"y"]


def test_the_theme_of_now_is_there_until_the_one_of_before_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_theme(tmp_path / "kept")
    a_theme(tmp_path / "now", style__css="now")
    before = content(tmp_path / "now")
    seen, real = [], shutil.copyfile

    def copy(*paths: Path) -> object:
        seen.append(content(tmp_path / "now"))
        return real(*paths)

    monkeypatch.setattr(shutil, "copyfile", copy)
    put_back_themes(tmp_path / "kept", tmp_path / "now")
    assert seen == [before] * 2


def test_what_a_link_in_the_place_of_a_theme_leads_to_is_left_alone(tmp_path: Path) -> None:
    a_theme(tmp_path / "kept")
    far = a_theme(tmp_path / "far", style__css="far")
    (far / ".git").write_text("mine")
    (tmp_path / "now/themes").mkdir(parents=True)
    (tmp_path / "now/themes/harbour").symlink_to(far)
    put_back_themes(tmp_path / "kept", tmp_path / "now")
    assert content(tmp_path / "now") == content(tmp_path / "kept")
    assert sorted(path.name for path in far.iterdir()) == [".git", "style.css"]


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_backup_holds_them_and_both_ways_back_bring_them(tmp_path: Path, is_whole: bool) -> None:  # noqa: FBT001
    database = a_database(tmp_path / "desk")
    a_theme(database.folder)
    database.close()
    before = content(tmp_path / "desk")
    made = back_up(tmp_path / "desk", NOON, quiet(), is_whole=is_whole)
    restore(made.path, tmp_path / "new", quiet())
    assert content(tmp_path / "new") == before
    a_theme(tmp_path / "desk", style__css="spoilt", extra__html="x")
    later = FixedClock(NOON)
    later.forward(60)
    _lost, present = restore_in_place(made.path, tmp_path / "desk", later.now(), quiet())
    assert content(tmp_path / "desk") == before
    restore(present.path, tmp_path / "present", quiet())
    assert content(tmp_path / "present")["themes/harbour/style.css"] == "spoilt"


@pytest.mark.parametrize("names", [["themes/../../x"], ["themes/a/b\\..\\..\\x"], ["themes/a/nul"], ["themes/x"]])
def test_a_backup_with_a_hostile_name_is_refused_and_nothing_is_written(tmp_path: Path, names: list[str]) -> None:
    database = a_database(tmp_path / "desk")
    database.close()
    made = back_up(tmp_path / "desk", NOON, quiet())
    hostile = tmp_path / "hostile.zip"
    with zipfile.ZipFile(made.path) as archive, zipfile.ZipFile(hostile, "w") as other:
        plain = json.loads(archive.read(MANIFEST_NAME))
        for entry in plain["files"]:
            other.writestr(entry["path"], archive.read(entry["path"]))
        for name in names:
            other.writestr(name, b"x")
            plain["files"].append({"path": name, "bytes": 1, "sha256": sha256_hex(b"x")})
        other.writestr(MANIFEST_NAME, json.dumps(plain))
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Fault, match="damaged"):
        restore(hostile, tmp_path / "new", quiet())
    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_by_hand_is_told_from_those_that_were_written(tmp_path: Path) -> None:
    newsroom, archive = tmp_path / "newsroom", tmp_path / "archive"
    assert theme_file_by_hand(archive, newsroom) == ""
    a_theme(newsroom)
    bring_themes(newsroom, archive)
    assert theme_file_by_hand(archive, newsroom) == "", "an archive without a note, and the newsroom has the same"
    note_themes(archive)
    assert sha256_hex(b"body {}") in (archive / "themes" / "SHA256SUMS").read_text()
    shutil.rmtree(newsroom)
    assert theme_file_by_hand(archive, newsroom) == ""
    a_theme(archive, style__css="body { margin: 0 }")
    assert theme_file_by_hand(archive, newsroom) == "themes/harbour/style.css"
    a_theme(newsroom, style__css="body { margin: 0 }")
    assert theme_file_by_hand(archive, newsroom) == "", "the newsroom has it so"
