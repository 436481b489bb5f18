"""Pages are made the same by one process and by several, and trouble in one of them is told."""

from __future__ import annotations

import errno
import os
from functools import partial
from pathlib import Path

import pytest

from editor.core.errors import Cancelled, Fault
from editor.core.files import sha256_hex
from editor.publish import making
from editor.publish.bundle import BundleFile, FileRole
from editor.publish.links import Follower
from editor.publish.making import Hands, Shop, make_all, write_file


def words(number: int) -> bytes:
    if number == 77:
        raise OSError(errno.ENOSPC, "full")
    return f'<a href="../{number - 1}/index.html">{number}</a>'.encode()


def a_page(number: int) -> BundleFile:
    path = f"sw/{number}/index.html"
    return BundleFile(path=path, make=partial(words, number), key=str, type="text/html", role=FileRole.PAGE)


def a_shop(folder: Path, count: int, before: dict[str, str] | None = None) -> Shop:
    folder.mkdir()
    pages = [a_page(number) for number in range(count)]
    return Shop(pages, os.fspath(folder), Follower(frozenset(page.path for page in pages)), before or {}, lambda: None)


def nothing() -> None:
    """Do nothing: a shop's `after` that can be pickled."""


def test_one_process_and_two_make_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_FORKED_FROM", 10)
    monkeypatch.setattr(making, "_SPAWNED_FROM", 10)
    found = []
    for processes in (1, 2):
        shop = a_shop(tmp_path / str(processes), 70)
        shop = Shop(shop.files, shop.folder, shop.follower, shop.before, nothing)
        made = list(make_all(shop, Hands(processes=processes), lambda: None))
        files = {page.path: (tmp_path / str(processes) / page.path).read_bytes() for page, _ in made}
        found.append((files, [(one.sha256, one.size, one.anchors) for _, one in made]))
    assert found[0] == found[1]
    assert [anchors and sorted(anchors.addresses) for _, _, anchors in found[0][1]][:2] == [["../-1/index.html"], []]


def test_what_the_old_bundle_holds_is_not_written(tmp_path: Path) -> None:
    shop = a_shop(tmp_path / "new", 3, {"sw/1/index.html": sha256_hex(words(1)), "sw/2/index.html": "0" * 64})
    made = [one for _, one in make_all(shop, Hands(), lambda: None)]
    assert [one.changed > 0 for one in made] == [True, False, True]
    assert not (tmp_path / "new/sw/1").exists()


def test_a_full_disk_in_a_process_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_FORKED_FROM", 10)
    monkeypatch.setattr(making, "_SPAWNED_FROM", 10)
    shop = a_shop(tmp_path / "new", 90)
    shop = Shop(shop.files, shop.folder, shop.follower, shop.before, nothing)
    with pytest.raises(Fault, match="disk is full") as fault:
        list(make_all(shop, Hands(processes=2), lambda: None))
    assert "was not exported" in str(fault.value.what) or fault.value.cause


def test_stopping_is_heard_between_pages(tmp_path: Path) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(make_all(a_shop(tmp_path / "new", 3), Hands(), stop))


def test_a_file_that_is_taken_in_parts_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data)[:3]))
    assert write_file(os.fspath(tmp_path), "a/b.txt", b"0123456789") > 0
    assert (tmp_path / "a/b.txt").read_bytes() == b"0123456789"
