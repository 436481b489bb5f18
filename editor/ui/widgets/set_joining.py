"""Links an article that is there already to the open one's translation set: found, looked at, then done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.errors import UserError
from editor.domain.set_members import SHARED_WORDS, Newcomer
from editor.i18n.direction import isolate
from editor.i18n.interface import tr, words
from editor.ui import theme
from editor.ui.widgets.article_finder import ArticleFinder
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.naming import named

if TYPE_CHECKING:
    from editor.domain.article import Article
    from editor.services.translations import Joining, Translations
    from editor.ui.jobs import Jobs
    from editor.ui.offers import Offers


class SetJoining(QWidget):
    """Made by the translations panel. `chosen` carries the edit to make; `closed`, that nothing is to be done."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, translations: Translations, offers: Offers, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("translations.joining")
        self._translations = translations
        self._article: Article | None = None
        self._joining: Joining | None = None
        self._refusal: UserError | None = None
        self._lead = QLabel()
        self._lead.setProperty("role", "section")
        self.finder = ArticleFinder("translations.finder", offers, jobs, for_set=True)
        self._said = named(QLabel(), "translations.joining.said")
        self._do = named(QPushButton(), "translations.joining.do")
        self._do.setProperty("kind", "primary")
        self._back = named(QPushButton(), "translations.joining.back")
        self._back.setProperty("kind", "quiet")
        self._lay_out()
        self.finder.picked.connect(self._on_picked)
        self.finder.closed.connect(self.closed)
        self._do.clicked.connect(self._on_do)
        self._back.clicked.connect(self.closed)

    def begin(self, article: Article, zone: str) -> None:
        """Find what comes to the set of `article`; dates are shown in `zone`."""
        self._article, self._joining, self._refusal = article, None, None
        self.finder.show_article(article, zone)
        self.finder.look()
        self._show()
        self.finder.focus_search()

    def follow(self, article: Article) -> None:
        """Take in that the article changed, and look again at what was chosen."""
        self._article = article
        self.finder.follow(article)
        if self._joining is not None:
            self._look(self._joining.newcomers[0].article.id)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._lead.setText(tr("Link an article that is there already"))
        self._do.setText(tr("Link as a translation"))
        self._back.setText(tr("Cancel"))
        self.finder.retranslate()
        self._show()

    def _lay_out(self) -> None:
        self._lead.setWordWrap(True)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QHBoxLayout()
        buttons.addWidget(self._do)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        below = QVBoxLayout()
        below.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, 2 * theme.GRID)
        below.setSpacing(theme.GRID)
        below.addWidget(self._said)
        below.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        lead = QHBoxLayout()
        lead.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, 0)
        lead.addWidget(self._lead)
        column.addLayout(lead)
        column.addWidget(self.finder, 1)
        column.addLayout(below)

    def _look(self, other_id: str) -> None:
        if self._article is None:
            return
        self._joining, self._refusal = None, None
        try:
            self._joining = self._translations.joining(self._article, other_id)
        except UserError as error:
            self._refusal = error
        self._show()

    def _show(self) -> None:
        if self._refusal is not None:
            said = f"{words(self._refusal.message)} {words(self._refusal.hint)}".rstrip()
        elif self._joining is not None:
            said = "\n".join(_preview(self._joining))
        else:
            said = tr("Choose an article: here stands what becomes of it before anything is done.")
        self._said.setText(said)
        self._said.setProperty("role", "fault" if self._refusal else "" if self._joining else "muted")
        self._said.style().polish(self._said)
        self._do.setEnabled(self._joining is not None)

    @Slot(str)
    def _on_picked(self, article_id: str) -> None:
        self._look(article_id)
        if self._joining is not None:
            self._do.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_do(self) -> None:
        if self._joining is not None:
            self.chosen.emit(self._joining.edit)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._do.hasFocus():
            self._on_do()
        else:
            super().keyPressEvent(event)


def _preview(joining: Joining) -> list[str]:
    """Return what the edit does, a sentence a line."""
    said = []
    for one in joining.newcomers:
        article = one.article
        said.append(
            tr(
                "“{headline}” ({language}) becomes a translation of “{original}”.",
                headline=isolate(article.headline or article.slug),
                language=language_words(article.language),
                original=isolate(joining.original.headline or joining.original.slug),
            )
        )
        said += _losses(one)
    said.append(tr("Links, the picture at the top, dates and the time zone are kept once for all its languages."))
    said.append(tr("Undo takes it back."))
    return said


def _losses(one: Newcomer) -> list[str]:
    said = []
    if one.given_up:
        names = ", ".join(words(SHARED_WORDS[name]) for name in one.given_up)
        said.append(tr("It takes these from the set in place of its own: {names}.", names=names))
    if one.loses_approval:
        said.append(tr("Its approval goes: it was for another original."))
    if said:
        said.append(tr("As it is now it is kept as a version."))
    return said
