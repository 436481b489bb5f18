"""Pictures in Markdown, found with the parser that will show them; their paths are replaced and nothing else is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.image import image as image_rule
from markdown_it.token import Token

from editor.core.errors import FileError
from editor.core.messages import say
from editor.ingest.draft import BodyPicture
from editor.markup.parsing import make_parser
from editor.markup.plain import inline_text

_SPECIAL = re.compile(r'([\\"&])')


def body_pictures(markdown: str) -> tuple[BodyPicture, ...]:
    """Return the pictures that `markdown` shows, in order, each with where it stands; code holds none.

    Raises `FileError` with the line (1-based, in `markdown`) for one whose place cannot be told.
    """
    if "![" not in markdown:
        return ()
    source = _Source(markdown)
    return tuple(
        picture
        for before, token in pairwise(_parser().parse(markdown))
        if token.type == "inline"
        for picture in source.pictures_in(token, is_cell=before.type in {"th_open", "td_open"})
    )


def with_paths(markdown: str, pictures: tuple[BodyPicture, ...], path: Callable[[BodyPicture], str]) -> str:
    """Return `markdown` with each picture written under the path that `path` gives; its words stay.

    A picture that is called by that path already stays as it was typed, and one whose new path is "" becomes a plain
    link: only the mark before it goes.
    """
    parts: list[str] = []
    done = 0
    for picture in pictures:
        new = path(picture)
        if picture.begin < done or new == picture.path:
            continue
        parts.append(markdown[done : picture.begin])
        if new:
            title = _SPECIAL.sub(r"\\\1", picture.title)
            place = f'{new} "{title}"' if title else new
            parts.append(f"![{picture.label}]({place})")
            done = picture.end
        else:
            done = picture.begin + 1
    return "".join([*parts, markdown[done:]])


@cache
def _parser() -> MarkdownIt:
    made = make_parser(lambda _: True)
    made.inline.ruler.at("image", _image_with_place)
    return made


def _image_with_place(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own signature
    """Do what the parser's rule does, and note from where to where it read."""
    begin = state.pos
    if not image_rule(state, silent):
        return False
    if not silent:
        token = state.tokens[-1]
        token.meta = {"begin": begin, "end": state.pos}
    return True


class _Source:
    """A Markdown text and its lines: turns positions inside a block into positions in the text."""

    def __init__(self, markdown: str) -> None:
        self._text = markdown
        self._starts = [0, *(match.end() for match in re.finditer("\n", markdown)), len(markdown) + 1]
        self._cells_end = 0

    def pictures_in(self, token: Token, *, is_cell: bool) -> Iterator[BodyPicture]:
        """Yield the pictures of one block."""
        first, last = token.map or [0, 0]
        places = self._cell(token.content, first) if is_cell else self._block(token.content, first, last)
        for image in token.children or []:
            if image.type != "image":
                continue
            begin, last_mark = image.meta["begin"], image.meta["end"] - 1
            if begin not in places or last_mark not in places:
                raise FileError(
                    say("A picture stands here in a way that cannot be followed."),
                    say("Put it on a line of its own."),
                    line=first + 1,
                )
            yield BodyPicture(
                begin=places[begin],
                end=places[last_mark] + 1,
                label=self._text[places[begin + 2] : places[begin + 2 + len(image.content)]],
                alt=inline_text(image.children or []),
                path=str(image.attrs["src"]),
                title=str(image.attrs.get("title", "")).replace("\n", " "),
                line=self._text.count("\n", 0, places[begin]),
            )

    def _block(self, content: str, first: int, last: int) -> dict[int, int]:
        """Map positions of a block's content: its lines without the quotation marks or bullets before them."""
        places: dict[int, int] = {}
        position = 0
        parts = iter(content.split("\n"))
        part = next(parts)
        for number in range(first, last):
            begin, end = self._starts[number], self._starts[number + 1] - 1
            found = self._text.rfind(part, begin, end)
            if found < 0:
                continue
            places.update((position + offset, found + offset) for offset in range(len(part) + 1))
            position += len(part) + 1
            following = next(parts, None)
            if following is None:
                break
            part = following
        return places

    def _cell(self, content: str, line: int) -> dict[int, int]:
        """Map positions of a table cell: cells come from left to right, and equal ones follow each other."""
        begin = max(self._starts[line], self._cells_end)
        found = self._text.find(content, begin, self._starts[line + 1] - 1)
        if found < 0:
            return {}
        self._cells_end = found + len(content)
        return {offset: found + offset for offset in range(len(content) + 1)}
