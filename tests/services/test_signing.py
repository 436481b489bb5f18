"""The certificate is kept with the person's settings, for them alone; what cannot be used warns and stops nothing."""

from __future__ import annotations

import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from editor.core.errors import Fault, UserError
from editor.core.settings_folder import config_folder
from editor.images.certificates import WARN_DAYS, make_certificate
from editor.services.signing import (
    bring_certificate,
    certificate_for_export,
    forget_certificate,
    make_certificate_here,
    signing_now,
    switch_signing,
    trusted_roots,
)

NOW = datetime(2026, 11, 1, tzinfo=UTC)


def test_at_first_nothing_is_signed() -> None:
    assert not signing_now(NOW).has_certificate
    assert certificate_for_export(NOW, wanted=None) == (None, None)
    assert trusted_roots() == ""


def test_one_made_here_signs_from_now_on() -> None:
    made = make_certificate_here(" Kituo cha Habari ", NOW)
    assert made == signing_now(NOW)
    assert made.is_on
    assert made.facts is not None
    assert made.facts.name == "Kituo cha Habari"
    certificate, warning = certificate_for_export(NOW, wanted=None)
    assert certificate is not None
    assert warning is None
    assert trusted_roots() == certificate.root


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_the_key_is_for_its_person_alone() -> None:
    make_certificate_here("Kituo", NOW)
    (file,) = config_folder().glob("signing*")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    switch_signing(NOW, is_on=False)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_signing_is_switched_and_asked_for() -> None:
    make_certificate_here("Kituo", NOW)
    assert not switch_signing(NOW, is_on=False).is_on
    assert certificate_for_export(NOW, wanted=None) == (None, None)
    assert certificate_for_export(NOW, wanted=True)[0] is not None
    switch_signing(NOW, is_on=True)
    assert certificate_for_export(NOW, wanted=False) == (None, None)


def test_the_organisations_own_is_taken(tmp_path: Path) -> None:
    chain, key = _files(tmp_path)
    taken = bring_certificate(chain, key, NOW)
    assert taken.facts is not None
    assert taken.facts.name == "Shirika"
    assert trusted_roots() == ""


def test_one_that_would_not_hold_is_refused_and_the_one_before_stays(tmp_path: Path) -> None:
    made = make_certificate_here("Kituo", NOW)
    chain, _ = _files(tmp_path)
    with pytest.raises(UserError, match="can be read"):
        bring_certificate(chain, chain, NOW)
    with pytest.raises(Fault):
        bring_certificate(tmp_path / "absent.pem", chain, NOW)
    with pytest.raises(UserError, match="name"):
        make_certificate_here("  ", NOW)
    assert signing_now(NOW) == made


def test_its_end_is_told_before_and_after() -> None:
    made = make_certificate_here("Kituo", NOW)
    assert made.facts is not None
    near = made.facts.until - timedelta(days=WARN_DAYS - 1)
    assert signing_now(near).warning
    assert certificate_for_export(near, wanted=None)[1]
    gone = made.facts.until + timedelta(days=1)
    assert signing_now(gone).problem is not None
    certificate, reason = certificate_for_export(gone, wanted=None)
    assert certificate is None
    assert "run out" in str(reason)


def test_asked_for_without_one_it_is_said() -> None:
    assert "no certificate" in str(certificate_for_export(NOW, wanted=True)[1])


def test_it_can_be_forgotten() -> None:
    make_certificate_here("Kituo", NOW)
    forget_certificate()
    forget_certificate()
    assert not signing_now(NOW).has_certificate


def test_a_spoilt_file_is_none() -> None:
    make_certificate_here("Kituo", NOW)
    (file,) = config_folder().glob("signing*")
    file.write_text('{"chain": 3, "odd": []}')
    assert not signing_now(NOW).has_certificate


def test_without_the_library_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    make_certificate_here("Kituo", NOW)
    monkeypatch.setitem(sys.modules, "cryptography", None)
    assert signing_now(NOW).problem is not None
    certificate, reason = certificate_for_export(NOW, wanted=None)
    assert certificate is None
    assert "library" in str(reason)
    with pytest.raises(UserError, match="library"):
        make_certificate_here("Kituo", NOW)


def _files(folder: Path) -> tuple[Path, Path]:
    made = make_certificate("Shirika", NOW)
    chain, key = folder / "chain.pem", folder / "key.pem"
    chain.write_text(made.chain)
    key.write_text(made.key)
    return chain, key
