"""What else an article says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from editor.core.errors import UserError
from editor.domain.article import FormerSlug, Withdrawal, ZoneSource
from editor.domain.authorship import Authorship
from editor.services.reading import Choices
from editor.ui.widgets.details_form import DetailsForm
from tests.builders import NOON, an_article, some_settings

SETTINGS = some_settings(display_zone="Africa/Nairobi")
ARTICLE = an_article(
    byline=("Asha",), tags=("Japan",), published=NOON, reviewed_by="Otieno", authorship=Authorship.HUMAN
)


@pytest.fixture
def details(qtbot: QtBot) -> DetailsForm:
    made = DetailsForm()
    qtbot.addWidget(made)
    made.show_article(ARTICLE, SETTINGS, Choices(tags=("Ports",), bylines=("Wanjiru",)))
    made.show()
    return made


def test_it_shows_what_is_stored_in_the_newsrooms_zone(details: DetailsForm) -> None:
    assert details.byline.names() == ("Asha",)
    assert details.dates["published"].text() == "2026-01-14 15:00"
    assert details.zone.currentText() == "The newsroom's: Africa/Nairobi"
    assert details.authorship.currentText() == "Written by people"


def test_shown_before_its_article_it_names_the_newsrooms_zone_all_the_same(qtbot: QtBot) -> None:
    made = DetailsForm()
    qtbot.addWidget(made)
    made.show()
    made.show_article(ARTICLE, SETTINGS, Choices(tags=(), bylines=()))
    assert made.zone.currentText() == "The newsroom's: Africa/Nairobi"
    made.show_article(ARTICLE, some_settings(display_zone="Asia/Tokyo"), Choices(tags=(), bylines=()))
    assert made.zone.currentText() == "The newsroom's: Asia/Tokyo"


def test_each_field_goes_out_under_its_own_name(details: DetailsForm, qtbot: QtBot) -> None:
    for line, fields in (
        (details.slug, {"slug": "typed"}),
        (details.reviewed_by, {"reviewed_by": "typed"}),
        (details.dates["embargo"], {"embargo": NOON}),
    ):
        line.setText("2026-01-14 15:00" if "embargo" in fields else "typed")
        with qtbot.waitSignal(details.changed) as said:
            line.settle()
        assert said.args[0].fields == fields


def test_an_address_goes_out_composed_however_it_was_pasted(details: DetailsForm, qtbot: QtBot) -> None:
    details.slug.setText("cafe\u0301")
    with qtbot.waitSignal(details.changed) as said:
        details.slug.settle()
    assert said.args[0].fields == {"slug": "caf\u00e9"}
    with qtbot.waitSignal(details.changed) as said:
        details.former_slugs.committed.emit(("cafe\u0301",))
    assert said.args[0].fields == {"former_slugs": (FormerSlug(slug="caf\u00e9"),)}


def test_a_zone_goes_out_by_name_and_nonsense_is_refused(details: DetailsForm, qtbot: QtBot) -> None:
    details.zone.setEditText("Asia/Tokyo")
    with qtbot.waitSignal(details.zone_chosen) as said:
        details.settle()
    assert said.args == ["Asia/Tokyo"]
    details.zone.setEditText("Asia/Nowhere")
    with qtbot.waitSignal(details.refused) as refused, qtbot.assertNotEmitted(details.zone_chosen):
        details.zone.settle()
    assert isinstance(refused.args[0], UserError)


def test_an_assumed_zone_is_said_to_be_so(details: DetailsForm) -> None:
    notes = [label for label in details.findChildren(QLabel) if label.text() == "assumed"]
    assert not notes[0].isVisibleTo(details)
    assumed = an_article(zone_source=ZoneSource.ASSUMED, display_zone="Asia/Tokyo")
    details.show_article(assumed, SETTINGS, Choices())
    assert notes[0].isVisibleTo(details)


def test_forgetting_drops_what_could_not_be_handed_out(details: DetailsForm) -> None:
    details.dates["updated"].setText("soon")
    details.forget()
    details.show_article(ARTICLE, SETTINGS, Choices())
    assert details.dates["updated"].text() == ""
    assert details.slug.text() == ARTICLE.slug


def test_every_field_has_a_name(details: DetailsForm) -> None:
    details.retranslate()
    details.set_writable(is_writable=False)
    named = [details.zone, details.authorship, details.slug, details.reviewed_by, *details.dates.values()]
    lines = [
        line
        for line in details.findChildren(QLineEdit)
        if line.objectName() in {"draft.tags.line", "draft.byline.line"}
    ]
    assert len(lines) == 2
    assert all(widget.accessibleName() for widget in [*named, *lines])
    assert details.slug.isReadOnly()


def test_earlier_addresses_are_added_and_taken_out(details: DetailsForm, qtbot: QtBot) -> None:
    moved = replace(ARTICLE, former_slugs=(FormerSlug(slug="first", until=NOON),))
    details.show_article(moved, SETTINGS, Choices(tags=(), bylines=()))
    assert details.former_slugs.names() == ("first",)
    with qtbot.waitSignal(details.changed) as said:
        details.former_slugs.committed.emit(("first", "from-elsewhere"))
    assert said.args[0].fields == {
        "former_slugs": (FormerSlug(slug="first", until=NOON), FormerSlug(slug="from-elsewhere"))
    }


def test_the_record_of_a_withdrawal_stands_there_only_when_there_is_one(details: DetailsForm, qtbot: QtBot) -> None:
    assert not details.withdrawal.isVisible()
    gone = replace(ARTICLE, withdrawal=Withdrawal(at=NOON))
    details.show_article(gone, SETTINGS, Choices(tags=(), bylines=()))
    assert details.withdrawal.isVisible()
    with qtbot.waitSignal(details.changed) as said:
        details.withdrawal.is_told.click()
    assert said.args[0].fields == {"withdrawal": Withdrawal(at=NOON, is_told=True)}
