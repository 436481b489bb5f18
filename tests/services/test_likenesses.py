"""Which pictures of a newsroom look alike, and what is kept of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.errors import Cancelled
from editor.core.jobs import JobContext, quiet
from editor.core.messages import say
from editor.domain.edits import AddImage
from editor.domain.image import Image
from editor.services.likenesses import Likenesses
from tests.builders import NOON, a_desk, an_image, png
from tests.images.pictures import a_picture, as_jpeg


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path / "desk")


def _add(desk: Desk, data: bytes, name: str) -> Image:
    image = desk.images.read(data, name)
    desk.articles.apply(AddImage(image, say("x"), NOON))
    return image


def test_copies_are_found_and_what_was_worked_out_is_kept(desk: Desk) -> None:
    photo = a_picture(1)
    images = [
        _add(desk, photo, "one.png"),
        _add(desk, a_picture(2), "other.png"),
        _add(desk, as_jpeg(photo), "small.jpg"),
        _add(desk, png(), "flat.png"),
        an_image(),
    ]
    alike = desk.images.library.likenesses
    assert not alike.knows(images[0])
    assert alike.compare(images, quiet()) == {images[0].id: 0, images[2].id: 0}
    for image in images[:4]:
        original = desk.images.original(image)
        assert original is not None
        original.unlink()
    again = Likenesses(desk.images, desk.folder)
    assert all(map(again.knows, images))
    assert again.compare(images, quiet()) == {images[0].id: 0, images[2].id: 0}
    desk.close()


def test_a_line_cut_off_by_a_crash_is_worked_out_again(desk: Desk) -> None:
    images = [_add(desk, a_picture(number), f"{number}.png") for number in (1, 2)]
    desk.images.library.likenesses.compare(images, quiet())
    kept = desk.folder / "cache" / "likeness-1"
    kept.write_text(kept.read_text()[:-9])
    again = Likenesses(desk.images, desk.folder)
    assert [again.knows(image) for image in images] == [True, False]
    again.compare(images, quiet())
    kept.write_bytes(b"\xff\xfe nonsense")
    assert not Likenesses(desk.images, desk.folder).knows(images[0])
    desk.close()


def test_one_that_is_gone_or_broken_is_like_nothing(desk: Desk) -> None:
    image = _add(desk, a_picture(1), "a.png")
    original = desk.images.original(image)
    assert original is not None
    original.write_bytes(b"broken")
    assert desk.images.library.likenesses.of(image) is None
    original.write_bytes(a_picture(1))
    assert Likenesses(desk.images, desk.folder).of(image) is not None  # nothing wrong was kept
    desk.close()


def test_it_stops_when_asked(desk: Desk) -> None:
    context = JobContext()
    context.cancel()
    with pytest.raises(Cancelled):
        desk.images.library.likenesses.compare([an_image()], context)
    desk.close()
