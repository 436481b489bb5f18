"""The key that signs bundles (Ed25519): kept in the system's keyring, else in a private file of the person's settings.

It never lies in a newsroom's folder, and so in no archive, backup or bundle.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.files import faults, write_whole
from editor.core.messages import Message, say
from editor.core.settings_folder import config_folder
from editor.services.secret_shelf import forget_secret, is_there, keep_secret, secret

if TYPE_CHECKING:
    from editor.publish.signature import PublicKey, Seal

_ABOUT = "bundle-key.json"
_PRIVATE = "bundle-key.pem"
_NOT_KEPT = say("The key could not be kept or deleted. What was there before still holds.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsroomKey:
    """How the key stands: its fingerprint ("" where there is none), where its secret half lies, if bundles are signed.

    `problem` says why a key that is there cannot sign.
    """

    fingerprint: str = ""
    is_in_keyring: bool = False
    is_on: bool = False
    problem: Message | None = None

    @property
    def place(self) -> Message:
        """Return where the secret half is kept, as a sentence for a person."""
        if not self.fingerprint:
            return say("There is no key yet, and bundles are not signed.")
        if self.is_in_keyring:
            return say("The secret half of the key is kept in this system's keyring.")
        return say(
            "This system has no keyring, so the secret half of the key lies in the file “{path}”, which only you can "
            "read. Whoever gets this file can sign as you.",
            path=config_folder() / _PRIVATE,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    public: str = ""
    is_in_keyring: bool = False
    is_on: bool = False


def key_now() -> NewsroomKey:
    """Return how the key stands. The keyring is not opened for it."""
    kept = _kept()
    if not kept.public:
        return NewsroomKey()
    return NewsroomKey(
        fingerprint=_public(kept).fingerprint,
        is_in_keyring=kept.is_in_keyring,
        is_on=kept.is_on,
        problem=None if kept.is_in_keyring or (config_folder() / _PRIVATE).is_file() else _GONE,
    )


def make_key_here() -> NewsroomKey:
    """Make a key and sign bundles with it from now on; `UserError` where there is one, which is not thrown away."""
    from editor.publish.signature import make_key

    _refuse_second()
    return _take(make_key())


def take_key(file: Path) -> NewsroomKey:
    """Take the private key in `file` (PEM), as `save_key` or OpenSSL writes one, and sign with it from now on.

    Raises `UserError` for anything else and where there is a key, `Fault` when the file cannot be read.
    """
    from editor.publish.signature import MOST_KEY_BYTES, read_private

    _refuse_second()
    with faults(say("The key could not be read.")), file.open("rb") as stream:
        data = stream.read(MOST_KEY_BYTES)
    return _take(read_private(data))


def switch_key(*, is_on: bool) -> NewsroomKey:
    """Sign bundles from now on, or no more; the key stays. Raises `Fault` when that cannot be kept."""
    _keep(replace(_kept(), is_on=is_on))
    return key_now()


def forget_key() -> None:
    """Delete the key, secret half first. Raises `Fault` when a file cannot be deleted."""
    kept = _kept()
    with faults(_NOT_KEPT):
        if kept.is_in_keyring:
            forget_secret(_name(kept))
        (config_folder() / _PRIVATE).unlink(missing_ok=True)
        (config_folder() / _ABOUT).unlink(missing_ok=True)


def public_key() -> PublicKey:
    """Return the public key; raise `UserError` where there is none."""
    kept = _kept()
    if not kept.public:
        raise UserError(say("There is no key yet."), say("“makala key make” makes one, and so do the preferences."))
    return _public(kept)


def export_key(file: Path) -> NewsroomKey:
    """Write the public key to `file`, for those who verify. Raises `UserError` without a key, `Fault` of the disk."""
    from editor.publish.signature import key_file
    from editor.services.own_places import refuse_no_file

    data = key_file(public_key())
    refuse_no_file(file)
    with faults(say("The key could not be written.")):
        write_whole(file, data)
    return key_now()


def save_key(file: Path) -> NewsroomKey:
    """Write the private key to `file`, readable by its person alone: for a safe place, or for one more laptop.

    Raises `UserError` without a key, and where `file` is there already or a newsroom's own, `Fault` of the disk.
    """
    from editor.services.own_places import refuse_no_file

    public_key()
    refuse_no_file(file)
    private = _private(_kept())
    if file.exists():
        raise UserError(say("“{path}” is there already.", path=file), say("Name a new file."))
    with faults(say("The key could not be written.")):
        write_whole(file, private.encode(), is_private=True)
    return key_now()


def seal_for_export(*, wanted: bool | None) -> tuple[Seal, str]:
    """Return what signs a manifest and the fingerprint of its key; or what signs nothing, and "".

    `wanted` None follows the person's setting. An export that shall be signed and cannot be is refused with a
    `UserError`: whoever verifies would take a bundle without a signature for somebody else's.
    """
    from editor.publish.signature import seal_with, unsealed

    kept = _kept()
    if wanted is False or (wanted is None and not (kept.is_on and kept.public)):
        return unsealed, ""
    public = public_key()
    return seal_with(_private(kept)), public.fingerprint


def known_keys() -> frozenset[str]:
    """Return the fingerprints of the keys that this person trusts: that of the own one."""
    now = key_now()
    return frozenset({now.fingerprint} - {""})


_GONE = say("The secret half of the key is not there any more, so nothing can be signed with it.")
_HINT = say("Take it from where you saved it, or delete the key and make a new one.")


def _refuse_second() -> None:
    if _kept().public:
        raise UserError(
            say("There is a key already."),
            say("Readers who know it would take bundles signed with another for false ones. Delete it first."),
        )


def _take(private: str) -> NewsroomKey:
    from editor.publish.signature import public_of

    made = _Kept(public=public_of(private).pem, is_on=True)
    if is_there() and keep_secret(_name(made), private):
        made = replace(made, is_in_keyring=True)
    else:
        with faults(_NOT_KEPT):
            config_folder().mkdir(parents=True, exist_ok=True)
            write_whole(config_folder() / _PRIVATE, private.encode(), is_private=True)
    _keep(made)
    return key_now()


def _private(kept: _Kept) -> str:
    from editor.publish.signature import public_of, read_private

    private = secret(_name(kept)) if kept.is_in_keyring else None
    if private is None and not kept.is_in_keyring:
        with contextlib.suppress(OSError):
            private = (config_folder() / _PRIVATE).read_text(encoding="ascii")
    if private is None:
        raise UserError(_LOCKED if kept.is_in_keyring else _GONE, _HINT)
    if public_of(read_private(private.encode())) != _public(kept):
        raise UserError(say("The two halves of the key do not belong together."), _HINT)
    return private


_LOCKED = say("The system's keyring did not give the key out. Perhaps it is locked.")


def _kept() -> _Kept:
    try:
        kept = _Kept(**json.loads((config_folder() / _ABOUT).read_text(encoding="utf-8")))
        _public(kept)
    except (OSError, ValueError, TypeError, UserError):
        return _Kept()
    return kept


def _keep(kept: _Kept) -> None:
    with faults(_NOT_KEPT):
        folder = config_folder()
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / _ABOUT, json.dumps(asdict(kept)).encode())


def _public(kept: _Kept) -> PublicKey:
    from editor.publish.signature import PublicKey, read_public

    return read_public(kept.public.encode()) if kept.public else PublicKey(b"")


def _name(kept: _Kept) -> str:
    return f"bundle-key:{_public(kept).fingerprint}"
