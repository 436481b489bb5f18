"""The words of a page that are its edition's: recognises them in a page text, and finds out whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from types import MappingProxyType

from editor.core.errors import FileError
from editor.core.messages import say
from editor.domain.house_style import HouseStyle
from editor.domain.labels import IMAGE_BY_AI, IMAGE_CHANGED_BY_AI, REPORTED_BY_AI
from editor.domain.page_label import PageLabels
from editor.i18n.dates import looks_like_date
from editor.i18n.page_words import OwnWords, own_words, page_words
from editor.i18n.tags import fallbacks
from editor.ingest.page_blocks import Block
from editor.markup.plain import collapse

_ROWS = (
    (REPORTED_BY_AI,),
    (IMAGE_BY_AI,),
    (IMAGE_CHANGED_BY_AI,),
    (REPORTED_BY_AI, IMAGE_BY_AI),
    (REPORTED_BY_AI, IMAGE_CHANGED_BY_AI),
)
_LONGEST_BYLINE = 200


@dataclass(frozen=True)
class Furniture:
    """The words of one locale as a page text shows them.

    `override` is the newsroom's own house style for it, `own` its own words. `style` is the tag whose house style
    writes the dates, "" for the locale's own.
    """

    locale: str
    override: HouseStyle | None = None
    own: OwnWords = ()
    style: str = ""

    @property
    def dates(self) -> str:
        """Return the tag whose house style writes the dates."""
        return self.style or self.locale

    def word(self, key: str) -> str:
        """Return one word of the furniture."""
        return collapse(page_words(self.locale, self.own)[key].text)

    @cached_property
    def rows(self) -> Mapping[str, tuple[str, ...]]:
        """Return the label rows as they are shown, with the keys of their labels."""
        return {" ".join(self.word(key) for key in row): row for row in _ROWS}

    @cached_property
    def notice(self) -> tuple[str, tuple[str, str]]:
        """Return the consent notice: its title, and the two lines below."""
        words = f"{self.word('cookie_body')} {self.word('cookie_policy')}"
        return self.word("cookie_title"), (words, self.word("decline"))

    def ends_notice(self, block: Block) -> bool:
        """Say whether `block` is what ends a notice, in whatever words of a newsroom: a line, and the usual button."""
        return len(block.lines) == 2 and block.lines[1] == self.word("decline")

    def row(self, block: Block) -> tuple[str, ...]:
        """Return the labels that `block` is a row of, none when it is no row."""
        return self.rows.get(block.lines[0], ()) if len(block.lines) == 1 else ()

    def picture_label(self, block: Block) -> str:
        """Return the key of the label below an alt text, "" when `block` is no picture."""
        row = self.rows.get(block.lines[-1], ()) if len(block.lines) > 1 else ()
        return row[0] if len(row) == 1 and row[0] != REPORTED_BY_AI else ""

    def is_heading(self, block: Block, key: str) -> bool:
        """Say whether `block` is the heading `key` alone."""
        return block.lines == (self.word(key),)

    def is_date(self, block: Block) -> bool:
        """Say whether `block` is a date in the long style."""
        return len(block.lines) == 1 and looks_like_date(block.lines[0], self.dates, self.override)

    def date_after(self, key: str, line: str) -> str:
        """Return the date that stands behind the word `key` in `line`, or ""."""
        rest = line.removeprefix(f"{self.word(key)} ")
        return rest if rest != line and looks_like_date(rest, self.dates, self.override) else ""

    def names(self, line: str) -> tuple[str, ...]:
        """Return the names of a byline, none when `line` is no byline."""
        before, _, after = self.word("by_line").partition("{names}")
        inner = line.removeprefix(before).removesuffix(after)
        is_byline = line == f"{before}{inner}{after}" and inner and inner != line
        if not is_byline or len(line) > _LONGEST_BYLINE or inner.rstrip()[-1:] in ".!?:;。！？؟।։፡።":
            return ()
        return tuple(name for part in inner.split(", ") if (name := part.strip()))

    def kind_of(self, block: Block) -> str:
        """Return what piece of furniture `block` is or holds, "" when none."""
        title, below = self.notice
        if block.lines in ((title,), below):
            return "notice"
        for key in ("people_saying", "related"):
            if self.is_heading(block, key):
                return key
        if row := self.row(block):
            return " ".join(row)
        return self.picture_label(block) or ("date" if self.is_date(block) else "")


def find_furniture(
    blocks: Sequence[Block],
    locales: Iterable[str],
    editions: Sequence[str],
    overrides: Mapping[str, HouseStyle],
    labels: PageLabels = MappingProxyType({}),
    styles: Mapping[str, str] = MappingProxyType({}),
) -> Furniture:
    """Return the furniture among `locales` whose labels and dates explain most of `blocks`.

    `styles` name by locale the tags whose house styles the editions write their dates in, where those are not their
    own. Where a locale and a narrower one read the page alike, one of the newsroom's own `editions` is taken, else the
    wider. Raises `FileError` when no locale explains anything, or two different languages explain the same.
    """
    best: list[Furniture] = []
    most = 0
    where = 1
    for locale in dict.fromkeys((*locales, *editions)):
        own = own_words(labels, locale)
        style = styles.get(locale, "")
        dates = ((overrides.get(style), style), (overrides.get(locale), ""), (None, ""))
        for (override, tag), words in dict.fromkeys(product(dates, (own, ()))):
            furniture = Furniture(locale, override, words, tag)
            explained = [block.line for block in blocks if furniture.kind_of(block)]
            if len(explained) > most:
                best, most, where = [], len(explained), explained[0]
            if explained and len(explained) == most and all(one.locale != locale for one in best):
                best.append(furniture)
    if not best:
        raise FileError(
            say("No label and no date of a page that Makala knows is here, so it cannot be told what is what."),
            say("A page text is a whole page with its labels. Any other text can be pasted into a new article."),
            line=1,
        )
    widest = min(best, key=lambda one: len(one.locale))
    if any(widest.locale not in fallbacks(one.locale) for one in best):
        names = ", ".join(sorted(one.locale for one in best))
        raise FileError(
            say("The labels and dates of this page fit more than one language: {names}.", names=names),
            say("Take the page in from an edition whose labels tell them apart."),
            line=where,
        )
    return next((one for one in best if one.locale in editions), widest)
