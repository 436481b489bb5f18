"""Markdown to HTML that is safe by construction and cleaned once more. Pictures are drawn by the caller's callback.

Must not know the newsroom: what a picture looks like, and whether it is there, is said by the callback.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from functools import cache
from xml.etree.ElementTree import Element

import nh3

from editor.core.web_address import as_uri
from editor.markup.ai_passages import PASSAGE, parse_passages
from editor.markup.levels import shown_levels
from editor.markup.parsing import HEADINGS, TIGHT, is_safe_address, parse
from editor.markup.stand_ins import BEGINS, ENDS, PASSAGE_CLASS

Picture = Callable[[str, str, str], str | None]

_BLOCKS = {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr"}
_TABLES = {"table", "thead", "tbody", "tr", "th", "td"}
_TAGS = _BLOCKS | _TABLES | {"em", "strong", "a", "code", "br", "img", "span"}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "ol": {"start"},
    "th": {"class"},
    "td": {"class"},
    "img": {"data-picture"},
    "span": {"class", "data-passage"},
}
_PLACE = re.compile(r'<img data-picture="(\d+)">')
_TAG = re.compile(r"<[^>]*>")
_MARKS = re.compile("[&<>\"']")


def render(
    markdown: str, *, picture: Picture | None = None, heading: int = 2, passages: Sequence[tuple[int, int]] = ()
) -> str:
    """Return `markdown` as HTML.

    `picture(path, alt, title)` returns the HTML of a picture (a `figure`, say), or None when there is none to show;
    then its alt text stands in its place, as a link when the path is an address of the web. Headings begin at level
    `heading` and leave none out. What `passages` (from, up to, in characters) mark stands in spans of the class
    "ai-passage"; where one begins and ends stand the places `BEGINS` and `ENDS`, for the caller's words. Safe on every
    thread and in every process.
    """
    root = parse_passages(markdown, passages) if passages else parse(markdown)
    for element, level in list(shown_levels(root, heading)):
        element.tag = f"h{level}"
    page = _Page(picture)
    page.write(root)
    return _PLACE.sub(lambda match: page.drawn[int(match[1])], _cleaner().clean("".join(page.parts)))


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


class _Page:
    """The HTML of a tree as it is written. A picture is a place: it stands beside a paragraph, never in one."""

    def __init__(self, picture: Picture | None) -> None:
        self.parts: list[str] = []
        self.drawn: list[str] = []
        self._picture = picture

    def write(self, holder: Element) -> None:
        """Write the blocks in `holder`."""
        for block in holder:
            tag = block.tag
            if tag in {"p", TIGHT}:
                self._write_paragraph(block)
            elif tag in HEADINGS or tag in {"th", "td"}:
                self._write_line(block)
            elif tag == "pre":
                self.parts.append(f"<pre><code>{self._inside(block, []).rstrip()}\n</code></pre>\n")
            elif tag == "hr":
                self.parts.append("<hr>\n")
            else:
                self.parts.append(f'<ol start="{block.get("start")}">' if block.get("start") else f"<{tag}>")
                if not (len(block) and block[0].tag == TIGHT):
                    self.parts.append("\n")
                self.write(block)
                if [child.tag for child in block] == [TIGHT] and self.parts[-1] == "\n":
                    self.parts.pop()
                self.parts.append(f"</{tag}>\n")

    def _write_paragraph(self, block: Element) -> None:
        """Write the runs of text and the pictures that a paragraph is made of; pictures inside a link come last."""
        late: list[str] = []
        run = [_text(block.text)]
        for child in block:
            place = self._place(child) if child.tag == "img" else None
            if place is None:
                run.append(self._inline(child, late))
            else:
                self._end_run(block, run)
                self.parts.append(place)
                run = []
            run.append(_text(child.tail))
        self._end_run(block, run)
        self.parts += late

    def _end_run(self, block: Element, run: list[str]) -> None:
        if words := _without_blank_ends("".join(run)):
            self.parts += (words, "\n") if block.tag == TIGHT else (f"<p>{words}</p>\n",)

    def _write_line(self, block: Element) -> None:
        """Write a heading, its pictures after it, or a table cell, its pictures behind its words."""
        late: list[str] = []
        align = block.get("align")
        # A class of the page's own: its content security policy forbids an inline style.
        opening = f'<{block.tag} class="align-{align}">' if align else f"<{block.tag}>"
        words = self._inside(block, late)
        places = "".join(late)
        if block.tag in HEADINGS:
            self.parts.append(f"{opening}{words}</{block.tag}>\n{places}")
        else:
            self.parts.append(f"{opening}{words}{places}</{block.tag}>\n")

    def _inside(self, element: Element, late: list[str], *, in_link: bool = False) -> str:
        parts = [_text(element.text)]
        for child in element:
            parts += self._inline(child, late, in_link=in_link), _text(child.tail)
        return "".join(parts)

    def _inline(self, element: Element, late: list[str], *, in_link: bool = False) -> str:
        tag = element.tag
        if tag == "br":
            return "<br>\n"
        if tag == "a":
            return self._link(element, late)
        if tag == PASSAGE:
            begins, ends = BEGINS if element.get("begins") else "", ENDS if element.get("ends") else ""
            words = self._inside(element, late, in_link=in_link)
            return f'<span class="{PASSAGE_CLASS}">{begins}{words}{ends}</span>'
        if tag != "img":
            return f"<{tag}>{self._inside(element, late, in_link=in_link)}</{tag}>"
        place = self._place(element)
        if place is not None:
            late.append(place)
            return ""
        return _picture_words(element, in_link=in_link)

    def _link(self, element: Element, late: list[str]) -> str:
        """Return a link; one without words gets its address for words, or it could be neither seen nor heard."""
        address = _text(as_uri(element.get("href", "")))
        words = self._inside(element, late, in_link=True)
        title = _text(element.get("title"))
        opening = f'<a href="{address}" title="{title}">' if title else f'<a href="{address}">'
        return f"{opening}{words if _TAG.sub('', words).strip() else address}</a>"

    def _place(self, element: Element) -> str | None:
        """Return the place of a picture that the caller draws."""
        path, alt, title = (element.get(name, "") for name in ("src", "alt", "title"))
        drawn = self._picture(path, alt, title) if self._picture else None
        if drawn is None:
            return None
        self.drawn.append(drawn)
        return f'<img data-picture="{len(self.drawn) - 1}">'


def _picture_words(element: Element, *, in_link: bool) -> str:
    path, alt = element.get("src", ""), element.get("alt", "")
    if in_link or not is_safe_address(path):
        return _text(alt)
    return f'<a href="{_text(as_uri(path))}">{_text(alt or path)}</a>'


def _without_blank_ends(words: str) -> str:
    """Return `words` without white space and line breaks around them, which a picture beside them leaves behind."""
    words = words.strip()
    while words.startswith("<br>"):
        words = words.removeprefix("<br>").lstrip()
    while words.endswith("<br>"):
        words = words.removesuffix("<br>").rstrip()
    return words


def _text(text: str | None) -> str:
    if not text:
        return ""
    return html.escape(text) if _MARKS.search(text) else text
