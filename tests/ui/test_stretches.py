"""An article that was worked on becomes a version when it is left, once, and one that was only read does not."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import change_article
from editor.domain.version import VersionKind
from editor.ui.stretches import Stretches
from editor.ui.workspace import Workspace
from tests.builders import an_article, created
from tests.ui.manual_timers import ManualTimers


@pytest.fixture
def article(desk: Desk) -> Article:
    made = an_article(headline="Ferry fares fall")
    desk.articles.apply(created(made))
    return desk.articles.get(made.id)


def test_leaving_what_was_worked_on_ends_its_stretch(qapp: object, desk: Desk, article: Article) -> None:
    assert qapp
    workspace = Workspace(desk)
    stretches = Stretches(workspace, workspace)
    workspace.open(article.id)
    workspace.open("")
    assert desk.articles.versions(article.id) == []  # nothing was done
    workspace.open(article.id)
    workspace.request(change_article(article, say("Change tags"), tags=("ferry",)))
    workspace.open(article.id)
    assert desk.articles.versions(article.id) == []  # it is open still
    workspace.open("")
    (head,) = desk.articles.versions(article.id)
    assert (head.kind, desk.articles.version(head.id).tags) == (VersionKind.LEFT, ("ferry",))
    stretches.leave()
    workspace.open(article.id)
    stretches.leave()
    assert len(desk.articles.versions(article.id)) == 1
    workspace.deleteLater()


def test_a_pause_is_kept_while_nobody_writes_and_the_next_word_keeps_nothing(
    qtbot: QtBot, desk: Desk, article: Article
) -> None:
    workspace, timers = Workspace(desk), ManualTimers()
    stretches = Stretches(workspace, workspace, timers)
    workspace.open(article.id)
    timers.forward(120_000)
    assert desk.articles.versions(article.id) == []  # nothing was done
    workspace.request(change_article(article, say("Typing"), body="One"))
    timers.forward(59_000)
    workspace.request(change_article(desk.articles.get(article.id), say("Typing"), body="One two"))
    timers.forward(59_000)
    assert desk.articles.versions(article.id) == []
    with qtbot.waitSignal(workspace.kept):
        timers.forward(1000)
    (head,) = desk.articles.versions(article.id)
    assert (head.kind, desk.articles.version(head.id).body) == (VersionKind.PAUSE, "One two")
    assert head.at == desk.articles.get(article.id).changed_at
    timers.forward(120_000)
    stretches.leave()
    assert len(desk.articles.versions(article.id)) == 1
    workspace.deleteLater()


def test_a_pause_is_not_kept_while_others_write_nor_on_a_full_disk(
    qapp: object, desk: Desk, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp
    workspace, timers, asked = Workspace(desk), ManualTimers(), []

    def full(article_id: str) -> bool:
        asked.append(article_id)
        raise Fault(say("Not kept."), say("The disk is full."))

    monkeypatch.setattr(desk.articles, "rest", full)
    stretches = Stretches(workspace, workspace, timers)
    workspace.open(article.id)
    workspace.request(change_article(article, say("Change tags"), tags=("ferry",)))
    workspace.hold(is_held=True)
    timers.forward(60_000)
    assert asked == []
    workspace.hold(is_held=False)
    workspace.request(change_article(desk.articles.get(article.id), say("Change tags"), tags=()))
    timers.forward(60_000)
    assert asked == [article.id]
    stretches.leave()
    workspace.deleteLater()


def test_a_full_disk_does_not_keep_the_window_from_closing(
    qapp: object, desk: Desk, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp
    workspace = Workspace(desk)
    stretches = Stretches(workspace, workspace)
    workspace.open(article.id)
    workspace.request(change_article(article, say("Change tags"), tags=("ferry",)))

    def full(_article_id: str) -> None:
        raise Fault(say("Not kept."), say("The disk is full."))

    monkeypatch.setattr(desk.articles, "leave", full)
    stretches.leave()
    assert desk.articles.get(article.id).tags == ("ferry",)
    workspace.deleteLater()
