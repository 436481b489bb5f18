"""Pasted HTML to Markdown: what a reader saw of it, in marks that Makala knows. Looks at no file and no network."""

from __future__ import annotations

import re
from collections.abc import Callable

from bs4.element import NavigableString, PageElement, Tag
from markdownify import ATX, BACKSLASH, MarkdownConverter

from editor.markup.pasted_reader import read_html
from editor.markup.pasted_runs import LineStart
from editor.markup.plain import escape_inside, escape_start

PicturePath = Callable[[str, str], str | None]

_FIRST_HEADING = 2
_DEEPEST_HEADING = 6
_BACKTICKS = re.compile("`+")
_NO_TEXT = {0x00: "\ufffd", 0x02: None, 0x03: None, **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}
# What would end an address in brackets, or be read as something else in there.
_IN_ADDRESS = {ord(one): f"%{ord(one):02X}" for one in ' "<>()[]\\`|'}
_BEFORE_ENTITY = re.compile(r"&(?=#?\w+;)")
_EMPTY_LINES = re.compile(r"\n{3,}")
_QUOTE = '\\"'
_BLANKS = re.compile(r"[ \n]+")


def markdown_of(html: str, picture: PicturePath) -> str:
    """Return what `html` (as a clipboard holds it) says, as Markdown that says nothing else.

    `picture(source, alt)` returns the path under which the newsroom keeps a picture, None to leave it out; it is asked
    in the order in which pictures stand. Headings begin at level 2 and leave none out. Links lead to http, https and
    mailto only; what is literal in the HTML stays literal.
    """
    root = read_html(html.translate(_NO_TEXT))
    return _EMPTY_LINES.sub("\n\n", _Writer(picture).convert_soup(root)).strip("\n")


def text_of(html: str) -> str:
    """Return the words of `html`, a line for each block, for fields that hold plain text."""
    lines = "".join(_words(part) for part in read_html(html.translate(_NO_TEXT)).descendants).split("\n")
    return "\n".join(line.strip(" ") for line in lines if line.strip())


def _words(part: PageElement) -> str:
    """Return the words of a part of the tree, or what stands between it and the one before."""
    if isinstance(part, NavigableString):
        return str(part)
    if not isinstance(part, Tag) or part.name in {"strong", "em", "a", "code", "img"}:
        return ""
    parent = part.parent
    if part.name in {"td", "th"}:
        return "\t" if part.find_previous_sibling() is not None else ""
    if parent is not None and parent.name in {"td", "th"}:
        return " " if part.find_previous_sibling() is not None else ""
    return "\n"


class _Writer(MarkdownConverter):
    """Writes the tree of `read_html` in the marks of our dialect, which wants four blanks where a list goes deeper."""

    def __init__(self, picture: PicturePath) -> None:
        super().__init__(heading_style=ATX, newline_style=BACKSLASH, table_infer_header=True, bullets="-")
        self._picture = picture
        self._above: list[int] = []

    def process_text(self, el: NavigableString, parent_tags: set[str] | None = None) -> str:
        """Escape what is literal, at the start of a line too."""
        within = parent_tags or set()
        if "_noformat" in within:
            return str(el)
        text = escape_inside(str(el))
        if isinstance(el, LineStart):
            text = escape_start(text)
            # A line of these below another would make a heading of that.
            text = f"\\{text}" if text.startswith("=") else text
        return text.replace("|", "\\|") if within & {"td", "th"} else text

    def convert_heading(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Fit the headings to the levels of an article: the first is the second level, none is left out below it."""
        del parent_tags
        typed = int(el.name[1])
        while self._above and self._above[-1] >= typed:
            self._above.pop()
        self._above.append(typed)
        level = min(_FIRST_HEADING + len(self._above) - 1, _DEEPEST_HEADING)
        return f"\n\n{'#' * level} {text.strip()}\n\n"

    def convert_em(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Use the mark that fits where the words stand."""
        del parent_tags
        return f"{el['mark']}{text}{el['mark']}"

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write a link, in short where its words are its address."""
        del parent_tags
        address = str(el["href"])
        words = "".join(str(part) for part in el.descendants if isinstance(part, NavigableString))
        if words in {address, address.removeprefix("mailto:")} and not re.search(r"[<>\s]", address):
            return f"<{words}>"
        return f"[{text}]({_in_brackets(address)})"

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write a picture that the newsroom keeps as a paragraph of its own."""
        del text, parent_tags
        alt, title = str(el["alt"]), str(el["title"])
        path = self._picture(str(el["src"]), alt)
        if path is None:
            return ""
        said = f' "{escape_inside(title).replace(chr(34), _QUOTE)}"' if title else ""
        return f"\n\n![{escape_inside(alt)}]({path}{said})\n\n"

    def convert_code(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write code between as many backticks as it does not hold itself."""
        del el, parent_tags
        fence = _fence(text, 1)
        room = " " if text.startswith("`") or text.endswith("`") else ""
        return f"{fence}{room}{text}{room}{fence}"

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write code of several lines between fences, in a table on one line."""
        if parent_tags & {"td", "th"}:
            return self.convert_code(el, " ".join(text.split()), parent_tags)
        fence = _fence(text, 3)
        return f"\n\n{fence}\n{text}\n{fence}\n\n"

    def convert_list(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Put the marks before the items of a list, and four blanks before what else they hold."""
        items = [str(text) for text in text.split(_ITEM_END) if text.strip()]
        if parent_tags & {"td", "th"}:
            return " ".join(" ".join(item.split()) for item in items)
        start = str(el.get("start", "1"))
        number = int(start) if start.isdigit() else 1
        marks = (f"{number + at}. " if el.name == "ol" else "- " for at in range(len(items)))
        lines = "\n".join(mark + _set_in(item.strip("\n")) for mark, item in zip(marks, items, strict=True))
        return f"\n{lines}" if "li" in parent_tags else f"\n\n{lines}\n\n"

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Leave the item to its list, which knows its number."""
        del el, parent_tags
        return f"{text}{_ITEM_END}" if text.strip() else ""

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write what a cell holds on one line."""
        del el, parent_tags
        return f" {_BLANKS.sub(' ', text).strip()} |"

    convert_h1 = convert_h2 = convert_h3 = convert_h4 = convert_h5 = convert_h6 = convert_heading
    convert_th = convert_td
    convert_ul = convert_list
    convert_ol = convert_list


# Stands in no text: it is taken out of every one that is kept.
_ITEM_END = "\x02"


def _set_in(item: str) -> str:
    return "\n".join(f"    {line}" if line and at else line for at, line in enumerate(item.split("\n")))


def _fence(text: str, least: int) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    return "`" * max(least, longest + 1)


def _in_brackets(address: str) -> str:
    return _BEFORE_ENTITY.sub("%26", address.translate(_IN_ADDRESS))
