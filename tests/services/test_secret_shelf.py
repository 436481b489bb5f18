"""Secrets go into the system's keyring, and a system without one is answered, not fallen over."""

from __future__ import annotations

from editor.services.secret_shelf import forget_secret, is_there, keep_secret, secret
from tests.services.keyrings import a_keyring


def test_without_a_keyring_nothing_is_kept() -> None:
    assert not is_there()
    assert not keep_secret("a", "words")
    assert secret("a") is None
    forget_secret("a")


def test_a_keyring_keeps_and_forgets() -> None:
    with a_keyring() as ring:
        assert is_there()
        assert keep_secret("a", "words")
        assert ring.kept == {("makala", "a"): "words"}
        assert secret("a") == "words"
        forget_secret("a")
        forget_secret("a")
        assert secret("a") is None


def test_a_locked_keyring_keeps_nothing() -> None:
    with a_keyring() as ring:
        ring.is_locked = True
        assert not keep_secret("a", "words")
        assert secret("a") is None
        forget_secret("a")
