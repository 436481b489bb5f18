"""A signed export gives trusted files, the same bytes again, and goes on unsigned with the reason where it must."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.bootstrap import Desk, open_desk
from editor.core.clock import SystemClock
from editor.core.jobs import quiet
from editor.core.messages import Message
from editor.domain.derivative import MadeCopy
from editor.domain.edits import label_image
from editor.images.certificates import make_certificate
from editor.images.credentials import Standing, read_credentials
from editor.services.publishing import ExportReport, ExportRequest
from editor.services.signed_export import signed_copies
from editor.services.signing import make_certificate_here, trusted_roots
from editor.services.verifying import verify_bundle
from tests.builders import NOON, an_image
from tests.publish.judges import credentials_found
from tests.services.newsdesks import a_news_desk

FORMATS = {"jpg": "JPEG", "webp": "WEBP", "avif": "AVIF", "png": "PNG"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Yield a newsroom on the clock of this machine, by which the library judges certificates."""
    with a_news_desk(tmp_path / "desk"):
        pass
    opened = open_desk(tmp_path / "desk", clock=SystemClock())
    yield opened
    opened.close()


def exported(desk: Desk, out: Path, **fields: bool | None) -> ExportReport:
    return desk.publishing.export(ExportRequest(out=out, **fields), quiet())  # type: ignore[arg-type]


def standings(bundle: Path) -> set[Standing]:
    return {
        read_credentials(path.read_bytes(), FORMATS[path.suffix[1:]], anchors=trusted_roots()).standing
        for path in (bundle / "images").iterdir()
    }


def test_every_picture_is_signed_and_the_next_export_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    make_certificate_here("Kituo", datetime.now(UTC))
    first = exported(desk, tmp_path / "out")
    assert standings(tmp_path / "out") == {Standing.TRUSTED}
    assert not any("sign" in str(one) for one in first.warnings)
    assert verify_bundle(tmp_path / "out", quiet()).ok
    again = exported(desk, tmp_path / "out", sign=True)
    assert (again.written, again.manifest_sha256) == (0, first.manifest_sha256)
    other = exported(desk, tmp_path / "other", full=True)
    assert other.manifest_sha256 == first.manifest_sha256
    assert exported(desk, tmp_path / "out", sign=False).written
    assert standings(tmp_path / "out") == {Standing.NONE}


def test_without_a_certificate_or_the_library_the_export_goes_on(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = exported(desk, tmp_path / "one", sign=True)
    assert any("no certificate" in str(one) for one in report.warnings)
    make_certificate_here("Kituo", datetime.now(UTC))
    monkeypatch.setitem(sys.modules, "c2pa", None)
    report = exported(desk, tmp_path / "two")
    assert sum("not signed" in str(one) for one in report.warnings) == 1
    assert standings(tmp_path / "two") == {Standing.NONE}


def test_from_the_first_refusal_on_the_copies_stay_as_they_are(tmp_path: Path) -> None:
    image = an_image(sha256="ab" * 32)
    copies = [
        MadeCopy(name=f"{'ab' * 8}-1-{width}.jpg", key=str(width), promised={}, read=lambda: b"no picture")
        for width in (480, 960)
    ]
    warnings: list[Message] = []
    certificate = make_certificate("Kituo", datetime.now(UTC))
    made = list(signed_copies(copies, [image], tmp_path, certificate, warnings))
    assert made == copies
    assert len(warnings) == 1


def test_an_outside_reader_agrees_and_sees_one_changed_byte(desk: Desk, tmp_path: Path) -> None:
    make_certificate_here("Kituo", datetime.now(UTC))
    exported(desk, tmp_path / "out")
    known = [path for path in sorted((tmp_path / "out" / "images").iterdir()) if path.suffix in {".jpg", ".avif"}]
    assert {path.suffix for path in known} == {".jpg", ".avif"}
    found = credentials_found(known)
    assert all(one is not None and one["valid"] for one in found.values()), found
    for path in known:
        data = bytearray(path.read_bytes())
        data[-30] ^= 1
        path.write_bytes(data)
    changed = credentials_found(known)
    assert all(one is not None and not one["valid"] for one in changed.values()), changed
    assert not verify_bundle(tmp_path / "out", quiet()).ok


def test_exiftool_still_reads_the_metadata_that_was_written_before(desk: Desk, tmp_path: Path) -> None:
    exiftool = shutil.which("exiftool")
    if exiftool is None:
        pytest.skip("exiftool is not installed")
    image = desk.images.all()[0]
    desk.articles.apply(label_image(image, "trainedAlgorithmicMedia", by="Asha", at=NOON, ai_system="Heron"))
    make_certificate_here("Kituo", datetime.now(UTC))
    exported(desk, tmp_path / "out")
    command = [exiftool, "-json", "-XMP:all", "-JUMBF:all", "-r", str(tmp_path / "out" / "images")]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    read = json.loads(answer.stdout)
    assert read
    for one in read:
        assert one["DigitalSourceType"].endswith("/trainedAlgorithmicMedia"), one
        assert one["AISystemUsed"] == "Heron"
