"""The Article menu: each command is one edit that Undo takes back."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.edits import Change, CreateArticle, EditSettings
from editor.domain.settings import Edition
from editor.domain.signing import SignOff, sign_off_of
from editor.ui.article_commands import ArticleCommands
from editor.ui.workspace import Workspace
from tests.builders import NOON, an_article


@pytest.fixture
def article(desk: Desk) -> Article:
    made = an_article(headline="Ferry fares fall", language="sw")
    desk.articles.apply(CreateArticle(made, say("New article"), NOON))
    return desk.articles.get(made.id)


@pytest.fixture
def workspace(desk: Desk, article: Article) -> Workspace:
    made = Workspace(desk)
    made.open(article.id)
    return made


@pytest.fixture
def commands(workspace: Workspace) -> ArticleCommands:
    return ArticleCommands(workspace, workspace)


def _open(workspace: Workspace) -> Article:
    assert workspace.article is not None
    return workspace.article


def test_a_new_article_is_open_at_once_in_the_language_at_hand(
    qtbot: QtBot, workspace: Workspace, commands: ArticleCommands, article: Article
) -> None:
    with qtbot.waitSignal(commands.begun):
        commands.new()
    begun = _open(workspace)
    assert begun.id != article.id
    assert begun.language == "sw"
    assert begun.status is Status.DRAFT
    assert str(workspace.stack.undo_label()) == "New article"


def test_without_an_article_the_first_edition_says_the_language(
    workspace: Workspace, commands: ArticleCommands
) -> None:
    workspace.open("")
    assert commands.language_at_hand() == "sw"
    before = workspace.desk.newsroom.settings
    from dataclasses import replace

    workspace.request(EditSettings(before, replace(before, editions=()), say("x")))
    assert commands.language_at_hand() == "en"


def test_a_copy_is_a_draft_of_its_own(workspace: Workspace, commands: ArticleCommands, article: Article) -> None:
    commands.publish()
    commands.duplicate()
    copy = _open(workspace)
    assert copy.id != article.id
    assert copy.slug != article.slug
    assert copy.status is Status.DRAFT


def test_a_language_is_offered_until_there_is_an_article_in_it(
    workspace: Workspace, commands: ArticleCommands, article: Article
) -> None:
    assert commands.missing_languages() == ["en"]
    begun = workspace.desk.articles.translation_of(article, "en")
    workspace.request(CreateArticle(begun, say("New translation"), NOON))
    assert commands.missing_languages() == []


def test_an_edition_more_is_a_language_more(workspace: Workspace, commands: ArticleCommands) -> None:
    before = workspace.desk.newsroom.settings
    workspace.request(EditSettings(before, before.with_edition(Edition(locale="fr")), say("x")))
    assert commands.missing_languages() == ["en", "fr"]
    workspace.open("")
    assert commands.missing_languages() == []


def test_publishing_has_an_instant_and_can_be_taken_back(workspace: Workspace, commands: ArticleCommands) -> None:
    commands.publish()
    assert _open(workspace).status is Status.PUBLISHED
    assert _open(workspace).published == NOON
    commands.withdraw()
    assert _open(workspace).status is Status.WITHDRAWN
    workspace.undo()
    workspace.undo()
    assert _open(workspace).status is Status.DRAFT
    assert _open(workspace).published is None


def test_what_cannot_be_is_refused_in_words(qtbot: QtBot, commands: ArticleCommands) -> None:
    with qtbot.waitSignal(commands.refused) as caught:
        commands.withdraw()
    assert isinstance(caught.args[0], UserError)


def test_steps_without_an_instant(workspace: Workspace, commands: ArticleCommands) -> None:
    commands.set_status(Status.IN_REVIEW)
    assert _open(workspace).status is Status.IN_REVIEW


def test_the_trash_gives_back(workspace: Workspace, commands: ArticleCommands, article: Article) -> None:
    commands.trash()
    assert workspace.article is None
    workspace.undo()
    assert _open(workspace).id == article.id


def test_a_named_version_is_kept(workspace: Workspace, commands: ArticleCommands, article: Article) -> None:
    told: list[Change] = []
    workspace.changed.connect(lambda change, _article: told.append(change))
    commands.keep_version("Before the edit")
    assert [change.articles for change in told] == [{article.id}]
    assert "Before the edit" in [version.label for version in workspace.desk.articles.versions(article.id)]


def test_typing_is_handed_in_before_any_command(qtbot: QtBot, workspace: Workspace, commands: ArticleCommands) -> None:
    for command in (commands.duplicate, commands.publish, commands.trash):
        with qtbot.waitSignal(workspace.settling):
            command()


def test_with_nothing_open_nothing_happens(workspace: Workspace, commands: ArticleCommands) -> None:
    workspace.open("")
    for command in (commands.duplicate, commands.publish, commands.withdraw, commands.trash):
        command()
    commands.keep_version("x")
    assert len(workspace.desk.articles.heads()) == 1


def test_the_person_at_the_desk_signs_the_words_off_and_undo_takes_it_back(
    qtbot: QtBot, workspace: Workspace, commands: ArticleCommands
) -> None:
    with qtbot.waitSignal(workspace.done) as said:
        commands.sign_off()
    assert workspace.desk.person in str(said.args[0])
    assert sign_off_of(_open(workspace)) is SignOff.SIGNED
    workspace.undo()
    assert sign_off_of(_open(workspace)) is SignOff.NONE
