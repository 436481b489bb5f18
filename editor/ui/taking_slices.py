"""Takes files in one by one between the window's events: writing is the main thread's, and it must stay awake."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor.core.errors import Fault
from editor.core.jobs import quiet
from editor.core.messages import Message, say
from editor.domain.edits import Edit, Several
from editor.services.taking_in import TakenReport, Understood, label_of

if TYPE_CHECKING:
    from editor.services.taking_in import TakingIn


class TakingSlices(QObject):
    """Made by the window that takes in. `progressed` carries a fraction and a `Message`.

    `ended` carries the `TakenReport` of all that is in (everything, or what came before a stop), and the `Fault` that
    stood in the way, or None.
    """

    progressed = Signal(float, object)
    ended = Signal(object, object)

    def __init__(self, taking_in: TakingIn, parent: QObject) -> None:
        super().__init__(parent)
        self._taking_in = taking_in
        self._slices: list[Understood] = []
        self._reports: list[TakenReport] = []
        self._total = 0
        self._label = Message()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._on_next)

    @property
    def is_running(self) -> bool:
        """Say whether files are being taken in."""
        return self._next.isActive()

    def start(self, understood: Understood) -> None:
        """Begin to take in what was understood."""
        self._slices = _sliced(understood)
        self._total = len(self._slices)
        self._reports = []
        self._label = label_of(understood)
        self._next.start()

    def stop(self) -> None:
        """Take no further file in; those that are in stay, and one undo takes them back."""
        self._slices = []

    @Slot()
    def _on_next(self) -> None:
        if not self._slices:
            self._end(None)
            return
        one = self._slices.pop(0)
        name = Path(one.files[0].file).name if one.files else ""
        self.progressed.emit(1 - (len(self._slices) + 1) / self._total, say("Taking in {file}", file=name))
        try:
            self._reports.append(self._taking_in.take(one, quiet()))
        except Fault as fault:
            self._slices = []
            self._end(fault)
            return
        self._next.start()

    def _end(self, fault: Fault | None) -> None:
        edits: list[Edit] = [edit for report in self._reports for edit in report.edit.edits]
        whole = TakenReport(
            taken=tuple(one for report in self._reports for one in report.taken),
            refused=tuple(one for report in self._reports for one in report.refused),
            warnings=tuple(one for report in self._reports for one in report.warnings),
            edit=Several(tuple(edits), self._label),
        )
        self.ended.emit(whole, fault)


def _sliced(understood: Understood) -> list[Understood]:
    """Return `understood` as one piece for the newsroom's settings and one for each file."""
    alone = replace(understood, refused=(), warnings=())
    settings = [replace(alone, files=())] if understood.newsroom_files else []
    return settings + [replace(alone, files=(file,), newsroom_files=()) for file in understood.files]
