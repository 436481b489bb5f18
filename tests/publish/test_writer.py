"""A bundle is the old one or the new one, whatever happens; equal content is equal bytes and is not written again."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock, Timeout

from editor.core.errors import Cancelled, Fault, UserError
from editor.core.jobs import JobContext, quiet
from editor.publish import staging
from editor.publish.account import Written
from editor.publish.bundle import BundleFile, FileRole, at_hand
from editor.publish.exchange import beside
from editor.publish.manifest import JOURNAL, entry_of
from editor.publish.reuse import Left, Memory, Old
from editor.publish.target import look_at
from editor.publish.verify import verify
from editor.publish.writer import renew_folder, write_folder, write_zip
from tests.processes import DONE, FAILED, end_of_child, needs_fork
from tests.publish.newsrooms import a_full_desk


def a_file(path: str, words: str = "words") -> BundleFile:
    return BundleFile(path=path, make=at_hand(words.encode()), type="text/plain", role=FileRole.TEXT)


def written(place: Path, *files: BundleFile, as_zip: bool = False, context: JobContext | None = None) -> Written:
    context = context or quiet()
    target = look_at(place, as_zip=as_zip)
    if as_zip:
        return write_zip(files, target, context, kind="text", editions=("sw",), look_at_picture=lambda *_: None)
    return write_folder(
        files, target, context, kind="text", editions=("sw",), memory=Memory(None), look_at_picture=lambda *_: None
    )


def is_whole(place: Path) -> bool:
    return not verify(place, lambda *_: None, quiet())[1]


def failing(error: BaseException) -> BundleFile:
    def make() -> bytes:
        raise error

    return replace(a_file("sw/z.txt"), make=make)


def test_a_first_export_makes_the_folders_above(tmp_path: Path) -> None:
    report = written(tmp_path / "a/b/out", a_file("sw/a.txt"), a_file("index.html"))
    assert (report.files, report.written, report.unchanged, report.removed) == (2, 2, 0, 0)
    assert is_whole(tmp_path / "a/b/out")
    assert (tmp_path / "a/b/out/sw/a.txt").read_text() == "words"


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    place = tmp_path / "out"
    first = written(place, a_file("a.txt"), a_file("b.txt"), a_file("c.txt"))
    before = (place / "a.txt").stat()
    second = written(place, a_file("a.txt"), a_file("b.txt", "other"))
    assert (second.written, second.unchanged, second.removed) == (1, 1, 1)
    assert (place / "a.txt").stat().st_mtime_ns == before.st_mtime_ns
    assert (place / "a.txt").stat().st_nlink == 1
    assert sorted(path.name for path in place.iterdir()) == ["a.txt", "b.txt", "manifest.json"]
    assert written(place, a_file("a.txt"), a_file("b.txt"), a_file("c.txt")).manifest_sha256 == first.manifest_sha256


def test_a_bundle_that_would_be_the_same_stays_where_it_is(tmp_path: Path) -> None:
    place = tmp_path / "out"
    first = written(place, a_file("a.txt"), a_file("sw/b.txt"))
    before = place.stat().st_ino
    again = written(place, a_file("a.txt"), a_file("sw/b.txt"))
    assert (again.written, again.unchanged, again.manifest_sha256) == (0, 2, first.manifest_sha256)
    assert place.stat().st_ino == before
    (place / "manifest.json").write_bytes((place / "manifest.json").read_bytes() + b" ")
    written(place, a_file("a.txt"), a_file("sw/b.txt"))
    assert place.stat().st_ino != before
    assert written(place, a_file("a.txt")).removed == 1
    assert is_whole(place)
    assert not (place / "sw").exists()


def test_a_file_that_somebody_changed_is_put_right(tmp_path: Path) -> None:
    place = tmp_path / "out"
    written(place, a_file("a.txt"))
    (place / "a.txt").write_text("spoil")
    assert not is_whole(place)
    assert written(place, a_file("a.txt")).written == 1
    assert is_whole(place)


def test_a_full_export_takes_nothing_over(tmp_path: Path) -> None:
    desk = a_full_desk()
    desk.export(tmp_path / "out", "text")
    report = desk.export(tmp_path / "out", "text", full=True)
    assert (report.written, report.unchanged) == (report.files, 0)


@pytest.mark.parametrize("as_zip", [False, True])
@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "full"), Fault),
        (PermissionError(errno.EACCES, "no"), Fault),
        (Cancelled(), Cancelled),
        (ZeroDivisionError(), ZeroDivisionError),
    ],
)
def test_whatever_goes_wrong_the_bundle_before_is_whole(
    tmp_path: Path,
    as_zip: bool,  # noqa: FBT001 - pytest hands it over
    error: BaseException,
    kind: type[BaseException],
) -> None:
    place = tmp_path / "out"
    written(place, a_file("a.txt"), as_zip=as_zip)
    with pytest.raises(kind):
        written(place, a_file("a.txt", "new"), failing(error), as_zip=as_zip)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert is_whole(place)


def test_a_full_disk_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="disk is full"):
        written(tmp_path / "out", failing(OSError(errno.ENOSPC, "full")))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Fault, match="cannot be written"):
            written(tmp_path / "out", a_file("a.txt"))
    finally:
        tmp_path.chmod(0o700)


def test_a_place_under_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Fault):
        written(tmp_path / "file/out", a_file("a.txt"))


def test_a_place_where_no_file_can_be_made_is_not_called_another_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait(self: FileLock, *_: object, **__: object) -> None:
        raise Timeout(self.lock_file)  # as on /proc: the lock waits for a file that cannot be

    monkeypatch.setattr(FileLock, "acquire", wait)
    with pytest.raises(Fault) as fault:
        written(tmp_path / "out", a_file("a.txt"))
    assert "cannot be written to" in str(fault.value.cause)


@pytest.mark.parametrize("as_zip", [False, True])
@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
@needs_fork
def test_a_drive_that_knows_no_locks_is_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, as_zip: bool
) -> None:
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(Fault) as fault:
        written(tmp_path / "out", a_file("a.txt"), as_zip=as_zip)
    assert "cannot keep two exports apart" in str(fault.value.cause)
    assert list(tmp_path.iterdir()) == []


@needs_fork
def test_a_lock_that_fails_otherwise_says_how(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(Fault) as fault:
        written(tmp_path / "out", a_file("a.txt"))
    assert "Input/output error" in str(fault.value.cause)


def test_a_folder_in_place_of_the_lock_is_not_called_another_export(tmp_path: Path) -> None:
    beside(tmp_path / "out", "lock").mkdir()
    with pytest.raises(Fault) as fault:
        written(tmp_path / "out", a_file("a.txt"))
    assert "Another export" not in str(fault.value)


def test_two_exports_to_one_place_do_not_meet(tmp_path: Path) -> None:
    with FileLock(beside(tmp_path / "out", "lock")), pytest.raises(Fault, match="Another export"):
        written(tmp_path / "out", a_file("a.txt"))


@needs_fork
def test_whoever_comes_while_a_lock_is_taken_away_is_kept_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of three exports no two meet: who held the old file while its name goes would not be met by a third."""
    lock, unlink, seen = beside(tmp_path / "out", "lock"), Path.unlink, []

    def watched(self: Path, *, missing_ok: bool = False) -> None:
        if self == lock:
            seen.append(end_of_child(lambda: FileLock(lock, timeout=0).acquire()))
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", watched)
    written(tmp_path / "out", a_file("a.txt"))
    assert seen == [FAILED]
    assert end_of_child(lambda: FileLock(lock, timeout=0).acquire()) == DONE


@needs_fork
def test_a_lock_on_a_file_that_was_taken_away_is_none(tmp_path: Path) -> None:
    """The second has opened the file of the first, who goes; the third makes a new one before the second locks his."""
    lock = tmp_path / "lock"

    import fcntl

    def second() -> None:
        first, third, flock = FileLock(lock), FileLock(lock), fcntl.flock
        first.acquire()

        def late(handle: Any, how: int) -> None:  # noqa: ANN401 - as the call it stands before
            fcntl.flock = flock
            lock.unlink()
            first.release()
            third.acquire()
            flock(handle, how)

        fcntl.flock = late
        with contextlib.suppress(Timeout):
            FileLock(lock, timeout=0).acquire()
            os._exit(FAILED)

    assert end_of_child(second) == DONE


def test_the_old_tree_is_deleted_after_the_outcome_is_told(tmp_path: Path) -> None:
    place = tmp_path / "out"
    written(place, a_file("a.txt"), a_file("b.txt"))
    context = JobContext(later=[])
    written(place, a_file("a.txt", "new"), a_file("b.txt"), context=context)
    assert is_whole(place)
    (left,) = (path for path in tmp_path.iterdir() if path != place)
    assert (left / "a.txt").read_bytes() == a_file("a.txt").make()
    later = JobContext(later=[])  # whoever had to delete it was killed: the next one does, and does not wait either
    written(place, a_file("a.txt", "newer"), a_file("b.txt"), context=later)
    for work in later.later or ():
        work()
    for work in context.later or ():
        work()  # that it is gone already is nothing
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert is_whole(place)


def test_leftovers_of_a_killed_export_are_cleared(tmp_path: Path) -> None:
    place = tmp_path / "out"
    written(place, a_file("a.txt"))
    beside(place, "new").mkdir()
    (beside(place, "new") / "half").write_text("half")
    written(place, a_file("a.txt", "new"))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


_KILLED = """
import os, sys, pathlib
sys.path.insert(0, sys.argv[3])
from tests.publish.test_writer import a_file, written
from dataclasses import replace
at = int(sys.argv[2])
files = [a_file(f"{number}.txt", "new") for number in range(6)]
def die():
    os._exit(9)
if at < 6:
    files[at] = replace(files[at], make=die)
elif at == 6:
    os.fsync = lambda _: die()
else:
    import shutil
    shutil.rmtree = lambda *_, **__: die()
written(pathlib.Path(sys.argv[1]), *files)
"""


@pytest.mark.parametrize("step", [0, 3, 6, 7])
def test_killed_at_any_step_the_bundle_is_the_old_or_the_new_one(tmp_path: Path, step: int) -> None:
    place = tmp_path / "out"
    written(place, *(a_file(f"{number}.txt", "old") for number in range(6)))
    root = str(Path(__file__).parents[2])
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(place), str(step), root], check=False, cwd=root)
    assert killed.returncode == 9
    assert is_whole(place)
    assert (place / "1.txt").read_text() == ("new" if step == 7 else "old")
    written(place, a_file("1.txt", "newest"))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("path", ["../a", "/a", "a//b", "manifest.json", "con", "a\\b"])
def test_an_unsafe_path_is_our_bug_and_is_never_written(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path"):
        written(tmp_path / "out", a_file(path))
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_leads_nowhere_is_our_bug_and_is_never_put_in_place(tmp_path: Path) -> None:
    page = replace(a_file("index.html", '<a href="gone.html">x</a>'), role=FileRole.PAGE)
    with pytest.raises(ValueError, match=r"gone\.html"):
        written(tmp_path / "out", page)
    assert list(tmp_path.iterdir()) == []


def test_a_zip_is_the_same_bytes_at_any_time(tmp_path: Path) -> None:
    files = [a_file("b.txt"), a_file("a/é.txt")]
    written(tmp_path / "one.zip", *files, as_zip=True)
    os.utime(tmp_path / "one.zip", (0, 0))
    written(tmp_path / "two.zip", *files, as_zip=True)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["b.txt", "a/é.txt", "manifest.json"]
        assert json.loads(archive.read("manifest.json"))["makala"] == 1


def test_a_second_zip_counts_what_did_not_change(tmp_path: Path) -> None:
    written(tmp_path / "out.zip", a_file("a.txt"), a_file("b.txt"), as_zip=True)
    report = written(tmp_path / "out.zip", a_file("a.txt"), a_file("b.txt", "new"), as_zip=True)
    assert (report.written, report.unchanged, report.removed) == (1, 1, 0)


def test_a_folder_of_somebody_elses_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "work.txt").write_text("work")
    with pytest.raises(UserError):
        written(tmp_path, a_file("a.txt"))
    assert [path.name for path in tmp_path.iterdir()] == ["work.txt"]


def test_the_permissions_of_the_folder_stay(tmp_path: Path) -> None:
    place = tmp_path / "out"
    place.mkdir(mode=0o750)
    place.chmod(0o750)
    written(place, a_file("a.txt"))
    assert place.stat().st_mode & 0o777 == 0o750


def test_an_export_through_a_link_fills_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    written(tmp_path / "link", a_file("a.txt"))
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real/a.txt").is_file()


def test_files_are_written_as_they_come(tmp_path: Path) -> None:
    """Nothing is held back: ten thousand pages never lie in memory together."""
    seen: list[bool] = []

    def files() -> Iterator[BundleFile]:
        yield a_file("a.txt")
        seen.append((beside(tmp_path / "out", "new") / "a.txt").is_file())
        yield a_file("b.txt")

    write_folder(
        files(),
        look_at(tmp_path / "out", as_zip=False),
        quiet(),
        kind="text",
        editions=(),
        memory=Memory(None),
        look_at_picture=lambda *_: None,
    )
    assert seen == [True]


def nothing_gone(_: Collection[str]) -> set[str]:
    return set()


def test_a_renewal_lays_its_files_side_by_side_under_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, names = tmp_path / "out", ["a.txt", "b/c/d.txt", "b/e.txt"]
    left = written(place, *(a_file(name) for name in names)).left
    assert left is not None

    def stop(_: Path) -> None:
        raise OSError(errno.EIO, "the cable")

    monkeypatch.setattr(staging, "settle", stop)
    files = [a_file("b/c/d.txt", "new"), a_file("b/e.txt", "new"), a_file("a.txt")]
    with pytest.raises(Fault, match="Export once more"):
        renew_folder(files, nothing_gone, left, quiet(), kind="text", editions=("sw",), memory=Memory(None))
    monkeypatch.undo()
    assert {path.name for path in (place / JOURNAL).iterdir()} == {JOURNAL, "0", "1", "2"}
    done = written(place, *(a_file(name, "new" if "/" in name else "words") for name in names))
    assert done.written == 0, "what was begun is what this one wants"
    assert is_whole(place)


def test_what_is_kept_of_a_bundle_does_not_lead_a_renewal_out_of_it(tmp_path: Path) -> None:
    place, outside = tmp_path / "out", a_file("../other.txt")
    left = written(place, a_file("a.txt")).left
    assert left is not None
    spoilt = Old.left(place, {**left.old.entries, outside.path: entry_of(outside, 0, "")}, left.old.remembered)
    for old, file in ((left.old, outside), (spoilt, outside)):
        bundle = Left.at(old, left.closing)
        renewed = renew_folder(
            [file], nothing_gone, bundle, quiet(), kind="text", editions=("sw",), memory=Memory(None), is_thorough=False
        )
        assert renewed is None
    assert not (tmp_path / "other.txt").exists()
    assert is_whole(place)
