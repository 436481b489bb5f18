"""The newsroom's key: made once, kept for its person alone, in the keyring or a private file, and never in a bundle."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from editor.core.errors import Fault, UserError
from editor.core.jobs import quiet
from editor.core.settings_folder import config_folder
from editor.publish.signature import make_key
from editor.services.newsroom_key import (
    export_key,
    forget_key,
    key_now,
    known_keys,
    make_key_here,
    public_key,
    save_key,
    seal_for_export,
    switch_key,
    take_key,
)
from editor.services.publishing import ExportRequest
from editor.services.verifying import verify_bundle
from tests.services.keyrings import a_keyring
from tests.services.newsdesks import a_news_desk


def test_at_first_there_is_none() -> None:
    assert key_now().fingerprint == ""
    assert known_keys() == frozenset()
    assert seal_for_export(wanted=None)[1] == ""
    for ask in (public_key, lambda: seal_for_export(wanted=True)):
        with pytest.raises(UserError, match="no key"):
            ask()


def test_one_made_here_signs_from_now_on_and_is_not_thrown_away_by_mistake() -> None:
    made = make_key_here()
    assert made == key_now()
    assert made.is_on
    assert known_keys() == {made.fingerprint}
    assert seal_for_export(wanted=None)[1] == made.fingerprint
    with pytest.raises(UserError, match="already"):
        make_key_here()
    switch_key(is_on=False)
    assert seal_for_export(wanted=None)[1] == ""
    assert seal_for_export(wanted=True)[1] == made.fingerprint
    forget_key()
    assert key_now().fingerprint == ""
    assert list(config_folder().iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_without_a_keyring_the_secret_half_is_a_file_for_its_person_alone() -> None:
    made = make_key_here()
    assert not made.is_in_keyring
    assert stat.S_IMODE((config_folder() / "bundle-key.pem").stat().st_mode) == 0o600
    assert "no keyring" in str(made.place)
    (config_folder() / "bundle-key.pem").unlink()
    assert key_now().problem is not None
    with pytest.raises(UserError, match="not there any more"):
        seal_for_export(wanted=None)


def test_with_a_keyring_no_file_holds_the_secret() -> None:
    with a_keyring() as ring:
        made = make_key_here()
        assert made.is_in_keyring
        assert all(b"PRIVATE" not in path.read_bytes() for path in config_folder().iterdir())
        assert seal_for_export(wanted=None)[1] == made.fingerprint
        ring.is_locked = True
        with pytest.raises(UserError, match="locked"):
            seal_for_export(wanted=None)
        ring.is_locked = False
        forget_key()
        assert ring.kept == {}


def test_it_goes_to_one_more_laptop_and_is_handed_around(tmp_path: Path) -> None:
    made = make_key_here()
    save_key(tmp_path / "safe.pem")
    with pytest.raises(UserError, match="already"):
        save_key(tmp_path / "safe.pem")
    export_key(tmp_path / "our.pub")
    assert b"PRIVATE" not in (tmp_path / "our.pub").read_bytes()
    forget_key()
    with pytest.raises(Fault):
        take_key(tmp_path / "absent.pem")
    with pytest.raises(UserError):
        take_key(tmp_path / "our.pub")
    assert take_key(tmp_path / "safe.pem").fingerprint == made.fingerprint


def test_neither_half_goes_where_a_newsroom_keeps_its_own(tmp_path: Path) -> None:
    make_key_here()
    (tmp_path / "newsroom.sqlite3").touch()
    for write in (save_key, export_key):
        with pytest.raises(UserError, match="its own files"):
            write(tmp_path / "media")
    assert not (tmp_path / "media").exists()


def test_halves_that_do_not_belong_together_sign_nothing() -> None:
    make_key_here()
    (config_folder() / "bundle-key.pem").write_text(make_key())
    with pytest.raises(UserError, match="belong together"):
        seal_for_export(wanted=None)


def test_a_signed_bundle_is_whole_known_and_the_same_twice(tmp_path: Path) -> None:
    out, zipped = tmp_path / "out", tmp_path / "out.zip"
    export_key_file = tmp_path / "our.pub"
    with a_news_desk(tmp_path / "desk") as desk:

        def exported(**fields: object) -> str:
            return desk.publishing.export(ExportRequest(out=out, **fields), quiet()).signed_by  # type: ignore[arg-type]

        assert exported() == ""
        assert verify_bundle(out, quiet()).signature.state == "not signed"
        made = make_key_here()
        export_key(export_key_file)
        assert exported() == made.fingerprint
        found = verify_bundle(out, quiet(), export_key_file)
        assert (found.ok, found.signature.state) == (True, "known key")
        assert verify_bundle(out, quiet()).signature.state == "known key"
        first = {path.name: path.read_bytes() for path in out.glob("manifest*")}
        assert sorted(first) == ["manifest.json", "manifest.json.pub", "manifest.json.sig"]
        exported(full=True)
        assert {path.name: path.read_bytes() for path in out.glob("manifest*")} == first
        desk.publishing.export(ExportRequest(out=zipped, zip=True), quiet())
        assert verify_bundle(zipped, quiet(), export_key_file).ok
        forget_key()
        assert verify_bundle(out, quiet()).signature.state == "unknown key"
        exported()
        assert sorted(path.name for path in out.glob("manifest*")) == ["manifest.json"]
        unsigned = verify_bundle(out, quiet(), export_key_file)
        assert [one.kind for one in unsigned.problems] == ["signature"]
        make_key_here()
        secret = tmp_path / "safe.pem"
        save_key(secret)
        words = secret.read_bytes().splitlines()[1]
        exported()
        desk.archive.write(tmp_path / "archive", quiet())
        others = (path for path in tmp_path.rglob("*") if path.is_file() and path != secret)
        assert all(words not in path.read_bytes() for path in others)
