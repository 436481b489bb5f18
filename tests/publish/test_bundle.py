"""Bytes that are at hand are made by handing them over."""

from __future__ import annotations

from editor.publish.bundle import FileRole, at_hand


def test_bytes_at_hand() -> None:
    assert at_hand(b"x")() == b"x"


def test_roles_are_the_words_of_the_contract() -> None:
    assert {role.value for role in FileRole} == {"page", "image", "feed", "data", "theme", "text", "book"}
