"""Deliveries on the command line: places by name, what would be done, what was done."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.cli.deliveries import size_words
from tests.cli.runs import makala
from tests.publish.newsrooms import a_full_desk


def test_a_bundle_is_delivered_by_the_name_of_a_place(tmp_path: Path) -> None:
    a_full_desk().export(tmp_path / "out", "text")
    assert makala("place", "list", "--json").form == {"places": []}
    assert makala("place", "add", "website", tmp_path / "far").code == 0
    assert makala("place", "add", "website").code == 2
    assert makala("place", "add", "bad", "sftp://a:secret@host/").code == 2
    assert [one["name"] for one in makala("place", "list", "--json").form["places"]] == ["website"]
    plan = makala("deliver", tmp_path / "out", "website", "--dry-run", "--json").form
    assert "manifest.json" in plan["writes"]
    assert not (tmp_path / "far").exists()
    done = makala("deliver", tmp_path / "out", "website", "--check-all", "--json")
    assert (done.code, done.form["written"]) == (0, len(plan["writes"]) - 1)
    assert makala("verify", tmp_path / "far").code == 0
    assert "up to date" in makala("deliver", tmp_path / "out", "website", "--dry-run").out
    assert "0 files written" in makala("deliver", tmp_path / "out", "website").out
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/x").write_text("x")
    assert makala("deliver", tmp_path / "out", tmp_path / "theirs").code == 2
    assert makala("deliver", tmp_path / "out", tmp_path / "theirs", "--take-over").code == 0
    assert makala("place", "delete", "website").code == 0
    assert makala("deliver", tmp_path / "out", "website").code == 2


def test_a_place_that_is_known_is_replaced_on_purpose_alone(tmp_path: Path) -> None:
    assert makala("place", "add", "website", tmp_path / "far").code == 0
    assert makala("place", "add", "website", tmp_path / "far").code == 0  # nothing would change
    refused = makala("place", "add", "website", tmp_path / "other")
    assert refused.code == 2
    assert str(tmp_path / "far") in refused.err
    assert "--replace" in refused.err
    assert makala("place", "list", "--json").form["places"][0]["address"] == str(tmp_path / "far")
    assert makala("place", "add", "website", tmp_path / "other", "--replace").code == 0
    assert makala("place", "list", "--json").form["places"][0]["address"] == str(tmp_path / "other")
    assert makala("place", "delete", "website", "--replace").code == 2
    assert makala("place", "list", "--replace").code == 2


def test_a_server_nobody_met_is_trusted_by_its_fingerprint_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paramiko = pytest.importorskip("paramiko")
    from tests.publish.far_servers import PASSWORD, sftp_server

    a_full_desk().export(tmp_path / "out", "text")
    (tmp_path / "far").mkdir()
    monkeypatch.setenv("MAKALA_PASSWORD", PASSWORD)
    key = paramiko.ECDSAKey.generate()
    with sftp_server(tmp_path / "far", key) as address:
        met = makala("deliver", tmp_path / "out", address)
        assert met.code == 2
        fingerprint = next(word for word in met.err.split() if word.startswith("SHA256:")).rstrip(".")
        assert makala("deliver", tmp_path / "out", address, "--trust", "SHA256:other").code == 2
        assert makala("deliver", tmp_path / "out", address, "--trust", fingerprint).code == 0
    assert makala("verify", tmp_path / "far").code == 0


@pytest.mark.parametrize(
    ("size", "said"),
    [(1, "1 byte"), (999, "999 bytes"), (1000, "1.0 KB"), (12_345, "12.3 KB"), (12_345_678, "12.3 MB")],
)
def test_a_size_is_said_as_people_read_it(size: int, said: str) -> None:
    assert size_words(size) == said
