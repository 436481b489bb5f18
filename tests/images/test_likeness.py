"""How alike pictures look."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from editor.core.errors import Cancelled, UserError
from editor.images.likeness import NEAR, are_near, groups, likeness
from tests.builders import png
from tests.images.pictures import a_picture, as_jpeg


def _of(data: bytes) -> int:
    found = likeness(data)
    assert found is not None
    return found


@pytest.mark.parametrize("number", range(5))
def test_the_same_picture_smaller_and_worse_is_near_and_others_are_far(number: int) -> None:
    photo = a_picture(number)
    for copy in (as_jpeg(photo, quality=20), as_jpeg(photo, width=80), as_jpeg(photo, width=900)):
        assert are_near(_of(photo), _of(copy))
    assert not are_near(_of(photo), _of(a_picture(number + 100)))


def test_plain_areas_are_not_alike_for_having_nothing_in_them() -> None:
    assert likeness(png(grey=10)) is None
    assert likeness(png(grey=200)) is None


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(UserError):
        likeness(b"words")


def test_groups_are_those_that_comparing_every_pair_finds() -> None:
    chance = random.Random(1)  # noqa: S311
    hashes = {str(number): chance.getrandbits(64) for number in range(200)}
    for number in range(0, 200, 4):  # copies with up to nine bits turned, some of which are one too many
        bits = hashes[str(number)]
        for place in chance.sample(range(64), chance.randint(0, NEAR + 1)):
            bits ^= 1 << place
        hashes[f"copy {number}"] = bits
    found = groups(hashes)
    near = {frozenset(pair) for pair in combinations(hashes, 2) if are_near(hashes[pair[0]], hashes[pair[1]])}
    assert found.keys() == frozenset().union(*near)
    assert all(len({found[name] for name in pair}) == 1 for pair in near)


def test_chains_are_one_group_and_groups_come_in_order() -> None:
    far = (1 << 64) - 1
    hashes = {"z": 0, "lonely": 0x5555555555555555, "y": 0xFF, "x": 0xFFFF, "b": far, "a": far}
    assert groups(hashes) == {"z": 0, "y": 0, "x": 0, "b": 1, "a": 1}
    assert groups({}) == {}


def test_thousands_of_the_same_are_one_group() -> None:
    """Comparing each with each of them would take minutes: a card is made anew every day."""
    hashes = {f"card {number}": 0b1111 for number in range(4000)} | {"near": 0b111, "far": (1 << 64) - 1}
    assert groups(hashes) == {name: 0 for name in hashes if name != "far"}


def test_comparing_can_be_stopped_between_two_pictures() -> None:
    calls: list[int] = []

    def check() -> None:
        calls.append(1)
        if len(calls) > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        groups({str(number): number for number in range(64)}, check)
    assert len(calls) == 4
