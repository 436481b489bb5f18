"""Opening a place: a missing library is said in words, a host's key is kept once it was confirmed."""

from __future__ import annotations

import base64
import sys
from pathlib import Path

import pytest

from editor.core.errors import UserError
from editor.publish.far_address import read_address
from editor.publish.far_opening import Login, UnknownHostError, errors_of, keep_host, open_place


@pytest.mark.parametrize(
    ("module", "address", "extra"),
    [("paramiko", "sftp://a@h/", "sftp"), ("webdav4.fsspec", "davs://a@h/", "webdav"), ("s3fs", "s3://b/", "s3")],
)
def test_a_missing_library_is_said_with_its_extra(
    module: str, address: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UserError, match=f"“{extra}”"):
        open_place(read_address(address), Login())
    assert OSError in errors_of(read_address(address))


def test_a_key_is_shown_as_ssh_shows_it_and_kept_beside_others(tmp_path: Path) -> None:
    key = base64.b64decode("AAAAC3NzaC1lZDI1NTE5AAAAIGJ5dGVzIG9mIGEga2V5LCB0aGlydHktdHdvLiEh")
    met = UnknownHostError("[host]:22", "ssh-ed25519", key)
    assert met.fingerprint.startswith("SHA256:")
    assert not met.fingerprint.endswith("=")
    file = tmp_path / "config" / "known_hosts"
    keep_host("other ssh-ed25519 AAAA", file)
    keep_host(met.line, file)
    assert file.read_text().splitlines() == ["other ssh-ed25519 AAAA", met.line]


def test_a_password_is_in_no_representation() -> None:
    assert "siri" not in repr(Login(password="siri"))  # noqa: S106
