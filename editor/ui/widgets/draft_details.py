"""The fold of the draft in which its details stand: they come to be when the fold is opened first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from editor.domain.article import Article
from editor.domain.settings import NewsroomSettings
from editor.services.reading import Choices
from editor.ui.widgets.tab_order import place_after

if TYPE_CHECKING:
    from editor.ui.widgets.details_form import DetailsForm


class DraftDetails(QWidget):
    """Made by the draft.

    `changed` carries a `FieldChange`; `zone_chosen` the name of a zone, or "" for the newsroom's; `sign_off_asked` and
    `correction_asked` need the clock, which the draft has; `refused` carries a `UserError`.
    """

    changed = Signal(object)
    zone_chosen = Signal(str)
    sign_off_asked = Signal()
    correction_asked = Signal()
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("draft.details")
        self._form: DetailsForm | None = None
        self._shown: tuple[Article, NewsroomSettings, Choices] | None = None
        self._is_writable = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def form(self) -> DetailsForm:
        """Return the fields, made now where they were not there yet: a twentieth of the start, for a closed fold."""
        if self._form is None:
            from editor.ui.widgets.details_form import DetailsForm

            made = self._form = DetailsForm()
            made.changed.connect(self.changed)
            made.zone_chosen.connect(self.zone_chosen)
            made.sign_off_asked.connect(self.sign_off_asked)
            made.correction_asked.connect(self.correction_asked)
            made.refused.connect(self.refused)
            made.set_writable(is_writable=self._is_writable)
            self._column.addWidget(made)
            place_after(self, made)
            made.show()
            if self._shown is not None:
                made.show_article(*self._shown)
        return self._form

    def show_article(self, article: Article, settings: NewsroomSettings, choices: Choices) -> None:
        """Show what `article` says; its dates as the clock of its zone shows them."""
        self._shown = (article, settings, choices)
        if self._form is not None:
            self._form.show_article(article, settings, choices)

    def show_sign_off(self, article: Article) -> None:
        """Say whether the words were changed after somebody signed them off."""
        if self._form is not None:
            self._form.show_sign_off(article)

    def forget(self) -> None:
        """Drop what is typed and could not be handed out: another article is shown next."""
        if self._form is not None:
            self._form.forget()

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the person change things, or only read them."""
        self._is_writable = is_writable
        if self._form is not None:
            self._form.set_writable(is_writable=is_writable)

    def settle(self) -> None:
        """Hand out what is typed."""
        if self._form is not None:
            self._form.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        if self._form is not None:
            self._form.retranslate()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.form()
        super().showEvent(event)
