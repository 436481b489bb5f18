"""Makes a newsroom's own signing certificate, and judges one that is brought: content credentials ask for much.

The rules are those of the C2PA specification 2.4, 14.5.1, as the signing library enforces them. A certificate that was
made here says who signed to those who know its root; nobody else vouches for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from editor.core.errors import UserError
from editor.core.messages import Message, nsay, say

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

Kind = TypeVar("Kind", bound="x509.ExtensionType")
WARN_DAYS = 90
# Who may sign what, by extended key usage: C2PA signing, signing of documents, protection of mail.
C2PA_SIGNING = "1.3.6.1.4.1.62558.2.1"
DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36"
MAIL_PROTECTION = "1.3.6.1.5.5.7.3.4"
PURPOSES = (C2PA_SIGNING, DOCUMENT_SIGNING, MAIL_PROTECTION)
_CURVES = {"secp256r1": "es256", "secp384r1": "es384", "secp521r1": "es512"}
_LEAF = timedelta(days=825)
_UPPER = timedelta(days=3650)
_EARLIER = timedelta(hours=1)  # for clocks that do not agree
_ELSEWHERE = say("Ask those who made it for a certificate that is meant for signing documents or content credentials.")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Certificate:
    """What signing needs: `chain` the PEM of the certificate and those between it and its root, `key` its PEM.

    `root` is the PEM of the root where it was made here, so that this newsroom knows its own files; else "".
    """

    chain: str
    key: str
    root: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFacts:
    """Whose a certificate is and until when it holds (UTC)."""

    name: str
    issuer: str
    until: datetime

    def days_left(self, now: datetime) -> int:
        """Return how many whole days are left; negative when it has run out."""
        return (self.until - now).days

    def warning(self, now: datetime) -> Message | None:
        """Return what to say where it runs out within ninety days: without a time stamp its signatures go with it."""
        left = self.days_left(now)
        if left >= WARN_DAYS:
            return None
        return nsay(
            "The certificate that signs pictures runs out in {n} day. Signatures made with it end with it.",
            "The certificate that signs pictures runs out in {n} days. Signatures made with it end with it.",
            max(left, 0),
        )


def make_certificate(name: str, now: datetime) -> Certificate:
    """Return a new chain of three for the organisation `name`: root, intermediate, and a leaf of some two years.

    P-256 and SHA-256. The keys of the upper two are thrown away, so nothing else can ever be made with them.
    """
    from cryptography.hazmat.primitives.asymmetric import ec

    root_key, middle_key, leaf_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    root = _issued(f"{name}, root", root_key, None, root_key, now, depth=1)
    middle = _issued(f"{name}, intermediate", middle_key, root, root_key, now, depth=0)
    leaf = _issued(name, leaf_key, middle, middle_key, now, depth=None)
    return Certificate(chain=_pem(leaf) + _pem(middle), key=_key_pem(leaf_key), root=_pem(root))


def judge(certificate: Certificate, now: datetime) -> CertificateFacts:
    """Return whose the certificate is; raise `UserError` with the reason where no valid signature comes of it."""
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import serialization

    try:
        chain = x509.load_pem_x509_certificates(certificate.chain.encode())
        key = serialization.load_pem_private_key(certificate.key.encode(), password=None)
    except (ValueError, TypeError) as error:
        raise UserError(
            say("This is no certificate with its key that can be read."),
            say("Give both as PEM: the certificate first, then those above it; the key without a password."),
        ) from error
    leaf = chain[0]
    if leaf.public_key() != key.public_key():
        raise UserError(
            say("The key does not belong to the certificate."), say("Choose the two that were made together.")
        )
    if reason := _refusal(leaf, now):
        raise UserError(reason, _ELSEWHERE)
    for below, above in pairwise(chain):
        try:
            below.verify_directly_issued_by(above)
        except (ValueError, TypeError, InvalidSignature) as error:
            raise UserError(
                say("The certificates do not follow from one another."),
                say("Put the one that signs first, then the one that issued it, and so on."),
            ) from error
    return CertificateFacts(name=_named(leaf.subject), issuer=_named(leaf.issuer), until=leaf.not_valid_after_utc)


def algorithm(certificate: Certificate) -> str:
    """Return the C2PA name of the algorithm that the certificate's key signs with; raise `UserError` for another."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    key = serialization.load_pem_private_key(certificate.key.encode(), password=None)
    if isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name in _CURVES:
        return _CURVES[key.curve.name]
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return "ed25519"
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size >= 2048:
        return "ps256"
    raise UserError(say("Content Credentials cannot be signed with a key of this kind."), _ELSEWHERE)


def _refusal(leaf: x509.Certificate, now: datetime) -> Message | None:
    """Return why no signature made with `leaf` would be valid (C2PA 2.4, 14.5.1.1), None when it would."""
    from cryptography import x509

    basic = _extension(leaf, x509.BasicConstraints)
    usage = _extension(leaf, x509.KeyUsage)
    purposes = _extension(leaf, x509.ExtendedKeyUsage)
    stated = {one.dotted_string for one in purposes} if purposes is not None else set()
    judged = (
        (leaf.version is not x509.Version.v3, say("This certificate is of an old version; version 3 is needed.")),
        (leaf.not_valid_after_utc <= now, say("This certificate has run out.")),
        (leaf.not_valid_before_utc > now, say("This certificate does not hold yet.")),
        (
            leaf.subject == leaf.issuer or (basic is not None and basic.ca),
            say("This certificate issues others or itself; content credentials need one that only signs."),
        ),
        (
            usage is None or not usage.digital_signature,
            say("This certificate does not say that it may sign (no key usage for signatures)."),
        ),
        (not stated, say("This certificate does not say what it is for (no extended key usage).")),
        (
            not stated & set(PURPOSES),
            say("This certificate is for something else, such as a web server or a program."),
        ),
        (
            _extension(leaf, x509.AuthorityKeyIdentifier) is None,
            say("This certificate does not name the key that issued it (no authority key identifier)."),
        ),
    )
    return next((reason for is_refused, reason in judged if is_refused), None)


def _extension(certificate: x509.Certificate, kind: type[Kind]) -> Kind | None:
    from cryptography import x509

    try:
        return certificate.extensions.get_extension_for_class(kind).value
    except (x509.ExtensionNotFound, ValueError):
        return None


def _issued(
    name: str,
    key: EllipticCurvePrivateKey,
    above: x509.Certificate | None,
    above_key: EllipticCurvePrivateKey,
    now: datetime,
    depth: int | None,
) -> x509.Certificate:
    """Return the certificate of `key`, issued by `above` or by itself; `depth` None is one that only signs."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.x509.oid import NameOID

    is_leaf = depth is None
    subject = x509.Name(
        [x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.ORGANIZATION_NAME, name)]
    )
    usage = x509.KeyUsage(
        digital_signature=is_leaf,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=not is_leaf,
        crl_sign=not is_leaf,
        encipher_only=False,
        decipher_only=False,
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(above.subject if above else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLIER)
        .not_valid_after(now + (_LEAF if is_leaf else _UPPER))
        .add_extension(x509.BasicConstraints(ca=not is_leaf, path_length=depth), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(above_key.public_key()), critical=False)
    )
    if is_leaf:
        purposes = x509.ExtendedKeyUsage([x509.ObjectIdentifier(one) for one in PURPOSES])
        builder = builder.add_extension(purposes, critical=False)
    return builder.sign(above_key, hashes.SHA256())


def _named(name: x509.Name) -> str:
    from cryptography.x509.oid import NameOID

    for kind in (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME):
        if found := name.get_attributes_for_oid(kind):
            return str(found[0].value)
    return name.rfc4514_string()


def _pem(certificate: x509.Certificate) -> str:
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.PEM).decode()


def _key_pem(key: EllipticCurvePrivateKey) -> str:
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
