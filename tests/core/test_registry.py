"""Explicit lists by id."""

from __future__ import annotations

import pytest

from editor.core.registry import by_id


def test_order_is_kept() -> None:
    assert list(by_id(["text", "html", "ninjs"], str)) == ["text", "html", "ninjs"]


def test_two_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="'html'"):
        by_id(["html", "html"], str)


def test_nothing_can_be_put_in_later() -> None:
    registry = by_id(["html"], str)
    with pytest.raises(TypeError):
        registry["text"] = "text"  # type: ignore[index]
