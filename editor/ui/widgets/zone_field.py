"""A time zone, found by any part of its name: "tokyo" is enough for Asia/Tokyo."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter
from typing_extensions import override

from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.i18n.interface import tr, words
from editor.i18n.zones import is_zone, zones
from editor.ui.widgets.choice_field import ChoiceField

_MOST_NAMED = 4


class ZoneField(ChoiceField):
    """Shows one zone; "" is the default, where there is one. `zone_chosen` carries a zone's name or "".

    `refused` carries the `UserError` of what is no zone; the field then shows the zone it had.
    """

    zone_chosen = Signal(str)
    refused = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name, is_editable=True)
        self._default = ""
        self._said: Message | None = None
        self._shown = ""
        self._completer = _Completer(self.model(), self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(self._completer)
        self.committed.connect(self._on_committed)

    def show_zone(self, zone: str, default: str = "", said: Message | None = None) -> None:
        """Show `zone`; with `default`, "" is offered first and stands for the newsroom's zone of that name.

        `said` says what "" stands for, where that is something else.
        """
        if self.count() == 0 or (default, said) != (self._default, self._said):
            self._default, self._said = default, said
            first = [("", self._words_of_default())] if default else []
            self.set_choices([*first, *((name, _as_read(name)) for name in zones())])
        self._shown = zone
        self.show_value(zone)

    def retranslate(self) -> None:
        """Put the default's words into the interface language again."""
        if self._default:
            self.setItemText(0, self._words_of_default())
            self.show_value(self._shown)

    def _words_of_default(self) -> str:
        return words(self._said) if self._said else tr("The newsroom's: {zone}", zone=_as_read(self._default))

    def _on_committed(self, typed: str) -> None:
        found = [typed] if not typed or is_zone(typed) else _meant(typed)
        if len(found) != 1:
            self.show_value(self._shown)
            self.refused.emit(_refusal(typed, found))
        else:
            self.show_value(found[0])
            if found[0] != self._shown:
                self.zone_chosen.emit(found[0])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows open the list, never choose unseen: six hundred names are walked through by eye."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            if self.value() == self._shown:
                self.showPopup()
            else:
                self._completer.complete()
        elif event.key() == Qt.Key.Key_Escape and self.value() != self._shown:
            self.show_value(self._shown)
        else:
            super().keyPressEvent(event)


class _Completer(QCompleter):
    """Finds a name by any part of it, written as people do: "new york"."""

    @override
    def splitPath(self, path: str) -> list[str]:
        return [_as_read(_as_in_names(path))]


def _as_read(name: str) -> str:
    return name.replace("_", " ")


def _as_in_names(typed: str) -> str:
    return "_".join(typed.split())


def _meant(typed: str) -> list[str]:
    """Return the zones whose names hold what was typed ("new york"); those with a place of just that name win."""
    part = _as_in_names(typed).casefold()
    found = [name for name in zones() if part in name.casefold()]
    return [name for name in found if name.casefold().rpartition("/")[2] == part] or found


def _refusal(typed: str, found: list[str]) -> UserError:
    hint = say("Type a city, such as Tokyo, and choose from the list.")
    what: Message = say("There is no time zone called “{zone}”.", zone=typed)
    if 1 < len(found) <= _MOST_NAMED:
        what = say("More than one time zone fits “{zone}”: {names}.", zone=typed, names=", ".join(found))
    elif found:
        what = say("Many time zones fit “{zone}”.", zone=typed)
    return UserError(what, hint)
