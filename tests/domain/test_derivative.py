"""The copies of a picture follow from its value alone: its size, its words, its point of interest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.domain.derivative import (
    CARD,
    CLASSIC,
    MEDIA_TYPES,
    SHAPES,
    SHARE,
    SQUARE,
    Use,
    copies_for,
    cut_to,
    derivatives_of,
    hash_in,
)
from editor.domain.image import Image

PICTURE = Image(id="1", sha256="ab" * 32, width=6000, height=4000)


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (3, [3]),
        (343, [343]),
        (344, [344]),
        (400, [344]),
        (450, [344, 450]),
        (700, [344, 480, 688]),
        (1000, [344, 480, 688, 960]),
        (1600, [344, 480, 688, 960, 1280, 1600]),
        (6000, [344, 480, 688, 960, 1280, 1600]),
    ],
)
def test_widths_are_the_slots_of_the_page_and_never_upscaled(width: int, widths: list[int]) -> None:
    image = replace(PICTURE, width=width, height=100)
    for ending in MEDIA_TYPES:
        assert [copy.width for copy in derivatives_of(image) if copy.format == ending] == widths


@pytest.mark.parametrize(
    ("size", "sizes"),
    [
        ((1600, 16_383), [(344, 3522), (480, 4915), (688, 7045), (960, 9830), (1280, 13_106), (1600, 16_383)]),
        ((1080, 20_000), [(344, 6370), (480, 8889), (688, 12_741), (884, 16_370)]),
        ((1, 20_000), [(1, 16_383)]),
        ((20_000, 1), [(344, 1), (480, 1), (688, 1), (960, 1), (1280, 1), (1600, 1)]),
    ],
)
def test_no_copy_is_higher_than_every_format_can_be(size: tuple[int, int], sizes: list[tuple[int, int]]) -> None:
    image = replace(PICTURE, width=size[0], height=size[1])
    for ending in MEDIA_TYPES:
        assert [(copy.width, copy.height) for copy in derivatives_of(image) if copy.format == ending] == sizes


def test_a_picture_known_by_its_words_has_no_copies() -> None:
    words = Image(id="1", alt={"en": "A frame"})
    assert derivatives_of(words) == ()
    assert copies_for(words, Use) == ()


def test_a_copy_is_called_after_its_original_its_words_its_width_and_its_format() -> None:
    copies = derivatives_of(replace(PICTURE, width=400, height=200))
    assert [copy.height for copy in copies] == [172] * 3
    beginnings = {copy.name.rpartition("-")[0] for copy in copies}
    assert len(beginnings) == 1
    assert [copy.name.rpartition("-")[2] for copy in copies] == ["344.avif", "344.webp", "344.jpg"]
    assert hash_in(copies[0].name) == "ab" * 8


def test_other_words_are_other_files_and_another_point_of_interest_cuts_new_ones_alone() -> None:
    names = {copy.name for copy in copies_for(PICTURE, Use)}
    for changed in (
        replace(PICTURE, source_type="print"),
        replace(PICTURE, alt={"en": "A"}),
        replace(PICTURE, credit="B"),
    ):
        assert not names & {copy.name for copy in copies_for(changed, Use)}
    moved = replace(PICTURE, focus=(0.1, 0.9))
    assert derivatives_of(moved) == derivatives_of(PICTURE)
    assert not names & {copy.name for shape in SHAPES for copy in cut_to(moved, shape)}
    assert copies_for(replace(PICTURE, name="renamed.jpg"), Use) == copies_for(PICTURE, Use)


@pytest.mark.parametrize(
    ("shape", "size"), [(CARD, (1280, 720)), (SHARE, (1200, 630)), (SQUARE, (1200, 1200)), (CLASSIC, (1200, 900))]
)
def test_each_shape_has_its_size(shape: object, size: tuple[int, int]) -> None:
    assert [(copy.width, copy.height) for one in SHAPES if one is shape for copy in cut_to(PICTURE, one)][-1] == size


@pytest.mark.parametrize(("width", "height"), [(6000, 4000), (4000, 6000), (9000, 1000), (50, 3000), (1, 1)])
@pytest.mark.parametrize("focus", [None, (0.0, 0.0), (1.0, 1.0), (0.3, 0.8)])
def test_what_is_shown_lies_in_the_picture_and_is_never_upscaled(
    width: int, height: int, focus: tuple[float, float] | None
) -> None:
    image = replace(PICTURE, width=width, height=height, focus=focus)
    for copy in copies_for(image, Use):
        left, top, right, bottom = copy.box
        assert 0 <= left < right <= width + 1e-6
        assert 0 <= top < bottom <= height + 1e-6
        assert copy.width <= max(1, right - left)


def test_a_cut_has_its_point_of_interest_in_the_middle_where_the_picture_allows() -> None:
    left, _, right, _ = cut_to(replace(PICTURE, focus=(0.4, 0.5)), SQUARE)[0].box
    assert (left + right) / 2 == pytest.approx(2400)
    assert cut_to(replace(PICTURE, focus=(0.0, 0.0)), SQUARE)[0].box == (0, 0, 4000, 4000)


def test_a_picture_in_the_cards_shape_is_not_cut() -> None:
    wide = replace(PICTURE, width=3840, height=2160)
    assert {copy.name for copy in cut_to(wide, CARD)} < {copy.name for copy in derivatives_of(wide)}
    assert len(copies_for(wide, {Use.WHOLE, Use.CARD})) == len(derivatives_of(wide))


def test_a_use_asks_for_what_it_shows() -> None:
    assert copies_for(PICTURE, {Use.WHOLE}) == derivatives_of(PICTURE)
    assert copies_for(PICTURE, {Use.CARD}) == cut_to(PICTURE, CARD)
    shared = copies_for(PICTURE, {Use.SHARED})
    assert [(copy.width, copy.height, copy.format) for copy in shared] == [
        (1280, 720, "jpg"),
        (1200, 630, "jpg"),
        (1200, 1200, "jpg"),
        (1200, 900, "jpg"),
    ]
