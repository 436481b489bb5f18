"""The time zone of one edition's dates: named where one sees them, changed at a press."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from editor.i18n.interface import tr
from editor.ui import icons, theme
from editor.ui.widgets.naming import named
from editor.ui.widgets.zone_field import ZoneField


@dataclass(frozen=True, slots=True)
class ZoneShown:
    """The edition's own zone, "" for none, the newsroom's, and what the edition is called."""

    own: str
    newsrooms: str
    edition: str
    can_change: bool = True


class EditionZone(QWidget):
    """A button that names the zone and becomes a field. `zone_chosen` carries a zone's name, "" for the newsroom's.

    `refused` carries the `UserError` of what is no zone. The field is made at the first press: it holds 600 names.
    """

    zone_chosen = Signal(str)
    refused = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._shown = ZoneShown("", "UTC", "")
        self._field: ZoneField | None = None
        self._button = named(QToolButton(), name)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setIcon(icons.icon("recent", "muted"))
        self._button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(self._on_pressed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.GRID, 0, theme.GRID, theme.GRID // 2)
        self._row.addWidget(self._button)
        self.retranslate()

    def show_zone(self, shown: ZoneShown) -> None:
        """Name the zone."""
        self._shown = shown
        self._button.setEnabled(shown.can_change)
        if self._field is not None:
            self._field.show_zone(shown.own, shown.newsrooms)
        self.retranslate()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        zone = self._shown.own or self._shown.newsrooms
        self._button.setText(zone.replace("_", " "))
        said = tr("Time zone of the edition {edition}: {zone}", edition=self._shown.edition, zone=zone)
        self._button.setAccessibleName(said)
        self._button.setToolTip("\n".join((said, tr("Press to change it. An article's own zone goes before it."))))
        if self._field is not None:
            self._field.setAccessibleName(said)
            self._field.retranslate()

    @Slot()
    def _on_pressed(self) -> None:
        if self._field is None:
            self._field = ZoneField(f"{self._name}.field")
            self._field.zone_chosen.connect(self.zone_chosen)
            self._field.refused.connect(self.refused)
            line = self._field.lineEdit()
            if line is not None:
                line.editingFinished.connect(self._on_done)
            self._field.activated.connect(self._on_done)
            self._row.addWidget(self._field)
            self._field.show_zone(self._shown.own, self._shown.newsrooms)
            self.retranslate()
        self._button.hide()
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        if (line := self._field.lineEdit()) is not None:
            line.selectAll()

    @Slot()
    def _on_done(self) -> None:
        if self._field is None or not self._field.isVisible():
            return
        had_focus = self._field.hasFocus()
        self._field.hide()
        self._button.show()
        if had_focus:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)
