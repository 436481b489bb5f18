"""The head of the timeline panel: the zone of the article's dates, the editions shown, and the two ways to fill it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.core.messages import Message, say
from editor.i18n.interface import tr, words
from editor.ui import icons, theme
from editor.ui.widgets.edition_menu import EditionMenu
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.naming import named
from editor.ui.widgets.zone_field import ZoneField

MOST_COLUMNS = 4
_EACH_ITS_OWN = say("That of each edition")


class TimelineHead(QWidget):
    """Made by the timeline panel. `adding` and `pulling` say whether the finder, or the earlier ones, shall be shown.

    `zone_chosen` carries the zone of the article, "" for that of the edition; `refused` what is no zone.
    """

    zone_chosen = Signal(str)
    refused = Signal(object)
    editions_chosen = Signal()
    adding = Signal(bool)
    pulling = Signal(bool)

    def __init__(self, *, can_write: bool) -> None:
        super().__init__()
        self.editions = EditionMenu("timeline.editions", MOST_COLUMNS)
        self._zone = ZoneField("timeline.zone")
        self._zone.setEnabled(can_write)
        self._zone_label = QLabel()
        self._zone_label.setProperty("role", "muted")
        self._assumed = named(QLabel(), "timeline.assumed")
        self._assumed.setProperty("role", "warn")
        self._assumed.hide()
        self._trouble = named(QLabel(), "timeline.trouble")
        self._trouble.setProperty("role", "warn")
        self._trouble.setWordWrap(True)
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.hide()
        self._said: tuple[Message, ...] = ()
        self._add = self._button("timeline.add", "add")
        self._pull = self._button("timeline.pull", "recent")
        if not can_write:
            self._add.hide()
            self._pull.hide()
        self._zone.zone_chosen.connect(self.zone_chosen)
        self._zone.refused.connect(self.refused)
        self.editions.changed.connect(self.editions_chosen)
        self._add.clicked.connect(self._on_add)
        self._pull.clicked.connect(self._on_pull)
        self._lay_out()
        self.retranslate()

    def show_zone(self, zone: str, newsrooms: str, *, differs: bool) -> None:
        """Show the article's zone; where it has none, the newsroom's or, where that `differs`, each edition's."""
        self._zone.show_zone(zone, newsrooms, _EACH_ITS_OWN if differs else None)

    def show_trouble(self, *said: Message) -> None:
        """Say what is wrong with the whole timeline, or nothing."""
        self._said = tuple(one for one in said if one)
        self._trouble.setText("\n".join(map(words, self._said)))
        self._trouble.setVisible(bool(self._said))

    def show_assumed(self, *, is_assumed: bool) -> None:
        """Say whether the article's zone is only assumed."""
        self._assumed.setVisible(is_assumed)

    def focus_zone(self) -> None:
        """Put the cursor into the field of the article's zone."""
        self._zone.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Show neither of the two ways any more; the focus goes back to the button of the one that was open."""
        for button in (self._add, self._pull):
            if button.isChecked():
                button.setChecked(False)
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_pulling(self) -> None:
        """Open the earlier articles, as a press on their button does."""
        if not self._pull.isChecked():
            self._pull.click()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self._zone_label.setText(tr("Times of"))
        self._zone.setAccessibleName(tr("Zone that the article's dates are shown in"))
        self._zone.retranslate()
        self._assumed.setText(tr("assumed"))
        self._assumed.setToolTip(tr("The source named no zone: a person or a default supplied this one."))
        self._add.setText(tr("Add earlier article"))
        self._add.setToolTip(tr("Find an earlier article for the timeline; or drag one here"))
        self._pull.setText(tr("Pull in earlier articles"))
        self._pull.setToolTip(tr("What links and tags lead to, shown before it comes"))
        self.editions.retranslate()
        self.show_trouble(*self._said)

    @Slot(bool)
    def _on_add(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's own value
        if is_on and self._pull.isChecked():
            self._pull.setChecked(False)
            self.pulling.emit(not is_on)
        self.adding.emit(is_on)

    @Slot(bool)
    def _on_pull(self, is_on: bool) -> None:  # noqa: FBT001
        if is_on and self._add.isChecked():
            self._add.setChecked(False)
            self.adding.emit(not is_on)
        self.pulling.emit(is_on)

    def _button(self, name: str, icon: str) -> QPushButton:
        button = named(QPushButton(), name)
        button.setProperty("kind", "quiet")
        button.setCheckable(True)
        button.setIcon(icons.icon(icon, "accent"))
        return button

    def _lay_out(self) -> None:
        zone = QHBoxLayout()
        zone.setSpacing(theme.GRID)
        zone.addWidget(self._zone_label)
        zone.addWidget(self._zone, 1)
        zone.addWidget(self._assumed)
        tools = FlowRow(spacing=theme.GRID)
        for button in (self.editions, self._pull, self._add):
            button.setMinimumHeight(self._add.sizeHint().height())  # three kinds of button, one line
            tools.addWidget(button)
        head = QVBoxLayout(self)
        head.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addLayout(zone)
        head.addLayout(tools)
        head.addWidget(self._trouble)
