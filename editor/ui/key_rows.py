"""Everything that has keys or can be given some, group by group, and what stands in the way of new ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.ui.actions import Actions
from editor.ui.keys import keys, shown_keys
from editor.ui.panel_keys import PANEL_KEYS

_FUNCTION_KEYS = range(Qt.Key.Key_F1.value, Qt.Key.Key_F35.value + 1)
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

Chosen = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRow:
    """One line of the sheet. `panel` is where the keys are heard, "" everywhere in the window."""

    id: str
    group: Message
    text: Message
    usual: tuple[str, ...] = ()
    panel: str = ""
    is_fixed: bool = False

    @property
    def keys(self) -> list[QKeySequence]:
        """Return the keys that it has now."""
        return keys().of(self.id, *self.usual)

    @property
    def shown(self) -> str:
        """Return its first keys as this system writes them, or ""."""
        return shown_keys(self.id, *self.usual)


def key_rows(actions: Actions) -> Iterator[KeyRow]:
    """Yield every line: the menus' actions, in their order, and then the keys that panels know by themselves."""
    for title, specs in actions.by_menu():
        for spec in specs:
            yield KeyRow(
                id=spec.id,
                group=title,
                text=spec.text,
                usual=tuple(one for one in (spec.shortcut, spec.also) if one),
            )
    for title, panel_keys in PANEL_KEYS:
        for one in panel_keys:
            yield KeyRow(
                id=one.id, group=title, text=one.text, usual=(one.usual,), panel=one.panel, is_fixed=one.is_fixed
            )


def refusal(sequence: QKeySequence) -> UserError | None:
    """Say why these keys cannot be an action's: alone they write something, or move."""
    pressed = sequence[0]  # type: ignore[index]  # the stubs lack it
    if pressed.keyboardModifiers() & _COMMANDING or pressed.key().value in _FUNCTION_KEYS:
        return None
    return UserError(say("These keys are for writing."), say("Hold Ctrl or Alt as well, or take one of F1 to F12."))


def holder(rows: Iterable[KeyRow], row: KeyRow, sequence: QKeySequence) -> KeyRow | None:
    """Return the other line that has these keys and is heard where `row` is, or None."""
    for other in rows:
        is_heard = other.panel == row.panel or not other.panel or not row.panel
        if other.id != row.id and is_heard and sequence in other.keys:
            return other
    return None


def given(chosen: Chosen, row: KeyRow, sequence: QKeySequence | None) -> Chosen:
    """Return the chosen keys with `row` having just these, or none."""
    text = sequence.toString(QKeySequence.SequenceFormat.PortableText) if sequence is not None else ""
    found = (text,) if text else ()
    if text and text == _portable(row.usual[:1]):
        return without(chosen, row)  # all its usual ones, the further too
    return {**chosen, row.id: found}


def swapped(chosen: Chosen, row: KeyRow, other: KeyRow, sequence: QKeySequence) -> Chosen:
    """Return the chosen keys with `row` having those of `other`, and `other` those that `row` had."""
    before = row.keys
    return given(given(chosen, row, sequence), other, before[0] if before else None)


def without(chosen: Chosen, row: KeyRow) -> Chosen:
    """Return the chosen keys with `row` having its usual ones."""
    return {action_id: found for action_id, found in chosen.items() if action_id != row.id}


def _portable(texts: tuple[str, ...]) -> str:
    return QKeySequence(texts[0]).toString(QKeySequence.SequenceFormat.PortableText) if texts else ""
