"""The bundle's manifest, version 1: every file with its size, hash, type and role, and nothing of the machine.

`manifest.json` is UTF-8 with the files in the order of their paths (by code point), and the same bundle always has the
same bytes. Its members:

- `makala`: 1, the version of this form. `own_sha256`: the SHA-256 of the manifest's own bytes with these 64 digits as
  zeros, so that a byte of it that changes by accident is noticed as one of any other file is. Bundles of before have
  none. `format`: the export format. `editions`: the locales that were exported.
- `image_metadata`: the fields that the pictures state in their files; `statements`: what they state, once for each.
- `files`: for each file its `path` (with "/"), `bytes`, `sha256` (64 hex digits), media `type`, and `role`: `page`,
  `image`, `feed`, `data`, `theme` or `text`. A file that shows one article names its id as `article`, and as
  `article_version` the hash of all that the article was when it was exported; a picture names its `statement`.

No name stands twice. `manifest.json` itself and the two files of a signature (`editor.publish.signature`) are not
in it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from json.encoder import encode_basestring

from editor.core.errors import UserError
from editor.core.files import sha256_hex
from editor.core.messages import Message, say
from editor.publish.bundle import BundleFile, FileRole

MANIFEST = "manifest.json"
VERSION = 1
JOURNAL = ".makala"
_NO_FILES, _FILES, _END = '"files": []\n}', '"files": [\n', "\n ]\n}"
_BEGIN_FILE, _END_FILE = '  {\n   "path": ', "\n  }"
_NEXT = b",\n"  # stands behind each file but the last
_AFTER = _END_FILE.encode() + _NEXT
_KEY_DIGITS = 16
_HASH = re.compile(r"[0-9a-f]{64}")
_OWN = "own_sha256"
_OWN_HEAD = f'{{\n "makala": {VERSION},\n "{_OWN}": "'
_NO_DIGITS = "0" * 64
_OWN_END = len(_OWN_HEAD) + len(_NO_DIGITS)
# What manifests held before they had a sum of their own.
_ONCE_ALL = frozenset({"makala", "format", "editions", "image_metadata", "statements", "files"})
_DEVICE = re.compile(r"(?i)^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])( *\.| *$)")
_MOST_BYTES_IN_NAME = 255
_ODD_SIGN = re.compile('[\x00-\x1f\x7f<>:"\\\\|?*\ud800-\udfff]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file of a bundle as the manifest describes it."""

    path: str
    bytes: int
    sha256: str
    type: str
    role: FileRole
    article: str = ""
    article_version: str = ""
    promised: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a bundle says it holds. `is_as_written` is what its sum says of the bytes that it was read from."""

    format: str
    editions: tuple[str, ...]
    entries: Mapping[str, Entry]
    is_as_written: bool = True


def entry_of(file: BundleFile, size: int, digest: str) -> Entry:
    """Return the manifest's entry for `file`, which has `size` bytes of the hash `digest`."""
    return Entry(
        path=file.path,
        bytes=size,
        sha256=digest,
        type=file.type,
        role=file.role,
        article=file.article,
        article_version=file.article_version,
        promised=file.promised,
    )


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return the manifest as the bytes of its file; the same bundle gives the same ones.

    What many files of one picture promise stands there once, under `statements`.
    """
    promised = [entry.promised for entry in manifest.entries.values() if entry.promised]
    stated = {_key(one): dict(one) for one in promised}
    plain = {
        "makala": VERSION,
        _OWN: _NO_DIGITS,
        "format": manifest.format,
        "editions": list(manifest.editions),
        "image_metadata": sorted({name for one in promised for name in one}),
        "statements": {key: stated[key] for key in sorted(stated)},
        "files": [],
    }
    text = json.dumps(plain, ensure_ascii=False, indent=1)
    if manifest.entries:
        # A list of 10,000 written as `indent` would: that is done in Python itself, and takes ten times as long.
        said = ",\n".join([_lines(manifest.entries[path]) for path in sorted(manifest.entries)])
        text = f"{text.removesuffix(_NO_FILES)}{_FILES}{said}{_END}"
    return _summed(text.encode() + b"\n")


def amended_bytes(data: bytes, before: Collection[str], entries: Iterable[Entry], gone: Collection[str] = ()) -> bytes:
    """Return what `manifest_bytes` gives once the manifest `data` has these `entries`, and the files `gone` no more.

    `before` are the paths of the files that it has. Of files that promise nothing, now and before.
    Raises `ValueError` for a path of `before` that is not there.
    """
    tail = f"{_END}\n".encode()
    files = data.removesuffix(tail) + _NEXT
    new = {entry.path: _lines(entry).encode() + _NEXT for entry in entries}
    ordered = sorted(before) if new.keys() - before else []
    parts = [_OWN_HEAD.encode(), _NO_DIGITS.encode()]
    at = _OWN_END
    for path in sorted(new.keys() | set(gone)):
        is_there = path in before
        follows = path if is_there else next(iter(ordered[bisect_right(ordered, path) :][:1]), None)
        begin = len(files) if follows is None else files.index(_begin(follows), at)
        parts += (files[at:begin], new.get(path, b""))
        at = files.index(_AFTER, begin) + len(_AFTER) if is_there else begin
    said = b"".join((*parts, files[at:])).removesuffix(_NEXT)
    return _summed(said + tail)


def read_manifest(data: bytes) -> Manifest:
    """Return the manifest in `data`; raise `UserError` when it is none of ours, or of a later version."""
    try:
        plain = json.loads(data, object_pairs_hook=_once)
        version = plain["makala"]
        if type(version) is int and version == VERSION:
            return Manifest(
                format=str(plain.get("format", "")),
                editions=tuple(map(str, plain.get("editions", ()))),
                entries=_entries(plain["files"], plain.get("statements", {})),
                is_as_written=_is_as_written(data, plain),
            )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UserError(say("The manifest of this bundle cannot be read.")) from error
    if type(version) is not int:
        what = (
            say("The manifest of this bundle says its version as text, “{version}”, not as a number.", version=version)
            if isinstance(version, str)
            else say("The manifest of this bundle says no version that can be read.")
        )
        raise UserError(what, say("It was changed since it was exported. Export again."))
    raise UserError(
        say(
            "This bundle is of version {version}, and this Makala knows version {known}.",
            version=version,
            known=VERSION,
        ),
        say("Use the Makala that made it, or a newer one."),
    )


def is_safe_path(path: str) -> bool:
    """Say whether `path` names a file inside a bundle on every system."""
    return why_unsafe(path) is None


def why_unsafe(path: str) -> Message | None:
    """Return why `path` may not name a file of a bundle, None where it may: it means the same on every system."""
    parts = path.split("/")
    return next((words for is_so, words in _UNSAFE if is_so(path, parts)), None)


def _summed(data: bytes) -> bytes:
    """Return the manifest `data` with its own sum in the place of zeros."""
    return b"".join((_OWN_HEAD.encode(), sha256_hex(data).encode(), data[_OWN_END:]))


def _leads_from_root(path: str, parts: list[str]) -> bool:
    return (not parts[0] and bool(path)) or parts[0][1:2] == ":"


# Each says of a path and its parts whether it is so, and what that means for a person; the first that is so is said.
_UNSAFE: tuple[tuple[Callable[[str, list[str]], bool], Message], ...] = (
    (_leads_from_root, say("This name begins at the root of a disk, and so leads out of the bundle.")),
    (lambda _, parts: ".." in parts, say("This name leads out of the bundle.")),
    (lambda _, parts: "" in parts or "." in parts, say("This name has an empty part.")),
    (lambda path, _: "\\" in path, say("This name holds a backslash, which on Windows leads into another folder.")),
    (lambda path, _: bool(_ODD_SIGN.search(path)), say("This name holds a sign that not every system allows.")),
    (lambda _, parts: any(map(_DEVICE.match, parts)), say("Windows keeps this name for a device.")),
    (
        lambda _, parts: any(part != part.rstrip(". ") for part in parts),
        say("A part of this name ends in a dot or a space, which Windows takes away."),
    ),
    (
        lambda path, _: path != unicodedata.normalize("NFC", path),
        say("The letters of this name are put together in a way that not every system keeps."),
    ),
    (
        lambda _, parts: any(len(part.encode()) > _MOST_BYTES_IN_NAME for part in parts),
        say("A part of this name is too long."),
    ),
)


def _is_as_written(data: bytes, plain: Mapping[str, object]) -> bool:
    if _OWN not in plain:
        return plain.keys() <= _ONCE_ALL
    said = f"{_OWN_HEAD}{plain[_OWN]}".encode()
    bare = b"".join((_OWN_HEAD.encode(), _NO_DIGITS.encode(), data[_OWN_END:]))
    return data.startswith(said) and sha256_hex(bare) == plain[_OWN]


def _once(members: list[tuple[str, object]]) -> dict[str, object]:
    """Return a JSON object; one that says a name twice means one thing to one reader and another to the next."""
    plain = dict(members)
    if len(plain) != len(members):
        raise ValueError("a name is said twice")
    return plain


def _entries(files: Iterable[Mapping[str, object]], statements: Mapping[str, Mapping[str, object]]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for file in files:
        path, size, digest = file["path"], file["bytes"], file["sha256"]
        if not (isinstance(path, str) and type(size) is int and isinstance(digest, str) and _HASH.fullmatch(digest)):
            raise TypeError("not an entry")
        if path in found or size < 0:
            raise ValueError("said twice, or no size")
        found[path] = Entry(
            path=path,
            bytes=size,
            sha256=digest,
            type=str(file["type"]),
            role=FileRole(str(file["role"])),
            article=str(file.get("article", "")),
            article_version=str(file.get("article_version", "")),
            promised=dict(statements[str(file["statement"])]) if "statement" in file else {},
        )
    return found


def _plain(entry: Entry) -> dict[str, object]:
    plain: dict[str, object] = {
        "path": entry.path,
        "bytes": entry.bytes,
        "sha256": entry.sha256,
        "type": entry.type,
        "role": entry.role.value,
    }
    if entry.article:
        plain |= {"article": entry.article, "article_version": entry.article_version}
    if entry.promised:
        plain["statement"] = _key(entry.promised)
    return plain


def _begin(path: str) -> bytes:
    return f"{_BEGIN_FILE}{encode_basestring(path)},".encode()


def _lines(entry: Entry) -> str:
    """Return the object of `entry` as `json.dumps` with an indent of 1 puts it into a list of the first level."""
    parts = [
        f'   "{key}": {value if isinstance(value, int) else encode_basestring(str(value))}'
        for key, value in _plain(entry).items()
    ]
    return "  {\n" + ",\n".join(parts) + _END_FILE


def _key(promised: Mapping[str, object]) -> str:
    return sha256_hex(json.dumps(promised, sort_keys=True).encode())[:_KEY_DIGITS]
