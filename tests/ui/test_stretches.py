"""An article that was worked on becomes a version when it is left, once, and one that was only read does not."""

from __future__ import annotations

import pytest

from editor.bootstrap import Desk
from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import change_article
from editor.domain.version import VersionKind
from editor.ui.stretches import Stretches
from editor.ui.workspace import Workspace
from tests.builders import an_article, created


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
