"""Markdown to a tree of elements that pages, plain text and outline share, by the one parser of the house.

Typed HTML is text. A link leads to http, https or mailto only; anything else stays visible just as it was typed.

In the tree, quotations and lists hold blocks only: what the library leaves as bare text in them is a `tight` paragraph.
A `pre` holds its code as text. A picture holds nothing; its words are its `alt`.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown

from editor.core.web_address import leads_to_a_host
from editor.markup.blocks import FENCED, Accepts
from editor.markup.dialect import make_parser
from editor.markup.stand_ins import PICTURES

# A paragraph shown without being one: the text of a list whose items are not set apart.
TIGHT = "tight"
HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
# The blocks that hold text.
LEAVES = frozenset({"p", TIGHT, "th", "td"}) | HEADINGS

_BLOCKS = LEAVES | {"ul", "ol", "li", "blockquote", "pre", FENCED, "hr", "table"}
_MAIL = re.compile(r"(?i)mailto:\S")
_SPACES = re.compile(r"[ \n]+")
# Emphasis in emphasis deeper than this is plain text.
_MAX_INLINE_NESTING = 30


def is_safe_address(address: str) -> bool:
    """Say whether `address` may become a link: http or https to a host that there could be, or mailto."""
    return leads_to_a_host(address) or bool(_MAIL.match(address))


def is_picture_address(address: str) -> bool:
    """Say whether `address` may become a picture: one of the newsroom's, or one of the web."""
    return address.startswith(PICTURES) or is_safe_address(address)


def parse(markdown: str, pictures: Accepts = is_picture_address) -> Element:
    """Return the tree of `markdown`, with a picture for each address that `pictures` accepts. Safe on every thread."""
    parser = _parsers.made.get(pictures)
    if parser is None:
        parser = _parsers.made[pictures] = make_parser(is_safe_address, pictures)
    root = _tree(parser, markdown)
    for element in list(root.iter()):
        if element.tag in {parser.doc_tag, "blockquote", "li"}:
            element[:] = list(_blocks(element))
            element.text = None
        elif element.tag == "pre":
            element.text = _code(element[0])
            del element[:]
        elif element.tag == FENCED:
            element.tag = "pre"
        elif element.tag == "code":
            element.text = _code(element)
        elif element.tag == "img":
            element.set("alt", _alt(element))
            element.text = None
            del element[:]
    for element in root.iter():
        if element.tag in LEAVES:
            _flatten(element)
    return root


class _Parsers(threading.local):
    """The parsers of one thread: they hold state while they work."""

    def __init__(self) -> None:
        self.made: dict[Accepts, Markdown] = {}


_parsers = _Parsers()


def _tree(parser: Markdown, markdown: str) -> Element:
    """Do what the library's `convert` does, up to the point where it would write HTML."""
    parser.reset()
    parser.parser.state.clear()
    lines = markdown.replace("\0", "\ufffd").split("\n")
    for preprocessor in parser.preprocessors:
        lines = preprocessor.run(lines)
    root = Element(parser.doc_tag)
    parser.parser.parseChunk(root, "\n".join(lines))
    for treeprocessor in parser.treeprocessors:
        changed = treeprocessor.run(root)
        root = root if changed is None else changed
    return root


def _blocks(holder: Element) -> Iterator[Element]:
    """Yield the blocks in `holder`; each run of bare text is a tight paragraph."""
    run = Element(TIGHT)
    run.text = holder.text
    for child in holder:
        if child.tag not in _BLOCKS:
            run.append(child)
            continue
        after, child.tail = child.tail, None
        if len(run) or (run.text and run.text.strip()):
            yield run
        yield child
        run = Element(TIGHT)
        run.text = after
    if len(run) or (run.text and run.text.strip()):
        yield run


def _code(element: Element) -> str:
    """Return code as it was typed: the library writes three characters as entities there, for its own serializer."""
    return (element.text or "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _alt(picture: Element) -> str:
    """Return the words of a picture, on one line and without their markup."""
    for line_break in picture.iter("br"):
        line_break.text = " "
    return _SPACES.sub(" ", "".join(picture.itertext()))


def _flatten(leaf: Element) -> None:
    """Make plain text of what is nested too deep for those who walk the tree."""
    level = list(leaf)
    for _ in range(_MAX_INLINE_NESTING):
        level = [child for element in level for child in element]
        if not level:
            return
    for element in level:
        element.text = "".join(element.itertext())
        del element[:]
