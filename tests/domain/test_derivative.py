"""The copies of a picture follow from its size alone."""

from __future__ import annotations

import pytest

from editor.domain.derivative import derivatives_of, hash_in
from editor.domain.image import Image


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (3, [3]),
        (479, [479]),
        (480, [480]),
        (590, [480]),
        (700, [480, 700]),
        (1000, [480, 960]),
        (1600, [480, 960, 1600]),
        (6000, [480, 960, 1600]),
    ],
)
def test_widths_are_the_slots_of_the_page_and_never_upscaled(width: int, widths: list[int]) -> None:
    image = Image(id="1", sha256="ab" * 32, width=width, height=100)
    assert [copy.width for copy in derivatives_of(image) if copy.format == "webp"] == widths
    assert [copy.width for copy in derivatives_of(image) if copy.format == "jpg"] == widths


def test_a_picture_known_by_its_words_has_no_copies() -> None:
    assert derivatives_of(Image(id="1", alt={"en": "A frame"})) == ()


def test_a_copy_is_called_after_its_original_its_width_and_its_format() -> None:
    copies = derivatives_of(Image(id="1", sha256="ab" * 32, width=500, height=250))
    assert [(copy.name, copy.height) for copy in copies] == [
        ("abababababababab-480.webp", 240),
        ("abababababababab-480.jpg", 240),
    ]
    assert hash_in(copies[0].name) == "ab" * 8
