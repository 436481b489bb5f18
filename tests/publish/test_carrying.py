"""Carrying: the account of a stopped delivery outlives a kill, and a bundle is read with suspicion."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from editor.core.errors import UserError
from editor.publish.carrying import Memory, opened_bundle
from editor.publish.delivery import Far, Note


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
