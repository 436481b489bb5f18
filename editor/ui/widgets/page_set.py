"""The pages of the articles that were shown last, each with its own cursor, selection, scrolling and undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from editor.domain.article import Article
from editor.ui.panel import Beside
from editor.ui.widgets.autosave import Autosave
from editor.ui.widgets.draft_page import DraftPage
from editor.ui.widgets.halves import Half, Halves
from editor.ui.widgets.steady_place import SteadyPlace
from editor.ui.widgets.typing_pace import PAINT_MS, QtTimers, Timers, TypingPace

KEPT = 12
_LONG = 6000  # letters that no screen shows at once: the scroll bar stands there before they are laid out beside it
_SPARE_MS = 250  # after an article was opened, which then is on the screen
_STEP = 8  # two views of a text must be equally wide: they are a multiple of these pixels


@dataclass(slots=True)
class _Open:
    """One page, what saves it, and the article that it shows ("" while it is blank). `page.views` may be two."""

    page: DraftPage
    autosave: Autosave
    article: str = ""


class PageSet(Halves):
    """Made by the draft. Going from one article to another shows another page: no text is laid out again.

    A page of its own costs some megabytes at most, where swapping the document of one page lays 20,000 words out anew
    (0.2 s, against 10 ms). `KEPT` articles keep theirs; of the others only the place of the cursor is known. A blank
    page stands ready for the next one.
    The signals are those of `Autosave`, whichever page they come from; `prepare` is called with each page once.

    An article opens in the half that is written in, unless it stands in the other one already. `article_asked` carries
    the article of a half that the keyboard came to: it becomes the open one when `show_article` is called for it, not
    before. `turned` says that the keyboard is in the other view of the same article; `made` carries a new page.
    """

    edit_ready = Signal(object)
    typed = Signal(object)
    collided = Signal(object)
    article_asked = Signal(str)
    turned = Signal()
    made = Signal(object)

    def __init__(self, prepare: Callable[[DraftPage], None], timers: Timers | None = None) -> None:
        super().__init__()
        self._prepare = prepare
        self._timers = timers
        self._places: dict[str, int] = {}  # where the cursor stood, by article, in pages that show another one now
        self._kept: list[_Open] = []  # the one shown last comes first
        self._goal: Half | None = None  # where the next article is to open, if not where it is written
        for half in self.halves:
            half.close_asked.connect(partial(self._close, half))
            half.chosen.connect(partial(self._choose, half))
        self.placed.connect(self._even)
        self._spare_soon = (timers or QtTimers()).timer(self)
        self._spare_soon.timeout.connect(self._make_spare)
        self.active.show_page(self._make().page)

    @property
    def page(self) -> DraftPage:
        """Return the page that is written on: a view of the article that was shown last."""
        return self._in(self.active)

    @property
    def shown(self) -> list[DraftPage]:
        """Return the page that is written on and the one beside it, if there is one."""
        return [self._in(half) for half in ((self.active, self.other) if self.is_split else (self.active,))]

    @property
    def shown_articles(self) -> tuple[str, ...]:
        """Return the ids of the articles of `shown`."""
        halves = (self.active, self.other) if self.is_split else (self.active,)
        return tuple(self._open_in(half).article for half in halves)

    @property
    def articles(self) -> frozenset[str]:
        """Return the ids of the articles that have their page."""
        return frozenset(one.article for one in self._kept if one.article)

    @property
    def beside(self) -> Beside | None:
        """Return what the other half shows, None where there is none."""
        return Beside(self._open_in(self.other).article, self.indexOf(self.other) == 0) if self.is_split else None

    def show_article(self, article: Article) -> None:
        """Turn to the page of `article`; what changed while another was shown is taken over into it.

        The keyboard comes along where it was in another page: to where it was in this one, at first to the body.
        """
        found = next((one for one in self._kept if one.article == article.id), None)
        is_new = found is None
        if found is None:
            found = self._free()
            found.article = article.id
            # First: a text is laid out once, as wide and in the letters that it will be seen.
            if len(article.body) > _LONG:
                found.page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            (self._goal or self.active).show_page(found.page)
            found.page.set_language(article.language)
            stood_at = self._places.pop(article.id, None)
            found.page.body.opens_at_top = not stood_at
            found.autosave.show(article)
            found.page.begin_at(stood_at)
            self._spare_soon.start(_SPARE_MS)
        elif found is not self._kept[0]:
            found.page.keep_scroll()
        self._kept.remove(found)
        self._kept.insert(0, found)
        there, goal, self._goal = self._half_of(found), self._goal or self.active, None
        view = found.page if there is None else self._in(there)
        place = view.first_field() if is_new else view.last_field()  # asked now: the page itself may go to another half
        if there is None:
            goal.show_page(view)
        self._take_keyboard(there or goal, place)
        self.page.lower()  # the pages' fields share their names: who looks for one by name finds this page's first
        if not is_new:
            found.autosave.take(article)
        self._even()

    def take(self, article: Article) -> None:
        """Take in the article as it is stored now, where it has a page."""
        for one in self._kept:
            if one.article == article.id:
                one.autosave.take(article)
        self._name()

    def settle(self) -> None:
        """Send out everything that is typed and not stored, on every page."""
        for one in self._kept:
            one.autosave.settle()

    def split(self) -> None:
        """Show the open article twice, the keyboard in the new half; or, where two are shown, the one half alone."""
        if self.is_split:
            self._close(self.other)
            return
        one = self._open_in(self.active)
        if len(one.page.views) == 1:
            self._add_view(one)
        here = self.page
        beside = next(view for view in one.page.views if view is not here)
        self.other.show_page(beside)
        self._set_split(is_split=True)
        beside.body.setTextCursor(here.body.textCursor())
        self._enter(self.other)

    def put_beside(self, article_id: str) -> None:
        """Ask for this article in the other half."""
        if self._open_in(self.active).article == article_id:
            if not self.is_split:
                self.split()
            return
        self._goal = self.other
        self.article_asked.emit(article_id)
        self._goal = None
        if self._open_in(self.active).article == article_id:
            self._enter(self.active)

    def go_to_other(self) -> None:
        """Put the keyboard into the other half, where it was there."""
        if self.is_split:
            self._choose(self.other)

    def leave(self, article_id: str) -> None:
        """Show this article, which is closed or gone, beside no other one any more."""
        half = self._half_of(next((one for one in self._kept if one.article == article_id), None))
        if not self.is_split or half is None:
            return
        if half is self.active:
            self._turn_to(self.other)
        self._set_split(is_split=False)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        for one in self._kept:
            for view in one.page.views:
                view.retranslate()
        self._name()

    def _in(self, half: Half) -> DraftPage:
        page = half.page
        assert isinstance(page, DraftPage)  # noqa: S101 - no half is shown before it holds a page
        return page

    def _open_in(self, half: Half) -> _Open:
        return next(one for one in self._kept if half.page in one.page.views)

    def _half_of(self, one: _Open | None) -> Half | None:
        """Return the half that shows a view of this page now, the active one first."""
        halves = (self.active, self.other) if self.is_split else (self.active,)
        return next((half for half in halves if one is not None and half.page in one.page.views), None)

    def _take_keyboard(self, half: Half, place: QWidget) -> None:
        """Turn to `half`; the keyboard comes along to `place` where it was in a page."""
        focus = QApplication.focusWidget()
        is_here = focus is not None and self.isAncestorOf(focus)
        has_two = self.is_split or half is not self.active
        self._turn_to(half)
        self._set_split(is_split=has_two)
        if is_here and focus is not place:
            place.setFocus()

    def _choose(self, half: Half) -> None:
        """Put the keyboard into this half without scrolling it."""
        self._in(half).keep_scroll()
        self._enter(half)

    def _enter(self, half: Half) -> None:
        page = self._in(half)
        page.last_field().setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._on_entered(page)  # a window that is not in front hears of no focus

    def _close(self, half: Half) -> None:
        """Show the other half alone, and let its article be the open one."""
        if not self.is_split:
            return
        kept = self.halves[1] if half is self.halves[0] else self.halves[0]
        if kept is not self.active:
            self._choose(kept)
            if kept is not self.active:
                return  # its article could not be opened
        self._set_split(is_split=False)

    def _even(self) -> None:
        """Let two views of one text be equally wide, for its lines are broken once."""
        is_same = self.is_split and self._open_in(self.active) is self._open_in(self.other)
        width = min(page.room for page in self.shown) // _STEP * _STEP if is_same else None
        for page in self.shown:
            has_bar = is_same or page.body.document().characterCount() > _LONG
            policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if has_bar else Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if page.verticalScrollBarPolicy() is not policy:  # to say it again lays out anew
                page.setVerticalScrollBarPolicy(policy)
            page.set_widest(width)
        self._name()

    def _name(self) -> None:
        for half in self.halves if self.is_split else ():
            half.show_title(self._in(half).headline.text())

    def _free(self) -> _Open:
        """Return a page to show another article on: one that is blank, a new one, or the longest unseen."""
        if (blank := next((one for one in self._kept if not one.article), None)) is not None:
            return blank
        return (self._longest_unseen() if len(self._kept) >= KEPT else None) or self._make()

    def _longest_unseen(self) -> _Open | None:
        """Return the page that may show another article, whose cursor's place is noted."""
        for one in reversed(self._kept[1:]):
            if one.article and not one.autosave.unsaved() and self._half_of(one) is None:
                self._places[one.article] = one.page.body.textCursor().position()
                return one
        return None  # nothing that the disk refused is given up for room

    @Slot()
    def _make_spare(self) -> None:
        """Have a blank page ready: to make one, or to empty one, takes as long as to show 50,000 words on it."""
        if any(not one.article for one in self._kept):
            return
        spare = self._make() if len(self._kept) <= KEPT else self._longest_unseen()
        if spare is not None:
            spare.article = ""
            spare.page.set_language(self.page.language)  # the next article may well be in it, too
            self._fit(spare.page)
            spare.autosave.show(None)

    def _fit(self, page: DraftPage) -> None:
        """Lay the parts of a page out as large as it will be seen, beside its bar: unseen they would wait for that."""
        page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        page.resize(self.page.size())
        page.grab(QRect(0, 0, 1, 1))

    def _autosave(self, page: DraftPage) -> Autosave:
        pace = TypingPace(self, self._timers)
        telling = TypingPace(self, self._timers, quiet_ms=PAINT_MS)
        return Autosave(page.fields(), pace, telling, self, page.ai_marks)

    def _make(self) -> _Open:
        page = DraftPage()
        made = _Open(page, self._autosave(page))
        made.autosave.edit_ready.connect(self.edit_ready)
        made.autosave.typed.connect(self._on_typed)
        made.autosave.collided.connect(self.collided)
        self._kept.append(made)
        self.active.hold(page)
        self._tie(page)
        return made

    def _add_view(self, one: _Open) -> None:
        """Make a second view of the texts of a page."""
        view = DraftPage(one.page)
        for field in view.fields().values():
            field.left.connect(one.autosave.save)
        self.other.hold(view)
        self._tie(view)
        one.autosave.lock()
        for each in one.page.views:
            SteadyPlace(each)

    def _tie(self, page: DraftPage) -> None:
        page.entered.connect(partial(self._on_entered, page))
        page.room_changed.connect(self._on_room)
        self._prepare(page)
        self.made.emit(page)

    def _on_typed(self, article: Article) -> None:
        self.typed.emit(article)
        if self.is_split:
            self._name()

    def _on_room(self) -> None:
        if self.is_split:
            self._even()

    def _on_entered(self, page: QWidget) -> None:
        if not self.is_split or self.other.page is not page:
            return
        if (there := self._open_in(self.other)) is not self._open_in(self.active):
            self.article_asked.emit(there.article)
        else:
            self._turn_to(self.other)
            self.page.lower()
            self.turned.emit()
