"""The newsroom's signature under a manifest: Ed25519 over its exact bytes, as two files beside it in the bundle.

`manifest.json.sig` holds the 64 bytes of the signature (RFC 8032) and `manifest.json.pub` the public key as PEM (RFC
8410), so that anybody with OpenSSL can verify without Makala. A fingerprint is the SHA-256 of the key's DER form.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.files import sha256_hex
from editor.core.messages import Message, say
from editor.publish.manifest import MANIFEST

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SIGNATURE = f"{MANIFEST}.sig"
PUBLIC_KEY = f"{MANIFEST}.pub"
# The files of a bundle that its manifest cannot list, since they speak of it.
SEALS = frozenset({SIGNATURE, PUBLIC_KEY})
MOST_KEY_BYTES = 1 << 16
_BLOCK = re.compile(rb"-----BEGIN ([A-Z ]+)-----.*?-----END \1-----", re.DOTALL)

# Given a manifest's bytes, returns the files that go beside it in the bundle, by path.
Seal = Callable[[bytes], Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key as 32 raw bytes (RFC 8032)."""

    raw: bytes

    @property
    def der(self) -> bytes:
        """Return the key as SubjectPublicKeyInfo (RFC 8410, section 4)."""
        return _DER_BEFORE_KEY + self.raw

    @property
    def pem(self) -> str:
        """Return the key as PEM text with its last line end."""
        inside = base64.b64encode(self.der).decode()
        return f"-----BEGIN PUBLIC KEY-----\n{inside}\n-----END PUBLIC KEY-----\n"

    @property
    def fingerprint(self) -> str:
        """Return the SHA-256 of the DER form as 64 hex digits: what two people compare over the telephone."""
        return sha256_hex(self.der)


class Signed(StrEnum):
    """How a bundle stands to a key. Only `known` says who made it."""

    NOT = "not signed"
    KNOWN = "known key"
    UNKNOWN = "unknown key"
    OTHER = "another key"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Signature:
    """What was found of a bundle's signature: how it stands, and the fingerprint of the key it was made with."""

    signed: Signed = Signed.NOT
    fingerprint: str = ""


def make_key() -> str:
    """Return a new private key as PEM text (PKCS #8)."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return _private_pem(Ed25519PrivateKey.generate())


def read_private(data: bytes) -> str:
    """Return the private key in `data` as `make_key` writes one; raise `UserError` for anything else."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_ssh_private_key

    load = load_ssh_private_key if b"OPENSSH PRIVATE KEY" in data else load_pem_private_key
    try:
        key = load(data[:MOST_KEY_BYTES], None)
    except (ValueError, TypeError, _unsupported()) as error:
        raise UserError(
            say("There is no private key here that can be used."),
            say("It is an Ed25519 key in a PEM file without a password."),
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UserError(say("This key is of another kind."), say("Makala signs with Ed25519."))
    return _private_pem(key)


def public_of(private: str) -> PublicKey:
    """Return the public key that belongs to the private key `private` (PEM)."""
    return _public(_loaded(private).public_key())


def read_public(data: bytes) -> PublicKey:
    """Return the public key in `data`: PEM with any words around it, or one line of OpenSSH.

    Raises `UserError` for anything else, and for a private key, which is nothing to hand around.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key, load_ssh_public_key

    data = data[:MOST_KEY_BYTES]
    if b"PRIVATE KEY-----" in data:
        raise UserError(
            say("This is a private key, and a public one is wanted."), say("Keep this file to yourself, for you alone.")
        )
    block = _BLOCK.search(data)
    try:
        key = load_pem_public_key(block.group()) if block else load_ssh_public_key(data.strip())
    except (ValueError, _unsupported()) as error:
        raise UserError(
            say("There is no public key here that can be read."),
            say("Makala writes one with “makala key export”; it lies in every signed bundle too."),
        ) from error
    if not isinstance(key, Ed25519PublicKey):
        raise UserError(say("This key is of another kind."), say("Makala signs with Ed25519."))
    return _public(key)


def seal_with(private: str) -> Seal:
    """Return what signs manifests with the private key `private` (PEM). The same manifest gives the same bytes."""
    key = _loaded(private)
    public = _public(key.public_key())

    def seal(manifest: bytes) -> Mapping[str, bytes]:
        return {SIGNATURE: key.sign(manifest), PUBLIC_KEY: key_file(public)}

    return seal


def unsealed(manifest: bytes) -> Mapping[str, bytes]:
    """Return no file: what a bundle without a signature is sealed with."""
    del manifest
    return {}


def key_file(public: PublicKey) -> bytes:
    """Return the file that hands a public key around, with the words for who has no Makala before it.

    The words are for people of any language who use such tools, and so in English alone.
    """
    words = (
        "The public key that this newsroom signs its bundles with (Ed25519).",
        f"Fingerprint (SHA-256 of its DER form): {public.fingerprint}",
        "",
        "Without Makala, in the folder of the bundle, with OpenSSL 3 or later:",
        f"  openssl pkeyutl -verify -rawin -pubin -inkey {PUBLIC_KEY} -sigfile {SIGNATURE} -in {MANIFEST}",
        f"  openssl pkey -pubin -in {PUBLIC_KEY} -outform DER | openssl dgst -sha256",
        "The first says that the manifest was signed with this key; the second shows the fingerprint, which the",
        "newsroom has told you some other way. The manifest names the SHA-256 of every file.",
        "",
    )
    return "\n".join((*words, public.pem)).encode()


def judge(
    manifest: bytes,
    signature: bytes | None,
    public: bytes | None,
    *,
    demanded: PublicKey | None = None,
    known: frozenset[str] = frozenset(),
) -> tuple[Signature, Message | None]:
    """Hold a manifest against the two files beside it, None where one is not there.

    `demanded` is the key that must have signed; `known` are fingerprints that are trusted where none is demanded.
    Returns how it stands, and what is wrong, which a signature by an unknown key is not: it proves that nothing was
    changed since, and not by whom it was made. The demanded key is tried by itself: what a bundle says of its own key
    is no evidence.
    """
    if signature is None:
        if public is not None:
            return _wrong(say("The bundle names a key and lacks the signature: it was taken away."))
        return Signature(), say("This bundle is not signed, and a key was demanded.") if demanded else None
    try:
        shown = read_public(public) if public is not None else None
    except UserError:
        return _wrong(say("The public key in this bundle cannot be read."))
    fitting = next((key for key in (demanded, shown) if key and is_signed(manifest, signature, key)), None)
    if fitting is None:
        return _wrong(
            say("The signature does not fit the manifest, which was changed since.")
            if shown or demanded
            else say("The bundle has a signature and lacks the public key to hold it against.")
        )
    if demanded and fitting != demanded:
        other = say("This bundle was signed with another key, of fingerprint {print}.", print=fitting.fingerprint)
        return Signature(Signed.OTHER, fitting.fingerprint), other
    is_known = demanded is not None or fitting.fingerprint in known
    return Signature(Signed.KNOWN if is_known else Signed.UNKNOWN, fitting.fingerprint), None


def _wrong(words: Message) -> tuple[Signature, Message]:
    return Signature(Signed.WRONG), words


def is_signed(manifest: bytes, signature: bytes, key: PublicKey) -> bool:
    """Say whether `signature` is that of `key` over `manifest`."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(key.raw).verify(signature, manifest)
    except (InvalidSignature, ValueError):
        return False
    return True


# SEQUENCE { SEQUENCE { OID 1.3.101.112 } BIT STRING { 32 bytes } }: all that stands before the bytes of the key.
_DER_BEFORE_KEY = bytes.fromhex("302a300506032b6570032100")


def _loaded(private: str) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    key = load_pem_private_key(private.encode(), None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError("not an Ed25519 key")
    return key


def _public(key: Ed25519PublicKey) -> PublicKey:
    return PublicKey(key.public_bytes_raw())


def _private_pem(key: Ed25519PrivateKey) -> str:
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def _unsupported() -> type[Exception]:
    from cryptography.exceptions import UnsupportedAlgorithm

    return UnsupportedAlgorithm
