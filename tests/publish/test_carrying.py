"""Carrying: the account of a stopped delivery outlives a kill, and a bundle is read with suspicion."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from typing_extensions import override

from editor.core.errors import Cancelled, UserError
from editor.core.jobs import quiet
from editor.publish.carrying import Memory, carry, opened_bundle, planned
from editor.publish.delivery import Far, Note
from editor.publish.far_address import read_address
from editor.publish.far_files import LocalFiles
from editor.publish.far_opening import Login, errors_of, open_place
from editor.publish.far_place import FarPlace
from tests.publish.test_writer import a_file, is_whole, written


def test_an_account_counts_only_for_its_own_note_and_may_be_cut(tmp_path: Path) -> None:
    account = Memory(tmp_path / "far" / "a.jsonl")
    account.begin("run")
    account.add("a", "1")
    account.add("b", "2")
    file = tmp_path / "far" / "a.jsonl"
    file.write_text(file.read_text() + '["c", ')
    assert Memory(file).read(Far(note=Note(run="run"))) == {"a": "1", "b": "2"}
    assert Memory(file).read(Far(note=Note(run="other"))) == {}
    assert Memory(file).read(Far()) == {}
    account.forget()
    assert not file.exists()
    assert Memory(None).read(Far(note=Note(run=""))) == {}


def test_a_manifest_leads_nowhere_outside(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    entry = {"path": "../secret", "bytes": 6, "sha256": "0" * 64, "type": "", "role": "text"}
    (tmp_path / "out").mkdir()
    (tmp_path / "out/manifest.json").write_text(json.dumps({"makala": 1, "files": [entry]}))
    with opened_bundle(tmp_path / "out") as bundle, pytest.raises(UserError, match="not what was exported"):
        bundle.read(bundle.manifest.entries["../secret"])


class _OneCase(LocalFiles):
    """A place where names in small and in capital letters are one, as on Windows and macOS."""

    stopped_at = "nothing"

    @override
    def place(self, path: str) -> str:
        return super().place(path.lower())

    @override
    def write(self, path: str, data: bytes, media_type: str) -> None:
        if path == self.stopped_at:
            raise Cancelled
        super().write(path, data, media_type)


def _carried(bundle: Path, far: Path, account: Path, run: str, stopped_at: str = "nothing") -> None:
    address = read_address(str(far))

    def opening() -> _OneCase:
        made = _OneCase(open_place(address, Login())._system, address)
        made.stopped_at = stopped_at
        return made

    place = FarPlace(opening, errors_of(address), quiet())
    memory = Memory(account)
    with opened_bundle(bundle) as opened:
        work = planned(opened, place, memory, is_taken_over=False)
        carry(opened, place, work, memory, run, quiet(), look=-1)
    place.close()


@pytest.mark.parametrize("stopped_at", ["", "sw/a.txt", "sw/b.txt", "sw/z.txt", "manifest.json"])
def test_a_name_in_other_letters_is_not_taken_away_with_the_old_one(tmp_path: Path, stopped_at: str) -> None:
    bundle, far, account = tmp_path / "out", tmp_path / "far", tmp_path / "account"
    written(bundle, a_file("sw/A.txt", "old"), a_file("sw/b.txt", "old"), a_file("sw/z.txt", "old"))
    _carried(bundle, far, account, "one")
    written(bundle, a_file("sw/a.txt", "old"), a_file("sw/b.txt", "new"), a_file("sw/z.txt", "new"))
    if stopped_at:
        with pytest.raises(Cancelled):
            _carried(bundle, far, account, "two", stopped_at)
    _carried(bundle, far, account, "three")
    assert is_whole(far)
    assert (far / "sw/a.txt").read_text() == "old"


def test_a_pipe_is_no_bundle_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, match="There is no bundle"), opened_bundle(tmp_path / "pipe"):
        pass
