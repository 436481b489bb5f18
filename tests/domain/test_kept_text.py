"""The form in which texts are kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.domain.article import Status
from editor.domain.kept_text import MOST, MOST_ON_A_LINE, is_endless, kept, kept_text
from tests.builders import NOON, a_link, an_article, an_external, an_image


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("a\r\nb\rc\n\r", "a\nb\nc\n\n"),
        ("a\0b", "a\ufffdb"),
        ("a\ud83db\udc00", "a\ufffdb\ufffd"),
        ("a\u0002b\u0003", "ab"),
        ("\u202e\ufeff\u2028\u2029\ufdd0 <b>\t鼓😀", "\u202e\ufeff\u2028\u2029\ufdd0 <b>\t鼓😀"),
    ],
)
def test_what_files_cannot_carry_is_put_right(typed: str, stored: str) -> None:
    assert kept_text(typed) == stored


@given(st.text(st.sampled_from("a\r\n\0\u0002\u0003\ud800")))
def test_twice_is_as_once(text: str) -> None:
    assert kept_text(kept_text(text)) == kept_text(text)


def test_texts_are_found_wherever_they_stand() -> None:
    article = an_article(
        tags=("a\r",), status=Status.READY, published=NOON, links=(a_link(external=an_external(summary="s\0")),),
        extra={"k\r": ["x\r\ny", {"z": "\ud800"}]},
    )  # fmt: skip
    clean = kept(article)
    assert clean == an_article(
        id=article.id, tags=("a\n",), status=Status.READY, published=NOON,
        links=(a_link(external=an_external(summary="s\ufffd"), id=article.links[0].id),),
        extra={"k\n": ["x\ny", {"z": "\ufffd"}]},
    )  # fmt: skip
    assert kept(an_image(id="i", alt={"en": "a\rb"})) == an_image(id="i", alt={"en": "a\nb"})
    assert kept(clean) == clean


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("", False),
        ("word " * (MOST_ON_A_LINE // 5), False),
        ("x" * (MOST_ON_A_LINE + 1), True),
        ("paragraph\n" * (MOST // 10), False),
        ("paragraph\n" * (MOST // 10 + 1), True),
        ("short\n" * 30_000 + "x" * (MOST_ON_A_LINE + 1), True),
        ("short\n" * 30_000 + "x" * MOST_ON_A_LINE, False),
        (f"{'x' * MOST_ON_A_LINE}\n" * 9, False),
        (f"{'x' * MOST_ON_A_LINE}\n{'y' * (MOST_ON_A_LINE + 1)}\nz", True),
        ("\n" * (MOST_ON_A_LINE + 1) + "x" * (MOST_ON_A_LINE + 1) + "\n", True),
    ],
)
def test_what_nobody_could_go_on_writing_is_endless(text: str, *, is_so: bool) -> None:
    assert is_endless(text) is is_so
