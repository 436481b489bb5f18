"""The one way to change anything: accepted, refused, retried, undone, shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.domain import workflow
from editor.domain.article import Article, Status
from editor.domain.edits import Change, CreateArticle, Edit, Several, change_article
from editor.services.articles import Articles
from editor.ui.workspace import Workspace
from tests.builders import NOON, an_article, created


class FullDisk:
    """The articles of a desk on a disk that is full until it is cleared."""

    def __init__(self, articles: Articles) -> None:
        self._articles = articles
        self.is_full = True

    def __getattr__(self, name: str) -> object:
        return getattr(self._articles, name)

    def apply(self, edit: Edit) -> Change:
        if self.is_full:
            raise Fault(say("Your last words were not saved."), say("The disk is full."))
        return self._articles.apply(edit)


class Noting(QWidget):
    """A window, and the articles of a desk, that note when it is painted and when what is open is remembered."""

    def __init__(self, articles: Articles) -> None:
        super().__init__()
        self._articles = articles
        self.diary: list[str] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self._articles, name)

    def remember_opened(self, article_id: str) -> None:
        self.diary.append(article_id)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.diary.append("painted")


@pytest.fixture
def article(desk: Desk) -> Article:
    made = an_article(headline="Ferry fares fall")
    desk.articles.apply(CreateArticle(made, say("New article"), NOON))
    return desk.articles.get(made.id)


@pytest.fixture
def workspace(desk: Desk, article: Article) -> Iterator[Workspace]:
    made = Workspace(desk)
    made.open(article.id)
    yield made
    made.deleteLater()


def test_opening_lets_panels_hand_in_what_is_typed_first(qtbot: QtBot, workspace: Workspace) -> None:
    with qtbot.waitSignals([workspace.settling, workspace.article_opened], order="strict"):
        workspace.open("")
    assert workspace.article is None


def test_what_is_open_is_remembered_once_it_is_painted(qtbot: QtBot, desk: Desk, article: Article) -> None:
    window = Noting(desk.articles)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: bool(window.diary))
    workspace = Workspace(replace(desk, articles=window), window)  # type: ignore[arg-type]
    workspace.article_opened.connect(window.update)
    window.diary.clear()
    workspace.open(article.id)
    assert window.diary == []
    qtbot.waitUntil(lambda: article.id in window.diary)
    assert window.diary == ["painted", article.id]


def test_what_is_open_is_remembered_when_the_window_settles_at_once(desk: Desk, article: Article) -> None:
    later = an_article(headline="Later")
    desk.articles.apply(CreateArticle(later, say("New article"), NOON))
    workspace = Workspace(desk)
    workspace.open(article.id)
    workspace.settle()
    assert desk.articles.last_opened() == article
    workspace.open("")
    workspace.settle()
    assert desk.articles.last_opened() == article


def test_opening_what_is_not_there_keeps_what_is_open(qtbot: QtBot, workspace: Workspace) -> None:
    with qtbot.waitSignal(workspace.refused) as caught:
        workspace.open("nowhere")
    assert isinstance(caught.args[0], UserError)
    assert workspace.article is not None


def test_an_accepted_edit_is_on_disk_told_and_on_the_stack(
    qtbot: QtBot, workspace: Workspace, article: Article
) -> None:
    with qtbot.waitSignals([workspace.changed, workspace.saved]):
        assert workspace.request(change_article(article, say("Change tags"), tags=("ferry",))) is None
    assert workspace.article is not None
    assert workspace.article.tags == ("ferry",)
    assert workspace.desk.articles.get(article.id).tags == ("ferry",)
    assert str(workspace.stack.undo_label()) == "Change tags"


def test_typing_is_not_on_the_stack(workspace: Workspace, article: Article) -> None:
    workspace.request(change_article(article, say("Typing"), body="Words"))
    assert workspace.stack.undo_label() is None
    assert workspace.desk.articles.get(article.id).body == "Words"


def test_undo_and_redo_go_through_the_same_door(workspace: Workspace, article: Article) -> None:
    workspace.request(change_article(article, say("Change tags"), tags=("ferry",)))
    workspace.undo()
    assert workspace.desk.articles.get(article.id).tags == ()
    workspace.redo()
    assert workspace.desk.articles.get(article.id).tags == ("ferry",)
    workspace.redo()


def test_undo_shows_where_it_was_made(workspace: Workspace, article: Article) -> None:
    workspace.request(change_article(article, say("Change tags"), tags=("ferry",)))
    other = an_article(headline="Other")
    workspace.request(CreateArticle(other, say("New article"), NOON))
    workspace.open(other.id)
    workspace.undo()  # the new article goes into the trash
    assert _open_id(workspace) == ""
    workspace.undo()  # the tags, in the first article
    assert _open_id(workspace) == article.id


def test_trash_closes_the_article_and_undo_opens_it_again(workspace: Workspace, article: Article) -> None:
    workspace.request(change_article(article, say("Move to trash"), trashed_at=NOON))
    assert _open_id(workspace) == ""
    workspace.undo()
    assert _open_id(workspace) == article.id
    assert workspace.desk.articles.get(article.id).trashed_at is None


def test_what_moved_on_meanwhile_is_refused_and_does_not_block_the_stack(
    qtbot: QtBot, workspace: Workspace, article: Article
) -> None:
    workspace.request(change_article(article, say("Change section"), section="World"))
    workspace.request(change_article(article, say("Change tags"), tags=("a",)))
    now = workspace.desk.articles.get(article.id)
    workspace.desk.articles.apply(change_article(now, say("Change tags"), tags=("b",)))
    with qtbot.waitSignal(workspace.refused):
        workspace.undo()
    assert workspace.desk.articles.get(article.id).tags == ("b",)
    workspace.undo()
    assert workspace.desk.articles.get(article.id).section == ""


def test_a_full_disk_loses_nothing_and_retry_writes_the_newest(desk: Desk, article: Article) -> None:
    disk = FullDisk(desk.articles)
    workspace = Workspace(replace(desk, articles=disk))  # type: ignore[arg-type]
    workspace.open(article.id)
    assert isinstance(workspace.request(change_article(article, say("Typing"), body="One")), Fault)
    assert isinstance(workspace.request(change_article(article, say("Typing"), body="One two")), Fault)
    assert len(list(workspace.unsaved())) == 1
    assert isinstance(workspace.retry(), Fault)
    disk.is_full = False
    assert workspace.retry() is None
    assert not workspace.has_unsaved
    assert desk.articles.get(article.id).body == "One two"


def test_typing_is_relayed_to_others_while_its_article_is_open(workspace: Workspace, article: Article) -> None:
    heard: list[str] = []
    workspace.typed.connect(lambda _source, now: heard.append(now.headline))
    workspace.tell_typed(None, replace(article, headline="Ferry"))
    workspace.tell_typed(None, an_article(headline="Closed long ago"))
    assert heard == ["Ferry"]


def test_a_second_window_reads_only_and_says_so(desk: Desk, article: Article) -> None:
    second = open_desk(desk.folder, mode=OpenMode.WRITE_OR_READ)
    try:
        workspace = Workspace(second)
        assert workspace.is_read_only
        workspace.open(article.id)
        refusal = workspace.request(change_article(article, say("Change tags"), tags=("x",)))
        assert isinstance(refusal, Fault)
        assert not refusal.can_retry
        assert not workspace.has_unsaved
    finally:
        second.close()
    assert desk.articles.get(article.id).tags == ()


def test_several_at_once_are_one_step(workspace: Workspace) -> None:
    workspace.request(created(an_article(headline="One"), an_article(headline="Two")))
    assert len(workspace.desk.articles.heads()) == 3
    workspace.undo()
    assert len(workspace.desk.articles.heads()) == 1


def _open_id(workspace: Workspace) -> str:
    return workspace.article.id if workspace.article is not None else ""


def test_the_status_line_is_told_in_words_what_became_of_the_article(workspace: Workspace) -> None:
    said: list[str] = []
    workspace.done.connect(lambda message: said.append(str(message)))

    def now() -> Article:
        assert workspace.article is not None
        return workspace.article

    workspace.request(workflow.set_status(now(), Status.READY))
    workspace.request(workflow.publish(now(), NOON))
    workspace.request(Several((workflow.withdraw(now(), NOON),), say("Withdraw")))
    workspace.request(change_article(now(), say("Move to trash"), trashed_at=NOON))
    assert said == [
        "The status is now “Ready”. Undo takes it back.",
        "Published: it goes out with the next export. Undo takes it back.",
        "Withdrawn: the next export takes it away from readers. Undo takes it back.",
        "Moved to the trash. Undo brings it back.",
    ]


def test_a_restore_of_words_is_a_step_of_its_own(workspace: Workspace, article: Article) -> None:
    first = replace(change_article(article, say("Restore"), body="one"), keeps_present=True)
    workspace.request(first)
    assert workspace.article is not None
    second = replace(change_article(workspace.article, say("Restore"), body="two"), keeps_present=True)
    workspace.request(second)
    workspace.undo()
    assert workspace.article.body == "one"
    workspace.undo()
    assert workspace.article.body == ""
