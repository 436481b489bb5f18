"""A bundle is the old one or the new one, whatever happens; equal content is equal bytes and is not written again."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editor.core import jobs
from editor.core.errors import Cancelled, Fault, UserError
from editor.core.jobs import JobContext, quiet
from editor.publish import staging
from editor.publish.account import Written
from editor.publish.bundle import BundleFile, FileRole, Key, at_hand
from editor.publish.exchange import beside
from editor.publish.manifest import JOURNAL, entry_of
from editor.publish.reuse import Left, Memory, Old
from editor.publish.target import look_at
from editor.publish.verify import verify
from editor.publish.writer import renew_folder, write_folder
from editor.publish.zip_writer import write_zip
from tests.publish.newsrooms import a_full_desk


def a_file(path: str, words: str = "words") -> BundleFile:
    return BundleFile(path=path, make=at_hand(words.encode()), type="text/plain", role=FileRole.TEXT)


def written(place: Path, *files: BundleFile, as_zip: bool = False, context: JobContext | None = None) -> Written:
    context = context or quiet()
    target = look_at(place, as_zip=as_zip)
    write = write_zip if as_zip else write_folder
    return write(
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


@pytest.mark.parametrize("as_zip", [False, True])
@pytest.mark.parametrize("path", ["../a", "/a", "a//b", "manifest.json", "con", "a\\b"])
def test_an_unsafe_path_is_our_bug_and_is_never_written(tmp_path: Path, path: str, *, as_zip: bool) -> None:
    with pytest.raises(ValueError, match="not a path"):
        written(tmp_path / "out", a_file(path), as_zip=as_zip)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("as_zip", [False, True])
@pytest.mark.parametrize("key", [None, at_hand("key")])
def test_a_page_that_leads_nowhere_is_our_bug_and_is_never_put_in_place(
    tmp_path: Path, key: Key | None, *, as_zip: bool
) -> None:
    page = replace(a_file("index.html", '<a href="gone.html">x</a>'), role=FileRole.PAGE, key=key)
    with pytest.raises(ValueError, match=r"gone\.html"):
        written(tmp_path / "out", page, as_zip=as_zip)
    assert list(tmp_path.iterdir()) == []


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


def test_it_says_how_far_it_is_while_pages_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_INTERVAL_SECONDS", 0.0)
    told: list[float] = []
    context = JobContext(lambda fraction, _: told.append(fraction))
    pages = [replace(a_file(f"{one}.html"), key=at_hand("key"), role=FileRole.PAGE) for one in range(100)]
    written(tmp_path / "out", *pages, context=context)
    assert told == sorted(told)
    assert len(set(told)) > 50


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
