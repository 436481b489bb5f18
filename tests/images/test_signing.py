"""Copies are signed as what they are, keep their metadata, and give the same bytes at the next export."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pictures

from editor.core.errors import UserError
from editor.core.settings_folder import CONFIG_VARIABLE
from editor.domain.derivative import MadeCopy
from editor.domain.image import Image
from editor.domain.settings import PicturePrompts
from editor.domain.statement import public_image, statement_of
from editor.images.certificates import make_certificate
from editor.images.credentials import Standing, read_credentials
from editor.images.detection import inspect
from editor.images.signing import KEPT, Recipe, SignedCopies, recipe_of, sign
from editor.images.writing import metadata_of
from tests.builders import NOON, an_image
from tests.images.signed import SIGNER, certificate

AI = an_image(
    source_type="trainedAlgorithmicMedia",
    ai_system="Heron AI",
    ai_system_version="3",
    credit="Kituo, Zürich",
    data_mining="DMI-PROHIBITED-AIMLTRAINING",
    ai_prompt="a secret lake",
    decided_by="Asha",
    decided_at=NOON,
)
OWN = an_image(source_type="trainedAlgorithmicMedia", decided_by="Asha", ai_prompt_writer="Asha", ai_system="Heron AI")
KINDS = [("jpg", "image/jpeg", "JPEG"), ("webp", "image/webp", "WEBP"), ("avif", "image/avif", "AVIF")]


def encoded(image: Image, kind: str = "JPEG") -> bytes:
    stream = BytesIO()
    made = metadata_of(statement_of(image))
    Pictures.effect_noise((480, 320), 40).convert("RGB").save(stream, kind, xmp=made.xmp)
    return stream.getvalue()


@pytest.mark.parametrize(("ending", "media_type", "kind"), KINDS)
def test_a_signed_copy_is_trusted_states_its_origin_and_shows_every_change(
    ending: str, media_type: str, kind: str
) -> None:
    data = encoded(AI, kind)
    signed = sign(data, media_type, recipe_of(AI), certificate())
    found = read_credentials(signed, kind, anchors=certificate().root)
    assert (found.standing, found.signer) == (Standing.TRUSTED, SIGNER)
    assert read_credentials(signed, kind).standing is Standing.INTACT
    assert {(claim.where, claim.source_type.rpartition("/")[2]) for claim in found.claims} == {
        ("ingredient", "trainedAlgorithmicMedia"),
        ("cawg.metadata", "trainedAlgorithmicMedia"),
    }
    assert len(signed) - len(data) < 5000, ending
    changed = bytearray(signed)
    changed[-40] ^= 1
    assert read_credentials(bytes(changed), kind).standing is Standing.BROKEN


def test_the_metadata_that_was_written_before_is_still_there() -> None:
    signed = sign(encoded(AI), "image/jpeg", recipe_of(AI), certificate())
    found = {one.detector for one in inspect(signed).findings}
    assert {"digital-source-type", "stated-system", "content-credentials"} <= found
    assert inspect(signed).proposal.system == "Heron AI"


def test_nothing_private_and_no_small_picture_is_in_it() -> None:
    public = public_image(AI, PicturePrompts.KEPT)
    signed = sign(encoded(public), "image/jpeg", recipe_of(public), certificate())
    for secret in (b"secret", b"thumbnail", b"Asha"):
        assert secret not in signed


def test_created_is_said_of_the_newsrooms_own_pictures_alone() -> None:
    own = read_credentials(sign(encoded(OWN), "image/jpeg", recipe_of(OWN), certificate()), "JPEG")
    assert own.claims[0].where == "c2pa.created"
    assert own.claims[0].system == "Heron AI"
    assert not recipe_of(AI).is_own
    camera = an_image(source_type="digitalCapture", decided_by="Asha", ai_prompt_writer="Asha")
    assert not recipe_of(camera).is_own


@pytest.mark.parametrize("image", [an_image(source_type=""), an_image(source_type="urn:own words")])
def test_a_picture_without_a_known_origin_is_signed_without_a_claim(image: Image) -> None:
    found = read_credentials(sign(encoded(image), "image/jpeg", recipe_of(image), certificate()), "JPEG")
    assert (found.standing, found.claims) == (Standing.INTACT, ())


def test_the_opt_out_from_training_is_an_assertion() -> None:
    assert b"cawg.training-mining" in sign(encoded(AI), "image/jpeg", recipe_of(AI), certificate())
    assert b"cawg.training-mining" not in sign(encoded(OWN), "image/jpeg", recipe_of(OWN), certificate())


def test_what_cannot_be_signed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError, match="could not be signed"):
        sign(b"no picture", "image/jpeg", recipe_of(AI), certificate())
    late = make_certificate(SIGNER, NOON - timedelta(days=4000))
    with pytest.raises(UserError, match="could not be signed"):
        sign(encoded(AI), "image/jpeg", recipe_of(AI), late)
    monkeypatch.setitem(sys.modules, "c2pa", None)
    with pytest.raises(UserError, match="library"):
        sign(encoded(AI), "image/jpeg", recipe_of(AI), certificate())


def a_copy(data: bytes, reads: list[str] | None = None) -> MadeCopy:
    def read() -> bytes:
        if reads is not None:
            reads.append("read")
        return data

    return MadeCopy(name="0123456789abcdef-1-480.jpg", key="1-name", promised={}, read=read)


def test_signing_again_gives_the_same_bytes_and_does_nothing(tmp_path: Path) -> None:
    reads: list[str] = []
    copy, recipe = a_copy(encoded(AI), reads), recipe_of(AI)
    first = SignedCopies(tmp_path, certificate()).signed(copy, recipe)
    second = SignedCopies(tmp_path, certificate()).signed(copy, recipe)
    assert first.read() == second.read() != copy.read()
    assert (first.key, first.name) == (second.key, copy.name)
    assert reads == ["read", "read"]  # once to sign, once by this test


def test_another_certificate_record_or_copy_is_signed_anew(tmp_path: Path) -> None:
    kept, recipe = SignedCopies(tmp_path, certificate()), recipe_of(AI)
    other = SignedCopies(tmp_path, make_certificate(SIGNER, NOON))
    keys = {kept.key("a", recipe), kept.key("b", recipe), kept.key("a", recipe_of(OWN)), other.key("a", recipe)}
    assert len(keys) == 4
    assert kept.key("a", Recipe(said=recipe.said)) == kept.key("a", recipe)


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file where the folder would be")
    signed = SignedCopies(tmp_path / "kept", certificate()).signed(a_copy(encoded(AI)), recipe_of(AI))
    assert read_credentials(signed.read(), "JPEG").standing is Standing.INTACT


def test_a_folder_that_was_emptied_meanwhile_is_filled_again(tmp_path: Path) -> None:
    signed = SignedCopies(tmp_path, certificate()).signed(a_copy(encoded(AI)), recipe_of(AI))
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.unlink()
    assert read_credentials(signed.read(), "JPEG").standing is Standing.INTACT


def test_of_each_copy_the_last_signed_forms_are_kept(tmp_path: Path) -> None:
    kept, copy = SignedCopies(tmp_path, certificate()), a_copy(encoded(AI))
    beside = kept.signed(replace(copy, name=f"other-{copy.name}"), recipe_of(AI))
    forms = []
    for number in range(KEPT + 2):
        forms.append(kept.signed(replace(copy, key=str(number)), recipe_of(AI)))
        (made,) = tmp_path.rglob(f"*-{forms[-1].key}")
        os.utime(made, (number, number))  # two may be made within one tick of the disk's clock
    names = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert names == {f"{one.name}-{one.key}" for one in (beside, *forms[2:])}
    assert read_credentials(forms[0].read(), "JPEG").standing is Standing.INTACT


def test_a_signed_copy_that_somebody_put_there_is_signed_anew_and_a_colleagues_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, recipe = SignedCopies(tmp_path, certificate()), recipe_of(AI)
    signed = kept.signed(a_copy(encoded(AI)), recipe)
    first = signed.read()
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "of another computer"))
    assert SignedCopies(tmp_path, certificate()).signed(a_copy(encoded(AI)), recipe).read() == first
    (place,) = tmp_path.rglob(f"*-{signed.key}")
    place.write_bytes(b"another picture")
    data = signed.read()
    assert read_credentials(data, "JPEG").standing is Standing.INTACT
    assert signed.read() == data
