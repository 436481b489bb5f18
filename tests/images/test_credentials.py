"""Integrity, trust and claim are told apart; every manifest and action is read; nothing ever reaches the network."""

from __future__ import annotations

import contextlib
import socket
import sys
from io import BytesIO
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pictures

from editor.images.credentials import MEDIA_TYPES, Standing, read_credentials
from tests.images.heic import heic
from tests.images.marked import TERM
from tests.images.signed import CREATED, SIGNER, certificate, signed

MODIFIED = TERM.replace("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia")
KINDS = ["JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF", "HEIF"]


def bare(kind: str = "JPEG") -> bytes:
    if kind == "HEIF":
        return heic()
    stream = BytesIO()
    Pictures.effect_noise((64, 48), 60).convert("RGB").save(stream, kind)
    return stream.getvalue()


@pytest.fixture(scope="module")
def jpeg() -> bytes:
    return signed(bare(), "image/jpeg", CREATED)


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_is_read(kind: str) -> None:
    found = read_credentials(signed(bare(kind), MEDIA_TYPES[kind], CREATED), kind)
    assert (found.standing, found.signer) == (Standing.INTACT, SIGNER)
    (claim,) = found.claims
    assert (claim.where, claim.source_type, claim.system, claim.version) == ("c2pa.created", TERM, "Heron AI", "3")
    assert (claim.generated_at, claim.is_sound) == ("2026-03-01T08:00:00Z", True)


def test_a_signer_is_trusted_whose_root_is_known(jpeg: bytes) -> None:
    assert read_credentials(jpeg, "JPEG", anchors=certificate().root).standing is Standing.TRUSTED


@pytest.mark.parametrize("kind", KINDS)
def test_one_changed_byte_breaks_them_and_the_claims_are_still_shown(kind: str) -> None:
    pixels = bare(kind)
    data = bytearray(signed(pixels, MEDIA_TYPES[kind], CREATED))
    at = data.rindex(pixels[len(pixels) // 2 : len(pixels) // 2 + 12]) + 5
    data[at] ^= 1
    found = read_credentials(bytes(data), kind, anchors=certificate().root)
    assert found.standing is Standing.BROKEN
    assert any("Hash" in reason for reason in found.reasons)
    assert [(claim.source_type, claim.is_sound) for claim in found.claims] == [(TERM, False)]


def test_the_claims_of_a_parent_and_of_every_action_are_read(jpeg: bytes) -> None:
    opened = {"action": "c2pa.opened", "parameters": {"ingredientIds": ["parent"]}}
    edited = {"action": "c2pa.edited", "parameters": {"com.adobe.digitalSourceType": MODIFIED}}
    found = read_credentials(signed(bare(), "image/jpeg", opened, edited, parent=jpeg), "JPEG")
    assert found.standing is Standing.INTACT
    assert {(claim.where, claim.source_type, claim.system) for claim in found.claims} == {
        ("c2pa.created", TERM, "Heron AI"),
        ("c2pa.edited", MODIFIED, "Heron Camera"),
    }


def test_a_spoilt_parent_says_nothing_that_is_used(jpeg: bytes) -> None:
    spoilt = bytearray(jpeg)
    spoilt[-60] ^= 1
    opened = {"action": "c2pa.opened", "parameters": {"ingredientIds": ["parent"]}}
    found = read_credentials(signed(bare(), "image/jpeg", opened, parent=bytes(spoilt)), "JPEG")
    assert [claim.is_sound for claim in found.claims if claim.where == "c2pa.created"] == [False]


def test_a_claim_in_a_metadata_assertion_alone_is_read() -> None:
    ext = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
    data = {"@context": {"x": ext}, "x:DigitalSourceType": TERM, "x:AISystemUsed": "Heron AI"}
    plain = {"action": "c2pa.created", "digitalSourceType": TERM.replace("trainedAlgorithmicMedia", "digitalCapture")}
    picture = signed(bare(), "image/jpeg", plain, assertions=({"label": "cawg.metadata", "data": data},))
    claims = {claim.where: claim for claim in read_credentials(picture, "JPEG").claims}
    assert (claims["cawg.metadata"].source_type, claims["cawg.metadata"].system) == (TERM, "Heron AI")
    assert claims["c2pa.created"].system == "Heron Camera"


def test_credentials_elsewhere_are_never_fetched() -> None:
    """A file names an address on this very machine, and nobody calls there."""
    called: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)

        def listen() -> None:
            with contextlib.suppress(TimeoutError):
                called.append(server.accept())

        waiting = Thread(target=listen)
        waiting.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/manifest.c2pa"
        found = read_credentials(signed(bare(), "image/jpeg", CREATED, remote=address), "JPEG")
        held = read_credentials(bare(), "JPEG", address=address)
        waiting.join()
    assert called == []
    assert held.standing is Standing.ELSEWHERE
    assert (held.address, found.claims) == (address, ())


@pytest.mark.parametrize("place", [(1 << 20) - 4, (1 << 20) - 3, (1 << 20) - 1, 1 << 20])
def test_marks_are_found_wherever_they_stand(place: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes are searched a megabyte at a time, and a mark may stand where two of them meet."""
    monkeypatch.setitem(sys.modules, "c2pa", None)
    for first, second in ((b"c2pa", b"jumb"), (b"jumb", b"c2pa")):
        data = b"\0" * place + first + b"\0" * place + second
        assert read_credentials(data, "JPEG").standing is Standing.NOT_READ
        assert read_credentials(data[:-1], "JPEG").standing is Standing.NONE


def test_a_picture_without_any_has_none() -> None:
    for kind in KINDS:
        assert read_credentials(bare(kind), kind).standing is Standing.NONE
    words = bare() + b" c2pa jumb "
    assert read_credentials(words, "JPEG").standing is Standing.NONE
    assert read_credentials(b"words, c2pa and jumb", "").standing is Standing.NONE


def test_without_the_library_they_are_not_read_and_not_none(jpeg: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "c2pa", None)
    assert read_credentials(jpeg, "JPEG").standing is Standing.NOT_READ
    assert read_credentials(bare(), "JPEG").standing is Standing.NONE


@given(st.data())
def test_spoilt_bytes_are_survived(data: st.DataObject) -> None:
    spoilt = bytearray(_once())
    start = spoilt.index(b"jumb")
    for _ in range(data.draw(st.integers(1, 6))):
        spoilt[data.draw(st.integers(start, min(start + 6000, len(spoilt) - 1)))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(start, len(spoilt)))
    assert read_credentials(bytes(spoilt[:cut]), "JPEG").standing is not Standing.TRUSTED


_KEPT: list[bytes] = []


def _once() -> bytes:
    if not _KEPT:
        _KEPT.append(signed(bare(), "image/jpeg", CREATED))
    return _KEPT[0]
