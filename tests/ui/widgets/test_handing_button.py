"""One button with what can be made of the open article."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from editor.i18n.interface import words
from editor.ui.widgets.handing_button import HANDED_OUT, HandingButton
from tests.builders import an_article


def test_it_waits_for_an_article_and_asks_for_an_action_of_the_window(qtbot: QtBot) -> None:
    button = HandingButton("alone")
    qtbot.addWidget(button)
    assert not button.isEnabled()
    button.show_article(an_article())
    assert button.isEnabled()
    asked: list[str] = []
    button.asked.connect(asked.append)
    for action in button.menu().actions():
        action.trigger()
    assert asked == [action_id for action_id, _icon, _said in HANDED_OUT]
    assert [action.text() for action in button.menu().actions()] == [words(said) for _id, _icon, said in HANDED_OUT]
