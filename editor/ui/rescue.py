"""Keeps words that the newsroom's disk would not take in a second place, until they are saved after all."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from editor.core.errors import Fault
from editor.core.files import safe_name, write_whole
from editor.core.messages import say
from editor.domain.edits import Edit, EditArticle, Several
from editor.services.machine import config_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.ui.widgets.notice_bar import NoticeBar
    from editor.ui.workspace import Workspace

log = logging.getLogger(__name__)
FOLDER = "unsaved"


class Rescue(QObject):
    """Made by the window. Writes a text file per article beside this machine's settings, else in the temp folder."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.files: dict[str, Path] = {}
        self.is_told = False
        workspace.refused.connect(self._on_refused)
        workspace.saved.connect(self._on_saved)

    def tell_before_closing(self, bar: NoticeBar) -> None:
        """Say, once, that words are not saved and where they are kept; closing again closes."""
        self.is_told = True
        places = ", ".join(str(path) for path in self.files.values())
        bar.show_notice(
            Fault(
                say("Your last words are not in the newsroom yet."),
                say("They are kept in {places}. Try again, or close once more to leave them there.", places=places)
                if places
                else say("Copy them out of the draft before you close once more."),
            )
        )

    def say_what_is_kept(self, bar: NoticeBar) -> None:
        """Say that an earlier time left words behind, and where."""
        kept = [path for path in sorted((config_folder() / FOLDER).glob("*.md")) if path not in self.files.values()]
        if kept:
            bar.show_notice(
                say("Words that could not be saved last time are kept in {place}.", place=str(kept[0].parent)),
                kind="warn",
            )

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            return
        for article_id, text in _words_by_article(self._workspace.unsaved()).items():
            path = _write(f"{self._workspace.desk.folder.name}-{article_id}", text)
            if path is not None:
                self.files[article_id] = path

    @Slot(object)
    def _on_saved(self, _at: object) -> None:
        if self.files and not self._workspace.has_unsaved:
            for path in self.files.values():
                path.unlink(missing_ok=True)
            self.files.clear()
            self.is_told = False


def _words_by_article(edits: Iterator[Edit]) -> dict[str, str]:
    """Return the texts that `edits` would have written, by article id."""
    found: dict[str, list[str]] = {}
    for edit in edits:
        if isinstance(edit, Several):
            for article_id, text in _words_by_article(iter(edit.edits)).items():
                found.setdefault(article_id, []).append(text)
        elif isinstance(edit, EditArticle):
            texts = [f"{name}:\n\n{value}" for name, value in edit.after.items() if isinstance(value, str) and value]
            found.setdefault(edit.article_id, []).extend(texts)
    return {article_id: "\n\n".join(texts) + "\n" for article_id, texts in found.items() if texts}


def _write(stem: str, text: str) -> Path | None:
    name = safe_name(stem, "words") + ".md"
    for folder in (config_folder() / FOLDER, Path(tempfile.gettempdir()) / "makala-unsaved"):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(folder / name, text.encode())
        except OSError:
            log.info("this place takes no words either", exc_info=True)
        else:
            return folder / name
    return None
