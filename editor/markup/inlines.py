"""What stands inside the lines of our dialect of Python-Markdown, in the place of what it comes with.

Every ASCII mark can be escaped, entities become the characters they name, and an address that is not accepted stays
visible as it was typed. What takes part of a line notes how that was typed.
"""

from __future__ import annotations

import html
import re
import string
from collections.abc import Mapping
from html.entities import html5
from types import MappingProxyType
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import (
    AUTOLINK_RE,
    AUTOMAIL_RE,
    BACKTICK_RE,
    ENTITY_RE,
    IMAGE_LINK_RE,
    IMAGE_REFERENCE_RE,
    LINK_RE,
    REFERENCE_RE,
    BacktickInlineProcessor,
    DelimiterProcessor,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.treeprocessors import InlineProcessor as InlineTree
from markdown.util import ETX, INLINE_PLACEHOLDER_RE, STX, AtomicString
from typing_extensions import override

from editor.markup.blocks import Accepts

Found = tuple[Element | str | None, int | None, int | None]

_NOT_FOUND = (None, None, None)
# No address that is followed anywhere is longer; the search for its end is bounded so.
_MAX_ADDRESS = 4000
_CODED = re.compile(f"{STX}(\\d+){ETX}")
ENTITY = re.compile(ENTITY_RE)
# No entity of HTML is longer; a number of more digits names no character.
_LONGEST_ENTITY = 40
_EITHER_BRACKET = re.compile(r"[\[\]]")
# Where its sign is not, a pattern finds nothing; one with two signs is always asked.
SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "backtick": "`",
        "escape": "\\",
        "backslash_break": "\\\n",
        "reference": "[",
        "link": "[",
        "image_link": "![",
        "image_reference": "![",
        "short_reference": "[",
        "short_image_ref": "![",
        "autolink": "<",
        "automail": "<",
        "linebreak": "  \n",
        "entity": "&",
        "em_strong": "",
    }
)


def use_inlines(made: Markdown, links: Accepts, pictures: Accepts) -> None:
    """Give `made` our lines: links and pictures of the addresses that `links` and `pictures` let through."""
    made.ESCAPED_CHARS = list(string.punctuation)
    inline = made.inlinePatterns
    inline.deregister("html")
    inline.register(_Code(BACKTICK_RE), "backtick", 190)
    inline.register(_Break(r"\\\n", made), "backslash_break", 175)
    inline.register(_Reference(REFERENCE_RE, made, links), "reference", 170)
    inline.register(_Link(LINK_RE, made, links), "link", 160)
    inline.register(_Picture(IMAGE_LINK_RE, made, pictures), "image_link", 150)
    inline.register(_PictureReference(IMAGE_REFERENCE_RE, made, pictures), "image_reference", 140)
    inline.register(_ShortReference(REFERENCE_RE, made, links), "short_reference", 130)
    inline.register(_ShortPictureReference(IMAGE_REFERENCE_RE, made, pictures), "short_image_ref", 125)
    inline.register(_Bare(AUTOLINK_RE, made, links), "autolink", 120)
    inline.register(_Bare(AUTOMAIL_RE, made, links, "mailto:"), "automail", 110)
    inline.register(_Entity(ENTITY_RE, made), "entity", 80)
    emphasis = _Emphasis("*", "strong,em", made)
    emphasis.add("_", "strong,em", smart=True)
    inline.register(emphasis, "em_strong", 60)
    made.treeprocessors.register(_Lines(made), "inline", 20)


def character(entity: str) -> str | None:
    """Return what `entity` (`&amp;`, `&#38;`) stands for, None when it is no entity of HTML."""
    if len(entity) > _LONGEST_ENTITY:
        return None
    return html.unescape(entity) if entity[1] == "#" or entity[1:] in html5 else None


class _Lines(InlineTree):
    """Asks a pattern only where a sign of it is: most paragraphs hold few signs, and most of the time went into asking.

    The library's own asks every pattern about every piece of text; what comes out is the same.
    """

    def __init__(self, made: Markdown) -> None:
        super().__init__(made)
        known = made.inlinePatterns
        signs = {known[name]: sign for name, sign in SIGNS.items() if name in known}
        self._patterns = [(pattern, signs.get(pattern, "")) for pattern in known]

    def _handled(self, data: str, first: int = 0) -> str:
        if isinstance(data, AtomicString):
            return data
        for index in range(first, len(self._patterns)):
            pattern, sign = self._patterns[index]
            start, has_found = 0, True
            while has_found and data.find(sign, start) >= 0:
                data, has_found, start = self._apply(pattern, data, index, start)
        return data

    # What the library calls `__handleInline` and `__applyPattern` in its class.
    _InlineProcessor__handleInline = _handled
    _apply = InlineTree._InlineProcessor__applyPattern  # type: ignore[attr-defined]  # noqa: SLF001


class _Emphasis(DelimiterProcessor):
    """Looks for the next mark by pattern: the library's own goes from character to character."""

    @override
    def search(self, data: str, start: int) -> re.Match[str] | None:
        for mark in self.compiled_re.finditer(data, start):
            kind = self.delimiters[mark[0]]
            found = kind.boundary.match(data, mark.start())
            if found is not None and (kind.stack or str(found.lastgroup)[0] != "e"):
                return found
        return None


class _Code(BacktickInlineProcessor):
    @override
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        return _as_it_was_typed(super().handleMatch(m, data), data)


class _Break(InlineProcessor):
    """A backslash at the end of a line breaks it there."""

    @override
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        return _as_it_was_typed((Element("br"), m.start(), m.end()), data)


class _Entity(InlineProcessor):
    """The character that an entity names, coded as an escaped one is: it is never markup."""

    @override
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        text = character(m[1])
        return None if text is None else _coded(text), m.start(), m.end()


class _Bare(InlineProcessor):
    """An address between angle brackets."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, pattern: str, md: Markdown, accepts: Accepts, scheme: str = "") -> None:
        super().__init__(pattern, md)
        self._accepts = accepts
        self._scheme = scheme

    @override
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        words = _plain(self.unescape(m[1])).removeprefix(self._scheme)
        address = f"{self._scheme}{words}"
        if not self._accepts(address) or any(map(str.isspace, address)):
            return _NOT_FOUND
        link = Element("a", href=address)
        link.text = AtomicString("".join(map(_coded, words)))
        return link, m.start(), m.end()


class _Addressed(LinkInlineProcessor):
    """A link or picture: checks the address, and finds brackets in linear time."""

    def __init__(self, pattern: str, md: Markdown, accepts: Accepts) -> None:
        super().__init__(pattern, md)
        self._accepts = accepts
        self._brackets = _Brackets()

    @override
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        found, begin, end = super().handleMatch(m, data)
        if not isinstance(found, Element) or begin is None:
            return None, begin, end
        key = "src" if found.tag == "img" else "href"
        address = _plain(found.get(key, ""))
        if not self._accepts(address):
            return _NOT_FOUND
        found.set(key, address)
        found.set("title", _plain(found.get("title", "")))
        if found.tag == "img":
            # The words are read like any text: their markup goes when the tree is put in order.
            found.text, *_ = self.getText(data, m.end())
            found.set("label", self._typed(found.text))
            found.set("typed", self._typed(data[begin:end]))
            found.set("before", data[begin - 1 : begin] if begin else "")
            return found, begin, end
        return _as_it_was_typed((found, begin, end), data)

    @override
    def getText(self, data: str, index: int) -> tuple[str, int, bool]:
        end = self._brackets.closing(data, index)
        return ("", len(data), False) if end is None else (data[index:end], end + 1, True)

    @override
    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        if not data.startswith("(", index):
            return "", None, index, False
        nearby = data[: index + _MAX_ADDRESS]
        return super().getLink(nearby, index) if ")" in nearby[index:] else ("", None, index, False)

    def _typed(self, text: str) -> str:
        """Return the Markdown that `text`, in which parts are stashed away, was."""
        stash = cast("InlineTree", self.md.treeprocessors["inline"]).stashed_nodes

        def source(match: re.Match[str]) -> str:
            node = stash.get(match[1], "")
            return node if isinstance(node, str) else node.get("typed", "")

        while INLINE_PLACEHOLDER_RE.search(text):
            text = INLINE_PLACEHOLDER_RE.sub(source, text)
        return _CODED.sub(lambda match: f"\\{chr(int(match[1]))}", text)


class _Link(_Addressed, LinkInlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)


class _Reference(_Addressed, ReferenceInlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)


class _ShortReference(_Addressed, ShortReferenceInlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)


class _Picture(_Addressed, ImageInlineProcessor):
    pass


class _PictureReference(_Addressed, ImageReferenceInlineProcessor):
    pass


class _ShortPictureReference(_Addressed, ShortImageReferenceInlineProcessor):
    pass


class _Brackets:
    """Which `]` closes which `[`, worked out once for a text.

    What closes a bracket depends on what follows it alone, so the work stays good as the text before it is replaced:
    places are counted from the end.
    """

    def __init__(self) -> None:
        self._text = ""
        self._closing: dict[int, int] = {}

    def closing(self, text: str, inside: int) -> int | None:
        """Return where the bracket that is open before `inside` closes."""
        if not self._text.endswith(text[inside - 1 :]):
            self._read(text)
        from_end = self._closing.get(len(text) - inside + 1)
        return None if from_end is None else len(text) - from_end

    def _read(self, text: str) -> None:
        self._text, self._closing = text, {}
        opened: list[int] = []
        for match in _EITHER_BRACKET.finditer(text):
            from_end = len(text) - match.start()
            if match[0] == "[":
                opened.append(from_end)
            elif opened:
                self._closing[opened.pop()] = from_end


def _as_it_was_typed(found: Found, data: str) -> Found:
    element, begin, end = found
    if isinstance(element, Element):
        element.set("typed", data[begin:end])
    return found


def _plain(text: str) -> str:
    """Return an address or title with its entities and escaped characters resolved."""
    resolved = ENTITY.sub(lambda match: match[1] if (one := character(match[1])) is None else _coded(one), text)
    return _CODED.sub(lambda match: chr(int(match[1])), resolved)


def _coded(text: str) -> str:
    """Return `text` as the library writes escaped characters until the tree is done."""
    return "".join(f"{STX}{ord(one)}{ETX}" for one in text)
