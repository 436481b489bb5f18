"""A translation is begun, written and approved beside its source, in a whole window, and all of it is taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import change_article
from editor.ui.studio import Studio
from editor.ui.widgets.draft_page import DraftPage
from editor.ui.widgets.page_set import PageSet
from tests.ui.test_typing_through_everything import Writer

BODY = "\n\n".join(f"Paragraph {number}. " + "Words that fill some lines of the page. " * 12 for number in range(14))


@pytest.fixture
def writer(qtbot: QtBot, studio: Studio, desk: Desk) -> Iterator[Writer]:
    made = Writer(qtbot, studio, desk)
    made.window.resize(1600, 900)
    made.window.workspace.request(change_article(_article(made), say("x"), headline="Ferry", section="World"))
    edit = change_article(desk.articles.get(made.articles[0].id), say("x"), body=BODY)
    made.window.workspace.request(edit)
    yield made
    made.rest()
    made.window.close()
    made.window.deleteLater()


def _article(writer: Writer) -> Article:
    article = writer.window.workspace.article
    assert article is not None
    return article


def _pages(writer: Writer) -> PageSet:
    found = writer.window.findChild(PageSet)
    assert found is not None
    return found


def _begin(writer: Writer) -> tuple[DraftPage, DraftPage]:
    """Begin the Swahili translation; return (the page of the translation, that of its source)."""
    writer.window.run("translation.new.sw")
    writer.qtbot.waitUntil(lambda: _article(writer).language == "sw" and writer.body.hasFocus())
    writer.timers.forward(2000)
    translation, source = _pages(writer).shown
    return translation, source


def test_a_translation_stands_beside_its_source_on_the_second_place(writer: Writer) -> None:
    source = _article(writer)
    translation, beside = _begin(writer)
    assert (_article(writer).translation_set, _article(writer).is_source) == (source.id, False)
    assert _pages(writer).shown_articles == (_article(writer).id, source.id)
    assert translation.mapToGlobal(translation.rect().topLeft()).x() > beside.mapToGlobal(beside.rect().topLeft()).x()
    writer.window.run("translation.new.sw")
    assert len(writer.window.workspace.desk.articles.members(source.id)) == 2
    assert writer.window.notice.isVisible()  # it is there in this language already


def test_it_is_approved_and_that_is_taken_back(writer: Writer) -> None:
    _begin(writer)
    writer.window.run("translation.approve")
    assert _article(writer).approved_by == writer.window.workspace.desk.person
    writer.window.workspace.undo()
    assert _article(writer).approved_at is None
    writer.window.workspace.redo()
    writer.window.run("translation.approve")
    assert _article(writer).approved_at is None


def test_without_its_original_a_translation_is_not_approved_and_not_called_the_original(
    writer: Writer, desk: Desk
) -> None:
    source = _article(writer)
    _begin(writer)
    desk.articles.apply(change_article(desk.articles.get(source.id), say("x"), trashed_at=desk.clock.now()))
    with writer.qtbot.waitSignal(writer.window.workspace.done) as told:
        writer.window.run("translation.approve")
    assert "may be in the trash" in str(told.args[0])
    assert _article(writer).approved_at is None


def test_from_either_the_two_are_shown_side_by_side_again(writer: Writer) -> None:
    source = _article(writer).id
    _begin(writer)
    translation = _article(writer).id
    for start in (source, translation):
        writer.window.run("split.twice")
        writer.window.workspace.open(start)
        assert not _pages(writer).is_split
        writer.window.run("translation.beside")
        assert _pages(writer).shown_articles == (translation, source)
    writer.window.workspace.open(writer.articles[1].id)
    with writer.qtbot.waitSignal(writer.window.workspace.done) as said:
        writer.window.run("translation.beside")
    assert "No translation yet" in str(said.args[0])


def test_it_is_taken_out_of_its_set_and_undo_puts_it_back(writer: Writer, desk: Desk) -> None:
    source = _article(writer)
    with writer.qtbot.waitSignal(writer.window.workspace.done) as told:
        writer.window.run("translation.leave")
    assert "stands by itself" in str(told.args[0])
    _begin(writer)
    translation = _article(writer)
    writer.window.run("translation.leave")
    assert _article(writer).is_source
    assert _article(writer).translation_set != source.id
    writer.window.workspace.undo()
    assert [one.id for one in desk.articles.members(source.id)] == [source.id, translation.id]


def test_it_is_made_the_original_by_its_command_and_undo_puts_it_back(writer: Writer, desk: Desk) -> None:
    source = _article(writer)
    with writer.qtbot.waitSignal(writer.window.workspace.done) as told:
        writer.window.run("translation.lead")
    assert "original already" in str(told.args[0])
    _begin(writer)
    translation = _article(writer)
    with writer.qtbot.waitSignal(writer.window.workspace.done) as told:
        writer.window.run("translation.lead")
    assert "Undo takes it back" in str(told.args[0])
    assert [one.id for one in desk.articles.members(source.id)] == [translation.id, source.id]
    writer.window.workspace.undo()
    assert [one.id for one in desk.articles.members(source.id)] == [source.id, translation.id]


def test_linking_is_begun_by_key_in_its_panel(writer: Writer) -> None:
    writer.window.run("translation.link")
    writer.qtbot.waitUntil(lambda: any(one.hasFocus() for one in writer.window.findChildren(QLineEdit)))
    focused = next(one for one in writer.window.findChildren(QLineEdit) if one.hasFocus())
    assert focused.objectName() == "translations.finder.search"
