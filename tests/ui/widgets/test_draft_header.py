"""The line over the words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from editor.domain.article import Status
from editor.domain.authorship import Authorship
from editor.domain.signing import sign_off
from editor.services.reading import Choices
from editor.ui.widgets.draft_header import DraftHeader
from tests.builders import NOON, an_article


@pytest.fixture
def header(qtbot: QtBot) -> DraftHeader:
    made = DraftHeader()
    qtbot.addWidget(made)
    article = an_article(section="World", status=Status.IN_REVIEW, authorship=Authorship.AI_GENERATED)
    made.show_article(article, Choices(sections=("City", "World")), ("en", "sw"))
    return made


def _menu(header: DraftHeader) -> QMenu:
    menu = header.status.menu()
    assert menu is not None
    return menu


def test_it_says_what_the_article_is(header: DraftHeader) -> None:
    assert header.section.currentText() == "World"
    assert header.language.currentText() == "English"
    assert header.status.text() == "In review"
    assert header.label.text() == "Reported by AI"


def test_changes_go_out_by_field(header: DraftHeader, qtbot: QtBot) -> None:
    header.section.setEditText("Ports")
    with qtbot.waitSignal(header.changed) as said:
        header.settle()
    assert said.args[0].fields == {"section": "Ports"}
    header.language.setCurrentIndex(1)
    with qtbot.waitSignal(header.changed) as said:
        header.language.settle()
    assert said.args[0].fields == {"language": "sw"}


def test_marked_passages_propose_to_state_help_and_state_nothing_by_themselves(
    header: DraftHeader, qtbot: QtBot
) -> None:
    article = an_article(body="By AI.", ai_ranges=((0, 6),))
    for authorship, is_offered in (
        (Authorship.NOT_STATED, True),
        (Authorship.HUMAN, True),
        (Authorship.AI_ASSISTED, False),
        (Authorship.AI_GENERATED, False),
    ):
        with qtbot.assertNotEmitted(header.changed):
            header.show_written(replace(article, authorship=authorship))
        assert header.with_help.isVisibleTo(header) is is_offered
    header.show_written(replace(article, ai_ranges=()))
    assert not header.with_help.isVisibleTo(header)
    with qtbot.waitSignal(header.changed) as said:
        header.with_help.click()
    assert said.args[0].fields == {"authorship": Authorship.AI_ASSISTED}


def test_a_step_is_asked_for_not_taken(header: DraftHeader, qtbot: QtBot) -> None:
    actions = {action.objectName(): action for action in _menu(header).actions()}
    assert not actions["draft.withdraw"].isEnabled()
    with qtbot.waitSignal(header.status_asked) as said:
        actions["draft.publish"].trigger()
    assert said.args == [Status.PUBLISHED]
    assert actions["draft.status.in-review"].isChecked()
    with qtbot.assertNotEmitted(header.status_asked):
        actions["draft.status.in-review"].trigger()


def test_details_open_and_close(header: DraftHeader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(header.details_toggled) as said:
        header.details.click()
    assert said.args == [True]


def test_reading_only_and_words(header: DraftHeader) -> None:
    header.set_writable(is_writable=False)
    header.retranslate()
    assert not header.status.isEnabled()
    assert header.details.isEnabled()
    assert header.status.accessibleName() == "Status: In review"


def test_words_changed_after_a_signature_are_said_and_signed_again_at_once(header: DraftHeader, qtbot: QtBot) -> None:
    article = an_article(body="They played.")
    signed = sign_off(article, "Otieno", NOON).on(article)
    header.show_written(signed)
    assert header.unsigned.isHidden()
    header.show_written(replace(signed, body="They sang."))
    assert not header.unsigned.isHidden()
    assert "Otieno" in header.unsigned.toolTip()
    with qtbot.waitSignal(header.sign_off_asked):
        header.unsigned.click()
