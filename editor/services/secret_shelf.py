"""Passwords and keys in the system's own keyring: Keychain, Credential Manager, Secret Service or KWallet.

A system without one is an ordinary case, and answered with False and None: whoever asks knows what to do then.
"""

from __future__ import annotations

import contextlib

_SERVICE = "makala"


def is_there() -> bool:
    """Say whether this system has a keyring that can keep something."""
    try:
        import keyring
        from keyring.backends import chainer, fail, null
    except ImportError:
        return False
    backend = keyring.get_keyring()
    if isinstance(backend, chainer.ChainerBackend):
        return bool(backend.backends)
    return not isinstance(backend, fail.Keyring | null.Keyring)


def secret(name: str) -> str | None:
    """Return what is kept under `name`, None where that is nothing or the keyring does not open."""
    with contextlib.suppress(*_troubles()):
        import keyring

        return keyring.get_password(_SERVICE, name)
    return None


def keep_secret(name: str, words: str) -> bool:
    """Keep `words` under `name`; say whether the keyring did, which is known by reading them again."""
    if not is_there():
        return False
    with contextlib.suppress(*_troubles()):
        import keyring

        keyring.set_password(_SERVICE, name, words)
    return secret(name) == words


def forget_secret(name: str) -> None:
    """Let the keyring forget what is kept under `name`, if anything is."""
    with contextlib.suppress(*_troubles()):
        import keyring

        keyring.delete_password(_SERVICE, name)


def _troubles() -> tuple[type[Exception], ...]:
    """Return what a keyring raises that is absent, locked or broken: one that keeps nothing."""
    try:
        from keyring.errors import KeyringError
    except ImportError:
        return (ImportError,)
    return (KeyringError, OSError, RuntimeError)
