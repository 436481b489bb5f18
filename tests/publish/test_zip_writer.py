"""A zip is the same bytes whenever and however it is made, and what lies in the one before is not made again."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from editor.core import jobs
from editor.core.errors import Cancelled, Fault, UserError
from editor.core.jobs import JobContext, quiet
from editor.core.messages import say
from editor.publish import making, zip_writer
from editor.publish.account import Written
from editor.publish.bundle import BundleFile, FileRole, at_hand
from editor.publish.making import Hands, Made, Shop, make_all
from editor.publish.reuse import Memory
from editor.publish.target import look_at
from editor.publish.verify import verify
from editor.publish.zip_writer import write_zip
from tests.processes import needs_fork
from tests.publish.newsrooms import a_full_desk


def a_file(path: str, words: str = "words") -> BundleFile:
    return BundleFile(path=path, make=at_hand(words.encode()), type="text/plain", role=FileRole.TEXT)


def a_page(number: int, words: str = "page", make: Callable[[], bytes] | None = None) -> BundleFile:
    """Return a page that leads to a file which comes after it."""
    html = f'<a href="../a.txt">{words} {number}</a>'.encode()
    return BundleFile(
        path=f"en/{number}.html", make=make or at_hand(html), key=at_hand(words), type="text/html", role=FileRole.PAGE
    )


def not_made() -> bytes:
    raise AssertionError("it was made under the same key before")


def written(place: Path, *files: BundleFile, context: JobContext | None = None, **how: object) -> Written:
    given = {"memory": Memory(place.with_suffix(".memory")), "look_at_picture": lambda *_: None, **how}
    target = look_at(place, as_zip=True)
    return write_zip(files, target, context or quiet(), kind="html", editions=("en",), **given)  # type: ignore[arg-type]


def is_whole(place: Path) -> bool:
    return not verify(place, lambda *_: None, quiet())[1]


def test_a_zip_is_the_same_bytes_at_any_time(tmp_path: Path) -> None:
    files = [a_file("b.txt"), a_file("a/é.txt")]
    written(tmp_path / "one.zip", *files)
    os.utime(tmp_path / "one.zip", (0, 0))
    written(tmp_path / "two.zip", *files)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["b.txt", "a/é.txt", "manifest.json"]
        assert json.loads(archive.read("manifest.json"))["makala"] == 1


def test_a_second_zip_counts_what_did_not_change(tmp_path: Path) -> None:
    written(tmp_path / "out.zip", a_file("a.txt"), a_file("b.txt"))
    report = written(tmp_path / "out.zip", a_file("a.txt"), a_file("b.txt", "new"))
    assert (report.written, report.unchanged, report.removed) == (1, 1, 0)


def test_what_was_made_under_the_same_key_is_not_made_again(tmp_path: Path) -> None:
    place, picture = tmp_path / "out.zip", replace(a_file("a.jpg"), key=at_hand("copy"))
    first = written(place, a_page(1), a_file("a.txt"), picture, a_page(2))
    before = place.read_bytes()
    again = written(place, a_page(1, make=not_made), a_file("a.txt"), replace(picture, make=not_made), a_page(2))
    assert (again.written, again.unchanged, again.manifest_sha256) == (0, 4, first.manifest_sha256)
    assert place.read_bytes() == before
    other = written(place, a_page(1, "other"), a_file("a.txt"), a_page(2, make=not_made))
    assert (other.written, other.unchanged, other.removed) == (1, 2, 1)
    written(tmp_path / "anew.zip", a_page(1, "other"), a_file("a.txt"), a_page(2))
    assert (tmp_path / "anew.zip").read_bytes() == place.read_bytes()


def test_what_was_changed_in_the_zip_is_put_right(tmp_path: Path) -> None:
    place, files = tmp_path / "out.zip", (a_page(1), a_file("a.txt"), a_page(2))
    written(place, *files)
    before = place.read_bytes()
    place.write_bytes(before.replace(b"page 1", b"poge 1"))
    assert not is_whole(place)
    written(place, *files)
    assert place.read_bytes() == before


def test_another_zip_in_the_place_lends_nothing(tmp_path: Path) -> None:
    place, other = tmp_path / "out.zip", tmp_path / "other.zip"
    written(place, a_page(1), a_file("a.txt"))
    written(other, replace(a_page(1, "other"), key=at_hand("page")), a_file("a.txt"))
    other.replace(place)
    written(place, a_page(1), a_file("a.txt"))
    with zipfile.ZipFile(place) as archive:
        assert b"page 1" in archive.read("en/1.html")


def test_whatever_was_changed_in_the_zip_an_export_goes_on(tmp_path: Path) -> None:
    place, files = tmp_path / "out.zip", (replace(a_page(1), path="ar/أخبار.html"), a_file("a.txt"))
    written(place, *files)
    before = place.read_bytes()
    begin = before.index("أخبار".encode())
    for at in (*range(begin - 34, begin + 10), *range(len(before) - 60, len(before))):
        for bit in (0, 3, 7):
            place.write_bytes(before[:at] + bytes([before[at] ^ 1 << bit]) + before[at + 1 :])
            with contextlib.suppress(UserError):  # it is no bundle any more
                written(place, *files)
                assert place.read_bytes() == before


def test_a_full_export_makes_all(tmp_path: Path) -> None:
    place = tmp_path / "out.zip"
    written(place, a_page(1), a_file("a.txt"))
    with pytest.raises(AssertionError):
        written(place, a_page(1, make=not_made), a_file("a.txt"), full=True)
    assert is_whole(place)


def test_one_process_and_two_make_the_same_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_FORKED_FROM", 10)
    monkeypatch.setattr(making, "_SPAWNED_FROM", 10_000)
    files = [*(a_page(number) for number in range(120)), a_file("a.txt")]
    for processes in (1, 2):
        written(tmp_path / f"{processes}.zip", *files, hands=Hands(processes=processes))
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_of_another_zip_in_the_place_all_pages_are_made_by_all_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "_FORKED_FROM", 10)
    monkeypatch.setattr(making, "_SPAWNED_FROM", 10_000)
    place, files = tmp_path / "out.zip", [*(a_page(number) for number in range(120)), a_file("a.txt")]
    written(place, *files)
    written(tmp_path / "other.zip", *(a_page(number, "other") for number in range(120)), a_file("a.txt"))
    (tmp_path / "other.zip").replace(place)
    asked: list[int] = []

    def watched(shop: Shop, *how: Any) -> Iterator[tuple[BundleFile, Made]]:  # noqa: ANN401 - handed on
        asked.append(len(shop.files))
        return make_all(shop, *how)

    monkeypatch.setattr(zip_writer, "make_all", watched)
    written(place, *files, hands=Hands(processes=2))
    assert asked == [120]


@needs_fork
def test_nobody_is_at_work_any_more_when_an_export_has_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a page of the one that was stopped could come into the next."""
    monkeypatch.setattr(making, "_FORKED_FROM", 10)
    monkeypatch.setattr(making, "_SPAWNED_FROM", 10_000)
    monkeypatch.setattr(jobs, "_INTERVAL_SECONDS", 0.0)
    context = JobContext(lambda fraction, _: context.cancel() if fraction > 0 else None)
    pages, hands = [a_page(one) for one in range(600)], Hands(processes=3)
    try:
        written(tmp_path / "out.zip", *pages, a_file("a.txt"), context=context, hands=hands)
    except Cancelled:
        assert not multiprocessing.active_children()
        assert list(tmp_path.iterdir()) == []
    else:
        raise AssertionError("it was stopped")


def test_pages_wait_for_the_zip_a_few_at_a_time(tmp_path: Path) -> None:
    """The disk needs room for one bundle more, not for two."""
    folder, waiting = tmp_path / ".out.zip.makala-new/pages/en", []

    def make(number: int) -> bytes:
        waiting.append(sum(1 for _ in folder.iterdir()) if folder.exists() else 0)
        return a_page(number).make()

    written(tmp_path / "out.zip", a_file("a.txt"), *(a_page(one, make=partial(make, one)) for one in range(300)))
    assert len(waiting) == 300
    assert max(waiting) < 100
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.memory", "out.zip"]


def test_it_says_how_far_it_is_while_pages_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_INTERVAL_SECONDS", 0.0)
    told: list[float] = []
    context = JobContext(lambda fraction, _: told.append(fraction))
    written(tmp_path / "out.zip", a_file("a.txt"), *map(a_page, range(100)), context=context)
    assert told == sorted(told)
    assert len(set(told)) > 50


def test_a_picture_that_breaks_its_promise_is_never_given_out(tmp_path: Path) -> None:
    picture = replace(a_file("a.jpg"), role=FileRole.IMAGE)
    with pytest.raises(Fault, match=r"a\.jpg"):
        written(tmp_path / "out.zip", picture, look_at_picture=lambda *_: say("Its credit is gone."))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [Cancelled(), OSError(28, "full"), ZeroDivisionError()])
def test_whatever_goes_wrong_with_a_page_the_zip_before_is_whole(tmp_path: Path, error: BaseException) -> None:
    place = tmp_path / "out.zip"
    written(place, a_page(1), a_file("a.txt"))
    before = place.read_bytes()

    def fail() -> bytes:
        raise error

    with pytest.raises((type(error), Fault)):
        written(place, a_page(1), a_page(2, "new", make=fail), a_file("a.txt"))
    assert place.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.memory", "out.zip"]


def test_a_newsroom_edited_gives_the_zip_of_one_made_anew(tmp_path: Path) -> None:
    desk = a_full_desk()
    desk.memory = tmp_path / "memory"
    desk.export(tmp_path / "one.zip", as_zip=True)
    first = next(iter(desk.articles.values()))
    desk.articles[first.id] = replace(first, headline="Other words on the front")
    report = desk.export(tmp_path / "one.zip", as_zip=True)
    assert 0 < report.written < report.files
    desk.memory = None
    desk.export(tmp_path / "two.zip", as_zip=True)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert is_whole(tmp_path / "one.zip")
