"""The fold of the details: nothing is made before it is opened, nothing is lost by that."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from editor.services.reading import Choices
from editor.ui.widgets.details_form import DetailsForm
from editor.ui.widgets.draft_details import DraftDetails
from tests.builders import an_article, some_settings

SETTINGS = some_settings()


@pytest.fixture
def details(qtbot: QtBot) -> Iterator[DraftDetails]:
    made = DraftDetails()
    qtbot.addWidget(made)
    made.show_article(an_article(byline=("Asha",)), SETTINGS, Choices())
    yield made
    made.close()


def test_closed_it_makes_nothing_and_takes_everything(details: DraftDetails) -> None:
    details.show_article(an_article(byline=("Otieno",)), SETTINGS, Choices())
    details.forget()
    details.settle()
    details.retranslate()
    details.set_writable(is_writable=False)
    assert details.findChild(DetailsForm) is None


def test_opened_it_shows_what_was_shown_last(details: DraftDetails) -> None:
    details.show_article(an_article(byline=("Otieno",)), SETTINGS, Choices())
    details.set_writable(is_writable=False)
    details.show()
    form = details.form()
    assert form.isVisible()
    assert form.byline.names() == ("Otieno",)
    assert form.slug.isReadOnly()


def test_open_it_hands_out_what_is_typed(qtbot: QtBot, details: DraftDetails) -> None:
    details.show()
    details.form().slug.setText("typed")
    with qtbot.waitSignal(details.changed) as said:
        details.settle()
    assert said.args[0].fields == {"slug": "typed"}
    details.form().zone.setEditText("Asia/Tokyo")
    with qtbot.waitSignal(details.zone_chosen):
        details.settle()
    details.retranslate()
    details.forget()
    assert details.form() is details.findChild(DetailsForm)
