"""A time zone, found by any part of its name: "tokyo" is enough for Asia/Tokyo."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter

from editor.core.errors import UserError
from editor.core.messages import say
from editor.i18n.interface import tr
from editor.i18n.zones import is_zone, zones
from editor.ui.widgets.choice_field import ChoiceField


class ZoneField(ChoiceField):
    """Shows one zone; "" is the default, where there is one. `zone_chosen` carries a zone's name or "".

    `refused` carries the `UserError` of what is no zone; the field then shows the zone it had.
    """

    zone_chosen = Signal(str)
    refused = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name, is_editable=True)
        self._default = ""
        self._shown = ""
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.committed.connect(self._on_committed)

    def show_zone(self, zone: str, default: str = "") -> None:
        """Show `zone`; with `default`, "" is offered first and stands for the newsroom's zone of that name."""
        if self.count() == 0 or default != self._default:
            self._default = default
            first = [("", tr("The newsroom's: {zone}", zone=default))] if default else []
            self.set_choices([*first, *((name, name) for name in zones())])
        self._shown = zone
        self.show_value(zone)

    def retranslate(self) -> None:
        """Put the default's words into the interface language again."""
        if self._default:
            self.setItemText(0, tr("The newsroom's: {zone}", zone=self._default))
            self.show_value(self._shown)

    def _on_committed(self, typed: str) -> None:
        zone = typed if not typed or is_zone(typed) else _meant(typed)
        if zone is None:
            self.show_value(self._shown)
            self.refused.emit(
                UserError(
                    say("There is no time zone called “{zone}”.", zone=typed),
                    say("Type a city, such as Tokyo, and choose from the list."),
                )
            )
        elif zone != self._shown:
            self.zone_chosen.emit(zone)
        else:
            self.show_value(self._shown)


def _meant(typed: str) -> str | None:
    """Return the only zone whose name holds what was typed ("new york"), or None."""
    part = typed.strip().casefold().replace(" ", "_")
    found = [name for name in zones() if part and part in name.casefold()]
    exact = [name for name in found if name.casefold().rpartition("/")[2] == part]
    if len(exact) == 1:
        return exact[0]
    return found[0] if len(found) == 1 else None
