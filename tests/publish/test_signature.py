"""The signature of a bundle: what each verdict needs, and that people without Makala can check it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.errors import UserError
from editor.publish.signature import (
    PUBLIC_KEY,
    SIGNATURE,
    PublicKey,
    Signed,
    is_signed,
    judge,
    key_file,
    make_key,
    public_of,
    read_private,
    read_public,
    seal_with,
    unsealed,
)

KEY = make_key()
OTHER = make_key()
MANIFEST = b'{"makala": 1, "files": []}\n'
SEALED = seal_with(KEY)(MANIFEST)


def verdict(
    manifest: bytes = MANIFEST,
    signature: bytes | None = SEALED[SIGNATURE],
    public: bytes | None = SEALED[PUBLIC_KEY],
    demanded: str = "",
    known: str = "",
) -> tuple[Signed, bool]:
    found, wrong = judge(
        manifest,
        signature,
        public,
        demanded=public_of(demanded) if demanded else None,
        known=frozenset({public_of(known).fingerprint} if known else ()),
    )
    return found.signed, wrong is not None


def test_the_same_manifest_gives_the_same_signature() -> None:
    assert seal_with(KEY)(MANIFEST) == SEALED
    assert unsealed(MANIFEST) == {}
    assert len(SEALED[SIGNATURE]) == 64


def test_without_a_key_demanded_a_signature_is_known_or_not() -> None:
    assert verdict() == (Signed.UNKNOWN, False)
    assert verdict(known=KEY) == (Signed.KNOWN, False)
    assert verdict(known=OTHER) == (Signed.UNKNOWN, False)
    assert verdict(signature=None, public=None) == (Signed.NOT, False)


def test_a_demanded_key_is_the_only_one_that_will_do() -> None:
    assert verdict(demanded=KEY) == (Signed.KNOWN, False)
    assert verdict(demanded=KEY, public=None) == (Signed.KNOWN, False)
    assert verdict(demanded=OTHER) == (Signed.OTHER, True)
    assert verdict(demanded=OTHER, known=KEY) == (Signed.OTHER, True)
    assert verdict(demanded=KEY, signature=None, public=None) == (Signed.NOT, True)
    ours = key_file(public_of(KEY))
    theirs = seal_with(OTHER)(MANIFEST)[SIGNATURE]
    assert verdict(demanded=KEY, public=ours, signature=theirs) == (Signed.WRONG, True)


@pytest.mark.parametrize(
    ("signature", "public"),
    [
        (None, SEALED[PUBLIC_KEY]),
        (SEALED[SIGNATURE], None),
        (SEALED[SIGNATURE], b""),
        (SEALED[SIGNATURE], key_file(public_of(OTHER))),
        (b"", SEALED[PUBLIC_KEY]),
        (SEALED[SIGNATURE] + b"x", SEALED[PUBLIC_KEY]),
        (SEALED[SIGNATURE], KEY.encode()),
    ],
    ids=["signature gone", "key gone", "key empty", "other key", "signature empty", "signature longer", "private key"],
)
def test_half_a_signature_is_a_wrong_one(signature: bytes | None, public: bytes | None) -> None:
    assert verdict(signature=signature, public=public) == (Signed.WRONG, True)


@given(st.integers(0, len(MANIFEST) - 1), st.integers(1, 255))
def test_any_changed_byte_of_the_manifest_is_seen(place: int, change: int) -> None:
    changed = MANIFEST[:place] + bytes([MANIFEST[place] ^ change]) + MANIFEST[place + 1 :]
    assert verdict(manifest=changed) == (Signed.WRONG, True)


@given(st.binary(max_size=200))
def test_whatever_lies_in_the_place_of_a_key_or_signature_is_answered(data: bytes) -> None:
    assert verdict(public=data) == (Signed.WRONG, True)
    assert verdict(signature=data) == (Signed.WRONG, True)


def test_a_public_key_is_read_as_it_is_handed_around() -> None:
    public = public_of(KEY)
    assert read_public(key_file(public)) == read_public(public.pem.encode()) == public
    with pytest.raises(UserError, match="private"):
        read_public(KEY.encode())
    with pytest.raises(UserError, match="no public key"):
        read_public(b"words")
    with pytest.raises(UserError, match="no private key"):
        read_private(b"words")
    assert read_private(KEY.encode()) == KEY


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not here")
def test_openssl_verifies_by_the_words_in_the_key_file(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(MANIFEST)
    for name, data in SEALED.items():
        (tmp_path / name).write_bytes(data)
    commands = [line.split() for line in SEALED[PUBLIC_KEY].decode().splitlines() if line.startswith("  openssl")]
    verify, fingerprint = commands
    assert _run(tmp_path, *verify).returncode == 0
    shown = subprocess.run(" ".join(fingerprint), shell=True, cwd=tmp_path, capture_output=True, text=True, check=True)  # noqa: S602 - our own words
    assert public_of(KEY).fingerprint in shown.stdout
    (tmp_path / "manifest.json").write_bytes(MANIFEST + b" ")
    assert _run(tmp_path, *verify).returncode != 0


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not here")
def test_a_key_that_openssl_made_is_taken(tmp_path: Path) -> None:
    assert _run(tmp_path, "openssl", "genpkey", "-algorithm", "ed25519", "-out", "key.pem").returncode == 0
    private = read_private((tmp_path / "key.pem").read_bytes())
    assert is_signed(b"x", seal_with(private)(b"x")[SIGNATURE], public_of(private))
    _run(tmp_path, "openssl", "genpkey", "-algorithm", "x25519", "-out", "other.pem")
    with pytest.raises(UserError, match="another kind"):
        read_private((tmp_path / "other.pem").read_bytes())


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not here")
def test_a_key_that_openssh_made_is_taken(tmp_path: Path) -> None:
    assert _run(tmp_path, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key").returncode == 0
    private = read_private((tmp_path / "key").read_bytes())
    assert read_public((tmp_path / "key.pub").read_bytes()) == public_of(private)


def test_a_fingerprint_is_of_the_der_form() -> None:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

    public = public_of(KEY)
    loaded = load_pem_public_key(public.pem.encode())
    assert loaded.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo) == public.der
    assert public != PublicKey(b"\0" * 32)
