"""HTML as programs put it on the clipboard, read into a small clean tree: a few blocks, runs of text, links, pictures.

Time is linear and depth bounded, whatever the HTML. Nothing is fetched and no file is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from bs4.element import NavigableString, Tag
from typing_extensions import override

from editor.markup import pasted_styles as styles
from editor.markup.pasted_runs import BREAK, Face, Run, add_to, in_order
from editor.markup.pasted_tables import settle_table

_HEADINGS = {f"h{level}": f"h{level}" for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_PARAGRAPHS = frozenset(
    {
        "address", "article", "aside", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "html", "legend", "main",
        "nav", "p", "search", "section", "summary"
    }
)  # fmt: skip
_CELLS = frozenset({"td", "th"})
_BLOCKS = _PARAGRAPHS | _LISTS | _CELLS | {"li", "blockquote", "pre", "table", "tr", "hr", *_HEADINGS}
_VOID = frozenset(
    {
        "area", "base", "br", "col", "frame", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr"
    }
)  # fmt: skip
_WORD_CLASSES = {"MsoTitle": "h1", "MsoQuote": "blockquote", "MsoIntenseQuote": "blockquote"}
# What a start tag ends where HTML lets the end tag be left out, and where the looking for it stops.
_ENDS = {
    "li": (frozenset({"li"}), _LISTS),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (_CELLS, frozenset({"tr", "table"})),
    "th": (_CELLS, frozenset({"tr", "table"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
}
# What a browser shows around an element: quotation marks, and brackets around the reading of a character.
_QUOTED = {"q": "“”", "rt": "()"}
_LOOK_BACK = 30
_DEEPEST = 40

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<!\[.*?\]>|<\?.*?>|<!doctype[^>]*>", re.DOTALL | re.IGNORECASE)
_CLIPBOARD_HEAD = re.compile(r"Version:[^<]*", re.DOTALL)


def read_html(html: str) -> Tag:
    """Return what `html` says as a tree whose root is a `div`.

    Its blocks are p, h1 to h6, ul, ol (with `start`), li, blockquote, pre, hr, table, tr, td, th and img (with `src`,
    `alt`, `title`); within lines there are strong, em, code, a and br.
    """
    reader = _Reader()
    reader.feed(_COMMENT.sub("", html[found.end() :] if (found := _CLIPBOARD_HEAD.match(html)) else html))
    reader.close()
    return reader.finish()


@dataclass(slots=True)
class _Open:
    """An element of the HTML that is open, and what there was before it."""

    tag: str
    face: Face
    depth: int
    word_level: int = 0
    is_marker: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Tag(name="div")
        self._open: list[_Open] = []
        self._counts: dict[str, int] = {}
        self._holders: list[Tag] = [self.root]
        self._line = "p"
        self._runs: list[Run] = []
        self._pictures: list[Tag] = []
        self._left_out_from: int | None = None
        self._word_lists: list[Tag] = []
        self._marker = ""
        self._pre = 0
        self._starts: dict[str, Callable[[str, styles.Attributes], None]] = {
            "br": self._on_break,
            "hr": self._on_rule,
            "img": self._on_picture,
            "table": self._on_holder,
            "tr": self._on_holder,
            "blockquote": self._on_holder,
            "li": self._on_item,
            "pre": self._on_pre,
            **dict.fromkeys(_LISTS, self._on_list),
            **dict.fromkeys(_CELLS, self._on_holder),
        }

    def finish(self) -> Tag:
        """Close what is open and return the tree."""
        while self._open:
            self._close()
        self._end_line()
        self._flush_pictures()
        return self.root

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if self._left_out_from is not None:
            if tag not in _VOID:
                self._push(_Open(tag, Face(), len(self._holders)))
            return
        self._end_implied(tag)
        if styles.is_left_out(tag, attributes):
            if tag not in _VOID:
                self._left_out_from = len(self._open)
                self._push(_Open(tag, Face(), len(self._holders)))
            return
        outer = self._open[-1] if self._open else None
        face = styles.face_of(tag, attributes, outer.face if outer else Face())
        if tag in _BLOCKS:
            self._end_line()
            face = Face() if tag in _CELLS else face
        if tag not in _VOID:
            is_marker = bool(outer and outer.is_marker) or styles.is_word_marker(attributes)
            self._push(_Open(tag, face, len(self._holders), self._level_of(tag, attributes, outer), is_marker))
        if tag in _QUOTED:
            self.handle_data(_QUOTED[tag][0])
        as_tag = _WORD_CLASSES.get(attributes.get("class", ""), tag)
        if as_tag in _HEADINGS and not self._is_in({"li", "td", "th"}):
            self._line = as_tag
        self._starts.get(as_tag, self._on_other)(as_tag, attributes)

    @override
    def handle_endtag(self, tag: str) -> None:
        if not self._counts.get(tag):
            if tag == "p" and self._left_out_from is None:
                self._end_line()
            return
        while self._open:
            last = self._open[-1].tag
            self._close()
            if last == tag:
                return

    @override
    def handle_data(self, data: str) -> None:
        if self._left_out_from is not None:
            return
        at = self._open[-1] if self._open else None
        if at and at.is_marker:
            self._marker += data
            return
        if self._pre:
            self._runs.append(Run(data))
            return
        if at and at.tag in {"sup", "sub"}:
            data = styles.shifted(at.tag, data.strip())
        self._runs.append(Run(data, at.face if at else Face()))

    def _level_of(self, tag: str, attributes: styles.Attributes, outer: _Open | None) -> int:
        if tag in _LISTS or tag in _CELLS:
            return 0
        level = styles.word_level(attributes) if tag in _BLOCKS else 0
        return min(level, _DEEPEST) or (outer.word_level if outer else 0)

    def _on_other(self, _tag: str, _attributes: styles.Attributes) -> None:
        """Nothing but a change of face, or the end of a line."""

    def _on_break(self, _tag: str, _attributes: styles.Attributes) -> None:
        if self._pre:
            self._runs.append(Run("\n"))
        elif self._runs and self._runs[-1] is BREAK and self._line == "p":
            self._runs.pop()
            self._end_line()
        else:
            self._runs.append(BREAK)

    def _on_rule(self, _tag: str, _attributes: styles.Attributes) -> None:
        if not self._is_in({"li", "td", "th"}):
            self._put(Tag(name="hr", can_be_empty_element=True))

    def _on_picture(self, _tag: str, attributes: styles.Attributes) -> None:
        alt = " ".join(attributes.get("alt", "").split())
        if alt and len(alt) <= 8 and not re.search(r"[\w\s]", alt):
            self.handle_data(alt)  # an emoji shown as a picture
        elif attributes.get("src") and not _is_speck(attributes):
            made = Tag(name="img", attrs={"src": attributes["src"].strip(), "alt": alt, "title": ""})
            self._pictures.append(made)
            if not self._is_in({"li", "td", "th", "a"}) and self._line == "p" and not self._pre:
                self._end_line()

    def _on_holder(self, tag: str, _attributes: styles.Attributes) -> None:
        if tag == "tr" and self._holders[-1].name != "table":
            return
        if tag in _CELLS and self._holders[-1].name != "tr":
            return
        attributes = {name: _attributes[name] for name in ("colspan", "rowspan", "role") if name in _attributes}
        self._hold(Tag(name=tag, attrs=attributes))

    def _on_list(self, tag: str, attributes: styles.Attributes) -> None:
        holder = self._holders[-1]
        if holder.name in {"ul", "ol"}:
            # Some programs put a list of a list straight into it, not into its last item.
            self._holders.append(_last_item(holder))
        made = Tag(name="ol" if tag == "ol" else "ul")
        start = attributes.get("start", "")
        if tag == "ol" and start.isascii() and start.isdigit() and len(start) < 10:
            made["start"] = start
        self._hold(made)

    def _on_item(self, _tag: str, attributes: styles.Attributes) -> None:
        if styles.word_level(attributes):
            self._marker = "1." if self._holders[-1].name == "ol" else ""
            return
        self._word_lists.clear()
        holder = self._holders[-1]
        if holder.name not in {"ul", "ol"}:
            last = holder.contents[-1] if holder.contents else None
            if isinstance(last, Tag) and last.name == "ul":
                self._holders.append(last)
            else:
                self._hold(Tag(name="ul"))
        self._hold(Tag(name="li"))

    def _on_pre(self, _tag: str, attributes: styles.Attributes) -> None:
        if "wrap" in attributes or "moz" in attributes.get("class", ""):
            return  # a mail of plain text, not code
        self._pre += 1

    def _hold(self, made: Tag) -> None:
        if len(self._holders) >= _DEEPEST:
            return
        self._put(made)
        self._holders.append(made)

    def _put(self, made: Tag) -> None:
        """Append a block where blocks may stand."""
        holder = self._holders[-1]
        if made.name not in {"ul", "ol"}:
            self._word_lists.clear()
        if holder.name in {"ul", "ol"} and made.name != "li":
            holder = _last_item(holder)
        elif (holder.name == "table" and made.name != "tr") or (holder.name == "tr" and made.name not in _CELLS):
            holder = _outside(holder, {"table", "tr"})
        holder.append(made)

    def _end_line(self) -> None:
        """Make a block of the text so far, and of the pictures that stood in it."""
        if self._pre:
            if self._runs and not self._runs[-1].text.endswith("\n"):
                self._runs.append(Run("\n"))
            return
        line, self._line = self._line, "p"
        runs, self._runs = in_order(self._runs), []
        if runs:
            level = self._open[-1].word_level if self._open else 0
            if level and line == "p":
                self._put_word_item(runs, level)
            else:
                self._put_line(line, runs)
        if not self._is_in({"td", "th", "li"}):
            self._flush_pictures()

    def _put_line(self, line: str, runs: list[Run]) -> None:
        holder = self._holders[-1]
        if holder.name == "li" and not holder.contents:
            add_to(holder, runs)
            return
        if line != "p":
            # A heading is bold as it is.
            runs = in_order(replace(run, face=replace(run.face, bold=False, italic=False)) for run in runs)
        above = holder.contents[-1] if holder.contents else None
        if self._counts.get("figcaption") and isinstance(above, Tag) and above.name == "img" and not above["title"]:
            above["title"] = "".join(run.text for run in runs).replace("\n", " ")
            return
        made = Tag(name=line)
        add_to(made, runs)
        self._put(made)

    def _put_word_item(self, runs: list[Run], level: int) -> None:
        number, self._marker = styles.number_of(self._marker), ""
        kind = "ul" if number is None else "ol"
        lists = self._word_lists
        del lists[level:]
        if len(lists) == level and lists[-1].name != kind:
            lists.pop()
        while len(lists) < level:
            opened = Tag(name=kind if len(lists) == level - 1 else "ul", attrs={"start": str(number or 1)})
            if lists:
                _last_item(lists[-1]).append(opened)
            else:
                _outside(self._holders[-1], {"table", "tr", "ul", "ol"}).append(opened)
            lists.append(opened)
        item = Tag(name="li")
        add_to(item, runs)
        lists[-1].append(item)

    def _end_code(self) -> None:
        text, self._runs = "".join(run.text for run in self._runs).strip("\r\n"), []
        if text.strip():
            made = Tag(name="pre")
            made.append(NavigableString(text.replace("\r\n", "\n").replace("\u00a0", " ")))
            self._put(made)

    def _flush_pictures(self) -> None:
        pictures, self._pictures = self._pictures, []
        for picture in pictures:
            self._put(picture)

    def _end_implied(self, tag: str) -> None:
        if tag in _BLOCKS and self._counts.get("p") and self._open[-1].tag == "p":
            self._close()
        ends, stops = _ENDS.get(tag, (frozenset(), frozenset()))
        for back, one in enumerate(reversed(self._open[-_LOOK_BACK:]), 1):
            if one.tag in stops:
                return
            if one.tag in ends:
                for _ in range(back):
                    self._close()
                return

    def _push(self, opened: _Open) -> None:
        self._open.append(opened)
        self._counts[opened.tag] = self._counts.get(opened.tag, 0) + 1

    def _close(self) -> None:
        opened = self._open[-1]
        if self._left_out_from is None:
            self._end_words(opened.tag)
        self._open.pop()
        self._counts[opened.tag] -= 1
        while len(self._holders) > opened.depth:
            ended = self._holders.pop()
            if ended.contents:
                self._word_lists.clear()
            if ended.name == "table":
                settle_table(ended)
        if self._left_out_from is not None and len(self._open) <= self._left_out_from:
            self._left_out_from = None
        elif not self._is_in({"td", "th", "li"}) and opened.tag in _BLOCKS:
            self._flush_pictures()

    def _end_words(self, tag: str) -> None:
        if tag in _QUOTED:
            self.handle_data(_QUOTED[tag][1])
        if tag in _BLOCKS:
            self._end_line()
        if tag == "pre" and self._pre:
            self._end_code()
            self._pre -= 1

    def _is_in(self, tags: set[str]) -> bool:
        return any(self._counts.get(tag) for tag in tags)


def _is_speck(attributes: styles.Attributes) -> bool:
    """Say whether a picture is one of the invisible dots by which mails are followed."""
    return any(attributes.get(side, "").removesuffix("px") in {"0", "1", "2"} for side in ("width", "height"))


def _last_item(holder: Tag) -> Tag:
    """Return the last item of a list, one made for it when it has none."""
    last = holder.contents[-1] if holder.contents else None
    if isinstance(last, Tag) and last.name == "li":
        return last
    made = Tag(name="li")
    holder.append(made)
    return made


def _outside(holder: Tag, names: set[str]) -> Tag:
    """Return the nearest of `holder` and what it stands in that has none of these `names`."""
    while holder.parent is not None and holder.name in names:
        holder = holder.parent
    return holder
