"""What an exported file states is read whoever wrote it, and held against what was promised."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image as Pictures

from editor.core.errors import UserError
from editor.images.reading_back import broken_promise, stated_in
from tests.images import marked

PROMISED = {"source_type": marked.TERM}


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF", "PNG"])
@pytest.mark.parametrize("packet", [marked.as_attribute(prefix="other"), marked.as_element()])
def test_a_source_type_is_read_in_either_form_with_any_prefix(kind: str, packet: bytes) -> None:
    assert stated_in(marked.picture(kind, packet)) == PROMISED


def test_a_file_that_keeps_its_promise_is_fine() -> None:
    assert broken_promise(marked.picture("JPEG", marked.as_element()), PROMISED) is None
    assert broken_promise(marked.picture("JPEG", b""), {}) is None


@pytest.mark.parametrize(
    ("packet", "promised"),
    [
        (b"", PROMISED),
        (marked.as_element("http://cv.iptc.org/newscodes/digitalsourcetype/print"), PROMISED),
        (marked.as_element(), {}),
        (b"<?xml", PROMISED),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', PROMISED),
    ],
)
def test_a_source_type_that_did_not_survive_is_named(packet: bytes, promised: dict[str, object]) -> None:
    assert "source_type" in str(broken_promise(marked.picture("JPEG", packet), promised))


def test_other_fields_count_where_they_are_promised() -> None:
    data = marked.picture("WEBP", marked.as_attribute())
    assert "credit" in str(broken_promise(data, {**PROMISED, "credit": "Müller"}))


def test_what_is_no_picture_is_said() -> None:
    with pytest.raises(UserError):
        stated_in(b"no picture")
    assert broken_promise(b"no picture", {}) is not None
    stream = BytesIO()
    Pictures.new("RGB", (9, 9)).save(stream, "JPEG")
    assert stated_in(stream.getvalue()) == {}
