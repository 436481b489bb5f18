"""A PDF says of itself what its page says: read back by exiftool, which nobody here wrote."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from editor.domain.source_type import uri_of
from editor.publish.pdf_metadata import PdfMetadata, with_metadata, xmp

SAID = PdfMetadata(
    title="Two (drum) kits – طبول",
    language="ar",
    authors=("Amina <Odhiambo>", "Jun"),
    publisher="Nara Desk",
    description="A visit – Reported by AI",
    source_type=uri_of("trainedAlgorithmicMedia"),
)


def a_pdf() -> bytes:
    """Return an empty sheet, built as the web engine builds its own."""
    objects = (
        b"<</Creator (Chromium)\n/Producer (Skia/PDF)>>",
        b"<</Type /Catalog\n/Pages 3 0 R>>",
        b"<</Type /Pages\n/Count 1\n/Kids [4 0 R]>>",
        b"<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 595 842]>>",
    )
    made, lines = bytearray(b"%PDF-1.4\n"), [b"0000000000 65535 f \n"]
    for number, content in enumerate(objects, 1):
        lines.append(b"%010d 00000 n \n" % len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 5\n%strailer\n<</Size 5\n/Root 2 0 R\n/Info 1 0 R>>\n" % b"".join(lines)
    return bytes(made + table + b"startxref\n%d\n%%%%EOF" % len(made))


def read_back(pdf: bytes, folder: Path) -> dict[str, Any]:
    if not shutil.which("exiftool"):
        pytest.skip("exiftool is not installed")
    (folder / "a.pdf").write_bytes(pdf)
    command = ["exiftool", "-json", "-a", "-G1", "-struct", str(folder / "a.pdf")]
    answer = subprocess.run(command, check=True, capture_output=True, timeout=60)
    found: dict[str, Any] = json.loads(answer.stdout)[0]
    return found


def test_title_language_authors_and_the_part_of_ai_are_read_back(tmp_path: Path) -> None:
    found = read_back(with_metadata(a_pdf(), SAID), tmp_path)
    assert (found["PDF:Title"], found["XMP-dc:Title"]) == (SAID.title, SAID.title)
    assert (found["PDF:Language"], found["XMP-dc:Language"]) == ("ar", ["ar"])
    assert (found["PDF:Author"], found["XMP-dc:Creator"]) == ("Amina <Odhiambo>, Jun", list(SAID.authors))
    assert (found["PDF:Subject"], found["XMP-dc:Description"]) == (SAID.description, SAID.description)
    assert found["XMP-iptcExt:DigitalSourceType"] == SAID.source_type
    assert found["PDF:Creator"] == "Chromium"
    assert "ExifTool:Warning" not in found


def test_no_byte_of_the_engine_is_moved_and_every_place_is_right() -> None:
    before = a_pdf()
    after = with_metadata(before, SAID)
    assert after.startswith(before)
    assert after == with_metadata(before, SAID)
    start = int(after.split(b"startxref")[-1].split()[0])
    for number, place in re.findall(rb"(\d+) 1\n(\d{10}) 00000 n", after[start:]):
        assert after[int(place) :].startswith(b"%s 0 obj" % number)


def test_what_is_not_known_is_not_said() -> None:
    packet = xmp(PdfMetadata(title="T", language="en"))
    assert "DigitalSourceType" not in packet
    assert "dc:creator" not in packet


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7\nstartxref\n9\n%%EOF", a_pdf().replace(b"xref\n0 5", b"yref\n0 5")])
def test_one_that_is_built_otherwise_is_refused(pdf: bytes) -> None:
    with pytest.raises(ValueError, match="a PDF"):
        with_metadata(pdf, SAID)
