"""Pictures in Markdown, found with the parser that will show them; their paths are replaced and nothing else is."""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter

from editor.core.errors import FileError
from editor.core.messages import say
from editor.ingest.draft import BodyPicture
from editor.markup.marks import Marks
from editor.markup.parsing import parse

# What begins a picture unless it stands in code: no odd number of backslashes before it.
_BEGINNING = re.compile(r"(?<!\\)(?:\\\\)*(?=!\[)")
_RUN = re.compile(r"([ \n]+)")
# Markdown between the lines of a block: the marks of the quotations it stands in, the indentation of its list.
_NEXT_LINE = r"[ \t]*\r?\n[ \t>]*"
_SPECIAL = re.compile(r"""^'|[\\"&`\[\]|]""")


def body_pictures(markdown: str) -> tuple[BodyPicture, ...]:
    """Return the pictures that `markdown` shows, in order, each with where it stands; code holds none.

    Raises `FileError` with the line (1-based, in `markdown`) for one whose place cannot be told.
    """
    if "![" not in markdown:
        return ()
    marks = Marks(markdown, (match.end() for match in _BEGINNING.finditer(markdown)))
    pictures = (
        _picture(
            markdown,
            marks.place(element.get("before", "")),
            {name: marks.without(value) for name, value in element.items()},
        )
        for element in parse(marks.text, pictures=_any_address).iter("img")
    )
    return tuple(sorted(pictures, key=attrgetter("begin")))


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
            title = _SPECIAL.sub(r"\\\g<0>", picture.title)
            place = f'{new} "{title}"' if title else new
            parts.append(f"![{picture.label}]({place})")
            done = picture.end
        else:
            done = picture.begin + 1
    return "".join([*parts, markdown[done:]])


def _any_address(_address: str) -> bool:
    return True


def _picture(markdown: str, begin: int | None, typed: dict[str, str]) -> BodyPicture:
    """Return the picture that begins at `begin` and was typed as `typed` has it, white space and line marks aside."""
    label = typed["label"]
    rest = typed["typed"].removeprefix(f"![{label}")
    form = re.compile(rf"!\[({_pattern(label)}){_pattern(rest)}")
    found = None if begin is None else form.match(markdown, begin)
    if begin is None or found is None:
        raise FileError(
            say("A picture stands here in a way that cannot be followed."),
            say("Put it on a line of its own."),
            line=markdown.count("\n", 0, markdown.find("![") if begin is None else begin) + 1,
        )
    return BodyPicture(
        begin=begin,
        end=found.end(),
        label=found[1],
        alt=typed["alt"],
        path=typed["src"],
        title=typed.get("title", "").replace("\n", " "),
        line=markdown.count("\n", 0, begin),
    )


def _pattern(typed: str) -> str:
    """Return what finds `typed` in the text it was read from."""
    runs = (_NEXT_LINE if "\n" in run else r"[ \t]+" if run[:1] == " " else re.escape(run) for run in _RUN.split(typed))
    return "".join(runs)
