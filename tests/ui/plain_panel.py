"""A panel that only remembers what it was told: what the shell's tests put into docks."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout
from typing_extensions import override

from editor.bootstrap import Desk
from editor.core.messages import Message
from editor.domain.article import Article
from editor.domain.edits import Change
from editor.ui.jobs import Jobs
from editor.ui.page_look import PageLook
from editor.ui.panel import Area, Panel, PanelSpec, Search


class PlainPanel(Panel):
    """One field and a diary."""

    def __init__(self) -> None:
        super().__init__()
        self.diary: list[str] = []
        self.field = QLineEdit()
        self.field.setAccessibleName("Field")
        QVBoxLayout(self).addWidget(self.field)

    @override
    def show_article(self, article: Article | None) -> None:
        self.diary.append(f"show {article.headline if article else 'nothing'}")

    @override
    def apply_change(self, change: Change, article: Article | None) -> None:
        self.diary.append(f"change {','.join(sorted(change.fields))}")

    @override
    def show_typed(self, article: Article) -> None:
        self.diary.append(f"typed {article.headline}")

    @override
    def show_cursor(self, line: int) -> None:
        if line:
            self.diary.append(f"cursor {line}")

    @override
    def go_to_line(self, line: int) -> None:
        self.diary.append(f"go to {line}")

    @override
    def search(self, step: Search) -> bool:
        self.diary.append(f"search {step.value}")
        return step is Search.BEGIN

    @override
    def retranslate(self) -> None:
        self.diary.append("retranslate")

    @override
    def set_look(self, look: PageLook) -> None:
        self.diary.append(f"look {look.face} {look.text_pixels}")

    @override
    def settle(self) -> None:
        self.diary.append("settle")


def a_spec(
    name: str,
    area: Area = Area.RIGHT,
    *,
    watches: frozenset[str] = frozenset({"tags"}),
    is_of_article: bool = False,
) -> PanelSpec:
    """Return the registry line of a plain panel."""
    return PanelSpec(
        id=name,
        title=Message(name.capitalize()),
        icon="draft",
        area=area,
        shortcut="",
        watches=watches,
        build=_build,
        is_of_article=is_of_article,
    )


def three() -> tuple[PanelSpec, ...]:
    """Return a panel for each area, and one more on the right."""
    first = a_spec("first", is_of_article=True)
    return (a_spec("left", Area.LEFT), a_spec("draft", Area.CENTRE), first, a_spec("second"))


def _build(_desk: Desk, _jobs: Jobs) -> Panel:
    return PlainPanel()
