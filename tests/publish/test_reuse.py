"""What an export takes over from the one before: only what is certainly the same."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from editor.core.files import sha256_hex
from editor.core.settings_folder import CONFIG_VARIABLE
from editor.publish.bundle import BundleFile, FileRole, at_hand
from editor.publish.manifest import Manifest, entry_of
from editor.publish.reuse import Kept, Memory, Old
from editor.publish.target import Target
from tests.publish.newsrooms import a_full_desk


def a_file(data: bytes = b"words", key: str = "k") -> BundleFile:
    return BundleFile(
        path="sw/a.txt", make=at_hand(data), key=at_hand(key) if key else None, type="text/plain", role=FileRole.TEXT
    )


def old_bundle(tmp_path: Path, data: bytes = b"words") -> Old:
    (tmp_path / "out/sw").mkdir(parents=True)
    (tmp_path / "out/sw/a.txt").write_bytes(data)
    memory = Memory(tmp_path / "memory.json")
    changed = (tmp_path / "out/sw/a.txt").stat().st_mtime_ns
    memory.keep({"sw/a.txt": Kept("k", sha256_hex(b"words"), changed)})
    entries = {"sw/a.txt": entry_of(a_file(), 5, sha256_hex(b"words"))}
    manifest = Manifest(format="text", editions=("sw",), entries=entries)
    return Old.found(Target(path=tmp_path / "out", is_there=True, manifest=manifest), memory)


def some_time_ago(*paths: Path) -> None:
    """Set the files back by a minute, as if they had lain there when the memory was written."""
    for path in paths:
        os.utime(path, ns=(0, path.stat().st_mtime_ns - 60_000_000_000))


def test_a_file_of_the_same_key_is_known(tmp_path: Path) -> None:
    known = old_bundle(tmp_path).known(a_file())
    assert known is not None
    assert (known[0], known[1].sha256) == (5, sha256_hex(b"words"))


def test_a_file_of_the_remembered_size_and_time_is_not_read_again(tmp_path: Path) -> None:
    old_bundle(tmp_path)
    file = tmp_path / "out/sw/a.txt"
    some_time_ago(file)
    memory = Memory(tmp_path / "memory.json")
    memory.keep({"sw/a.txt": Kept("k", sha256_hex(b"words"), file.stat().st_mtime_ns)})
    manifest = Manifest(format="", editions=(), entries={"sw/a.txt": entry_of(a_file(), 5, sha256_hex(b"words"))})

    def known() -> object:
        return Old.found(Target(path=tmp_path / "out", is_there=True, manifest=manifest), memory).known(a_file())

    changed = file.stat().st_mtime_ns
    file.write_bytes(b"wurds")
    assert known() is None, "another time of change, and it is read"
    os.utime(file, ns=(0, changed))
    assert known() is not None, "it was read all the same"
    file.write_bytes(b"words")
    assert known() is not None, "touched and still what it was"


def test_what_changed_when_the_memory_was_written_is_read(tmp_path: Path) -> None:
    old_bundle(tmp_path)
    file = tmp_path / "out/sw/a.txt"
    changed = file.stat().st_mtime_ns
    file.write_bytes(b"wurds")
    os.utime(file, ns=(0, changed))  # a clock that ticks slowly
    manifest = Manifest(format="", editions=(), entries={"sw/a.txt": entry_of(a_file(), 5, sha256_hex(b"words"))})
    old = Old.found(Target(path=tmp_path / "out", is_there=True, manifest=manifest), Memory(tmp_path / "memory.json"))
    assert old.known(a_file()) is None


def test_another_key_changed_bytes_or_no_key_are_not(tmp_path: Path) -> None:
    old = old_bundle(tmp_path)
    assert old.known(a_file(key="other")) is None
    assert old.known(a_file(key="")) is None
    (tmp_path / "out/sw/a.txt").write_bytes(b"spoilt")
    assert old.known(a_file()) is None


def test_a_link_in_the_old_bundle_is_not_followed(tmp_path: Path) -> None:
    old = old_bundle(tmp_path)
    (tmp_path / "elsewhere").write_bytes(b"words")
    (tmp_path / "out/sw/a.txt").unlink()
    (tmp_path / "out/sw/a.txt").symlink_to(tmp_path / "elsewhere")
    assert old.known(a_file()) is None
    assert not old.holds("sw/a.txt", b"words")


def test_equal_bytes_are_held_and_others_not(tmp_path: Path) -> None:
    old = old_bundle(tmp_path)
    assert old.holds("sw/a.txt", b"words")
    assert not old.holds("sw/a.txt", b"other")
    assert not old.holds("sw/nothing.txt", b"words")


def test_a_file_is_lent_as_a_link_or_as_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = old_bundle(tmp_path)
    assert old.lend("sw/a.txt", tmp_path / "new.txt")
    assert (tmp_path / "new.txt").samefile(tmp_path / "out/sw/a.txt")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    assert not old.lend("sw/a.txt", tmp_path / "copy.txt")
    assert (tmp_path / "copy.txt").read_bytes() == b"words"


def test_a_memory_that_cannot_be_read_or_kept_is_none(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{\n")
    assert Memory(tmp_path / "broken.json").read() == ({}, 0)
    assert Memory(tmp_path / "nothing.json").read() == ({}, 0)
    assert Memory(None).read() == ({}, 0)
    Memory(None).keep({})
    Memory(tmp_path / "broken.json" / "x.json").keep({})


def test_after_one_edit_only_what_depends_on_it_is_made_again(tmp_path: Path) -> None:
    desk = a_full_desk()
    desk.memory = tmp_path / "memory.json"
    desk.export(tmp_path / "out")
    first = desk.articles[f"{9:032x}"]
    desk.articles = {**desk.articles, first.id: replace(first, body="Other words.")}
    written = desk.export(tmp_path / "out")
    assert written.written == 16  # its page and three feeds in each of four editions; nothing else shows its body
    desk.memory = None
    assert desk.export(tmp_path / "fresh").manifest_sha256 == written.manifest_sha256


def test_an_export_with_a_memory_gives_the_bytes_of_one_without(tmp_path: Path) -> None:
    desk = a_full_desk()
    desk.memory = tmp_path / "memory.json"
    first = desk.export(tmp_path / "out")
    image = desk.images["c" * 32]
    desk.images = {**desk.images, image.id: replace(image, source_type="digitalCapture")}
    second = desk.export(tmp_path / "out")
    desk.memory = None
    assert first.manifest_sha256 != second.manifest_sha256
    assert desk.export(tmp_path / "fresh").manifest_sha256 == second.manifest_sha256


def test_what_a_killed_program_wrote_half_spoils_nothing(tmp_path: Path) -> None:
    """At every byte of what it added: what was whole before stays known, and so is what is added later."""
    file = tmp_path / "memory.json"
    first, second, third = Kept("1", "a", 1), Kept("2", "b", 2), Kept("3", "c", 3)
    Memory(file).keep({"one": first})
    whole = file.read_bytes()
    Memory(file).add(["two", "ü"], {"two": second, "ü": second})
    longer = file.read_bytes()
    assert longer.startswith(whole)
    for cut in range(len(longer) + 1):
        file.write_bytes(longer[:cut])
        before = dict(Memory(file).read()[0])
        assert ("one" in before) is (cut >= len(whole)), cut
        Memory(file).add(["three"], {"three": third})
        assert Memory(file).read()[0] == {**before, "three": third}, cut
        Memory(file).add(["four"], {"one": first, "four": first})
        assert Memory(file).read()[0] == {**before, "three": third, "four": first}, cut


def test_a_memory_that_was_added_to_very_often_stays_short(tmp_path: Path) -> None:
    memory, kept = Memory(tmp_path / "memory.json"), Kept("k" * 64, "d" * 64, 10**18)
    files = {f"{number}/index.html": kept for number in range(20)}
    memory.keep(files)
    sizes = []
    for number in range(300):
        files[f"{number % 3}/index.html"] = kept._replace(changed=number)
        memory.add([f"{number % 3}/index.html"], files)
        sizes.append((tmp_path / "memory.json").stat().st_size)
        assert memory.read()[0] == files
    assert max(sizes) <= 20 * 1_000
    assert sizes.index(max(sizes)) > 20, "most of the time it is added to"


def test_nothing_is_added_to_a_memory_that_is_gone(tmp_path: Path) -> None:
    Memory(tmp_path / "memory.json").add(["one"], {"one": Kept("1", "a", 1)})
    assert not (tmp_path / "memory.json").exists(), "it would seem to be all there is"


def test_a_memory_of_another_computer_or_of_nobody_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a bundle beside it, one could name any page the newsroom's own."""
    file, kept = tmp_path / "memory.json", Kept("key", "digest", 1)
    Memory(file).keep({"one": kept, "two": kept})
    lines = file.read_text().splitlines(keepends=True)
    file.write_text(lines[0] + lines[1].replace("digest", "other"))
    assert Memory(file).read()[0] == {"one": kept}
    file.write_text(lines[0].replace("one", "two"))
    assert Memory(file).read()[0] == {}
    for prepared in ('["one", "key", "digest", 1]', '["one", "key", "digest", 1e999, "00"]', "[" * 100_000):
        file.write_text(f"{prepared}\n")
        assert Memory(file).read()[0] == {}
    file.write_text("".join(lines))
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "of somebody else"))
    assert Memory(file).read()[0] == {}
