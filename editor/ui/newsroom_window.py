"""Newsroom settings: everything that `newsroom.yaml` holds, each change saved at once and taken back by Undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.messages import Message, say
from editor.domain.edits import Change, EditSettings
from editor.domain.settings import BADGE_WORDS, PROMPT_WORDS, NewsroomSettings, PictureBadge, PicturePrompts, Publisher
from editor.domain.version import RULE_WORDS, VersionRule
from editor.i18n.interface import tr, words
from editor.services.judging import rules
from editor.services.themes import themes_of
from editor.ui.editions_page import EditionsPage
from editor.ui.house_style_page import HouseStylePage
from editor.ui.labels_page import LabelsPage
from editor.ui.rules_page import RulesPage
from editor.ui.widgets.described_form import DescribedForm
from editor.ui.widgets.notice_bar import Notice
from editor.ui.widgets.settings_window import SettingsWindow

if TYPE_CHECKING:
    from editor.ui.workspace import Workspace

LABEL = say("Newsroom settings")
_SIZE = QSize(840, 660)  # the labels have two columns
_TABS = {"editions": 1, "labels": 3, "rules": 4}
_KINDS = {"version_rule": VersionRule, "picture_badge": PictureBadge, "picture_prompts": PicturePrompts}


class NewsroomWindow(SettingsWindow):
    """Made by the window for one use."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__("newsroom_settings", parent)
        self._workspace = workspace
        self._takes_back = False
        self._refused: dict[QWidget, Message] = {}  # by page: why it was last told no, where no field of it says so
        self._unsaved = Message()  # what the bar said of a disk that took nothing
        choices = {"version_rule": _version_rules, "picture_badge": _badges, "picture_prompts": _prompts}
        choices["theme"] = partial(_themes, workspace.desk.newsroom.folder)
        self.newsroom = DescribedForm(NewsroomSettings, "newsroom", choices)
        self.publisher = DescribedForm(Publisher, "publisher")
        self.editions = EditionsPage()
        self.styles = HouseStylePage()
        self.labels = LabelsPage(workspace.desk.person, workspace.desk.clock)
        self.rules = RulesPage(rules())
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.newsroom)
        column.addWidget(self.publisher)
        self.resize(_SIZE.boundedTo(parent.size()))
        for page in (both, self.editions, self.styles, self.labels, self.rules):
            self.add_page(page, is_filling=page is self.labels)
            page.setEnabled(not workspace.is_read_only)
        self.newsroom.committed.connect(self._on_newsroom)
        self.publisher.committed.connect(self._on_publisher)
        self.newsroom.put_right.connect(self._on_put_right)
        self.publisher.put_right.connect(self._on_put_right)
        for page in (self.editions, self.styles, self.labels, self.rules):
            page.committed.connect(partial(self._on_committed, page))
        self.editions.told.connect(self._on_told)
        self.labels.refused.connect(self._on_labels_said)
        self.labels.told.connect(self._on_labels_said)
        self.labels.undo_asked.connect(workspace.undo)
        self.notice.action_requested.connect(self._on_action)
        workspace.settling.connect(self.settle)
        workspace.changed.connect(self._on_changed)
        self.retranslate()
        self._show()
        if workspace.is_read_only:
            self.notice.show_notice(workspace.desk.read_only, kind="warn", is_lasting=True)

    def go_to(self, setting: str) -> None:
        """Put the cursor into the field of `setting`, or bring its page forward."""
        if setting in _TABS:
            self.tabs.setCurrentIndex(_TABS[setting])
        elif setting in self.newsroom.fields:
            self.newsroom.fields[setting].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def settle(self) -> None:
        for page in (self.newsroom, self.publisher, self.editions, self.styles, self.labels, self.rules):
            page.settle()

    @override
    def retranslate(self) -> None:
        self.setWindowTitle(tr("Newsroom settings"))
        for index, title in enumerate((tr("Newsroom"), tr("Editions"), tr("Dates"), tr("Labels"), tr("Rules"))):
            self.tabs.setTabText(index, title)
        for page in (self.newsroom, self.publisher, self.editions, self.styles, self.labels, self.rules):
            page.retranslate()

    def _show(self) -> None:
        settings = self._workspace.desk.newsroom.settings
        self._show_wanted()
        self.editions.show_settings(settings, self._workspace.desk.articles.choices().sections)
        self.styles.show_settings(settings)
        self.labels.show_settings(settings)
        self.rules.show_settings(settings)

    def _show_wanted(self) -> None:
        self.newsroom.show_values(self._wanted())
        self.publisher.show_values(self._wanted().publisher)

    @Slot(str, object)
    def _on_newsroom(self, name: str, value: object) -> None:
        settings = self._wanted()
        value = _KINDS[name](str(value)) if name in _KINDS else value
        after = replace(settings, **{name: value})  # type: ignore[arg-type]
        self._take(self.newsroom, after, partial(self.newsroom.refuse, name))

    @Slot(str, object)
    def _on_publisher(self, name: str, value: object) -> None:
        settings = self._wanted()
        publisher = replace(settings.publisher, **{name: value})  # type: ignore[arg-type]
        self._take(self.publisher, replace(settings, publisher=publisher), partial(self.publisher.refuse, name))

    @Slot(object)
    def _on_committed(self, page: QWidget, after: NewsroomSettings) -> None:
        self._take(page, self._with_unsaved(after))

    def _take(
        self, page: QWidget, after: NewsroomSettings, say_beside: Callable[[Message], None] | None = None
    ) -> None:
        """Store the settings; what is wrong with them is said in the bar, and `say_beside` the field that asked."""
        before, refused = self._workspace.desk.newsroom.settings, self._refused.pop(page, None)
        if after == before and not self._unsaved_settings():
            if refused is not None:  # it is not wanted any more
                self._on_put_right(refused)
            return
        self._takes_back = False
        refusal = self._workspace.request(EditSettings(before, after, LABEL))
        if refusal is not None:
            self._say_refused(refusal)
        elif refused is not None:
            self._on_put_right(refused)
        if isinstance(refusal, UserError):
            if say_beside is not None:
                say_beside(refusal.message)
            else:
                self._refused[page] = refusal.message

    def _unsaved_settings(self) -> list[NewsroomSettings]:
        return [edit.after for edit in self._workspace.unsaved() if isinstance(edit, EditSettings)]

    def _wanted(self) -> NewsroomSettings:
        """Return what the fields show: the settings, with what the disk did not take."""
        return next(iter(self._unsaved_settings()), self._workspace.desk.newsroom.settings)

    def _with_unsaved(self, after: NewsroomSettings) -> NewsroomSettings:
        """Return `after`, which follows from the settings, with those fields that the disk did not take before."""
        now, wanted = self._workspace.desk.newsroom.settings, self._wanted()
        names = (one.name for one in fields(now) if getattr(after, one.name) == getattr(now, one.name))
        return replace(after, **{name: getattr(wanted, name) for name in names})

    def _say_refused(self, refusal: UserError | Fault) -> None:
        self.refuse(refusal)
        if isinstance(refusal, Fault):
            self._unsaved = refusal.what
            self._show_wanted()  # what is typed next follows from it

    @Slot(object)
    def _on_put_right(self, why: Message) -> None:
        if self.notice.says(why):
            self.notice.dismiss()

    @Slot(object)
    def _on_told(self, message: Message) -> None:
        self._takes_back = True
        self.notice.show_notice(message, action=say("Undo"))

    @Slot(object)
    def _on_labels_said(self, notice: Notice) -> None:
        """Say what came of a file of labels: its page reads it again, no button here does."""
        self._takes_back = False
        self.notice.show_notice(notice, can_retry=False)

    @Slot()
    def _on_action(self) -> None:
        if self._takes_back:
            self._workspace.undo()
            return
        refusal = self._workspace.retry()
        if refusal is not None:
            self._say_refused(refusal)

    @Slot(object, object)
    def _on_changed(self, change: Change, _article: object) -> None:
        if self._takes_back:  # what Undo takes back from now on is something else
            self._takes_back = False
            self.notice.dismiss()
        if self._unsaved and not self._workspace.has_unsaved:
            self._on_put_right(self._unsaved)
            self._unsaved = Message()
        if change.settings:
            self._show()


def _themes(newsroom: Path) -> list[tuple[str, str]]:
    return [(name, words(said)) for name, said in themes_of(newsroom)]


def _version_rules() -> list[tuple[str, str]]:
    return [(rule.value, words(said)) for rule, said in RULE_WORDS.items()]


def _prompts() -> list[tuple[str, str]]:
    return [(prompts.value, words(said)) for prompts, said in PROMPT_WORDS.items()]


def _badges() -> list[tuple[str, str]]:
    return [(badge.value, words(said)) for badge, said in BADGE_WORDS.items()]
