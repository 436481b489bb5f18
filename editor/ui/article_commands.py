"""What the Article menu does: each command is one edit through the workspace's one door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.domain import signing, workflow
from editor.domain.article import Article, Status
from editor.domain.edits import Change, CreateArticle, Edit, EditArticle, change_article
from editor.domain.one_language import language_key

if TYPE_CHECKING:
    from editor.ui.workspace import Workspace

FALLBACK_LANGUAGE = "en"


class ArticleCommands(QObject):
    """Commands on the open article; made by the window. `refused` carries what stood in the way of one.

    `begun` carries the id of a new article, so that the window puts the cursor where its headline goes.
    """

    refused = Signal(object)
    begun = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._articles = workspace.desk.articles

    def new(self) -> None:
        """Begin an article in the language at hand."""
        self._create(self._articles.blank(self.language_at_hand()), say("New article"))

    def duplicate(self) -> None:
        """Begin an article with the words, pictures and links of the open one."""
        if article := self._settled():
            self._create(self._articles.copy_of(article), say("Duplicate"))

    def sign_off(self) -> None:
        """Let the person at the desk answer for the words of the open article as they stand."""
        if article := self._settled():
            desk = self._workspace.desk
            if self._request(signing.sign_off(article, desk.person, desk.clock.now())):
                self._workspace.done.emit(say("Signed off by {name}. Undo takes it back.", name=desk.person))

    def publish(self) -> None:
        """Show the open article to readers from this instant on."""
        if article := self._settled():
            self._step(article, Status.PUBLISHED)

    def withdraw(self) -> None:
        """Take the open article back from readers."""
        if article := self._settled():
            self._step(article, Status.WITHDRAWN)

    def set_status(self, status: Status) -> None:
        """Move the open article to `status`."""
        if article := self._settled():
            self._step(article, status)

    def trash(self) -> None:
        """Put the open article into the trash, from where Undo brings it back."""
        if article := self._settled():
            at = self._workspace.desk.clock.now()
            self._request(change_article(article, say("Move to trash"), trashed_at=at))

    def keep_version(self, label: str) -> None:
        """Keep the open article as it is now as a version called `label`."""
        if article := self._settled():
            self._articles.keep_version(article.id, label)
            self._workspace.changed.emit(self._kept(article), article)

    def language_at_hand(self) -> str:
        """Return the language of the open article, else of the first edition, else English."""
        if self._workspace.article is not None:
            return self._workspace.article.language
        editions = self._workspace.desk.newsroom.settings.editions
        return editions[0].locale if editions else FALLBACK_LANGUAGE

    def missing_languages(self) -> list[str]:
        """Return the languages of editions and articles that the open article has no translation in."""
        article = self._workspace.article
        if article is None:
            return []
        have = {language_key(member.language) for member in self._articles.members(article.translation_set)}
        editions = [edition.locale for edition in self._workspace.desk.newsroom.settings.editions]
        wanted = dict.fromkeys([*editions, *self._articles.choices().languages])
        return [tag for tag in wanted if language_key(tag) not in have]

    def _kept(self, article: Article) -> Change:
        """Return what to tell everyone when a version was kept: no field is another, but there is more history."""
        edit = EditArticle(article.id, {}, {}, say("Keep a version"))
        desk = self._workspace.desk
        return Change(edit=edit, by=desk.person, at=desk.clock.now(), articles=frozenset({article.id}))

    def _settled(self) -> Article | None:
        self._workspace.settle()
        return self._workspace.article

    def _step(self, article: Article, status: Status) -> None:
        at = self._workspace.desk.clock.now()
        try:
            match status:
                case Status.PUBLISHED:
                    edit = workflow.publish(article, at)
                case Status.WITHDRAWN:
                    edit = workflow.withdraw(article, at)
                case _:
                    edit = workflow.set_status(article, status)
        except UserError as error:
            self.refused.emit(error)
            return
        self._request(edit)

    def _create(self, article: Article, label: Message) -> None:
        if self._request(CreateArticle(article, label, self._workspace.desk.clock.now())):
            self._workspace.open(article.id)
            self.begun.emit(article.id)

    def _request(self, edit: Edit) -> bool:
        refusal = self._workspace.request(edit)
        if refusal is not None:
            self.refused.emit(refusal)
        return refusal is None
