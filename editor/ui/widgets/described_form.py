"""A form made of a dataclass: one labelled field for each field of it that describes itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.core.described import Described, described_fields
from editor.core.messages import Message, say
from editor.core.web_address import linked_page
from editor.i18n.interface import words
from editor.i18n.zones import zones
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.text_field import TextField

Choices = Callable[[], Iterable[tuple[str, str]]]

_BEGINNINGS = ("https://", "http://")
_NO_ADDRESS = say("An address begins with https:// or http://")
_NO_PAGE = say("This is no address of a page. One looks like https://news.example/about and has no spaces.")


class DescribedForm(QWidget):
    """Made by windows of settings. `committed` carries a field's name and its new value, always a text.

    `put_right` carries the reason that stood below a field, once what was refused is not in it any more.
    `choices` gives (value, words) for each field of kind "choice".
    """

    committed = Signal(str, object)
    put_right = Signal(object)

    def __init__(self, holder: type[Any], name: str, choices: Mapping[str, Choices] | None = None) -> None:
        super().__init__()
        self._choices = dict(choices or {})
        self._described = list(described_fields(holder))
        self.fields: dict[str, TextField | ChoiceField] = {}
        self._labels: dict[str, Labelled] = {}
        self._hints: dict[str, QLabel] = {}
        self._values: dict[str, str] = {}
        self._refused: dict[str, Message] = {}  # why what stands in a field was not taken
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for one in self._described:
            self._add(column, one, f"{name}.{one.name}")
        self.retranslate()

    def show_values(self, holder: object) -> None:
        """Show what stands in `holder`, unless the person is in the middle of typing or was refused what is typed."""
        for name, field in self.fields.items():
            value = str(getattr(holder, name))
            stays = name in self._refused and value == self._values.get(name)
            match field:
                case TextField():
                    if not stays:
                        field.show_text(value)
                    self._judge(name, field.text())
                case ChoiceField() if not stays:
                    field.show_value(value)
            self._values[name] = value

    def refuse(self, name: str, why: Message) -> None:
        """Say below the field why what stands in it was not taken; it stays there to be put right."""
        self._refused[name] = why
        self._judge(name, "")

    def settle(self) -> None:
        """Hand out what is typed and not handed out yet."""
        for field in self.fields.values():
            field.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        for one in self._described:
            self._labels[one.name].set_name(words(one.title))
            field = self.fields[one.name]
            if isinstance(field, ChoiceField):
                field.set_choices(self._offered(one))
            self._judge(one.name, field.text() if isinstance(field, TextField) else "")

    def _offered(self, one: Described) -> Iterable[tuple[str, str]]:
        if one.kind == "zone":
            return ((zone, zone) for zone in zones())
        return self._choices[one.name]()

    def _add(self, column: QVBoxLayout, one: Described, name: str) -> None:
        field: TextField | ChoiceField
        match one.kind:
            case "choice" | "zone":
                field = ChoiceField(name, is_editable=one.kind == "zone")
                field.committed.connect(partial(self.committed.emit, one.name))
                field.currentTextChanged.connect(partial(self._on_changed, one.name))
            case _:
                field = TextField(name)
                field.committed.connect(partial(self._on_typed, one))
                field.textChanged.connect(partial(self._on_changed, one.name))
        self.fields[one.name] = field
        self._labels[one.name] = Labelled(field)
        hint = QLabel()
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setContentsMargins(0, 4, 0, 0)
        self._hints[one.name] = hint
        column.addWidget(self._labels[one.name])
        column.addWidget(hint)
        column.addSpacing(16)

    def _on_typed(self, one: Described, text: str) -> None:
        if why := _wrong_with(one, text):
            self.refuse(one.name, why)
        else:
            self.committed.emit(one.name, text)

    def _on_changed(self, name: str, text: str) -> None:
        why = self._refused.pop(name, None)
        self._judge(name, text)
        if why is not None:
            self.put_right.emit(why)

    def _judge(self, name: str, text: str) -> None:
        """Say below a field why its words were not taken, or below an address that it could never be linked."""
        one = next(one for one in self._described if one.name == name)
        why = self._refused.get(name) or _wrong_with(one, text)
        said = words(why or one.hint)
        hint = self._hints[name]
        hint.setText(said)
        hint.setVisible(bool(said))
        self.fields[name].setAccessibleDescription(said)
        role = "warn" if why else "muted"
        if hint.property("role") != role:
            hint.setProperty("role", role)
            hint.style().unpolish(hint)
            hint.style().polish(hint)


def _wrong_with(one: Described, text: str) -> Message | None:
    """Return why no page could lead to the address in `text`, if that is asked for and none could."""
    if one.kind != "address" or not text.strip() or linked_page(text):
        return None
    return _NO_PAGE if text.strip().lower().startswith(_BEGINNINGS) else _NO_ADDRESS
