"""Hunspell dictionaries as files: what a pair or an archive holds, made into UTF-8. Looks at no folder by itself.

Old dictionaries are in any of a dozen encodings, and the library reads words in theirs alone: "ng’ombe" cannot even be
asked for in one of Latin 1. In UTF-8 every word can.
"""

from __future__ import annotations

import codecs
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from editor.core.errors import UserError
from editor.core.files import safe_name
from editor.core.messages import say

ARCHIVES = frozenset({".oxt", ".zip", ".xpi"})
# Bytes; the largest in use (Hungarian, Korean) take a tenth.
MOST_BYTES = 100_000_000

_SET = re.compile(rb"^[ \t]*SET[ \t]+(\S+)", re.MULTILINE)
_SET_LINE = re.compile(r"^[ \t]*SET[ \t]+\S+", re.MULTILINE)
_FLAG = re.compile(r"^[ \t]*FLAG[ \t]", re.MULTILINE)
_COUNT = re.compile(r"\s*\d+\s*$")
# Names that hunspell knows and Python does not.
_ENCODINGS = {"microsoft-cp1251": "cp1251", "tis620-2533": "tis-620", "iso8859-10": "iso8859-10"}


@dataclass(frozen=True, slots=True)
class DictionaryPair:
    """One dictionary as it lies in a file or archive: its name (`sw_TZ`), its rules and its words, as bytes."""

    name: str
    rules: bytes
    words: bytes


def read_pairs(path: Path) -> list[DictionaryPair]:
    """Return the dictionaries that `path` (.aff, .dic, .oxt or .zip) holds.

    Raises `UserError` where there is none, `OSError` where it cannot be read.
    """
    pairs = list(_from_archive(path) if path.suffix.lower() in ARCHIVES else _from_files(path))
    if not pairs:
        raise UserError(
            say("There is no dictionary in “{name}”.", name=path.name),
            say("A dictionary is a file that ends in .aff and one that ends in .dic, or both in an .oxt or .zip."),
        )
    return pairs


def as_utf8(pair: DictionaryPair) -> DictionaryPair:
    """Return `pair` in UTF-8, its lines ended by LF; raises `UserError` for what is no dictionary.

    Flags outside ASCII stay one character: `FLAG UTF-8` says so where the rules said nothing (hunspell(5)).
    """
    said = _SET.search(pair.rules[:100_000])
    encoding = said[1].decode("ascii", "replace") if said else "iso8859-1"
    try:
        rules, words = (_decoded(data, encoding) for data in (pair.rules, pair.words))
    except (LookupError, UnicodeDecodeError) as error:
        raise _not_one(pair.name) from error
    lines = words.split("\n")
    if "\0" in rules or "\0" in words or not _COUNT.match(lines[0]) or not any(map(str.strip, lines[1:])):
        raise _not_one(pair.name)
    is_utf8 = codecs.lookup(_ENCODINGS.get(encoding.lower(), encoding)).name == "utf-8"
    rules = _SET_LINE.sub("", rules)
    head = "SET UTF-8\n" if is_utf8 or _FLAG.search(rules) else "SET UTF-8\nFLAG UTF-8\n"
    return DictionaryPair(pair.name, f"{head}{rules}".encode(), words.encode())


def _decoded(data: bytes, encoding: str) -> str:
    text = data.removeprefix(codecs.BOM_UTF8).decode(_ENCODINGS.get(encoding.lower(), encoding))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_one(name: str) -> UserError:
    return UserError(
        say("“{name}” is damaged, or is no dictionary.", name=name), say("Get it again, or take another one.")
    )


def _from_files(path: Path) -> Iterator[DictionaryPair]:
    rules, words = path.with_suffix(".aff"), path.with_suffix(".dic")
    if path.suffix.lower() in {".aff", ".dic"} and rules.is_file() and words.is_file():
        if max(rules.stat().st_size, words.stat().st_size) > MOST_BYTES:
            raise _not_one(path.stem)
        yield DictionaryPair(safe_name(path.stem, "dictionary"), rules.read_bytes(), words.read_bytes())


def _from_archive(path: Path) -> Iterator[DictionaryPair]:
    if path.stat().st_size > MOST_BYTES:
        raise _not_one(path.name)
    try:
        with zipfile.ZipFile(BytesIO(path.read_bytes())) as archive:
            yield from _from_members(archive, archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise _not_one(path.name) from error


def _from_members(archive: zipfile.ZipFile, names: Iterable[str]) -> Iterator[DictionaryPair]:
    held = set(names)
    for name in sorted(held):
        rules = f"{name.removesuffix('.dic')}.aff"
        if not name.endswith(".dic") or rules not in held:
            continue
        if max(archive.getinfo(one).file_size for one in (name, rules)) > MOST_BYTES:
            raise _not_one(PurePosixPath(name).name)
        stem = safe_name(PurePosixPath(name).stem, "dictionary")
        yield DictionaryPair(stem, archive.read(rules), archive.read(name))
