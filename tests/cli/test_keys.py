"""The key on the command line, from its making to a bundle that others verify."""

from __future__ import annotations

from pathlib import Path

from tests.cli.runs import makala


def test_a_key_is_made_shown_handed_around_and_deleted(tmp_path: Path) -> None:
    assert makala("key", "show", "--json").form == {"fingerprint": "", "in_keyring": False, "on": False, "problem": ""}
    made = makala("key", "make", "--json").form
    assert (len(made["fingerprint"]), made["on"]) == (64, True)
    assert makala("key", "make").code == 2
    assert made["fingerprint"] in makala("key", "show").out
    assert makala("key", "off", "--json").form["on"] is False
    assert "off" in makala("key", "show").out
    assert makala("key", "on", "--json").form["on"] is True
    assert "give it to those" in makala("key", "export", tmp_path / "our.pub").out
    assert "for you alone" in makala("key", "save", tmp_path / "safe.pem").out
    assert makala("key", "save").code == 2
    assert makala("key", "show", tmp_path / "x").code == 2
    assert makala("key", "delete", "--json").form["fingerprint"] == ""
    assert makala("key", "on").code == 2
    assert makala("key", "take", tmp_path / "safe.pem", "--json").form["fingerprint"] == made["fingerprint"]


def test_a_bundle_is_signed_and_verified(tmp_path: Path) -> None:
    makala("new", tmp_path / "desk", "--sample")
    assert makala("export", tmp_path / "desk", tmp_path / "out", "--format", "text", "--sign-manifest").code == 2
    made = makala("key", "make", "--json").form["fingerprint"]
    makala("key", "export", tmp_path / "our.pub")
    ran = makala("export", tmp_path / "desk", tmp_path / "out", "--format", "text", "--json")
    assert ran.form["signed_by"] == made
    found = makala("verify", tmp_path / "out", "--key", tmp_path / "our.pub", "--json")
    assert (found.code, found.form["signature"]) == (0, {"state": "known key", "fingerprint": made})
    makala("key", "delete")
    makala("key", "make")
    makala("key", "export", tmp_path / "other.pub")
    other = makala("verify", tmp_path / "out", "--key", tmp_path / "other.pub")
    assert other.code == 1
    assert made in other.out
    unsigned = makala("export", tmp_path / "desk", tmp_path / "out", "--format", "text", "--no-sign-manifest", "--json")
    assert unsigned.form["signed_by"] == ""
    assert makala("verify", tmp_path / "out", "--key", tmp_path / "our.pub").code == 1
    assert makala("verify", tmp_path / "out").code == 0
    assert makala("verify", tmp_path / "out", "--key", tmp_path / "absent").code == 3
