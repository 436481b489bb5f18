"""Asks which instant is meant by each clock time that a newly chosen zone shows twice or skips."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from editor.i18n.interface import tr
from editor.ui import theme
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.naming import named
from editor.ui.widgets.rezoning import Unclear
from editor.ui.widgets.wall_time import wall_text

_MOST_HEIGHT = 200


class RezoningForm(QFrame):
    """Made by the timeline panel, hidden until it asks. `answered` carries the instants by key; `given_up`, none."""

    answered = Signal(object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("timeline.rezoning")
        self._unclear: tuple[Unclear, ...] = ()
        self._fields: list[ChoiceField] = []
        self._zone = ""
        self._is_again = False
        self._lead = named(QLabel(), "timeline.rezoning.lead")
        self._lead.setProperty("role", "warn")
        self._lead.setWordWrap(True)
        self._page = QWidget()
        self._page.setObjectName("page")
        self._rows = QVBoxLayout(self._page)
        self._rows.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setMaximumHeight(_MOST_HEIGHT)
        scroll.setWidget(self._page)
        self._change = named(QPushButton(), "timeline.rezoning.change")
        self._change.setProperty("kind", "primary")
        self._change.clicked.connect(self._on_change)
        self._keep = named(QPushButton(), "timeline.rezoning.keep")
        self._keep.setProperty("kind", "quiet")
        self._keep.clicked.connect(self.given_up)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._keep)
        buttons.addWidget(self._change)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        column.setSpacing(theme.GRID)
        column.addWidget(self._lead)
        column.addWidget(scroll)
        column.addLayout(buttons)
        self.hide()
        self.retranslate()

    def ask(self, unclear: Sequence[Unclear], zone: str, *, is_again: bool = False) -> None:
        """Ask about these clock times of `zone`; `is_again` after an answer, since a date was changed meanwhile."""
        self._unclear, self._zone, self._is_again = tuple(unclear), zone, is_again
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()  # and no more: it may be its own button's press that fills this anew
                old.deleteLater()
        self._fields = []
        for number, one in enumerate(self._unclear):
            field = ChoiceField(f"timeline.rezoning.{number}")
            field.set_choices((str(place), wall_text(instant, zone)) for place, instant in enumerate(one.choices))
            field.show_value("0")
            label = Labelled(field)
            label.set_name(f"{one.wall} · {one.headline}" if one.headline else one.wall)
            self._fields.append(field)
            self._rows.addWidget(label)
            label.show()
        self.retranslate()
        self.show()
        self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        lead = tr("Clocks in {zone} show these times twice, or skip them. Say which is meant.", zone=self._zone)
        if self._is_again:
            lead = "{} {}".format(tr("A date was changed meanwhile."), lead)
        self._lead.setText(lead)
        self._change.setText(tr("Change time zone"))
        self._keep.setText(tr("Keep the time zone"))

    @Slot()
    def _on_change(self) -> None:
        said: dict[str, datetime] = {
            one.key: one.choices[int(field.value())] for one, field in zip(self._unclear, self._fields, strict=True)
        }
        self.answered.emit(said)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
