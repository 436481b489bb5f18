"""Menus as data, and the actions made of them: one list says everything that can be done, where, and by which keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from editor.core.messages import Message
from editor.core.registry import by_id
from editor.i18n.interface import tr, words
from editor.ui import icons
from editor.ui.keys import TEXT_KEYS, shown_keys, wear


class Needs(Enum):
    """What must be there for an action to be possible."""

    NOTHING = auto()
    WRITING = auto()  # the newsroom can be changed here
    ARTICLE = auto()  # an article is open
    ARTICLE_WRITING = auto()  # both


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One thing that can be done. `choice` is its value among the others of its `group`, of which one is ticked.

    A native shortcut is only shown: every text knows it by itself, and taking it would take it from them, unless other
    keys are chosen for it. `also` is a second one that does the same and is not shown.
    """

    id: str
    text: Message
    shortcut: str = ""
    also: str = ""
    icon: str = ""
    needs: Needs = Needs.NOTHING
    group: str = ""
    choice: str = ""
    is_native: bool = False
    is_checkable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuSpec:
    """One menu. Items are actions, further menus, or None for a line."""

    id: str
    title: Message
    items: tuple[ActionSpec | MenuSpec | None, ...] = ()


def action_specs(menus: Iterable[MenuSpec]) -> Iterator[ActionSpec]:
    """Yield every action of `menus`, in their order."""
    for menu in menus:
        for item in menu.items:
            if isinstance(item, ActionSpec):
                yield item
            elif isinstance(item, MenuSpec):
                yield from action_specs((item,))


def with_letters(titles: list[str]) -> list[str]:
    """Return `titles`, each with "&" before its first letter that none before it took: for Alt and a letter."""
    taken: set[str] = set()
    found = []
    for title in titles:
        at = next((n for n, letter in enumerate(title) if letter.isalpha() and letter.casefold() not in taken), None)
        if at is None:
            found.append(title)
            continue
        taken.add(title[at].casefold())
        found.append(f"{title[:at]}&{title[at:]}")
    return found


def keys_of(spec: ActionSpec) -> str:
    """Return the shortcut as this system writes it, or ""."""
    return shown_keys(spec.id, spec.shortcut)


class Actions(QObject):
    """The actions of one window, made from its menus. `triggered` carries the id of what was asked for.

    Made by the window; the menus of its bar are filled here, and only here.
    """

    triggered = Signal(str)

    def __init__(self, bar: QMenuBar, menus: tuple[MenuSpec, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._window = parent
        self.menus: dict[str, QMenu] = {}
        self._bar_menus = menus
        self.specs: Mapping[str, ActionSpec] = by_id(action_specs(menus), lambda spec: spec.id)
        self._menu_specs: dict[str, MenuSpec] = {}
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._chosen_among: dict[str, list[ActionSpec]] = {}
        self._moment: tuple[bool, bool] | None = None
        for menu in menus:
            self._fill(bar.addMenu(""), menu)
        self.retranslate()

    def __getitem__(self, action_id: str) -> QAction:
        """Return the action with this id."""
        return self._actions[action_id]

    def by_menu(self) -> Iterator[tuple[Message, list[ActionSpec]]]:
        """Yield (title, actions) of each menu of the bar, its inner menus' actions among them."""
        for menu in self._bar_menus:
            yield menu.title, list(action_specs((menu,)))

    def titles(self) -> Mapping[str, str]:
        """Return what the actions are called where their menu is not seen: "Status: Ready", by id."""
        found = {}
        for menu in self._menu_specs.values():
            for spec in menu.items:
                if isinstance(spec, ActionSpec):
                    shown = self._actions[spec.id].text().partition("\t")[0].replace("&&", "&")
                    is_inner = menu not in self._bar_menus
                    found[spec.id] = tr("{menu}: {action}", menu=words(menu.title), action=shown) if is_inner else shown
        return found

    def tick(self, group: str, choice: str) -> None:
        """Tick the action of `group` that stands for `choice`."""
        for spec in self._chosen_among.get(group, ()):
            self._actions[spec.id].setChecked(spec.choice == choice)

    def allow(self, *, has_article: bool, can_write: bool) -> None:
        """Make possible just what the moment allows."""
        moment = (has_article, can_write)
        if moment == self._moment:  # as after every save
            return
        self._moment = moment
        allowed = {
            Needs.NOTHING: True,
            Needs.WRITING: can_write,
            Needs.ARTICLE: has_article,
            Needs.ARTICLE_WRITING: has_article and can_write,
        }
        for spec in self.specs.values():
            self._actions[spec.id].setEnabled(allowed[spec.needs])

    def retranslate(self) -> None:
        """Put every title, action and tooltip into the interface language."""
        for menu_id, menu in self.menus.items():
            menu.setTitle(words(self._menu_specs[menu_id].title))
        for menu_spec, title in zip(
            self._bar_menus, with_letters([words(one.title) for one in self._bar_menus]), strict=True
        ):
            self.menus[menu_spec.id].setTitle(title)
        for spec in self.specs.values():
            self.reword(spec.id, words(spec.text))

    def reword(self, action_id: str, text: str) -> None:
        """Give the action this text, and a tooltip that names its keys too."""
        keys = keys_of(self.specs[action_id])
        action = self._actions[action_id]
        # A literal "&" in a headline would be taken for a mnemonic.
        shown = text.replace("&", "&&")
        action.setText(f"{shown}\t{keys}" if self.specs[action_id].is_native else shown)
        action.setToolTip(f"{text} ({keys})" if keys else text)

    def _fill(self, menu: QMenu, spec: MenuSpec) -> None:
        menu.setObjectName(f"menu.{spec.id}")
        menu.setToolTipsVisible(True)
        self.menus[spec.id] = menu
        self._menu_specs[spec.id] = spec
        for item in spec.items:
            if item is None:
                menu.addSeparator()
            elif isinstance(item, MenuSpec):
                self._fill(menu.addMenu(""), item)
            else:
                menu.addAction(self._made(item))

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        if spec.icon:
            action.setIcon(icons.icon(spec.icon))
        if not spec.is_native or spec.id in TEXT_KEYS:
            # What every text knows by itself is heard here only where a person chose other keys for it.
            wear(action, spec.id, *(() if spec.is_native else (spec.shortcut, spec.also)))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(spec.is_checkable or bool(spec.group))
        if spec.group:
            self._group(spec.group).addAction(action)
            self._chosen_among.setdefault(spec.group, []).append(spec)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(self._on_triggered)
        self._actions[spec.id] = action
        if isinstance(self._window, QWidget):
            self._window.addAction(action)  # its keys are heard while the menu bar is hidden too
        return action

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.triggered.emit(action.objectName())
