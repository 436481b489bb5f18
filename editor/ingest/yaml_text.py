"""YAML in which every scalar and key is text, with the line each stands on. Builds no objects and follows no alias.

Reads events instead of loading: so a tag that asks for an object, an alias bomb or a bottomless nesting is refused
before anything is made of it. Source of the syntax: YAML 1.1 and 1.2, which agree on all that is accepted here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from editor.core.errors import FileError
from editor.core.messages import Message, say

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 20
_CORE_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map", "timestamp")
)
_HINT = say("Texts with a colon, quotes or other signs are safe between “double quotes”, each key on its own line.")


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, as it stands there; `line` is 1-based."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Map:
    """A mapping; keys are text, in the order of the file. `key_lines` says where each key stands."""

    entries: Mapping[str, Node]
    key_lines: Mapping[str, int]
    line: int


Node = Text | Items | Map


def read_yaml(text: str, *, first_line: int = 1) -> Map:
    """Return the mapping that `text` holds; an empty text is an empty mapping.

    Raises `FileError` with the line (`first_line` is the line of the file that `text` begins on).
    """
    try:
        node = _read(yaml.parse(text, Loader=_LOADER), first_line)
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position) if isinstance(error.position, int) else 0
        raise FileError(say("There is a character here that no text may hold."), line=line) from error
    except yaml.MarkedYAMLError as error:
        mark = _mark(error)
        raise FileError(_problem(error), _HINT, line=first_line + mark.line if mark else first_line) from error
    except yaml.YAMLError as error:
        raise FileError(say("There is a character here that no text may hold."), line=first_line) from error
    if isinstance(node, Map):
        return node
    raise FileError(say("This should be a list of “key: value” lines."), _HINT, line=node.line)


def plain(node: Node) -> object:
    """Return `node` as nested text, lists and dictionaries, without its lines."""
    match node:
        case Text(value=value):
            return value
        case Items(items=items):
            return [plain(item) for item in items]
        case Map(entries=entries):
            return {key: plain(value) for key, value in entries.items()}


class _Open:
    """A list or mapping while its end has not come yet."""

    def __init__(self, line: int, *, is_map: bool) -> None:
        self.line = line
        self.is_map = is_map
        self.items: list[Node] = []
        self.entries: dict[str, Node] = {}
        self.key_lines: dict[str, int] = {}
        self.key: str | None = None

    def add(self, node: Node) -> None:
        """Take in the next item, key or value."""
        if not self.is_map:
            self.items.append(node)
        elif self.key is not None:
            self.entries[self.key] = node
            self.key = None
        elif not isinstance(node, Text):
            raise FileError(say("A key must be a word, not a list."), _HINT, line=node.line)
        elif node.value in self.key_lines:
            raise FileError(
                say("“{key}” stands here twice; the first is on line {line}.", key=node.value, line=_at(self, node)),
                say("Keep one of them."),
                line=node.line,
            )
        else:
            self.key = node.value
            self.key_lines[node.value] = node.line

    def close(self) -> Node:
        """Return what it became."""
        if self.is_map:
            return Map(self.entries, self.key_lines, self.line)
        return Items(tuple(self.items), self.line)


def _at(opened: _Open, node: Text) -> int:
    return opened.key_lines[node.value]


def _read(events: Iterator[yaml.Event], first_line: int) -> Node:
    top = _Open(first_line, is_map=False)
    stack = [top]
    for event in events:
        line = first_line + event.start_mark.line if event.start_mark else first_line
        match event:
            case yaml.AliasEvent():
                raise FileError(
                    say("“*{name}” repeats another part of the file; that is not read here.", name=event.anchor),
                    say("Write the words out."),
                    line=line,
                )
            case yaml.ScalarEvent():
                _refuse_tag(event.tag, line)
                stack[-1].add(Text(_whole(event.value), line))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                _refuse_tag(event.tag, line)
                if len(stack) > _DEEPEST:
                    raise FileError(say("Lists are nested too deeply here."), line=line)
                stack.append(_Open(line, is_map=isinstance(event, yaml.MappingStartEvent)))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                closed = stack.pop().close()
                stack[-1].add(closed)
            case yaml.DocumentStartEvent() if top.items:
                raise FileError(say("A second document begins here; one file holds one."), line=line)
    return top.items[0] if top.items and top.items[0] != Text("", first_line) else Map({}, {}, first_line)


def _refuse_tag(tag: str | None, line: int) -> None:
    if tag and tag != "!" and tag not in _CORE_TAGS:
        shown = tag.replace("tag:yaml.org,2002:", "!!", 1)
        raise FileError(
            say("“{tag}” asks for more than text, as a program would; nothing of it was run.", tag=shown),
            say("Only words are read here. Take the tag out."),
            line=line,
        )


def _whole(text: str) -> str:
    """Return `text` without what cannot be stored: NUL and halves of surrogate pairs become U+FFFD."""
    return text.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _mark(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Return where the person should look: what is not closed is looked for where it was opened."""
    is_open = error.problem in {"found unexpected end of stream", "could not find expected ':'"}
    return (is_open and error.context_mark) or error.problem_mark or error.context_mark


def _problem(error: yaml.MarkedYAMLError) -> Message:
    known = {
        "mapping values are not allowed in this context": say("There is one colon too many on this line."),
        "could not find expected ':'": say("A colon is missing after the key."),
        "found character that cannot start any token": say("The line begins with a sign that has another meaning."),
        "found unexpected end of stream": say("A quotation mark is opened here and not closed."),
        "did not find expected key": say("A key was expected here; the line may be indented wrongly."),
    }
    problem = (error.problem or "").strip()
    return known.get(problem, say("This cannot be read: {reason}.", reason=problem or "the line is not whole"))
