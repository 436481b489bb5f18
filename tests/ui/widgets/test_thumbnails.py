"""Small pictures, read off the interface thread."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.edits import AddImage, change_image
from editor.domain.image import Image
from editor.ui.jobs import Jobs
from editor.ui.widgets.thumbnails import Thumbnails
from tests.builders import NOON, an_image, png


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    assert qtbot is not None
    made = Jobs()
    yield made
    made.stop_all()


def _added(desk: Desk, image: Image) -> Image:
    desk.articles.apply(AddImage(image, say("x"), NOON))
    return image


def test_a_picture_is_read_once_and_kept(desk: Desk, jobs: Jobs, qtbot: QtBot) -> None:
    image = _added(desk, desk.images.read(png(40, 30), "a.png"))
    thumbnails = Thumbnails(desk.images, jobs, 20, jobs)
    assert thumbnails.thumbnail(image.id) is None
    with qtbot.waitSignal(thumbnails.ready) as ready:
        pass
    assert ready.args == [frozenset({image.id})]
    found = thumbnails.thumbnail(image.id)
    assert found is not None
    assert (found.pixmap.width(), found.pixmap.height(), found.label) == (20, 15, "")


def test_words_alone_have_a_label_and_no_pixels(desk: Desk, jobs: Jobs, qtbot: QtBot) -> None:
    image = _added(desk, an_image())
    thumbnails = Thumbnails(desk.images, jobs, 20, jobs)
    thumbnails.thumbnail(image.id)
    thumbnails.thumbnail("unknown")
    qtbot.waitUntil(lambda: thumbnails.thumbnail("unknown") is not None)
    qtbot.waitUntil(lambda: thumbnails.thumbnail(image.id) is not None)
    found = thumbnails.thumbnail(image.id)
    assert found is not None
    assert found.pixmap.isNull()
    assert found.label == "image_by_ai"


def test_what_was_changed_is_read_again(desk: Desk, jobs: Jobs, qtbot: QtBot) -> None:
    image = _added(desk, an_image())
    thumbnails = Thumbnails(desk.images, jobs, 20, jobs)
    qtbot.waitUntil(lambda: thumbnails.thumbnail(image.id) is not None)
    desk.articles.apply(change_image(image, say("x"), source_type="digitalCapture"))
    thumbnails.forget(frozenset({image.id}))
    assert thumbnails.thumbnail(image.id) is None
    qtbot.waitUntil(lambda: thumbnails.thumbnail(image.id) is not None)
    found = thumbnails.thumbnail(image.id)
    assert found is not None
    assert found.label == ""


def test_a_thousand_wishes_end_with_what_is_in_sight(desk: Desk, jobs: Jobs, qtbot: QtBot) -> None:
    thumbnails = Thumbnails(desk.images, jobs, 20, jobs)
    for number in range(1000):
        thumbnails.thumbnail(f"gone{number}")
    qtbot.waitUntil(jobs.is_idle)
    assert thumbnails.thumbnail("gone999") is not None
    assert thumbnails.thumbnail("gone500") is None
    qtbot.waitUntil(jobs.is_idle)
