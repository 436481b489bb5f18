"""Reads a picture's Content Credentials (C2PA): whether they are whole, whether the signer is known, what they say.

Integrity, trust and claim are three things: genuine files of large services read as "invalid" once their certificate
has run out. Nothing here reaches the network, and without the library a file's credentials are *not read*, never none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from types import MappingProxyType
from typing import Any

from editor.images.certificates import PURPOSES
from editor.images.credentials_library import credentials_library
from editor.images.wording import inner, moment, shortened, words_of

MAX_CLAIMS = 50
_MAX_REPORT = 32 << 20
_SLICE = 1 << 20
# Where a manifest lies, one mark for each way of keeping it; every one of them holds these bytes (C2PA 2.4, annex A).
_MARKS = (b"c2pa", b"jumb")
# What a failure may be called without anything having been changed: who signed, and when, is not the file's fault.
_ABOUT_TRUST = ("signingCredential.", "timeStamp.")
_TRUSTED = "signingCredential.trusted"
_REMOTE = "Remote:"
MEDIA_TYPES = MappingProxyType(
    {
        "JPEG": "image/jpeg",
        "MPO": "image/jpeg",
        "PNG": "image/png",
        "WEBP": "image/webp",
        "AVIF": "image/avif",
        "GIF": "image/gif",
        "TIFF": "image/tiff",
        "HEIF": "image/heic",
    }
)


class Standing(StrEnum):
    """How a picture's credentials stand."""

    NONE = ""
    TRUSTED = "trusted"
    INTACT = "intact"
    BROKEN = "broken"
    ELSEWHERE = "elsewhere"
    NOT_READ = "not-read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement of a manifest about how the picture came to be; `where` is what states it, an action as a rule.

    `is_sound` is False for what a part says that was itself found changed.
    """

    where: str
    source_type: str = ""
    system: str = ""
    version: str = ""
    generated_at: str = ""
    prompt: str = ""
    is_sound: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What was read: `signer` is who signed, `reasons` why they are broken, `address` where they are kept instead."""

    standing: Standing = Standing.NONE
    signer: str = ""
    reasons: tuple[str, ...] = ()
    address: str = ""
    claims: tuple[Claim, ...] = ()


NO_CREDENTIALS = Credentials()


def read_credentials(data: bytes, kind: str, *, address: str = "", anchors: str = "") -> Credentials:
    """Return the credentials of the picture in `data`, whose format is called `kind` here.

    `address` is where its XMP says that they are kept; `anchors` the PEM of roots whose signatures are trusted.
    Whatever the bytes are, this raises nothing.
    """
    if kind not in MEDIA_TYPES or not all(_is_in(mark, data) for mark in _MARKS):
        return Credentials(standing=Standing.ELSEWHERE, address=address) if address else NO_CREDENTIALS
    c2pa = credentials_library()
    if c2pa is None:
        return Credentials(standing=Standing.NOT_READ)
    try:
        with (
            settings_context(anchors) as context,
            c2pa.Reader(MEDIA_TYPES[kind], BytesIO(data), context=context) as reader,
        ):
            report, results = reader.json(), reader.get_validation_results() or {}
    except c2pa.C2paError as error:
        return _unread(str(error), address)
    if len(report) > _MAX_REPORT:
        return Credentials(standing=Standing.BROKEN, reasons=("too large",))
    try:
        return _judged(json.loads(report), results)
    except (ValueError, RecursionError):
        return Credentials(standing=Standing.BROKEN, reasons=("unreadable",))


def settings_context(anchors: str = "") -> Any:  # noqa: ANN401 - of a module without types
    """Return how the library is to work: offline, without thumbnails, every purpose of C2PA's certificates known."""
    trust = {"trust_config": "\n".join(PURPOSES)}
    if anchors:
        trust["user_anchors"] = anchors
    return credentials_library().Context.from_dict(
        {
            "trust": trust,
            "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False, "verify_trust": True},
            "builder": {"thumbnail": {"enabled": False}},
        }
    )


def _is_in(mark: bytes, data: bytes) -> bool:
    """Say whether `mark` is in `data`, a megabyte at a time: the window's thread must get its turn in between."""
    return any(data.find(mark, start, start + _SLICE + len(mark)) >= 0 for start in range(0, len(data), _SLICE))


def _unread(said: str, address: str) -> Credentials:
    if said.startswith(_REMOTE):
        return Credentials(standing=Standing.ELSEWHERE, address=address or said.rpartition(" ")[2])
    if said.startswith("ManifestNotFound"):  # the marks stood somewhere else in the file
        return Credentials(standing=Standing.ELSEWHERE, address=address) if address else NO_CREDENTIALS
    return Credentials(standing=Standing.BROKEN, reasons=(shortened(said, 120),))


def _judged(report: Mapping[str, object], results: Mapping[str, object]) -> Credentials:
    manifests = inner(report.get("manifests"))
    active = words_of(report.get("active_manifest"))
    signature = inner(inner(manifests.get(active)).get("signature_info"))
    own = inner(results.get("activeManifest"))
    broken = _faults(own)
    deltas = [inner(one.get("validationDeltas")) for one in _objects(results.get("ingredientDeltas"))]
    spoilt = {label for manifest in manifests.values() for label in _spoilt_parts(inner(manifest))}
    if any(_faults(one) for one in deltas):
        spoilt |= manifests.keys() - {active}
    standing = Standing.INTACT
    if broken:
        standing = Standing.BROKEN
    elif _TRUSTED in _codes(own, "success"):
        standing = Standing.TRUSTED
    claims: dict[Claim, None] = {}
    for label, manifest in manifests.items():
        for claim in _claims(inner(manifest), is_sound=not broken and label not in spoilt):
            if len(claims) < MAX_CLAIMS:
                claims[claim] = None
    return Credentials(
        standing=standing,
        signer=shortened(words_of(signature.get("issuer")) or words_of(signature.get("common_name"))),
        reasons=tuple(dict.fromkeys(broken))[:5],
        claims=tuple(claims),
    )


def _faults(results: Mapping[str, object]) -> list[str]:
    return [code for code in _codes(results, "failure") if not code.startswith(_ABOUT_TRUST)]


def _spoilt_parts(manifest: Mapping[str, object]) -> Iterator[str]:
    """Yield the label of each manifest that was found broken when it came into this one with what it is part of."""
    for ingredient in _objects(manifest.get("ingredients")):
        if _faults(inner(inner(ingredient.get("validation_results")).get("activeManifest"))):
            yield words_of(ingredient.get("active_manifest"))


def _codes(results: Mapping[str, object], outcome: str) -> list[str]:
    return [words_of(one.get("code")) for one in _objects(results.get(outcome))]


def _claims(manifest: Mapping[str, object], *, is_sound: bool) -> Iterator[Claim]:
    """Yield what one manifest states: its actions, its metadata, and what it says of what it was made from."""
    for assertion in _objects(manifest.get("assertions")):
        label, data = words_of(assertion.get("label")), inner(assertion.get("data"))
        if label.startswith("c2pa.actions"):
            for action in _objects(data.get("actions")):
                yield from _of_action(action, manifest, is_sound=is_sound)
        else:
            yield from _of_metadata(label, data, is_sound=is_sound)
    for ingredient in _objects(manifest.get("ingredients")):
        stated = words_of(ingredient.get("digital_source_type")) or words_of(ingredient.get("digitalSourceType"))
        if stated:
            yield Claim(where="ingredient", source_type=stated, is_sound=is_sound)


def _of_action(action: Mapping[str, object], manifest: Mapping[str, object], *, is_sound: bool) -> Iterator[Claim]:
    parameters = inner(action.get("parameters"))
    stated = words_of(action.get("digitalSourceType")) or words_of(parameters.get("com.adobe.digitalSourceType"))
    if not stated:
        return
    system, version = _agent(action.get("softwareAgent"))
    if not system:
        system, version = _agent(next(_objects(manifest.get("claim_generator_info")), manifest.get("claim_generator")))
    version = version or words_of(parameters.get("com.adobe.firefly.version"), 60)
    yield Claim(
        where=words_of(action.get("action"), 60) or "action",
        source_type=stated,
        system=system,
        version=version,
        generated_at=moment(words_of(action.get("when"))),
        is_sound=is_sound,
    )


def _of_metadata(label: str, data: Mapping[str, object], *, is_sound: bool) -> Iterator[Claim]:
    """Yield the IPTC fields of a metadata assertion (`cawg.metadata`, `stds.iptc`), whatever their prefix is."""
    fields = {key.rpartition(":")[2]: words_of(value) for key, value in data.items()}
    if fields.get("DigitalSourceType") or fields.get("AISystemUsed"):
        yield Claim(
            where=label,
            source_type=fields.get("DigitalSourceType", ""),
            system=shortened(fields.get("AISystemUsed", ""), 120),
            version=shortened(fields.get("AISystemVersionUsed", ""), 60),
            prompt=fields.get("AIPromptInformation", ""),
            is_sound=is_sound,
        )


def _agent(said: object) -> tuple[str, str]:
    """Return (name, version) of a software agent: a text, or an object with both."""
    if isinstance(said, str):
        return shortened(said, 120), ""
    values = inner(said)
    return shortened(words_of(values.get("name")), 120), words_of(values.get("version"), 60)


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict))
