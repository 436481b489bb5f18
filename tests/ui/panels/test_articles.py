"""The list of articles on a real desk: found, begun, opened, moved along, thrown away, all by keyboard and undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.domain.article import Article, ArticleHead, Status
from editor.domain.edits import AddImage, EditSettings, Several, change_article, change_image
from editor.domain.image import Placement
from editor.i18n.interface import set_interface_language
from editor.ui.panel import Search
from editor.ui.panels.articles import ArticlesPanel, ArticlesTools
from editor.ui.widgets.article_list import ArticleList
from editor.ui.widgets.article_menu import ArticleMenu
from editor.ui.widgets.article_mime import ids_in
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.trashed_article import TrashedArticle
from tests.builders import NOON, FixedClock, an_article, an_image, created, some_settings
from tests.fakes import StretchedWords
from tests.ui.stage import Stage


def _panel(stage: Stage, *, can_write: bool = True) -> ArticlesPanel:
    desk = stage.desk
    tools = ArticlesTools(
        articles=desk.articles, images=desk.images, newsroom=desk.newsroom, clock=desk.clock, can_write=can_write
    )
    return ArticlesPanel(tools, stage.jobs, stage.timers)


SEVERAL = (
    an_article(headline="Drums in Nara", section="World", body="Practised for five minutes"),
    an_article(headline="Ferry fares fall", section="City", status=Status.READY),
    an_article(headline="Bei ya feri", section="City", language="sw", status=Status.PUBLISHED, published=NOON),
)


@pytest.fixture
def stage(desk: Desk, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(desk, qtbot)
    made.hold(_panel(made))
    yield made
    made.stop()


@pytest.fixture
def full(stage: Stage) -> Stage:
    stage.desk.articles.apply(created(*SEVERAL))
    stage.workspace.changed.emit(stage.desk.articles.apply(created(an_article(headline="Water prices"))), None)
    stage.wait()
    return stage


def _list(stage: Stage) -> ArticleList:
    found = stage.panel.findChild(ArticleList)
    assert found is not None
    return found


def _shown(stage: Stage) -> list[str]:
    view = _list(stage)
    if not view.isVisible():
        return []
    return [str(view.model().index(row, 0).data()) for row in range(view.model().rowCount())]


def _select(stage: Stage, *headlines: str) -> None:
    view = _list(stage)
    view.clearSelection()
    for row, headline in enumerate(_shown(stage)):
        if headline in headlines:
            flags = QItemSelectionModel.SelectionFlag.Select
            view.selectionModel().setCurrentIndex(view.model().index(row, 0), flags)


def _menu(stage: Stage) -> ArticleMenu:
    found = stage.panel.findChild(ArticleMenu)
    assert found is not None
    found.aboutToShow.emit()
    return found


def _line(stage: Stage) -> QLineEdit:
    found = stage.panel.findChild(QLineEdit, "articles.search")
    assert found is not None
    return found


def _status_of(stage: Stage, headline: str) -> Status:
    heads: Sequence[ArticleHead] = stage.desk.articles.heads()
    return next(head.status for head in heads if head.headline == headline)


def _id_of(stage: Stage, headline: str) -> str:
    return next(head.id for head in stage.desk.articles.heads() if head.headline == headline)


def _later(stage: Stage) -> None:
    assert isinstance(stage.desk.clock, FixedClock)
    stage.desk.clock.forward(60)


def _find(stage: Stage, words: str) -> None:
    QTest.keyClicks(_line(stage), words)
    stage.timers.forward(200)
    stage.wait()


def test_an_empty_newsroom_offers_to_begin(stage: Stage) -> None:
    button = stage.panel.findChild(QPushButton, "empty_state.action")
    assert button is not None
    assert button.isVisible()
    button.click()
    stage.wait()
    assert stage.article.language == "sw"
    assert _shown(stage) == ["No headline yet"]


def test_all_articles_are_listed_with_status_time_and_language(full: Stage) -> None:
    assert sorted(_shown(full)) == ["Bei ya feri", "Drums in Nara", "Ferry fares fall", "Water prices"]
    view = _list(full)
    row = _shown(full).index("Bei ya feri")
    said = str(view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Published" in said
    assert "Kiswahili" in said


def test_search_finds_words_of_the_body_folded(full: Stage) -> None:
    _find(full, "PRACTISED")
    assert _shown(full) == ["Drums in Nara"]
    QTest.keyClick(_line(full), Qt.Key.Key_Escape)
    full.timers.forward(200)
    full.wait()
    assert len(_shown(full)) == 4


def test_nothing_found_offers_to_show_all(full: Stage) -> None:
    _find(full, "zzzz")
    button = full.panel.findChild(QPushButton, "empty_state.action")
    assert button is not None
    assert button.isVisible()
    button.click()
    full.wait()
    assert len(_shown(full)) == 4


def _narrow(full: Stage, box_name: str, value: str) -> None:
    box = full.panel.findChild(ChoiceField, box_name)
    assert box is not None
    box.setCurrentIndex(box.findData(value))
    box.settle()
    full.wait()


def test_status_section_and_language_narrow(full: Stage) -> None:
    _narrow(full, "articles.status", "ready")
    assert _shown(full) == ["Ferry fares fall"]
    _narrow(full, "articles.status", "")
    for name, value, found in (("articles.section", "City", 2), ("articles.language", "sw", 1)):
        _narrow(full, name, value)
        assert len(_shown(full)) == found


def _order_by_headline(stage: Stage) -> None:
    order = stage.panel.findChild(QToolButton, "articles.order")
    assert order is not None
    menu = order.menu()
    assert menu is not None
    menu.actions()[4].trigger()
    stage.wait()


def test_order_by_headline(full: Stage) -> None:
    _order_by_headline(full)
    assert _shown(full) == sorted(_shown(full), key=str.casefold)


def test_headlines_stand_where_readers_of_the_newsroom_look_for_them(stage: Stage) -> None:
    headlines = ["Zebran", "Ångbåten", "Ärlighet 2", "Ärlighet 10", "Östersjön"]
    stage.desk.articles.apply(created(*(an_article(headline=headline) for headline in headlines)))
    before = stage.desk.newsroom.settings
    after = replace(before, editions=some_settings("sv").editions)
    stage.workspace.changed.emit(stage.desk.articles.apply(EditSettings(before, after, say("Swedish"))), None)
    _order_by_headline(stage)
    assert _shown(stage) == headlines


def test_the_keyboard_goes_from_the_search_to_an_open_article(full: Stage) -> None:
    _find(full, "ferry")
    QTest.keyClick(_line(full), Qt.Key.Key_Down)
    QTest.keyClick(_list(full), Qt.Key.Key_Return)
    assert full.article.headline == "Ferry fares fall"


def test_a_click_opens_and_a_click_with_ctrl_selects(full: Stage) -> None:
    view = _list(full)
    first, second = view.model().index(0, 0), view.model().index(1, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(first).center())
    assert full.article.headline == first.data()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, control, view.visualRect(second).center())
    assert full.article.headline == first.data()
    assert view.count_chosen() == 2
    assert [label.text() for label in full.panel.findChildren(QLabel) if "selected" in label.text()] == ["2 selected"]


def test_delete_moves_to_the_trash_and_undo_brings_back(full: Stage) -> None:
    _select(full, "Water prices")
    QTest.keyClick(_list(full), Qt.Key.Key_Delete)
    full.wait()
    assert "Water prices" not in _shown(full)
    assert full.notices == []  # the status line tells of it, and nothing hides a refusal
    full.undo()
    assert "Water prices" in _shown(full)


def test_the_trash_gives_back(full: Stage) -> None:
    _select(full, "Water prices", "Drums in Nara")
    QTest.keyClick(_list(full), Qt.Key.Key_Delete)
    full.wait()
    _narrow(full, "articles.status", "trash")
    assert len(_shown(full)) == 2
    _list(full).selectAll()
    menu = _menu(full)
    assert menu.items["restore"].isVisible()
    assert not menu.items["publish"].isEnabled()
    menu.items["restore"].trigger()
    full.wait()
    assert _shown(full) == []
    assert len(full.desk.articles.heads()) == 4


def test_the_trash_has_its_one_button_and_return_shows_what_came_back(full: Stage) -> None:
    new, restore = (full.panel.findChild(QPushButton, f"articles.{name}") for name in ("new", "restore"))
    assert isinstance(new, QPushButton)
    assert isinstance(restore, QPushButton)
    assert (new.isHidden(), restore.isHidden()) == (False, True)
    _select(full, "Water prices", "Drums in Nara", "Ferry fares fall")
    QTest.keyClick(_list(full), Qt.Key.Key_Delete)
    full.wait()
    _narrow(full, "articles.status", "trash")
    assert (new.isHidden(), restore.isHidden()) == (True, False)
    _select(full, "Ferry fares fall")
    assert restore.isEnabled()
    QTest.keyClick(_list(full), Qt.Key.Key_Return)
    full.wait()
    assert full.article.headline == "Ferry fares fall"
    assert sorted(_shown(full)) == ["Drums in Nara", "Water prices"]
    _list(full).selectAll()
    QTest.mouseClick(restore, Qt.MouseButton.LeftButton)
    full.wait()
    assert len(full.desk.articles.heads()) == 4
    assert (new.isHidden(), restore.isHidden()) == (False, True)  # nothing is left to restore
    assert full.article.headline == "Ferry fares fall"  # two came back: neither is meant more than the other


def test_what_lies_in_the_trash_is_read_before_it_comes_back(full: Stage) -> None:
    _select(full, "Ferry fares fall")
    QTest.keyClick(_list(full), Qt.Key.Key_Delete)
    full.wait()
    _narrow(full, "articles.status", "trash")
    _select(full, "Ferry fares fall")
    _menu(full).items["read"].trigger()
    shown = full.panel.findChild(TrashedArticle)
    assert shown is not None
    assert shown.text.toPlainText().startswith("Ferry fares fall")
    assert _shown(full) == ["Ferry fares fall"]
    shown.restore.click()
    full.wait()
    assert full.article.headline == "Ferry fares fall"
    assert len(full.desk.articles.heads()) == 4


def test_a_click_in_the_trash_shows_what_was_clicked(full: Stage) -> None:
    _select(full, "Water prices", "Ferry fares fall")
    QTest.keyClick(_list(full), Qt.Key.Key_Delete)
    full.wait()
    _narrow(full, "articles.status", "trash")
    view = _list(full)
    place = view.visualRect(view.model().index(_shown(full).index("Ferry fares fall"), 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    shown = full.panel.findChild(TrashedArticle)
    assert shown is not None
    assert shown.text.toPlainText().startswith("Ferry fares fall")
    shown.close()
    assert sorted(_shown(full)) == ["Ferry fares fall", "Water prices"]


def test_a_band_over_the_trash_chooses_and_shows_nothing(full: Stage) -> None:
    heads = full.desk.articles.heads()
    for head in heads[:2]:
        full.desk.articles.apply(change_article(full.desk.articles.get(head.id), say("x"), trashed_at=NOON))
    _narrow(full, "articles.status", "trash")
    view = full.panel.findChild(ArticleList)
    assert view is not None
    view.selectAll()
    assert len(view.chosen()) == 2
    view.asked.emit("read")
    assert full.panel.findChild(TrashedArticle) is None


def test_what_could_not_be_taken_out_of_the_trash_is_not_opened(full: Stage) -> None:
    _select(full, "Ferry fares fall")
    QTest.keyClick(_list(full), Qt.Key.Key_Delete)
    full.wait()
    _narrow(full, "articles.status", "trash")
    _select(full, "Ferry fares fall")
    (head,) = _list(full).chosen()
    elsewhere = change_article(full.desk.articles.get(head.id), say("x"), trashed_at=NOON + timedelta(days=1))
    full.desk.articles.apply(elsewhere)  # behind the list's back
    before = full.workspace.article
    QTest.keyClick(_list(full), Qt.Key.Key_Return)
    full.wait()
    assert isinstance(full.notices[-1], UserError)
    assert full.workspace.article == before


def test_an_empty_trash_leads_back_to_all_articles(full: Stage) -> None:
    _narrow(full, "articles.status", "trash")
    action = full.panel.findChild(QPushButton, "empty_state.action")
    assert isinstance(action, QPushButton)
    assert action.text() == "Show all articles"
    QTest.mouseClick(action, Qt.MouseButton.LeftButton)
    full.wait()
    assert len(_shown(full)) == 4


def test_a_status_for_several_is_one_edit(full: Stage) -> None:
    _select(full, "Water prices", "Drums in Nara")
    _menu(full).status.actions()[1].trigger()
    full.wait()
    assert isinstance(full.edits[-1], Several)
    assert [_status_of(full, one) for one in ("Water prices", "Drums in Nara")] == [Status.IN_REVIEW] * 2
    full.undo()
    assert [_status_of(full, one) for one in ("Water prices", "Drums in Nara")] == [Status.DRAFT] * 2


def test_publish_and_withdraw_take_those_that_can_and_name_the_rest(full: Stage) -> None:
    full.desk.articles.apply(created(an_article(headline="")))
    full.workspace.request(created(an_article(headline="One more")))
    full.wait()
    _list(full).selectAll()
    _menu(full).items["publish"].trigger()
    full.wait()
    assert isinstance(full.notices[-1], UserError)
    assert _status_of(full, "Drums in Nara") is Status.PUBLISHED
    _select(full, "Bei ya feri")
    _menu(full).items["withdraw"].trigger()
    full.wait()
    assert _status_of(full, "Bei ya feri") is Status.WITHDRAWN


def test_duplicate_opens_what_it_makes_and_a_translation_is_asked_of_the_window(qtbot: QtBot, full: Stage) -> None:
    _select(full, "Drums in Nara")
    QTest.keyClick(_list(full), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    full.wait()
    assert full.article.headline == "Drums in Nara"
    assert full.article.id != SEVERAL[0].id
    _select(full, "Ferry fares fall")
    menu = _menu(full)
    action = next(one for one in menu.translate.actions() if one.data() == "sw")
    with qtbot.waitSignal(full.panel.action_requested) as asked:
        action.trigger()
    assert asked.args == ["translation.new.sw"]
    assert full.article.id == SEVERAL[1].id


def test_typing_changes_the_row_without_asking_the_desk_again(full: Stage) -> None:
    full.workspace.open(SEVERAL[0].id)
    full.workspace.request(change_article(full.article, say("Typing"), headline="Drums in Nara, again"))
    assert "Drums in Nara, again" in _shown(full)
    assert full.jobs.is_idle()


def test_the_open_article_is_marked_and_selected(full: Stage) -> None:
    full.workspace.open(SEVERAL[1].id)
    assert [head.headline for head in _list(full).chosen()] == ["Ferry fares fall"]


def test_what_undo_reveals_is_the_only_one_selected(full: Stage, qtbot: QtBot) -> None:
    full.workspace.open(SEVERAL[0].id)
    full.workspace.request(change_article(full.article, say("x"), section="Japan"))
    full.workspace.open(SEVERAL[1].id)
    full.wait()
    undo = QShortcut(QKeySequence.StandardKey.Undo, full.panel)
    undo.activated.connect(full.workspace.undo)
    with qtbot.waitActive(full.panel):
        full.panel.activateWindow()
    _list(full).setFocus()
    window = full.panel.windowHandle()
    assert window is not None
    QTest.keyPress(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    full.wait()
    QTest.keyRelease(window, Qt.Key.Key_Z)
    assert full.article.headline == "Drums in Nara"
    assert [head.headline for head in _list(full).chosen()] == ["Drums in Nara"]


def test_rows_stay_where_they_are_while_the_open_article_changes(full: Stage) -> None:
    before = _shown(full)
    full.workspace.open(_id_of(full, before[-1]))
    full.wait()
    _later(full)
    full.workspace.request(change_article(full.article, say("Typing"), body="Other words"))
    full.workspace.request(change_article(full.article, say("x"), section="Japan"))
    full.wait()
    assert _shown(full) == before
    full.workspace.open(_id_of(full, before[0]))
    full.wait()
    assert _shown(full) == [before[-1], *before[:-1]]


def test_a_click_moves_no_row_under_the_mouse(full: Stage) -> None:
    before = _shown(full)
    full.workspace.open(_id_of(full, before[-1]))
    full.wait()
    _later(full)
    full.workspace.request(change_article(full.article, say("Typing"), body="Other words"))
    view = _list(full)
    view.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    first = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    full.wait()
    assert _shown(full) == before
    view.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    full.wait()
    assert _shown(full) == [before[-1], *before[:-1]]


def test_a_new_article_comes_in_where_it_belongs(full: Stage) -> None:
    full.workspace.open(_id_of(full, _shown(full)[-1]))
    full.workspace.request(change_article(full.article, say("x"), section="Japan"))
    full.workspace.request(created(an_article(headline="Newest")))
    full.wait()
    assert "Newest" in _shown(full)[:2]


def test_selecting_many_does_not_widen_the_panel(full: Stage) -> None:
    set_interface_language("en-XA", StretchedWords("en-XA"))
    full.workspace.request(created(*_many(30)))
    full.wait()
    before = full.panel.minimumSizeHint().width()
    full.panel.resize(before, 600)
    _list(full).selectAll()
    set_interface_language("en")
    assert full.panel.minimumSizeHint().width() == before
    assert full.panel.width() == before


def test_rows_can_be_dragged_to_other_panels(full: Stage) -> None:
    _select(full, "Ferry fares fall")
    view = _list(full)
    carried = view.model().mimeData(view.selectedIndexes())
    assert ids_in(carried) == (SEVERAL[1].id,)


def test_an_ai_picture_wears_its_label_and_another_does_not(full: Stage) -> None:
    image = an_image()
    full.desk.articles.apply(AddImage(image, say("x"), NOON))
    article = full.desk.articles.get(SEVERAL[0].id)
    full.workspace.request(change_article(article, say("x"), hero=Placement(image_id=image.id)))
    full.wait()
    view = _list(full)
    index = view.model().index(_shown(full).index("Drums in Nara"), 0)
    labelled = view.visualRect(index).height()
    assert "AI" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    view.grab()
    full.wait()
    full.workspace.request(change_image(image, say("x"), source_type="digitalCapture"))
    full.wait()
    index = view.model().index(_shown(full).index("Drums in Nara"), 0)
    assert view.visualRect(index).height() < labelled
    view.grab()
    full.wait()


def test_selection_and_place_survive_a_refresh(full: Stage) -> None:
    _select(full, "Water prices", "Ferry fares fall")
    full.workspace.request(change_article(full.desk.articles.get(SEVERAL[0].id), say("x"), section="Japan"))
    full.wait()
    assert sorted(head.headline for head in _list(full).chosen()) == ["Ferry fares fall", "Water prices"]


def test_reading_only_offers_no_change(desk: Desk, qtbot: QtBot) -> None:
    desk.articles.apply(created(*SEVERAL))
    stage = Stage(desk, qtbot)
    stage.hold(_panel(stage, can_write=False))
    new = stage.panel.findChild(QPushButton, "articles.new")
    assert new is not None
    assert not new.isEnabled()
    _list(stage).selectAll()
    menu = _menu(stage)
    assert not any(menu.items[name].isEnabled() for name in ("trash", "publish", "duplicate"))
    QTest.keyClick(_list(stage), Qt.Key.Key_Delete)
    assert stage.edits == []
    stage.stop()


def test_reading_only_the_trash_is_read_by_return(desk: Desk, qtbot: QtBot) -> None:
    desk.articles.apply(created(*SEVERAL))
    desk.articles.apply(change_article(SEVERAL[1], say("x"), trashed_at=NOON))
    stage = Stage(desk, qtbot)
    stage.hold(_panel(stage, can_write=False))
    _narrow(stage, "articles.status", "trash")
    _select(stage, "Ferry fares fall")
    QTest.keyClick(_list(stage), Qt.Key.Key_Return)
    shown = stage.panel.findChild(TrashedArticle)
    assert shown is not None
    assert shown.text.toPlainText().startswith("Ferry fares fall")
    assert not shown.restore.isVisible()
    shown.close()
    assert (stage.edits, stage.workspace.article) == ([], None)
    stage.stop()


class Damaged:
    """Articles that cannot be read until the disk is back."""

    def __init__(self, desk: Desk) -> None:
        self.articles = desk.articles
        self.is_gone = True

    def __getattr__(self, name: str) -> object:
        return getattr(self.articles, name)

    def heads(self, query: object) -> list[ArticleHead]:
        if self.is_gone:
            raise Fault(say("The newsroom could not be read."))
        return self.articles.heads(query)  # type: ignore[arg-type]


def test_a_list_that_cannot_be_read_says_so_and_tries_again(desk: Desk, qtbot: QtBot) -> None:
    desk.articles.apply(created(*SEVERAL))
    stage, damaged = Stage(desk, qtbot), Damaged(desk)
    tools = ArticlesTools(
        articles=damaged,  # type: ignore[arg-type]
        images=desk.images,
        newsroom=desk.newsroom,
        clock=desk.clock,
        can_write=True,
    )
    stage.hold(ArticlesPanel(tools, stage.jobs, stage.timers))
    assert isinstance(stage.notices[0], Fault)
    damaged.is_gone = False
    button = stage.panel.findChild(QPushButton, "empty_state.action")
    assert button is not None
    button.click()
    stage.wait()
    assert len(_shown(stage)) == 3
    stage.stop()


def test_the_words_follow_the_interface(full: Stage) -> None:
    set_interface_language("sw")
    try:
        full.panel.retranslate()
        assert _line(full).accessibleName()
    finally:
        set_interface_language("en")


def _many(count: int) -> list[Article]:
    return [an_article(headline=f"Number {one}", published=NOON - timedelta(hours=one)) for one in range(count)]


def test_the_current_row_moves_on_when_its_article_is_deleted(full: Stage) -> None:
    full.workspace.request(created(*_many(5)))
    full.wait()
    shown = _shown(full)
    _select(full, shown[2])
    QTest.keyClick(_list(full), Qt.Key.Key_Delete)
    full.wait()
    assert [head.headline for head in _list(full).chosen()] == [shown[3]]


def test_find_goes_to_the_search_and_leaves_replacing_to_the_draft(full: Stage, qtbot: QtBot) -> None:
    full.panel.activateWindow()
    _list(full).setFocus()
    assert not full.panel.search(Search.REPLACE)
    assert full.panel.search(Search.BEGIN)
    qtbot.waitUntil(_line(full).hasFocus)


def test_the_menu_puts_several_on_the_timeline_of_the_open_article(full: Stage) -> None:
    full.workspace.open(SEVERAL[0].id)
    full.wait()
    _select(full, "Drums in Nara", "Ferry fares fall", "Bei ya feri")
    _menu(full).items["timeline"].trigger()
    links = full.desk.articles.get(SEVERAL[0].id).links
    assert {link.article for link in links} == {SEVERAL[1].id, SEVERAL[2].id}
    assert all(link.on_timeline and not link.on_card for link in links)
    full.workspace.undo()
    assert full.desk.articles.get(SEVERAL[0].id).links == ()
