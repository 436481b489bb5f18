"""Makes many edits some at a time between the window's events: writing is the main thread's, and it must stay awake."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor.core.errors import Fault, UserError
from editor.core.messages import Message, say
from editor.domain.edits import Edit, EditArticle, Several

_AT_ONCE = 8  # articles in one transaction: some 40 ms


class ReplacingSlices(QObject):
    """Made by the window that replaces. `progressed` carries a fraction and a `Message`.

    `ended` carries the `Several` of all that was done (everything, or what came before a stop), the ids of the
    articles that had been changed in the meantime, and the `Fault` that stood in the way, or None.
    """

    progressed = Signal(float, object)
    ended = Signal(object, object, object)

    def __init__(self, apply: Callable[[Edit], object], parent: QObject) -> None:
        super().__init__(parent)
        self._apply = apply
        self._edits: Sequence[EditArticle] = ()
        self._label = Message()
        self._done: list[EditArticle] = []
        self._refused: set[str] = set()
        self._place = 0
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._on_next)

    @property
    def is_running(self) -> bool:
        """Say whether edits are being made."""
        return self._next.isActive()

    def start(self, edits: Sequence[EditArticle], label: Message) -> None:
        """Begin to make `edits`; together they are called `label`."""
        self._edits, self._label = edits, label
        self._done, self._refused, self._place = [], set(), 0
        self._next.start()

    def stop(self) -> None:
        """Make no further edit; those that are made stay, and one undo takes them back."""
        self._place = len(self._edits)

    @Slot()
    def _on_next(self) -> None:
        some = self._edits[self._place : self._place + _AT_ONCE]
        if not some:
            self._end(None)
            return
        self.progressed.emit(
            self._place / len(self._edits), say("Replacing: {done} of {n}", done=self._place, n=len(self._edits))
        )
        self._place += len(some)
        try:
            self._make(some)
        except Fault as fault:
            self._end(fault)
            return
        self._next.start()

    def _make(self, some: Sequence[EditArticle]) -> None:
        try:
            self._apply(Several(tuple(some), self._label))
        except UserError:
            if len(some) == 1:  # changed in this very moment: what stands there now is not what was looked at
                self._refused.add(some[0].article_id)
                return
            for one in some:
                self._make([one])
            return
        self._done += some

    def _end(self, fault: Fault | None) -> None:
        self.ended.emit(Several(tuple(self._done), self._label), frozenset(self._refused), fault)
