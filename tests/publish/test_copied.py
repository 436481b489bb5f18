"""A bundle that is copied has the same files, and none of them is taken unseen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from editor.core.jobs import quiet
from editor.core.processes import Crew
from editor.publish import making
from editor.publish.account import Written
from editor.publish.bundle import BundleFile, FileRole, at_hand
from editor.publish.copied import NotAsLeftError, copied_files
from editor.publish.making import Hands
from editor.publish.reuse import Memory, Old
from editor.publish.target import look_at
from editor.publish.verify import verify
from editor.publish.writer import write_folder
from tests.processes import needs_fork


def a_page(number: int) -> BundleFile:
    html = f'<a href="../a.txt">Page {number}</a>'.encode()
    return BundleFile(
        path=f"en/{number}.html",
        make=at_hand(html),
        key=at_hand(f"key {number}"),
        type="text/html",
        role=FileRole.PAGE,
        article=f"{number}" * 32,
        article_version="1",
    )


def write(files: object, place: Path, **how: object) -> Written:
    given = {"memory": Memory(place.with_suffix(".memory")), "look_at_picture": lambda *_: None, **how}
    target = look_at(place, as_zip=False)
    return write_folder(files, target, quiet(), kind="html", editions=("en",), **given)  # type: ignore[arg-type]


def a_bundle(place: Path, pages: int = 3) -> tuple[Written, Old]:
    text = BundleFile(path="a.txt", make=at_hand(b"words"), type="text/plain", role=FileRole.TEXT)
    written = write([text, *map(a_page, range(pages))], place)
    assert written.left
    return written, written.left.old


def is_whole(place: Path) -> bool:
    return not verify(place, lambda *_: None, quiet())[1]


def test_a_copy_is_the_same_bundle_and_its_pages_stay_known(tmp_path: Path) -> None:
    written, source = a_bundle(tmp_path / "source")
    copy = write(copied_files(source), tmp_path / "copy")
    assert (copy.manifest_sha256, copy.files, copy.written) == (written.manifest_sha256, 4, 4)
    assert is_whole(tmp_path / "copy")
    assert Memory(tmp_path / "copy.memory").read()[0]["en/1.html"].key == "key 1"
    again = write(copied_files(source), tmp_path / "copy")
    assert (again.manifest_sha256, again.written, again.unchanged) == (written.manifest_sha256, 0, 4)


def test_a_copy_has_files_of_its_own(tmp_path: Path) -> None:
    _, source = a_bundle(tmp_path / "source")
    write(copied_files(source), tmp_path / "copy")
    (tmp_path / "copy/a.txt").write_text("other")
    assert is_whole(tmp_path / "source")


def test_what_lay_at_the_place_gives_way(tmp_path: Path) -> None:
    _, source = a_bundle(tmp_path / "source")
    write([BundleFile(path="old.txt", make=at_hand(b"old"), type="text/plain", role=FileRole.TEXT)], tmp_path / "copy")
    assert write(copied_files(source), tmp_path / "copy").removed == 1
    assert not (tmp_path / "copy/old.txt").exists()
    assert is_whole(tmp_path / "copy")


@pytest.mark.parametrize("harm", ["changed", "gone", "folder gone", "link"])
def test_a_source_that_is_not_what_it_was_is_not_copied(tmp_path: Path, harm: str) -> None:
    _, source = a_bundle(tmp_path / "source")
    page = tmp_path / "source/en/1.html"
    if harm == "changed":
        page.write_bytes(page.read_bytes().replace(b"Page", b"Cage"))
    elif harm == "gone":
        page.unlink()
    elif harm == "folder gone":
        shutil.rmtree(tmp_path / "source")
    else:
        page.rename(tmp_path / "elsewhere")
        page.symlink_to(tmp_path / "elsewhere")
    write([a_page(2), BundleFile(path="a.txt", make=at_hand(b""), type="x/y", role=FileRole.TEXT)], tmp_path / "copy")
    with pytest.raises(NotAsLeftError):
        write(copied_files(source), tmp_path / "copy")
    assert is_whole(tmp_path / "copy"), "the bundle before is untouched"
    assert {one.name for one in tmp_path.iterdir() if ".makala-" in one.name} == set()


@pytest.mark.parametrize("how", [pytest.param("fork", marks=needs_fork), "spawn"])
def test_many_files_are_copied_by_all_processors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    written, source = a_bundle(tmp_path / "source", 450)
    if how == "spawn":  # as beside a window, and wherever nothing forks
        monkeypatch.setattr(Crew, "can_fork", False)
        monkeypatch.setattr(making, "_SPAWNED_FROM", 400)
    copy = write(copied_files(source), tmp_path / "copy", hands=Hands(processes=2))
    assert copy.manifest_sha256 == written.manifest_sha256
    assert is_whole(tmp_path / "copy")
    page = tmp_path / "source/en/444.html"
    page.write_bytes(page.read_bytes() + b" ")
    with pytest.raises(NotAsLeftError):
        write(copied_files(source), tmp_path / "third", hands=Hands(processes=2))
    assert not (tmp_path / "third").exists()
