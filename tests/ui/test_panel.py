"""What every panel may leave out: the base does nothing, and does it safely."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.edits import Change, change_article
from editor.ui.page_look import PageLook
from editor.ui.panel import Panel
from tests.builders import NOON, an_article
from tests.ui.plain_panel import a_spec


def test_a_bare_panel_takes_everything_it_is_told(qtbot: QtBot) -> None:
    panel = Panel()
    qtbot.addWidget(panel)
    article = an_article()
    panel.show_article(article)
    panel.show_article(None)
    panel.apply_change(Change(edit=change_article(article, say("x")), by="", at=NOON), article)
    panel.show_typed(article)
    panel.set_look(PageLook())
    panel.retranslate()
    panel.settle()


@pytest.mark.parametrize(
    ("change", "watches"),
    [
        ({"settings": True}, {"settings"}),
        ({"images": frozenset({"i"})}, {"images"}),
        ({"articles": frozenset({"a"})}, {"list"}),
        ({"articles": frozenset({"a"}), "fields": frozenset({"tags", "body"})}, {"body"}),
    ],
)
def test_what_is_watched_is_met(change: dict[str, object], watches: set[str]) -> None:
    made = cast("Callable[..., Change]", Change)(edit=change_article(an_article(), say("x")), by="", at=NOON, **change)
    assert a_spec("x", watches=frozenset(watches)).meets(made)
    assert not a_spec("x", watches=frozenset({"headline"})).meets(made)
