"""What is done with the pictures that are chosen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.edits import AddImage, Edit
from editor.domain.image import Image, Placement
from editor.ui.widgets.field_change import FieldChange
from editor.ui.widgets.picture_doing import PictureDoing
from tests.builders import NOON, an_article, an_image, created, png


@pytest.fixture
def doing(desk: Desk, qtbot: QtBot) -> Iterator[PictureDoing]:
    assert qtbot is not None
    parent = QObject()
    made = PictureDoing(desk.images, desk.clock, "Amina", parent)
    made.edit_requested.connect(desk.articles.apply)
    yield made
    parent.deleteLater()


def _added(desk: Desk, image: Image) -> Image:
    desk.articles.apply(AddImage(image, say("x"), NOON))
    return image


def test_what_is_possible_depends_on_how_many_and_where(doing: PictureDoing, desk: Desk) -> None:
    words, filed, gone = an_image(), desk.images.read(png(), "a.png"), an_image(trashed_at=NOON)
    assert doing.possible(is_library=True) == set()
    doing.images = (words,)
    assert doing.possible(is_library=False) == {"file"}
    doing.article = an_article(hero=Placement(image_id=words.id))
    assert doing.possible(is_library=True) == {"file", "off", "trash"}
    doing.images = (filed,)
    assert doing.possible(is_library=False) == {"hero", "body", "swap"}
    doing.images = (filed, words)
    assert doing.possible(is_library=True) == {"trash"}
    doing.images = (filed, gone)
    assert doing.possible(is_library=True) == {"untrash"}


def test_one_word_for_all_is_one_edit_signed(doing: PictureDoing, desk: Desk) -> None:
    doing.images = tuple(_added(desk, an_image(source_type="")) for _ in range(3))
    edits: list[Edit] = []
    doing.edit_requested.connect(edits.append)
    doing.decide("digitalCapture")
    stored = [desk.images.get(image.id) for image in doing.images]
    assert {(image.source_type, image.decided_by, image.decided_at) for image in stored} == {
        ("digitalCapture", "Amina", NOON)
    }
    assert len(edits) == 1
    doing.images = tuple(stored)
    doing.decide("digitalCapture")
    doing.change(FieldChange(say("x"), {"credit": ""}))
    assert len(edits) == 1  # nothing would be another
    desk.articles.apply(edits[0].inverse())
    assert {desk.images.get(image.id).source_type for image in stored} == {""}


def test_a_picture_goes_after_the_line_of_the_cursor(doing: PictureDoing, desk: Desk) -> None:
    image = _added(desk, desk.images.read(png(), "a.png"))
    article = an_article(body="One.\n\nTwo.\n\nThree.")
    desk.articles.apply(created(article))
    doing.article, doing.images, doing.line = desk.articles.get(article.id), (image,), 2
    doing.do("body")
    assert desk.articles.get(article.id).body == f"One.\n\nTwo.\n\n![]({image.path})\n\nThree."
    doing.article = desk.articles.get(article.id)
    assert doing.caption() == ""
    doing.say_caption("In the hall")
    assert 'png "In the hall")' in desk.articles.get(article.id).body


def test_the_trash_takes_what_it_can_and_says_what_it_cannot(doing: PictureDoing, desk: Desk, qtbot: QtBot) -> None:
    used, free = _added(desk, an_image()), _added(desk, an_image())
    desk.articles.apply(created(an_article(hero=Placement(image_id=used.id))))
    doing.images = (used, free)
    with qtbot.waitSignal(doing.notice) as said:
        doing.do("trash")
    assert isinstance(said.args[0], UserError)
    assert [image.id for image in desk.images.in_trash()] == [free.id]
    doing.images = (used,)
    with qtbot.waitSignal(doing.notice), qtbot.assertNotEmitted(doing.edit_requested):
        doing.do("trash")
    doing.images = tuple(desk.images.in_trash())
    doing.do("untrash")
    assert desk.images.in_trash() == []
