"""The three questions of a new newsroom: its name, its place on this computer, its readers' language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.core.errors import Fault, UserError
from editor.core.files import safe_name
from editor.core.messages import Message, say
from editor.i18n.interface import tr, words
from editor.i18n.page_words import LOCALES
from editor.ui import file_dialogs
from editor.ui.collation import languages_in_order
from editor.ui.first_edition import likely_language
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.naming import named
from editor.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from editor.ui.studio import Studio

DEFAULT_NAME = say("My newsroom")


class NewNewsroomDialog(QDialog):
    """Made by the studio for one use."""

    def __init__(self, studio: Studio, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("new_newsroom")
        self.setWindowTitle(tr("New newsroom"))
        self.setMinimumWidth(560)
        self._studio = studio
        self._is_place_chosen = False
        self._home = _documents()
        self._notice = NoticeBar()
        self._notice.action_requested.connect(self._on_make)
        self._name = named(QLineEdit(words(DEFAULT_NAME)), "new_newsroom.name")
        self._name.selectAll()
        self._name.textChanged.connect(self._on_name)
        self._place = named(QLineEdit(), "new_newsroom.place")
        self._place.textEdited.connect(self._on_place)
        self._browse = named(QPushButton(tr("Choose…")), "new_newsroom.browse")
        self._browse.clicked.connect(self._on_browse)
        self._language = ChoiceField("new_newsroom.language")
        tags = languages_in_order(LOCALES)
        self._language.set_choices((tag, f"{language_words(tag)} · {tag}") for tag in tags)
        self._language.show_value(likely_language())
        self._make = named(QPushButton(tr("Make the newsroom")), "new_newsroom.make")
        self._make.setProperty("kind", "primary")
        self._make.setDefault(True)
        self._make.clicked.connect(self._on_make)
        self._cancel = named(QPushButton(tr("Cancel")), "new_newsroom.cancel")
        self._cancel.clicked.connect(self.reject)
        self._lay_out()
        self._on_name(self._name.text())

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self._place, 1)
        place.addWidget(self._browse)
        holder = QWidget()
        holder.setLayout(place)
        place.setContentsMargins(0, 0, 0, 0)
        inside = QVBoxLayout()
        inside.setContentsMargins(32, 24, 32, 24)
        inside.setSpacing(4)
        for title, field, shown, hint in (
            (tr("Name"), self._name, self._name, tr("What readers will see above every page.")),
            (tr("Place"), self._place, holder, tr("A folder on this computer. Everything of the newsroom lies in it.")),
            (
                tr("Readers' language"),
                self._language,
                self._language,
                tr("The first edition is in it. More can follow at any time."),
            ),
        ):
            labelled = Labelled(shown)
            labelled.set_name(title)
            field.setAccessibleName(title)
            field.setAccessibleDescription(hint)
            said = QLabel(hint)
            said.setProperty("role", "muted")
            said.setWordWrap(True)
            inside.addWidget(labelled)
            inside.addWidget(said)
            inside.addSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._make)
        inside.addStretch(1)
        inside.addSpacing(12)
        inside.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addLayout(inside, 1)

    @Slot(str)
    def _on_name(self, name: str) -> None:
        self._make.setEnabled(bool(name.strip()))
        if not self._is_place_chosen:
            self._place.setText(str(self._home / safe_name(name.strip(), "newsroom")))

    @Slot(str)
    def _on_place(self, _text: str) -> None:
        self._is_place_chosen = True

    @Slot()
    def _on_browse(self) -> None:
        if chosen := file_dialogs.ask_folder(self, say("Where shall the newsroom lie?"), self._home):
            is_empty = not any(chosen.iterdir())
            self._is_place_chosen = True
            self._place.setText(str(chosen if is_empty else chosen / safe_name(self._name.text().strip(), "newsroom")))

    @Slot()
    def _on_make(self) -> None:
        place = self._place.text().strip()
        if not place:
            self._refuse(say("A newsroom needs a place."), self._place)
            return
        try:
            is_open = self._studio.make_newsroom(
                Path(place).expanduser(), self._name.text().strip(), self._language.value()
            )
        except (UserError, Fault) as error:
            self._notice.show_notice(error)
            self._place.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if is_open:
            self.accept()

    def _refuse(self, message: Message, field: QLineEdit) -> None:
        self._notice.show_notice(UserError(message))
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def _documents() -> Path:
    from PySide6.QtCore import QStandardPaths

    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found else Path.home()
