"""Reads and writes gettext's `.po` files, strictly: what cannot be understood is named with its line.

One reader for the application's start, the translators' tool and the window where labels are edited. It must not know
what the texts are for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from editor.core.errors import FileError
from editor.core.messages import Message, say
from editor.i18n.plurals import rule_for

MOST_BYTES = 64_000_000

_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?\s*(?=")')
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"\s*\Z')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}
_CHARSET = re.compile(rb"charset=([A-Za-z0-9_.:-]+)")
_CUT = say("The file may be cut off. Save it again in the program it comes from.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One message: its context and English, its translation's forms, where it stands, and what translators noted.

    `hints` are said to the translator, `notes` by them; `line` is its `msgid`'s in the file, 0 where there is none.
    """

    context: str
    english: str
    plural: str = ""
    forms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    is_fuzzy: bool = False
    line: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """Return what an entry is found by: (context, English)."""
        return self.context, self.english

    @property
    def is_translated(self) -> bool:
        """Say whether every form has words."""
        return bool(self.forms) and all(self.forms)


@dataclass(frozen=True, slots=True)
class PoFile:
    """A catalog as it lies on disk. `header` is the text of its first entry, `notes` stand above it."""

    entries: Mapping[tuple[str, str], Entry] = field(default_factory=dict)
    header: str = ""
    notes: tuple[str, ...] = ()

    @property
    def is_reviewed(self) -> bool:
        """Say whether the header tells that a native reader has gone through the words."""
        return "X-Reviewed: yes\n" in self.header

    def head(self, name: str) -> str:
        """Return the value of the header's line `name`, or ""."""
        start = f"{name.lower()}:"
        lines = self.header.splitlines()
        return next((line.partition(":")[2].strip() for line in lines if line.lower().startswith(start)), "")


def read_po(data: bytes, *, may_repeat: bool = False) -> PoFile:
    """Return the catalog that `data` holds; obsolete entries are left out.

    With `may_repeat` an entry that stands twice, as merges make them, counts as it is translated. Raises `FileError`
    with the line: not UTF-8, cut off, an entry twice, or no PO file at all.
    """
    return _Reader(_decoded(data), may_repeat=may_repeat).read()


def write_po(entries: Iterable[Entry], tag: str, notes: Iterable[str] = (), *, is_reviewed: bool = False) -> str:
    """Return the text of a `.po` file (of the `.pot` file for the tag ""). Holds no date: same content, same bytes."""
    header = {
        "Project-Id-Version": "Makala",
        "Language": tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if tag:
        header["Plural-Forms"] = rule_for(tag).header
        header["X-Reviewed"] = "yes" if is_reviewed else "no"
    lines = [*(f"# {note}".rstrip() for note in notes), 'msgid ""', 'msgstr ""']
    lines += [quoted(f"{name}: {value}\n") for name, value in header.items()]
    return "\n".join([*lines, *(line for entry in entries for line in ("", *entry_lines(entry)))]) + "\n"


def entry_lines(entry: Entry) -> Iterator[str]:
    """Yield the lines of one entry."""
    yield from (f"# {note}" for note in entry.notes)
    yield from (f"#. {hint}" for hint in entry.hints)
    yield from (f"#: {place}" for place in entry.places)
    if entry.is_fuzzy:
        yield "#, fuzzy"
    if entry.context:
        yield f"msgctxt {quoted(entry.context)}"
    yield f"msgid {quoted(entry.english)}"
    if entry.plural:
        yield f"msgid_plural {quoted(entry.plural)}"
        yield from (f"msgstr[{n}] {quoted(form)}" for n, form in enumerate(entry.forms or ("", "")))
    else:
        yield f"msgstr {quoted(entry.forms[0] if entry.forms else '')}"


def quoted(text: str) -> str:
    """Return `text` as it stands in a file."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + escaped.replace("\r", "\\r") + '"'


def _decoded(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise FileError(say("The file is larger than {limit} megabytes; no catalog is.", limit=MOST_BYTES // 1_000_000))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        said = _CHARSET.search(data[:4000])
        charset = said[1].decode("ascii") if said else ""
        what = say("This line is not in UTF-8.")
        if charset and charset.lower().replace("-", "") != "utf8":
            what = say("The file is in {charset}, and Makala reads UTF-8.", charset=charset)
        hint = say("Save it as UTF-8. In Poedit: Translation, Properties, Charset.")
        raise FileError(what, hint, line=data.count(b"\n", 0, error.start) + 1) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


class _Reader:
    """Goes through the lines of one file, once."""

    def __init__(self, text: str, *, may_repeat: bool) -> None:
        self._may_repeat = may_repeat
        self._lines = text.split("\n")
        self._number = 0
        self._entries: dict[tuple[str, str], Entry] = {}
        self._header = ""
        self._header_notes: tuple[str, ...] = ()
        self._begin()

    def read(self) -> PoFile:
        for number, raw in enumerate(self._lines, 1):
            self._number = number
            line = raw.strip()
            if not line:
                continue
            if line[0] == "#":
                self._comment(line)
            elif line[0] == '"':
                self._more(line)
            else:
                self._part(line)
        self._end()
        return PoFile(self._entries, self._header, self._header_notes)

    def _begin(self) -> None:
        self._texts: dict[str, list[str]] = {}
        self._forms = 0
        self._last = ""
        self._line = 0
        self._comments: list[str] = []

    def _comment(self, line: str) -> None:
        if self._forms:  # what stands above the next one
            self._end()
        if not line.startswith(("#~", "#|")):
            self._comments.append(line)

    def _part(self, line: str) -> None:
        found = _KEYWORD.match(line)
        if found is None:
            start = line[:40]
            if _KEYWORD.match(f'{line} "'):
                raise self._wrong(say("“{start}” has no text.", start=start), _CUT)
            raise self._wrong(
                say("“{start}” is no line of a PO file.", start=start),
                say("Choose a file that ends in .po, as translators' programs write it."),
            )
        keyword, number = found[1], found[2]
        if keyword in {"msgctxt", "msgid"} and self._forms:
            self._end()
        if keyword == "msgstr":
            if "msgid" not in self._texts:
                raise self._wrong(say("A translation (msgstr) stands here without its English (msgid)."))
            if int(number or 0) != self._forms:
                raise self._wrong(say("The forms of this translation are not numbered 0, 1, 2…"))
            self._forms += 1
            keyword = f"msgstr{self._forms - 1}"
        elif keyword in self._texts:
            raise self._without_translation()
        if keyword == "msgid":
            self._line = self._number
        self._last = keyword
        self._texts[keyword] = []
        self._more(line[found.end() :])

    def _more(self, line: str) -> None:
        found = _TEXT.match(line)
        if found is None:
            raise self._wrong(
                say("The quotation mark that ends this text is missing, or one too many stands in it."), _CUT
            )
        if not self._last:
            raise self._wrong(say("This text belongs to nothing."), _CUT)
        text = found[1]
        self._texts[self._last].append(_ESCAPE.sub(_unescaped, text) if "\\" in text else text)

    def _end(self) -> None:
        if not self._texts:
            self._begin()
            return
        texts = {name: "".join(parts) for name, parts in self._texts.items()}
        if "msgid" not in texts or not self._forms:
            raise self._without_translation()
        forms = tuple(texts[f"msgstr{number}"] for number in range(self._forms))
        if not texts["msgid"] and "msgctxt" not in texts:
            self._header, self._header_notes = forms[0], self._said("# ")
        else:
            self._keep(Entry(
                texts.get("msgctxt", ""), texts["msgid"], texts.get("msgid_plural", ""), forms,
                places=tuple(place for line in self._said("#:") for place in line.split()),
                notes=self._said("# "), hints=self._said("#."),
                is_fuzzy=any("fuzzy" in flags for flags in self._said("#,")), line=self._line,
            ))  # fmt: skip
        self._begin()

    def _keep(self, entry: Entry) -> None:
        first = self._entries.setdefault(entry.key, entry)
        if first is not entry and self._may_repeat:
            self._entries[entry.key] = entry if entry.is_translated else first
        elif first is not entry:
            raise FileError(
                say("“{text}” stands twice: in line {first} too.", text=entry.english[:60], first=first.line),
                say("Keep one of them."),
                line=entry.line,
            )

    def _said(self, start: str) -> tuple[str, ...]:
        """Return the comments that begin with `start`; "# " stands for a translator's own."""
        return tuple(line[2:].strip() for line in self._comments if line.startswith(start) or line == start.strip())

    def _without_translation(self) -> FileError:
        text = "".join(self._texts.get("msgid", ()))[:60]
        what = say("“{text}” has no line for its translation (msgstr).", text=text)
        return FileError(what, _CUT, line=self._line or self._number)

    def _wrong(self, what: Message, hint: Message | None = None) -> FileError:
        return FileError(what, hint, line=self._number)


def _unescaped(match: re.Match[str]) -> str:
    return _ESCAPED.get(match[1], match[1])
