"""A mapping of a file read key by key, each value typed by what its key asks for; what nobody asked for stays over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Never, TypeVar

from editor.core.errors import FileError, UserError
from editor.core.messages import Message, say
from editor.domain.instants import check_year
from editor.i18n.known_tags import nearest_tag, strange_part
from editor.i18n.tags import canonical_tag, is_language_tag
from editor.i18n.zones import is_zone, nearest_zone
from editor.ingest.yaml_text import Items, Map, Node, Text, plain

Choice = TypeVar("Choice", bound=StrEnum)


# Where unknown keys of a place that keeps none of its own are kept, each under its dotted path.
ELSEWHERE = "elsewhere"


def unknown_keys(names: Iterable[str]) -> Message:
    """Return the warning that keys were kept without being understood."""
    return say("Makala does not know these and keeps them as they are: {names}.", names=", ".join(sorted(names)))


class Fields:
    """Reads one mapping. Every method marks its key as known; `unknown` tells the others.

    Raises `FileError` with the line for each value that is not what its key asks for. `doubts` says of each
    language tag in it, and in what stands below it, that means nothing where that is: nothing is refused for it.
    """

    def __init__(self, mapping: Map, doubts: dict[str, Message] | None = None) -> None:
        self.doubts: dict[str, Message] = {} if doubts is None else doubts
        self._mapping = mapping
        self._known: set[str] = set()

    def line_of(self, key: str) -> int:
        """Return the line of `key`, or the mapping's first where the key is not there."""
        return self._mapping.key_lines.get(key, self._mapping.line)

    def unknown(self) -> dict[str, object]:
        """Return what nobody asked for, as nested text."""
        return {key: plain(value) for key, value in self._mapping.entries.items() if key not in self._known}

    def node(self, key: str) -> Node | None:
        """Return the value of `key`; None where it is missing or empty."""
        self._known.add(key)
        node = self._mapping.entries.get(key)
        return None if isinstance(node, Text) and not node.value else node

    def holds(self, key: str) -> bool:
        """Say whether `key` is there, be it with an empty value."""
        self._known.add(key)
        return key in self._mapping.entries

    def text(self, key: str) -> str:
        """Return a text, "" where it is missing."""
        node = self.node(key)
        return self._text(key, node) if node else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; one text alone is a list of one."""
        match self.node(key):
            case None:
                return ()
            case Items(items=items):
                return tuple(self._text(key, item) for item in items)
            case node:
                return (self._text(key, node),)

    def by_language(self, key: str, language: str) -> dict[str, str]:
        """Return texts by language tag; one text alone is in `language`. An empty value is a text too, of no words."""
        if not self.holds(key):
            return {}
        match self._mapping.entries[key]:
            case Map(entries=entries, key_lines=lines):
                return {_tag(tag, lines[tag], self.doubts): self._text(key, node) for tag, node in entries.items()}
            case node:
                return {language: self._text(key, node)}

    def choice(self, key: str, kind: type[Choice], default: Choice) -> Choice:
        """Return one of the words of `kind`."""
        said = self.text(key)
        if not said:
            return default
        try:
            return kind(said)
        except ValueError:
            words = ", ".join(one.value for one in kind if one.value)
            self.refuse(
                key,
                say("“{value}” is not known for “{key}”.", value=said, key=key),
                say("It is one of: {words}.", words=words),
            )

    def instant(self, key: str) -> datetime | None:
        """Return an instant in UTC, whole seconds."""
        said = self.text(key)
        if not said:
            return None
        try:
            instant = datetime.fromisoformat(said)
        except ValueError:
            instant = None
        if instant is None or instant.tzinfo is None:
            self.refuse(
                key,
                say("“{value}” is no instant for “{key}”.", value=said, key=key),
                say("Write it with its offset from UTC, as in 2026-01-14T12:00:00Z or 2026-01-14T21:00:00+09:00."),
            )
        try:
            check_year(instant.year)
        except UserError as error:
            self.refuse(key, error.message, error.hint)
        return instant.astimezone(UTC).replace(microsecond=0)

    def language(self, key: str) -> str:
        """Return a language tag in its recommended case, "" where it is missing."""
        said = self.text(key)
        return _tag(said, self.line_of(key), self.doubts) if said else ""

    def zone(self, key: str) -> str:
        """Return the name of a time zone, "" where it is missing."""
        said = self.text(key)
        if said and not is_zone(said):
            near = nearest_zone(said)
            hint = say("Perhaps “{near}” is meant.", near=near)
            self.refuse(
                key,
                say("“{value}” is not the name of a time zone.", value=said),
                hint if near else say("Names look like Africa/Nairobi or America/New_York."),
            )
        return said

    def fields(self, key: str) -> Fields | None:
        """Return the mapping under `key`, None where it is missing."""
        node = self.node(key)
        return self._fields(key, node) if node else None

    def list_of_fields(self, key: str) -> list[Fields]:
        """Return the list of mappings under `key`."""
        node = self.node(key)
        if node is None:
            return []
        if not isinstance(node, Items):
            self.refuse(key, say("“{key}” should be a list: each part on a line that begins with “- ”.", key=key))
        return [self._fields(key, item) for item in node.items]

    def named_fields(self, key: str) -> dict[str, Fields]:
        """Return the mapping of names to mappings under `key`."""
        node = self.node(key)
        if node is None:
            return {}
        if not isinstance(node, Map):
            self.refuse(key, say("“{key}” should hold “name:” lines with their own lines below.", key=key))
        return {name: self._fields(name, inner) for name, inner in node.entries.items()}

    def refuse(self, key: str, message: Message, hint: Message | None = None) -> Never:
        """Raise a `FileError` at the line of `key`."""
        raise FileError(message, hint, line=self.line_of(key))

    def _text(self, key: str, node: Node) -> str:
        if isinstance(node, Text):
            return node.value
        raise FileError(say("“{key}” should be a text here, not a list.", key=key), line=node.line)

    def _fields(self, key: str, node: Node) -> Fields:
        if isinstance(node, Map):
            return Fields(node, self.doubts)
        raise FileError(say("“{key}” should hold “key: value” lines here.", key=key), line=node.line)


def languages_of(fields: Fields, key: str) -> tuple[str, ...]:
    """Return a list of BCP 47 tags in their usual form."""
    return tuple(_tag(said, fields.line_of(key), fields.doubts) for said in fields.texts(key))


def doubt_about(tag: str) -> Message | None:
    """Return what is strange about a well-formed tag, None where nothing is."""
    part = strange_part(tag)
    if not part:
        return None
    if near := nearest_tag(tag):
        return say(
            "“{part}” in “{tag}” is no language, script or region that is known here. Perhaps “{near}” is meant.",
            part=part,
            tag=tag,
            near=near,
        )
    return say("“{part}” in “{tag}” is no language, script or region that is known here.", part=part, tag=tag)


def _tag(said: str, line: int, doubts: dict[str, Message]) -> str:
    if not is_language_tag(said):
        near = nearest_tag(said)
        hint = say("Perhaps “{near}” is meant.", near=near)
        raise FileError(
            say("“{value}” is no language tag.", value=said),
            hint if near else say("A tag looks like en, sw, pt-BR or zh-Hant (BCP 47)."),
            line=line,
        )
    tag = canonical_tag(said)
    if tag not in doubts and (doubt := doubt_about(tag)):
        doubts[tag] = say("Line {line}: {words}", line=line, words=doubt)
    return tag
