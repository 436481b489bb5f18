"""What is done about translations: begin one beside its source, show the two side by side, approve one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.edits import CreateArticle
from editor.domain.translation import withdraw_approval
from editor.ui.panel import Split

if TYPE_CHECKING:
    from editor.domain.article import Article
    from editor.services.translations import Translations
    from editor.ui.main_window import MainWindow

WRITING = "draft"
ROOM = 720  # pixels that two texts need to stand side by side


class TranslationCommands(QObject):
    """Made by the window's view commands. What stands in the way goes into the window's own bar."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace

    def do(self, member: str) -> None:
        """Do `beside`, `approve`, `link`, `lead`, `leave` or `new.<language>` with the open article."""
        what, _dot, language = member.partition(".")
        self._workspace.settle()
        article = self._workspace.article
        if article is None:
            return
        match what:
            case "new":
                self._begin(article, language)
            case "beside":
                self._side_by_side(article)
            case "approve":
                self._approve(article)
            case "link":
                self._link()
            case "lead":
                self._lead(article)
            case "leave":
                self._leave(article)

    @cached_property
    def _translations(self) -> Translations:
        from editor.services.translations import Translations

        desk = self._workspace.desk
        return Translations(desk.articles, desk.newsroom, desk.clock)

    def _begin(self, article: Article, language: str) -> None:
        """Begin the translation into `language` beside the source of the set."""
        desk = self._workspace.desk
        try:
            begun = desk.articles.translation_of(article, language)
        except UserError as error:
            self._window.show_error(error)
            return
        refusal = self._workspace.request(CreateArticle(begun, say("New translation"), desk.clock.now()))
        if refusal is not None:
            self._window.show_error(refusal)
            return
        source = self._translations.source(begun)
        self._show(source.id if source is not None else article.id, begun.id)

    def _side_by_side(self, article: Article) -> None:
        """Show the source and the open translation; from the source, the translation that has most to do."""
        source = self._translations.source(article)
        if source is not None:
            self._show(source.id, article.id)
            return
        others = [one.article for one in self._translations.members(article) if one.article and one.article != article]
        if others:
            self._show(article.id, others[0].id)
        else:
            self._workspace.done.emit(say("No translation yet. Article, New translation begins one beside this."))

    def _approve(self, article: Article) -> None:
        """Approve the open translation for what its source says now; approved so already, take that back."""
        edit = self._translations.approval(article, self._workspace.desk.person)
        if edit is None and article.is_source:
            self._workspace.done.emit(say("This is the original: there is nothing to approve."))
            return
        if edit is None:
            self._workspace.done.emit(say("The original of this set is not there; it may be in the trash."))
            return
        if article.approved_at is not None and article.translated_from == edit.after["translated_from"]:
            edit = withdraw_approval(article)
        refusal = self._workspace.request(edit)
        if refusal is not None:
            self._window.show_error(refusal)
        elif edit.after.get("approved_at") is None:
            self._workspace.done.emit(say("The approval is taken back. Undo gives it again."))
        else:
            self._workspace.done.emit(say("The translation is approved. Undo takes it back."))

    def _link(self) -> None:
        """Let the person find an article that is there already and comes to the set of the open one."""
        from editor.ui.panels.translations import TranslationsPanel

        dock = self._window.docks.by_id["translations"]
        dock.bring_forward()
        panel = dock.build()
        if isinstance(panel, TranslationsPanel):
            panel.begin_joining()

    def _lead(self, article: Article) -> None:
        """Make the open article the original of its set."""
        edit = self._translations.leading(article)
        if edit is None:
            self._workspace.done.emit(say("This is the original already."))
            return
        refusal = self._workspace.request(edit)
        if refusal is not None:
            self._window.show_error(refusal)
        else:
            self._workspace.done.emit(say("The article is the original of its set now. Undo takes it back."))

    def _leave(self, article: Article) -> None:
        """Let the open article stand by itself."""
        edit = self._translations.leaving(article)
        if edit is None:
            self._workspace.done.emit(say("This article has no translations: it stands by itself."))
            return
        refusal = self._workspace.request(edit)
        if refusal is not None:
            self._window.show_error(refusal)
        else:
            self._workspace.done.emit(say("The article stands by itself now. Undo takes it back."))

    def _show(self, source: str, translation: str) -> None:
        """Show the source first and the translation second, the keyboard in the translation."""
        dock = self._window.docks.by_id.get(WRITING)
        if dock is None:
            return
        dock.bring_forward()
        panel = dock.build()
        if self._workspace.article is None or self._workspace.article.id != source:
            self._workspace.open(source)
        self._window.tabs.keep_current()
        self._window.docks.give_width(WRITING, ROOM)
        panel.split(Split.PAIR, translation)
        if self._workspace.article is None or self._workspace.article.id != translation:
            self._workspace.open(translation)
        self._window.tabs.keep_current()
