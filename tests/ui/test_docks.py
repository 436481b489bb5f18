"""Panels in docks: built when seen, told what they watch, refused in their own bar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtWidgets import QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault, UserError
from editor.core.messages import Message, say
from editor.domain.article import Article
from editor.domain.edits import Change, CreateArticle, Edit, change_article
from editor.ui.docks import PanelDock
from editor.ui.jobs import Jobs
from editor.ui.layout import DockSet
from editor.ui.panel import Area
from editor.ui.widgets.panel_room import PanelRoom
from editor.ui.widgets.typing_pace import LULL_MS
from editor.ui.workspace import Workspace
from tests.builders import NOON, an_article
from tests.ui.plain_panel import PlainPanel, a_spec, three


@pytest.fixture
def article(desk: Desk) -> Article:
    made = an_article(headline="Ferry")
    desk.articles.apply(CreateArticle(made, say("New article"), NOON))
    return desk.articles.get(made.id)


@pytest.fixture
def workspace(desk: Desk) -> Workspace:
    return Workspace(desk)


@pytest.fixture
def docks(qtbot: QtBot, workspace: Workspace) -> Iterator[DockSet]:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1000, 600)
    made = DockSet(window, three(), workspace, Jobs(window))
    made.reset()
    window.show()
    yield made
    window.close()


def _panel(dock: PanelDock) -> PlainPanel:
    return cast("PlainPanel", dock.build())


def test_nothing_is_built_before_the_window_says_so(qtbot: QtBot, docks: DockSet) -> None:
    qtbot.wait(10)
    assert all(dock.panel is None for dock in docks.by_id.values())
    docks.build(Area.CENTRE)
    assert [name for name, dock in docks.by_id.items() if dock.panel is not None] == ["draft"]


def test_of_tabs_only_the_one_in_front_is_built(qtbot: QtBot, docks: DockSet) -> None:
    qtbot.wait(10)
    docks.release()
    assert docks.by_id["first"].panel is not None
    assert docks.by_id["second"].panel is None
    docks.by_id["second"].bring_forward()
    assert docks.by_id["second"].panel is not None


def test_a_panel_built_late_shows_what_is_open(workspace: Workspace, docks: DockSet, article: Article) -> None:
    workspace.open(article.id)
    assert _panel(docks.by_id["second"]).diary == ["look  18", "show Ferry"]


def test_a_panel_out_of_sight_catches_up_when_it_is_seen(
    qtbot: QtBot, workspace: Workspace, docks: DockSet, article: Article
) -> None:
    docks.release()
    second = docks.by_id["second"]
    panel = _panel(second)
    panel.diary.clear()
    workspace.open(article.id)
    workspace.request(change_article(article, say("Change tags"), tags=("a",)))
    assert panel.diary == ["settle"]
    second.bring_forward()
    qtbot.waitUntil(lambda: panel.diary == ["settle", "show Ferry", "change tags"])  # lists show more than the article


def test_the_draft_always_follows(workspace: Workspace, docks: DockSet, article: Article) -> None:
    dock = docks.by_id["draft"]
    panel = _panel(dock)
    dock.hide()
    workspace.open(article.id)
    assert panel.diary[-1] == "show Ferry"


def test_a_panel_hears_only_what_it_watches(
    qtbot: QtBot, workspace: Workspace, docks: DockSet, article: Article
) -> None:
    workspace.open(article.id)
    panel = _panel(docks.by_id["left"])
    qtbot.waitUntil(panel.isVisible)
    panel.diary.clear()
    workspace.request(change_article(article, say("Change tags"), tags=("a",)))
    workspace.request(change_article(article, say("Change section"), section="World"))
    assert panel.diary == ["change tags"]


def test_typing_reaches_the_others_and_not_the_typist(
    qtbot: QtBot, workspace: Workspace, docks: DockSet, article: Article
) -> None:
    workspace.open(article.id)
    draft, left = _panel(docks.by_id["draft"]), _panel(docks.by_id["left"])
    qtbot.waitUntil(left.isVisible)
    draft.typed.emit(article)
    assert "typed Ferry" in left.diary
    assert "typed Ferry" not in draft.diary


def test_a_refusal_stands_in_the_bar_of_the_panel_and_the_focus_stays(
    qtbot: QtBot, workspace: Workspace, docks: DockSet, article: Article
) -> None:
    workspace.open(article.id)
    dock = docks.by_id["draft"]
    panel = _panel(dock)
    panel.field.setFocus()
    qtbot.waitUntil(panel.field.hasFocus)
    stale = change_article(an_article(id=article.id, tags=("old",)), say("Change tags"), tags=("new",))
    panel.edit_requested.emit(stale)
    assert dock.notice.isVisible()
    assert "changed meanwhile" in dock.notice.text
    assert panel.field.hasFocus()
    panel.edit_requested.emit(change_article(article, say("Change tags"), tags=("new",)))
    assert dock.notice.isHidden()


def test_what_a_panel_says_is_not_wiped_by_its_next_success(
    workspace: Workspace, docks: DockSet, article: Article
) -> None:
    workspace.open(article.id)
    dock = docks.by_id["draft"]
    panel = _panel(dock)
    panel.notice.emit(say("Three pictures were added."))
    panel.edit_requested.emit(change_article(article, say("Change tags"), tags=("new",)))
    assert dock.notice.text == "Three pictures were added."


def test_what_was_said_of_one_article_is_not_said_of_the_next(
    workspace: Workspace, docks: DockSet, article: Article
) -> None:
    workspace.open(article.id)
    dock = docks.by_id["draft"]
    panel = _panel(dock)
    panel.notice.emit(UserError(say("“tomorrow” is not a date and time.")))
    workspace.open(article.id)
    assert dock.notice.isVisible()
    workspace.open("")
    assert dock.notice.isHidden()


def test_what_is_refused_as_an_article_is_left_can_still_be_read(
    workspace: Workspace, docks: DockSet, article: Article
) -> None:
    workspace.open(article.id)
    dock = docks.by_id["draft"]
    panel = _panel(dock)
    workspace.settling.connect(lambda: panel.notice.emit(UserError(say("“tomorrow” is not a date and time."))))
    workspace.open("")
    assert dock.notice.isVisible()


def test_what_is_put_right_is_said_no_longer(docks: DockSet) -> None:
    dock = docks.by_id["draft"]
    panel = _panel(dock)
    panel.notice.emit(UserError(say("“tomorrow” is not a date and time.")))
    panel.notice.emit(Message())
    assert dock.notice.isHidden()


def test_a_panel_can_ask_for_another_article(workspace: Workspace, docks: DockSet, article: Article) -> None:
    _panel(docks.by_id["left"]).article_requested.emit(article.id)
    assert workspace.article is not None
    assert workspace.article.id == article.id


def test_settling_reaches_every_built_panel(workspace: Workspace, docks: DockSet) -> None:
    panels = [_panel(dock) for dock in docks.by_id.values()]
    workspace.settle()
    assert all(panel.diary[-1] == "settle" for panel in panels)


@pytest.mark.parametrize("error", [UserError(say("No headline.")), Fault(say("The disk is full."))])
def test_both_kinds_of_trouble_are_shown(docks: DockSet, error: UserError | Fault) -> None:
    dock = docks.by_id["first"]
    dock.show_notice(error)
    assert not dock.notice.isHidden()


def test_what_is_saved_leaves_what_is_said_of_an_edit_that_is_not(
    workspace: Workspace, docks: DockSet, article: Article, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.open(article.id)
    dock = docks.by_id["draft"]
    panel, write = _panel(dock), desk.articles.apply

    def full(_edit: Edit) -> Change:
        raise Fault(say("Nothing was saved."), say("The disk is full."))

    monkeypatch.setattr(desk.articles, "apply", full)
    panel.edit_requested.emit(change_article(article, say("Section"), section="World"))
    monkeypatch.setattr(desk.articles, "apply", write)
    panel.edit_requested.emit(change_article(article, say("Tags"), tags=("sea",)))
    assert not dock.notice.isHidden()
    assert workspace.retry() is None
    assert dock.notice.isHidden()
    assert desk.articles.get(article.id).section == "World"


def test_only_what_waits_to_be_saved_can_be_tried_again(docks: DockSet) -> None:
    dock = docks.by_id["draft"]
    dock.show_notice(Fault(say("The pictures could not be listed.")))
    action = dock.notice.findChild(QPushButton, "notice.action")
    assert action is not None
    assert action.isHidden()


def test_retranslating_reaches_head_and_panel(docks: DockSet) -> None:
    dock = docks.by_id["left"]
    panel = _panel(dock)
    dock.retranslate()
    assert panel.diary[-1] == "retranslate"
    assert dock.windowTitle() == "Left"


def test_a_version_that_was_kept_is_told_to_those_who_show_versions(
    qtbot: QtBot, workspace: Workspace, article: Article
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    specs = (a_spec("first", watches=frozenset({"versions"})), a_spec("second", watches=frozenset({"list"})))
    docks = DockSet(window, specs, workspace, Jobs(window))
    docks.reset()
    window.show()
    docks.release()
    first, second = (_panel(docks.by_id[name]) for name in ("first", "second"))
    docks.by_id["first"].bring_forward()
    workspace.open(article.id)
    qtbot.waitUntil(lambda: "show Ferry" in first.diary)
    first.diary.clear()
    second.diary.clear()
    workspace.kept.emit()
    assert first.diary == ["show Ferry"]
    assert second.diary == []
    docks.by_id["second"].bring_forward()
    first.diary.clear()
    workspace.kept.emit()
    assert first.diary == []  # out of sight
    docks.by_id["first"].bring_forward()
    assert first.diary == ["show Ferry"]
    window.close()


def test_a_line_that_is_asked_for_brings_the_draft_forward(
    qtbot: QtBot, workspace: Workspace, docks: DockSet, article: Article
) -> None:
    workspace.open(article.id)
    draft, left = _panel(docks.by_id["draft"]), _panel(docks.by_id["left"])
    qtbot.waitUntil(left.isVisible)
    left.line_requested.emit(3)
    assert draft.diary[-1] == "go to 3"
    draft.cursor_moved.emit(5)
    assert left.diary[-1] == "cursor 5"
    assert _panel(docks.by_id["second"]).diary[-1] == "cursor 5"


def test_a_panel_hears_of_lines_once_it_shows_their_article(
    qtbot: QtBot, workspace: Workspace, docks: DockSet, article: Article
) -> None:
    docks.release()
    draft, second = _panel(docks.by_id["draft"]), _panel(docks.by_id["second"])
    docks.by_id["second"].bring_forward()
    workspace.open(article.id)
    before = list(second.diary)
    draft.cursor_moved.emit(5)
    assert second.diary == before
    qtbot.waitUntil(lambda: second.diary[len(before) :] == ["show Ferry", "cursor 5"])
    draft.cursor_moved.emit(6)
    assert second.diary[-1] == "cursor 6"


@pytest.mark.parametrize(("name", "covered"), [("first", ["first"]), ("second", [])])
def test_what_is_of_another_article_is_out_of_sight_at_once(
    qtbot: QtBot, workspace: Workspace, docks: DockSet, article: Article, name: str, covered: list[str]
) -> None:
    docks.release()
    panel = _panel(docks.by_id[name])
    rooms = {one: dock.findChild(PanelRoom) for one, dock in docks.by_id.items()}
    docks.by_id[name].bring_forward()
    workspace.open(article.id)
    assert [one for one, room in rooms.items() if room is not None and room.is_covered] == covered
    qtbot.waitUntil(lambda: "show Ferry" in panel.diary)
    workspace.open(article.id)  # once more
    assert not any(room.is_covered for room in rooms.values() if room is not None)


def test_of_a_long_article_the_words_come_first_and_the_panels_right_after(
    qtbot: QtBot, workspace: Workspace, docks: DockSet, desk: Desk
) -> None:
    docks.release()
    long = an_article(id="1" * 32, headline="Long", body="The ferry left. " * 2000)
    desk.articles.apply(CreateArticle(long, say("New article"), NOON))
    panel, draft = _panel(docks.by_id["first"]), _panel(docks.by_id["draft"])
    workspace.open(long.id)
    assert "show Long" in draft.diary
    assert "show Long" not in panel.diary
    workspace.request(change_article(desk.articles.get(long.id), say("Tags"), headline="Longer", tags=("sea",)))
    assert "change headline,tags" not in panel.diary
    qtbot.waitUntil(lambda: "show Longer" in panel.diary)


@pytest.fixture
def words(qtbot: QtBot, workspace: Workspace) -> Iterator[PlainPanel]:
    """Return a panel on the right that follows the words of the open article, which is a long one."""
    window = QMainWindow()
    qtbot.addWidget(window)
    watches = frozenset({"reactions", "standfirst", "tags"})
    specs = (a_spec("draft", Area.CENTRE, watches=watches), a_spec("words", watches=watches))
    made = DockSet(window, specs, workspace, Jobs(window))
    made.reset()
    window.show()
    made.release()
    long = an_article(id="1" * 32, headline="Long", body="The ferry left. " * 2000)
    workspace.desk.articles.apply(CreateArticle(long, say("New article"), NOON))
    panel = _panel(made.by_id["words"])
    workspace.open(long.id)
    qtbot.waitUntil(lambda: "show Long" in panel.diary)
    yield panel
    window.close()


def _type(workspace: Workspace, **after: object) -> None:
    assert workspace.article is not None
    workspace.request(change_article(workspace.article, say("Typing"), **after))


def test_what_is_saved_of_a_long_article_is_followed_in_a_lull_and_nothing_is_left_out(
    qtbot: QtBot, workspace: Workspace, words: PlainPanel
) -> None:
    _type(workspace, standfirst="Longer.")
    _type(workspace, reactions="And longer.")
    assert words.diary[-1] == "show Long"
    qtbot.waitUntil(lambda: words.diary[-1] == "change reactions,standfirst")
    _type(workspace, standfirst="Longest.")
    _type(workspace, tags=("sea",))
    assert words.diary[-2:] == ["change standfirst", "change tags"]  # in their order, and now


def test_what_was_saved_of_a_long_article_is_not_followed_in_the_next_one(
    qtbot: QtBot, workspace: Workspace, words: PlainPanel, article: Article
) -> None:
    _type(workspace, standfirst="Longer.")
    workspace.open(article.id)
    seen = len(words.diary)
    _type(workspace, tags=("sea",))
    qtbot.waitUntil(lambda: len(words.diary) > seen)
    qtbot.wait(2 * LULL_MS)
    assert words.diary[seen:] == ["show Ferry", "change tags"]


def test_what_was_saved_of_a_long_article_is_followed_before_the_next_one_is_shown(
    qtbot: QtBot, workspace: Workspace, words: PlainPanel, article: Article
) -> None:
    _type(workspace, standfirst="Longer.")
    workspace.open(article.id)
    assert words.diary[-1] == "change standfirst"
    qtbot.waitUntil(lambda: words.diary[-2:] == ["change standfirst", "show Ferry"])


def test_a_panel_on_the_right_follows_once_the_words_are_painted(
    qtbot: QtBot, workspace: Workspace, docks: DockSet, words: PlainPanel, article: Article
) -> None:
    docks.release()
    left = _panel(docks.by_id["left"])
    workspace.open(article.id)
    assert left.diary[-1] == "show Ferry"
    assert "show Ferry" not in words.diary
    qtbot.waitUntil(lambda: words.diary[-1] == "show Ferry")
