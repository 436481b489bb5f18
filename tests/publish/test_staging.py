"""A few new files of many amend the bundle, many new ones make a new tree: either way the same bundle comes of it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from editor.core.errors import Fault
from editor.publish import amending, staging
from editor.publish.bundle import BundleFile
from editor.publish.exchange import beside
from tests.publish.test_writer import a_file, is_whole, written


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "AMENDED_FROM", 4)


def many(count: int, words: str = "old") -> list[BundleFile]:
    return [a_file(f"sw/{number}/index.txt", words) for number in range(count)]


def test_a_few_new_files_leave_all_others_where_they_are(tmp_path: Path) -> None:
    place = tmp_path / "out"
    written(place, *many(20), a_file("sw/gone/index.txt"))
    folder, file = place.stat().st_ino, (place / "sw/3/index.txt").stat().st_ino
    done = written(place, *many(20)[1:], a_file("sw/0/index.txt", "new"), a_file("sw/more/index.txt"))
    assert (done.written, done.unchanged, done.removed) == (2, 19, 1)
    assert is_whole(place)
    assert (place.stat().st_ino, (place / "sw/3/index.txt").stat().st_ino) == (folder, file)
    assert not (place / "sw/gone").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (
        done.manifest_sha256
        == written(
            tmp_path / "other", *many(20)[1:], a_file("sw/0/index.txt", "new"), a_file("sw/more/index.txt")
        ).manifest_sha256
    )


def test_many_new_files_make_a_new_tree(tmp_path: Path) -> None:
    place = tmp_path / "out"
    written(place, *many(20))
    folder = place.stat().st_ino
    assert written(place, *many(20, "new")[:9], *many(20)[9:]).written == 9
    assert place.stat().st_ino != folder
    assert is_whole(place)


def test_interrupted_it_says_so_and_the_next_export_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "out"
    written(place, *many(20))

    def stop(_: Path) -> None:
        raise OSError(errno.EIO, "the cable")

    monkeypatch.setattr(staging, "settle", stop)
    with pytest.raises(Fault, match="Export once more"):
        written(place, *many(20)[1:], a_file("sw/0/index.txt", "new"), a_file("sw/99/index.txt"))
    monkeypatch.undo()
    monkeypatch.setattr(staging, "AMENDED_FROM", 4)
    assert not is_whole(place)
    done = written(place, *many(20)[1:], a_file("sw/0/index.txt", "new"), a_file("sw/99/index.txt"))
    assert done.written == 0, "what was begun is what this one wants"
    assert is_whole(place)
    assert not beside(place, "new").exists()


def test_what_goes_wrong_before_leaves_the_bundle_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "out"
    written(place, *many(20))

    def stop(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(staging, "write_plan", stop)
    with pytest.raises(Fault):
        written(place, *many(20)[1:], a_file("sw/0/index.txt", "new"))
    assert is_whole(place)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("is_big", [True, False])
def test_what_is_said_of_the_bundle_is_true_where_the_disk_does_not_confirm_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_big: bool,  # noqa: FBT001
) -> None:
    place = tmp_path / "out"
    written(place, *many(20))

    def stop(_: Path) -> None:
        raise OSError(errno.EIO, "the cable")

    monkeypatch.setattr(amending if is_big else staging, "sync_folder", stop)
    with pytest.raises(Fault) as fault:
        written(place, *many(20)[1:], a_file("sw/0/index.txt", "new"), *([] if is_big else many(30, "more")[20:]))
    assert "untouched" not in str(fault.value)
    assert is_whole(place) is not is_big
    assert ("Export once more" in str(fault.value)) is is_big


@pytest.mark.parametrize("name", ["sw/0/index.txt", "sw/gone.txt"])
def test_a_folder_that_somebody_put_in_the_place_of_a_file_is_no_end_of_it(tmp_path: Path, name: str) -> None:
    place = tmp_path / "out"
    written(place, *many(20), a_file("sw/gone.txt"))
    (place / name).unlink()
    (place / name).mkdir()
    written(place, *many(20)[1:], a_file("sw/0/index.txt", "new"))
    assert is_whole(place)
    assert not (place / "sw/gone.txt").exists()
