"""Markdown to HTML that is safe by construction and cleaned once more. Pictures are drawn by the caller's callback.

Must not know the newsroom: what a picture looks like, and whether it is there, is said by the callback.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import nh3
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from editor.markup.levels import shown_levels
from editor.markup.parsing import is_safe_address, parse, shared_parser
from editor.markup.plain import inline_text

if TYPE_CHECKING:
    from markdown_it.utils import EnvType

Picture = Callable[[str, str, str], str | None]

_BLOCKS = {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr"}
_TABLES = {"table", "thead", "tbody", "tr", "th", "td"}
_TAGS = _BLOCKS | _TABLES | {"em", "strong", "a", "code", "br", "img"}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "th": {"class"}, "td": {"class"}, "img": {"data-picture"}}
_PLACE = re.compile(r'<img data-picture="(\d+)">')
_ALIGNED = re.compile(r"text-align:(\w+)")
_BREAKS = {"softbreak", "hardbreak"}


def render(markdown: str, *, picture: Picture | None = None, heading: int = 2) -> str:
    """Return `markdown` as HTML.

    `picture(path, alt, title)` returns the HTML of a picture (a `figure`, say), or None when there is none to show;
    then its alt text stands in its place, as a link when the path is an address of the web. Headings begin at level
    `heading` and leave none out. Safe on every thread and in every process.
    """
    tokens = parse(markdown)
    drawn: list[str] = []
    for token, level in shown_levels(tokens, heading):
        token.tag = f"h{level}"
    env: EnvType = {}
    parser = shared_parser()
    html = parser.renderer.render(list(_arranged(tokens, picture, drawn)), parser.options, env)
    return _PLACE.sub(lambda match: drawn[int(match[1])], _cleaner().clean(html))


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def _arranged(tokens: Iterable[Token], picture: Picture | None, drawn: list[str]) -> Iterator[Token]:
    """Yield `tokens` with pictures as places of their own: a figure may stand beside a paragraph, never in one."""
    opened: Token | None = None
    for token in tokens:
        if token.type in {"paragraph_open", "heading_open"}:
            opened = token
        elif token.type == "inline":
            children = list(_with_safe_links(_with_pictures(token.children or [], picture, drawn)))
            if opened is None:
                yield _inline(token, _last(children))
            elif opened.tag == "p":
                yield from _split_paragraph(opened, token, children)
            else:
                yield from (opened, _inline(token, [one for one in children if not _is_place(one)]))
                yield Token("heading_close", opened.tag, -1, block=True)
                yield from (one for one in children if _is_place(one))
        elif token.type in {"paragraph_close", "heading_close"}:
            opened = None
        else:
            if token.type in {"th_open", "td_open"}:
                _align_by_class(token)
            yield token


def _split_paragraph(opened: Token, inline: Token, children: list[Token]) -> Iterator[Token]:
    """Yield one paragraph as the runs of text and the pictures it is made of; pictures inside a link come last."""
    closing = Token("paragraph_close", "p", -1, hidden=opened.hidden, block=True)
    run: list[Token] = []
    late: list[Token] = []
    for child in [*children, Token("end", "", 0)]:
        is_end = child.type == "end"
        if _is_place(child) and child.level:
            late.append(child)
        elif is_end or _is_place(child):
            if text := _trimmed(run):
                yield from (opened, _inline(inline, text), closing)
            run = []
            if not is_end:
                yield child
        else:
            run.append(child)
    yield from late


def _trimmed(run: list[Token]) -> list[Token]:
    def is_blank(token: Token) -> bool:
        return token.type in _BREAKS or (token.type == "text" and not token.content.strip())

    begin, end = 0, len(run)
    while begin < end and is_blank(run[begin]):
        begin += 1
    while end > begin and is_blank(run[end - 1]):
        end -= 1
    for token in run[begin : begin + 1]:
        token.content = token.content.lstrip() if token.type == "text" else token.content
    for token in run[max(begin, end - 1) : end]:
        token.content = token.content.rstrip() if token.type == "text" else token.content
    return run[begin:end]


def _last(children: list[Token]) -> list[Token]:
    """Return the children of a table cell with its pictures behind its words."""
    return sorted(children, key=_is_place)


def _inline(like: Token, children: list[Token]) -> Token:
    return Token("inline", "", 0, children=children, content=like.content, level=like.level)


def _is_place(token: Token) -> bool:
    return token.type == "html_inline"


def _with_pictures(children: Iterable[Token], picture: Picture | None, drawn: list[str]) -> Iterator[Token]:
    in_link = False
    for token in children:
        in_link = token.type == "link_open" or (in_link and token.type != "link_close")
        if token.type != "image":
            yield token
            continue
        path, alt = str(token.attrs["src"]), inline_text(token.children or [])
        html = picture(path, alt, str(token.attrs.get("title", ""))) if picture else None
        if html is not None:
            yield Token("html_inline", "", 0, content=f'<img data-picture="{len(drawn)}">', level=token.level)
            drawn.append(html)
        elif is_safe_address(path) and not in_link:
            yield Token("link_open", "a", 1, attrs={"href": normalizeLink(path)}, level=token.level)
            yield Token("text", "", 0, content=alt or path, level=token.level)
            yield Token("link_close", "a", -1, level=token.level)
        else:
            yield Token("text", "", 0, content=alt, level=token.level)


def _with_safe_links(children: Iterable[Token]) -> Iterator[Token]:
    """Yield `children` with each link to a safe address; of any other only the words remain.

    A link around nothing but a picture gets its address for words: the picture moves out of the paragraph, and a link
    without words could be neither seen nor heard.
    """
    address = ""
    is_wordless = False
    for token in children:
        if token.type == "link_open":
            address = str(token.attrs.get("href", ""))
            address = normalizeLink(address) if is_safe_address(address) else ""
            is_wordless = True
            token.attrs["href"] = address
        elif token.type == "link_close" and address and is_wordless:
            yield Token("text", "", 0, content=address, level=token.level)
        elif not _is_place(token) and token.content:
            is_wordless = False
        if address or token.type not in {"link_open", "link_close"}:
            yield token


def _align_by_class(token: Token) -> None:
    """Replace the inline style, which our content security policy forbids, by a class of the page's own."""
    match = _ALIGNED.match(str(token.attrs.pop("style", "")))
    if match:
        token.attrs["class"] = f"align-{match[1]}"
