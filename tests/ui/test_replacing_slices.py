"""Many edits, some at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.domain.edits import Edit, EditArticle, Several
from editor.ui.replacing_slices import ReplacingSlices

LABEL = say("Replace")


def _edits(count: int) -> list[EditArticle]:
    return [EditArticle(str(number), {"body": "a"}, {"body": "b"}, LABEL) for number in range(count)]


class Desk(QObject):
    """Takes edits; refuses those of some articles, and breaks at one."""

    def __init__(self, refused: tuple[str, ...] = (), breaks_at: str = "") -> None:
        super().__init__()
        self.made: list[str] = []
        self._refused = refused
        self._breaks_at = breaks_at
        self.slices = ReplacingSlices(self.apply, self)
        self.told: list[float] = []
        self.slices.progressed.connect(lambda fraction, _message: self.told.append(fraction))

    def apply(self, edit: Edit) -> None:
        assert isinstance(edit, Several)
        ids = [one.article_id for one in edit.edits if isinstance(one, EditArticle)]
        if self._breaks_at in ids:
            raise Fault(say("Not saved."))
        if set(ids) & set(self._refused):
            raise UserError(say("Changed."))
        self.made += ids


def _run(qtbot: QtBot, desk: Desk, count: int) -> tuple[list[str], frozenset[str], Fault | None]:
    with qtbot.waitSignal(desk.slices.ended) as ended:
        desk.slices.start(_edits(count), LABEL)
        assert desk.slices.is_running
    several, refused, fault = ended.args
    assert several.label == LABEL
    return [one.article_id for one in several.edits], refused, fault


def test_all_are_made_in_order_and_it_says_how_far_it_is(qtbot: QtBot) -> None:
    desk = Desk()
    assert _run(qtbot, desk, 20) == ([str(number) for number in range(20)], frozenset(), None)
    assert desk.told == [0, 0.4, 0.8]
    assert not desk.slices.is_running


def test_one_that_was_changed_in_this_moment_holds_up_no_other(qtbot: QtBot) -> None:
    desk = Desk(refused=("3", "17"))
    done, refused, fault = _run(qtbot, desk, 20)
    assert (len(done), refused, fault) == (18, frozenset({"3", "17"}), None)
    assert desk.made == done


def test_trouble_ends_it_with_what_is_done_so_far(qtbot: QtBot) -> None:
    done, refused, fault = _run(qtbot, Desk(breaks_at="12"), 20)
    assert (done, refused) == ([str(number) for number in range(8)], frozenset())
    assert isinstance(fault, Fault)


def test_stop_ends_it_with_what_is_done_so_far(qtbot: QtBot) -> None:
    desk = Desk()
    desk.slices.progressed.connect(desk.slices.stop)
    done, _refused, fault = _run(qtbot, desk, 30)
    assert (len(done), fault) == (8, None)


def test_nothing_to_do_ends_at_once(qtbot: QtBot) -> None:
    assert _run(qtbot, Desk(), 0) == ([], frozenset(), None)
