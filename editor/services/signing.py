"""The certificate that signs this person's exports: kept with their settings, never in a newsroom's folder."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.files import faults, write_whole
from editor.core.messages import Message, say
from editor.core.settings_folder import config_folder

if TYPE_CHECKING:
    from editor.images.certificates import Certificate, CertificateFacts

_FILE = "signing.json"
_MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """How signing stands: whether exports are signed, whose the certificate is, or why it signs nothing.

    `facts` is None where there is no certificate or none that can be used; `problem` says why in the second case.
    `warning` is there within ninety days of its end.
    """

    is_on: bool = False
    facts: CertificateFacts | None = None
    problem: UserError | None = None
    warning: Message | None = None

    @property
    def has_certificate(self) -> bool:
        """Say whether one is kept, usable or not."""
        return self.facts is not None or self.problem is not None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class _Kept:
    chain: str = ""
    key: str = ""
    root: str = ""
    is_on: bool = False


def signing_now(now: datetime) -> Signing:
    """Return how signing stands at the instant `now`."""
    kept = _kept()
    if not kept.chain:
        return Signing()
    try:
        facts = _judged(kept, now)
    except UserError as error:
        return Signing(is_on=kept.is_on, problem=error)
    return Signing(is_on=kept.is_on, facts=facts, warning=facts.warning(now))


def make_certificate_here(name: str, now: datetime) -> Signing:
    """Make a certificate for the organisation `name` and sign exports with it from now on.

    Raises `UserError` without a name or the library for it, `Fault` when it cannot be kept.
    """
    if not name.strip():
        raise UserError(
            say("A certificate needs the name of who signs."), say("Write the name of your newsroom or organisation.")
        )
    with _library():
        from editor.images.certificates import make_certificate

        made = make_certificate(name.strip()[:64], now)
    return _take(made, now)


def bring_certificate(chain: Path, key: Path, now: datetime) -> Signing:
    """Take the certificate in the file `chain` and its key in `key` (both PEM), and sign exports with it from now on.

    Raises `UserError` with the reason for one that would not be valid, `Fault` when a file cannot be read or kept.
    """
    with faults(say("The certificate could not be read.")):
        texts = [path.read_bytes()[:_MOST_BYTES].decode("ascii", "replace") for path in (chain, key)]
    with _library():
        from editor.images.certificates import Certificate, judge

        brought = Certificate(chain=texts[0], key=texts[1])
        judge(brought, now)
    return _take(brought, now)


def switch_signing(now: datetime, *, is_on: bool) -> Signing:
    """Sign exports from now on, or no more; the certificate stays. Raises `Fault` when it cannot be kept."""
    _keep(replace(_kept(), is_on=is_on))
    return signing_now(now)


def forget_certificate() -> None:
    """Delete the certificate with its key. Raises `Fault` when the file cannot be deleted."""
    with faults(_NOT_KEPT):
        (config_folder() / _FILE).unlink(missing_ok=True)


def certificate_for_export(now: datetime, *, wanted: bool | None) -> tuple[Certificate | None, Message | None]:
    """Return the certificate to sign an export with, and what to warn of; no warning stops an export.

    `wanted` None follows the person's setting.
    """
    kept = _kept()
    if wanted is False or (wanted is None and not kept.is_on):
        return None, None
    if not kept.chain:
        return None, say("The pictures are not signed: there is no certificate. Preferences make one or take yours.")
    try:
        facts = _judged(kept, now)
    except UserError as error:
        return None, say("The pictures are not signed: {reason}", reason=error.message)
    return _certificate(kept), facts.warning(now)


def trusted_roots() -> str:
    """Return the PEM of the roots whose signatures this person trusts: that of the certificate made here, or ""."""
    return _kept().root


_NOT_KEPT = say("The certificate could not be kept or deleted. What was there before still holds.")


@contextlib.contextmanager
def _library() -> Iterator[None]:
    """Turn the absence of the library for certificates into words."""
    try:
        yield
    except ImportError as error:
        raise UserError(
            say("The library for certificates is missing here."), say("Install Makala with its extra “credentials”.")
        ) from error


def _take(certificate: Certificate, now: datetime) -> Signing:
    _keep(_Kept(chain=certificate.chain, key=certificate.key, root=certificate.root, is_on=True))
    return signing_now(now)


def _kept() -> _Kept:
    try:
        plain = json.loads((config_folder() / _FILE).read_text(encoding="utf-8"))
        return _Kept(**plain)
    except (OSError, ValueError, TypeError):
        return _Kept()


def _keep(kept: _Kept) -> None:
    with faults(_NOT_KEPT):
        folder = config_folder()
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / _FILE, json.dumps(asdict(kept)).encode(), is_private=True)


def _certificate(kept: _Kept) -> Certificate:
    from editor.images.certificates import Certificate

    return Certificate(chain=kept.chain, key=kept.key, root=kept.root)


def _judged(kept: _Kept, now: datetime) -> CertificateFacts:
    with _library():
        from editor.images.certificates import judge

        return judge(_certificate(kept), now)
