"""Verifying as a person meets it: what is wrong with a bundle, said in words, and who signed it."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.core.errors import UserError
from editor.core.jobs import quiet
from editor.services.publishing import ExportRequest
from editor.services.verifying import BundleSignature, verify_bundle
from tests.services.newsdesks import a_news_desk


def test_what_is_wrong_is_told_by_its_path_and_kind(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_news_desk(tmp_path / "desk") as desk:
        desk.publishing.export(ExportRequest(out=out), quiet())
    assert verify_bundle(out, quiet()).ok
    (out / "added.txt").write_text("?")
    (out / "robots.txt").write_text("?")
    report = verify_bundle(out, quiet())
    assert not report.ok
    assert {(one.path, one.kind) for one in report.problems} >= {("added.txt", "added"), ("robots.txt", "changed")}


def test_where_no_bundle_is_a_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        verify_bundle(tmp_path, quiet())


def test_every_state_of_a_signature_has_words() -> None:
    states = ("not signed", "known key", "unknown key", "another key", "wrong")
    assert len({str(BundleSignature(state=state, fingerprint="ab").words) for state in states}) == len(states)
