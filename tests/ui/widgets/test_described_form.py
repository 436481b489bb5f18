"""A form made of a dataclass: fields, hints, what is handed out, what is said of an address."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.core.described import described
from editor.core.messages import say
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.described_form import DescribedForm
from editor.ui.widgets.text_field import TextField


@dataclass(frozen=True)
class Holder:
    """Three kinds of answers."""

    name: str = field(default="", metadata=described(say("Name"), say("What readers see.")))
    site: str = field(default="", metadata=described(say("Site"), kind="address"))
    zone: str = field(default="UTC", metadata=described(say("Zone"), kind="zone"))
    look: str = field(default="light", metadata=described(say("Look"), kind="choice"))
    hidden: str = ""


@pytest.fixture
def form(qtbot: QtBot) -> DescribedForm:
    made = DescribedForm(Holder, "holder", {"look": lambda: (("light", "Light"), ("dark", "Dark"))})
    qtbot.addWidget(made)
    made.show_values(Holder(name="Post", site="https://post.example"))
    made.show()
    return made


def _text(form: DescribedForm, name: str) -> TextField:
    found = form.fields[name]
    assert isinstance(found, TextField)
    return found


def test_each_described_field_is_there_with_its_name_and_hint(form: DescribedForm) -> None:
    assert list(form.fields) == ["name", "site", "zone", "look"]
    assert form.fields["name"].accessibleName() == "Name"
    assert form.fields["name"].accessibleDescription() == "What readers see."
    assert _text(form, "name").text() == "Post"


def test_what_is_typed_is_handed_out_at_enter(qtbot: QtBot, form: DescribedForm) -> None:
    field_ = _text(form, "name")
    field_.selectAll()
    QTest.keyClicks(field_, "Harbour Post")
    with qtbot.waitSignal(form.committed) as caught:
        QTest.keyClick(field_, Qt.Key.Key_Return)
    assert caught.args == ["name", "Harbour Post"]


def test_what_is_typed_is_handed_out_when_settling(qtbot: QtBot, form: DescribedForm) -> None:
    QTest.keyClicks(_text(form, "name"), "!")
    with qtbot.waitSignal(form.committed):
        form.settle()


def test_an_address_that_could_not_be_linked_says_so_while_it_is_typed(form: DescribedForm) -> None:
    hints = [label for label in form.findChildren(QLabel) if label.property("role") in {"muted", "warn"}]
    QTest.keyClick(_text(form, "site"), Qt.Key.Key_End)
    QTest.keyClicks(_text(form, "site"), "x")
    assert not [label for label in hints if label.property("role") == "warn"]
    _text(form, "site").selectAll()
    QTest.keyClicks(_text(form, "site"), "post.example")
    (warning,) = [label for label in hints if label.property("role") == "warn"]
    assert "https://" in warning.text()
    assert warning.isVisible()


@pytest.mark.parametrize(
    "typed",
    [
        "ftp://post.example/privacy",
        "mailto:desk@post.example",
        "https://",
        "https://po st.example",
        "https://post|example",
        "https://post.example/a b",
    ],
)
def test_what_is_no_address_of_the_web_is_not_handed_out_and_stays(
    qtbot: QtBot, form: DescribedForm, typed: str
) -> None:
    site = _text(form, "site")
    site.selectAll()
    QTest.keyClicks(site, typed)
    with qtbot.assertNotEmitted(form.committed):
        QTest.keyClick(site, Qt.Key.Key_Return)
    form.show_values(Holder(name="Post", site="https://post.example"))
    assert site.text() == typed
    said = "no address of a page" if typed.startswith("https://") else "begins with https://"
    assert said in site.accessibleDescription()


def test_choices_and_zones_are_offered_and_handed_out(qtbot: QtBot, form: DescribedForm) -> None:
    zone = form.fields["zone"]
    assert isinstance(zone, ChoiceField)
    assert zone.findData("Africa/Nairobi") >= 0
    look = form.fields["look"]
    assert isinstance(look, ChoiceField)
    look.setCurrentIndex(look.findData("dark"))
    with qtbot.waitSignal(form.committed) as caught:
        look.settle()
    assert caught.args == ["look", "dark"]


def test_what_was_refused_stays_with_the_reason_below_until_it_is_put_right(form: DescribedForm) -> None:
    site, stored = _text(form, "site"), Holder(name="Post", site="https://post.example")
    site.setText("post example")
    form.refuse("site", say("That is no address."))
    form.show_values(stored)  # as after any other change in the window
    assert site.text() == "post example"
    assert site.accessibleDescription() == "That is no address."
    site.setText("https://harbour.example")
    assert site.accessibleDescription() == ""
    site.setText("post example")
    form.refuse("site", say("That is no address."))
    form.show_values(Holder(site="https://else.example"))  # changed meanwhile, as by Undo
    assert site.text() == "https://else.example"
    zone = form.fields["zone"]
    assert isinstance(zone, ChoiceField)
    zone.setEditText("Atlantis/Capital")
    form.refuse("zone", say("That is no zone."))
    form.show_values(stored)
    assert zone.currentText() == "Atlantis/Capital"


def test_it_says_when_what_was_refused_is_not_in_its_field_any_more(qtbot: QtBot, form: DescribedForm) -> None:
    site, why = _text(form, "site"), say("That is no address.")
    QTest.keyClicks(site, "x")
    form.refuse("site", why)
    with qtbot.waitSignal(form.put_right) as caught:
        QTest.keyClick(site, Qt.Key.Key_Escape)
    assert caught.args == [why]
    with qtbot.assertNotEmitted(form.put_right):
        QTest.keyClicks(site, "y")
