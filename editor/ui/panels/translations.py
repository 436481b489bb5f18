"""The translation set of the open article: how far each language is, and what changed in the source since."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.messages import Message, say
from editor.domain.article import Article, TranslationState
from editor.domain.translation import STATE_WORDS
from editor.i18n.interface import tr, words
from editor.services.translations import Member, SourceChanges, Translations
from editor.ui import icons, theme
from editor.ui.jobs import Latest
from editor.ui.panel import Panel
from editor.ui.widgets.changed_source import GO, changed_source_page
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.language_marks import MARKS
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.naming import named
from editor.ui.widgets.set_joining import SetJoining
from editor.ui.widgets.wall_time import short_time

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.domain.edits import Change, Edit
    from editor.services.newsroom import Newsroom
    from editor.ui.jobs import Jobs
    from editor.ui.offers import Offers

_NOTHING_OPEN = (say("Nothing is open"), say("The languages of the open article stand here."))
_LOOKING = (say("Looking at the translations"), Message())
_MEMBER = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Looked:
    members: tuple[Member, ...]
    changes: SourceChanges


class TranslationsPanel(Panel):
    """Languages above, what changed in the source of the open translation below. Read on a job's thread."""

    def __init__(
        self, translations: Translations, newsroom: Newsroom, offers: Offers, jobs: Jobs, *, can_write: bool
    ) -> None:
        super().__init__()
        self.setObjectName("translations")
        self._translations = translations
        self._newsroom = newsroom
        self._can_write = can_write
        self._lane = Latest(jobs, self)
        self._article: Article | None = None
        self._looked: _Looked | None = None
        self._list = named(QListWidget(), "translations.list")
        self._do = named(QPushButton(), "translations.do")
        self._beside = named(QPushButton(), "translations.beside")
        self._approve = named(QPushButton(), "translations.approve")
        self._link = named(QPushButton(), "translations.link")
        self._lead = named(QPushButton(), "translations.lead")
        self._leave = named(QPushButton(), "translations.leave")
        self._joining = SetJoining(translations, offers, jobs)
        self._standing = QLabel()
        self._changes = named(QTextBrowser(), "translations.changes")
        self._page = ""
        self._states = QStackedWidget()
        self._empty = EmptyState("language", *_NOTHING_OPEN)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_article(None)

    @override
    def show_article(self, article: Article | None) -> None:
        if article is None or self._article is None or article.id != self._article.id:
            self._empty.show_words(*(_NOTHING_OPEN if article is None else _LOOKING))
            self._states.setCurrentWidget(self._empty)  # a form that is open was for another article
        self._article = article
        if article is None:
            self._lane.cancel()
            self._looked = None
            self.setFocusProxy(self._empty)
            return
        self._look(article)

    def begin_joining(self) -> None:
        """Let the person find an article that is there already and comes to the set of the open one."""
        if self._article is not None and self._can_write:
            self._states.setCurrentWidget(self._joining)
            self.setFocusProxy(self._joining.finder)
            self._joining.begin(self._article, self._newsroom.settings.display_zone)

    def _look(self, article: Article) -> None:
        self._lane.submit(
            partial(_look, self._translations, article),
            title=say("Looking at the translations"),
            done=self._on_looked,
            failed=self._on_failed,
        )

    @override
    def apply_change(self, change: Change, article: Article | None) -> None:
        self.show_article(article)
        if article is not None and self._is_joining:
            self._joining.follow(article)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(tr("Translations"))
        self._list.setAccessibleName(tr("Languages of this article"))
        self._changes.setAccessibleName(tr("What changed in the original"))
        self._changes.setAccessibleDescription(tr("A minus stands before what is gone, a plus before what is new."))
        self._beside.setText(tr("Side by side"))
        self._beside.setToolTip(tr("Show the original and the translation beside it"))
        self._link.setText(tr("Link an existing article…"))
        self._link.setToolTip(tr("Make an article that is there already a translation of this one"))
        self._lead.setText(tr("Make it the original"))
        self._lead.setToolTip(tr("Let the open article be the one that the others are translated from"))
        self._leave.setText(tr("Take out of this set"))
        self._leave.setToolTip(tr("Let the open article stand by itself, with the links and dates that it has"))
        self._empty.retranslate()
        self._joining.retranslate()
        self._show()

    def _lay_out(self) -> None:
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setIconSize(QSize(icons.SMALL, icons.SMALL))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._standing.setWordWrap(True)
        self._changes.setOpenLinks(False)
        self._changes.setProperty("kind", "sheet")
        self._changes.document().setDocumentMargin(2 * theme.GRID)
        buttons = (self._do, self._beside, self._approve, self._link, self._lead, self._leave)
        for button in buttons:
            button.setProperty("kind", "quiet")
        self._approve.setIcon(icons.icon("done", "accent"))
        self._beside.setIcon(icons.icon("language", "accent"))
        self._link.setIcon(icons.icon("link", "accent"))
        self._lead.setIcon(icons.icon("up", "accent"))
        self._leave.setIcon(icons.icon("close", "accent"))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._list, 2)
        row = FlowRow()
        row.setContentsMargins(theme.GRID, 4, theme.GRID, 4)
        for button in buttons:
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(_hairline())
        said = QHBoxLayout()
        said.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        said.addWidget(self._standing)
        column.addLayout(said)
        column.addWidget(self._changes, 3)
        column.addStretch(1)
        self._states.addWidget(self._empty)
        self._states.addWidget(whole)
        self._states.addWidget(self._joining)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._states)

    def _connect(self) -> None:
        self._list.itemActivated.connect(self._on_do)
        self._list.currentItemChanged.connect(self._allow)
        self._do.clicked.connect(self._on_do)
        self._beside.clicked.connect(self._on_beside)
        self._approve.clicked.connect(self._on_approve)
        self._link.clicked.connect(self.begin_joining)
        self._lead.clicked.connect(self._on_lead)
        self._leave.clicked.connect(self._on_leave)
        self._joining.chosen.connect(self._on_joined)
        self._joining.closed.connect(self._on_not_joined)
        self._changes.anchorClicked.connect(self._on_link)

    def _on_looked(self, looked: _Looked) -> None:
        self._looked = looked
        self._show()

    def _on_failed(self, error: Exception) -> None:
        self._looked = None
        if isinstance(error, UserError | Fault):
            self._empty.show_words(say("The translations could not be read"), say("The articles are safe on disk."))
            self._states.setCurrentWidget(self._empty)
            self.notice.emit(error)
        else:
            raise error

    def _show(self) -> None:
        if self._looked is None or self._article is None:
            return
        chosen = self._chosen()
        at = _key(chosen) if chosen is not None else self._article.id
        self._list.clear()
        for member in self._looked.members:
            item = QListWidgetItem(icons.icon(*MARKS[member.state]), _row(member))
            item.setData(_MEMBER, member)
            if member.article is not None and member.article.id == self._article.id:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            self._list.addItem(item)
            if _key(member) == at:
                self._list.setCurrentItem(item)
        rows = range(self._list.count())
        self._list.setMaximumHeight(sum(map(self._list.sizeHintForRow, rows)) + theme.GRID)
        self._say_standing()
        changed = self._looked.changes.paragraphs
        self._changes.setVisible(bool(changed))
        self._changes.document().setDefaultFont(theme.font(theme.NORMAL))
        self._show_changes(changed_source_page(changed, theme.tokens(), self._source_language()))
        if not self._is_joining:
            self._states.setCurrentIndex(1)
            self.setFocusProxy(self._list)
        self._allow()

    @property
    def _has_original(self) -> bool:
        members = self._looked.members if self._looked else ()
        return any(one.state is TranslationState.SOURCE for one in members)

    def _source_language(self) -> str:
        members = self._looked.members if self._looked else ()
        return next((one.language for one in members if one.state is TranslationState.SOURCE), "en")

    def _show_changes(self, page: str) -> None:
        """Show what changed in the source; what is shown already stays where it is being read."""
        if page != self._page:
            self._page = page
            self._changes.setHtml(page)

    def _say_standing(self) -> None:
        """Say of the open article what it is in its set."""
        article, changes = self._article, self._looked.changes if self._looked else None
        if article is None or changes is None:
            return
        said: list[str] = []
        if article.approved_at is not None:
            time = short_time(article.approved_at, self._newsroom.settings.display_zone, None)
            said.append(tr("Approved by {name}, {time}.", name=article.approved_by, time=time))
        elif not article.is_source:
            said.append(tr("Not approved yet."))
        if not self._has_original:
            said.append(tr("The original of this set is not there; it may be in the trash."))
        elif changes.is_changed and changes.is_kept:
            said.append(tr("Since then this changed in the original:"))
        elif changes.is_changed:
            said.append(tr("The original changed since; what it said then is not kept in this newsroom."))
        elif not changes.is_kept:
            said.append(tr("It is not noted which words of the original it answers. Approving it notes those of now."))
        elif not article.is_source:
            said.append(tr("The original says what it said when this was translated."))
        if article.is_source:
            said.append(tr("This is the original."))
        said += self._twice()
        self._standing.setText(" ".join(said))

    def _twice(self) -> list[str]:
        """Say which languages the set has twice, as one from an older newsroom may."""
        found = [one.language for one in self._looked.members if one.article] if self._looked else []
        return [
            tr(
                "Two articles of this set are in one language: {language}. Take one of them out of the set.",
                language=language_words(tag),
            )
            for tag, count in Counter(found).items()
            if count > 1
        ]

    def _allow(self) -> None:
        member = self._chosen()
        is_missing = member is not None and member.article is None
        self._do.setText(tr("New translation") if is_missing else tr("Open"))
        self._do.setIcon(icons.icon("add" if is_missing else "draft", "accent"))
        self._do.setEnabled(member is not None and (self._can_write or not is_missing))
        has_others = self._looked is not None and sum(one.article is not None for one in self._looked.members) > 1
        self._beside.setEnabled(has_others)
        self._link.setEnabled(self._can_write)
        self._leave.setEnabled(self._can_write and has_others)
        article = self._article
        is_translation = article is not None and not article.is_source
        is_standing = bool(article and article.approved_at and self._looked and not self._looked.changes.is_changed)
        self._approve.setText(tr("Take the approval back") if is_standing else tr("Approve"))
        self._lead.setEnabled(self._can_write and is_translation)
        self._approve.setEnabled(self._can_write and is_translation and self._has_original)

    def _chosen(self) -> Member | None:
        item = self._list.currentItem()
        found = item.data(_MEMBER) if item is not None else None
        return found if isinstance(found, Member) else None

    def _on_do(self) -> None:
        member = self._chosen()
        if member is None:
            return
        if member.article is not None:
            self.writing_requested.emit(member.article.id)
        elif self._can_write:
            self.action_requested.emit(f"translation.new.{member.language}")

    def _on_beside(self) -> None:
        self.action_requested.emit("translation.beside")

    def _on_approve(self) -> None:
        self.action_requested.emit("translation.approve")

    def _on_lead(self) -> None:
        self.action_requested.emit("translation.lead")

    def _on_leave(self) -> None:
        self.action_requested.emit("translation.leave")

    def _on_joined(self, edit: Edit) -> None:
        self._on_not_joined()
        self.edit_requested.emit(edit)

    def _on_not_joined(self) -> None:
        self._states.setCurrentIndex(1)
        self.setFocusProxy(self._list)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    @property
    def _is_joining(self) -> bool:
        return self._states.currentWidget() is self._joining

    def _on_link(self, url: QUrl) -> None:
        if url.scheme() == GO:
            self.line_requested.emit(int(url.path()))


def _key(member: Member) -> str:
    """Return what tells a row from the others: a language may stand twice in a damaged set."""
    return member.article.id if member.article is not None else member.language


def _row(member: Member) -> str:
    said = tr("{language}: {state}", language=language_words(member.language), state=words(STATE_WORDS[member.state]))
    if member.of and member.state is not TranslationState.APPROVED:
        return tr("{row}, {done} of {count} paragraphs", row=said, done=member.done, count=member.of)
    return said


def _look(translations: Translations, article: Article, context: JobContext) -> _Looked:
    members = translations.members(article)
    context.check()
    return _Looked(members, translations.changes(article, context))


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("role", "hairline")
    return line
