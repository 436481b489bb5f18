"""What can be done with a selection."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.domain.article import Status
from editor.ui.widgets.article_menu import ArticleMenu
from tests.builders import NOON
from tests.ui.widgets.test_article_model import a_head


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def menu(owner: QWidget) -> ArticleMenu:
    return ArticleMenu(owner)


def _possible(menu: ArticleMenu) -> set[str]:
    return {name for name, action in menu.items.items() if action.isEnabled()}


def test_one_two_and_none(menu: ArticleMenu) -> None:
    menu.allow([], [], can_write=True)
    assert _possible(menu) == set()
    menu.allow([a_head(1)], ["sw"], can_write=True)
    assert _possible(menu) == {"open", "duplicate", "publish", "book", "trash"}
    assert menu.translate.isEnabled()
    menu.allow([a_head(1), a_head(2, status=Status.PUBLISHED)], [], can_write=True)
    assert _possible(menu) == {"publish", "withdraw", "book", "trash"}
    assert not menu.translate.isEnabled()


def test_in_the_trash_and_when_reading(menu: ArticleMenu) -> None:
    menu.allow([a_head(1, trashed_at=NOON)], [], can_write=True)
    assert _possible(menu) == {"read", "restore"}
    menu.allow([a_head(1, trashed_at=NOON)], [], can_write=False)
    assert _possible(menu) == {"read"}
    menu.allow([a_head(1, trashed_at=NOON), a_head(2, trashed_at=NOON)], [], can_write=True)
    assert _possible(menu) == {"restore"}
    menu.allow([a_head(1)], ["sw"], can_write=False)
    assert _possible(menu) == {"open", "book"}
    assert not menu.status.isEnabled()


def test_each_wish_goes_out_in_its_own_words(menu: ArticleMenu, qtbot: QtBot) -> None:
    menu.allow([a_head(1)], ["sw"], can_write=True)
    with qtbot.waitSignal(menu.asked) as asked:
        menu.items["duplicate"].trigger()
    assert asked.args == ["duplicate"]
    with qtbot.waitSignal(menu.status_asked) as status:
        menu.status.actions()[2].trigger()
    assert status.args == [Status.READY]
    with qtbot.waitSignal(menu.translation_asked) as tag:
        menu.translate.actions()[0].trigger()
    assert tag.args == ["sw"]


def test_every_item_has_words(menu: ArticleMenu) -> None:
    menu.retranslate()
    assert all(action.text() for action in [*menu.items.values(), *menu.status.actions()])


def test_others_can_be_put_on_the_timeline_of_the_open_article(menu: ArticleMenu) -> None:
    first, second = a_head(1), a_head(2)
    for chosen, open_id, can_write, is_possible in (
        ([first, second], first.id, True, True),
        ([second], first.id, True, True),
        ([first], first.id, True, False),
        ([first], "", True, False),
        ([second], first.id, False, False),
    ):
        menu.allow(chosen, [], can_write=can_write, open_id=open_id)
        assert menu.items["timeline"].isEnabled() is is_possible
