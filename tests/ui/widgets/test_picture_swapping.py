"""How a picture is replaced everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.domain.edits import AddImage
from editor.domain.image import Image, Placement
from editor.ui.jobs import Jobs
from editor.ui.widgets.picture_swapping import PictureSwapping
from tests.builders import NOON, an_article, created, png


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop_all()


@pytest.fixture
def swapping(desk: Desk, jobs: Jobs, qtbot: QtBot) -> PictureSwapping:
    window = QWidget()
    qtbot.addWidget(window)
    made = PictureSwapping(desk.images, desk.clock, jobs, window)
    qtbot.addWidget(made.strip)
    made.edit_requested.connect(desk.articles.apply)
    return made


@pytest.fixture
def old(desk: Desk) -> Image:
    image = desk.images.read(png(), "old.png")
    desk.articles.apply(AddImage(image, say("x"), NOON))
    return image


def _chosen(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr("editor.ui.widgets.picture_swapping.ask_files", lambda *_: [path])


def test_it_is_shown_agreed_to_and_done(
    swapping: PictureSwapping, desk: Desk, old: Image, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = an_article(hero=Placement(image_id=old.id))
    desk.articles.apply(created(article))
    (tmp_path / "new.png").write_bytes(png(grey=1))
    _chosen(monkeypatch, tmp_path / "new.png")
    swapping.choose(old)
    qtbot.waitUntil(lambda: not swapping.strip.isHidden())
    assert desk.articles.get(article.id).hero == Placement(image_id=old.id)
    with qtbot.waitSignal(swapping.notice), qtbot.waitSignal(swapping.arriving) as arrived:
        swapping.strip.go.click()
    assert desk.articles.get(article.id).hero == Placement(image_id=arrived.args[0])
    assert swapping.strip.isHidden()


def test_left_alone_nothing_is_changed(
    swapping: PictureSwapping, desk: Desk, old: Image, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.articles.apply(created(an_article(hero=Placement(image_id=old.id))))
    (tmp_path / "new.png").write_bytes(png(grey=1))
    _chosen(monkeypatch, tmp_path / "new.png")
    swapping.choose(old)
    qtbot.waitUntil(lambda: not swapping.strip.isHidden())
    swapping.strip.stay.click()
    swapping.strip.go.click()
    assert [image.id for image in desk.images.all()] == [old.id]


@pytest.mark.parametrize("content", [b"words", png(), None])
def test_what_cannot_be_is_said(
    content: bytes | None,
    swapping: PictureSwapping,
    old: Image,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if content is not None:
        (tmp_path / "new.png").write_bytes(content)
    _chosen(monkeypatch, tmp_path / "new.png")
    with qtbot.waitSignal(swapping.notice) as said:
        swapping.choose(old)
    assert isinstance(said.args[0], UserError | Fault)
    assert swapping.strip.isHidden()
