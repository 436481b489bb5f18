"""A certificate made here signs, and one that could not is refused with its reason before anybody relies on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from editor.core.errors import UserError
from editor.images.certificates import MAIL_PROTECTION, WARN_DAYS, Certificate, algorithm, judge, make_certificate

NOW = datetime(2026, 11, 1, tzinfo=UTC)
Change = Callable[[x509.CertificateBuilder], x509.CertificateBuilder]
KEY = ec.generate_private_key(ec.SECP256R1())


def name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def pem(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey) -> str:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


def leaf(
    *,
    without: str = "",
    purpose: x509.ObjectIdentifier | None = None,
    days: int = 400,
    subject: str = "Heron",
    is_ca: bool = False,
) -> Certificate:
    """Return a certificate as an organisation might bring it, with one thing about it as asked for."""
    usage = x509.KeyUsage(
        digital_signature=without != "signing", content_commitment=False, key_encipherment=True,
        data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    builder = (
        x509.CertificateBuilder()
        .subject_name(name(subject))
        .issuer_name(name("Issuer"))
        .public_key(KEY.public_key())
        .serial_number(7)
        .not_valid_before(NOW - timedelta(days=500))
        .not_valid_after(NOW + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
    )
    if without != "usage":
        builder = builder.add_extension(usage, critical=True)
    if without != "purpose":
        purposes = x509.ExtendedKeyUsage([purpose or x509.ObjectIdentifier(MAIL_PROTECTION)])
        builder = builder.add_extension(purposes, critical=False)
    if without != "issuer":
        builder = builder.add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(KEY.public_key()), critical=False
        )
    signed = builder.sign(KEY, hashes.SHA256())
    return Certificate(chain=signed.public_bytes(serialization.Encoding.PEM).decode(), key=pem(KEY))


def test_one_made_here_is_good_for_two_years() -> None:
    made = make_certificate("Heron News", NOW)
    facts = judge(made, NOW)
    assert (facts.name, algorithm(made)) == ("Heron News", "es256")
    assert facts.days_left(NOW) > 700
    assert facts.warning(NOW) is None
    assert made.chain.count("BEGIN CERTIFICATE") == 2
    assert made.root.count("BEGIN CERTIFICATE") == 1
    assert "PRIVATE" not in repr(made)


def test_one_that_an_organisation_brings_is_taken() -> None:
    assert judge(leaf(), NOW).name == "Heron"


@pytest.mark.parametrize(
    ("certificate", "reason"),
    [
        (leaf(without="purpose"), "what it is for"),
        (leaf(purpose=ExtendedKeyUsageOID.SERVER_AUTH), "something else"),
        (leaf(without="issuer"), "authority key identifier"),
        (leaf(without="usage"), "key usage"),
        (leaf(without="signing"), "key usage"),
        (leaf(subject="Issuer"), "issues others or itself"),
        (leaf(is_ca=True), "issues others or itself"),
        (leaf(days=-1), "run out"),
        (replace(leaf(), key=make_certificate("x", NOW).key), "does not belong"),
        (replace(leaf(), key="no key"), "can be read"),
        (replace(leaf(), chain=""), "can be read"),
        (replace(leaf(), chain=leaf().chain + make_certificate("x", NOW).chain), "follow from one another"),
    ],
)
def test_one_that_would_not_hold_is_refused_with_its_reason(certificate: Certificate, reason: str) -> None:
    with pytest.raises(UserError, match=reason) as refusal:
        judge(certificate, NOW)
    assert refusal.value.hint


def test_one_that_does_not_hold_yet_is_refused() -> None:
    with pytest.raises(UserError, match="yet"):
        judge(leaf(), NOW - timedelta(days=600))


def test_ninety_days_before_its_end_it_is_said() -> None:
    facts = judge(leaf(days=WARN_DAYS - 1), NOW)
    assert facts.warning(NOW)
    assert "89 days" in str(facts.warning(NOW))
    assert judge(leaf(days=WARN_DAYS + 1), NOW).warning(NOW) is None


def test_the_algorithm_follows_the_key() -> None:
    for key, wanted in (
        (ec.generate_private_key(ec.SECP384R1()), "es384"),
        (ed25519.Ed25519PrivateKey.generate(), "ed25519"),
        (rsa.generate_private_key(65537, 2048), "ps256"),
    ):
        assert algorithm(Certificate(chain="", key=pem(key))) == wanted
    with pytest.raises(UserError, match="kind"):
        algorithm(Certificate(chain="", key=pem(ec.generate_private_key(ec.SECP256K1()))))
