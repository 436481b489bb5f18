"""The bundle's manifest, version 1: every file with its size, hash, type and role, and nothing of the machine."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from editor.core.errors import UserError
from editor.core.files import sha256_hex
from editor.core.messages import say
from editor.publish.bundle import BundleFile, FileRole

MANIFEST = "manifest.json"
VERSION = 1
JOURNAL = ".makala"
_KEY_DIGITS = 16
_HASH = re.compile(r"[0-9a-f]{64}")
_DEVICE = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")
_NOT_IN_NAMES = frozenset('<>:"\\|?*')


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
    """What a bundle says it holds."""

    format: str
    editions: tuple[str, ...]
    entries: Mapping[str, Entry]

    @property
    def image_fields(self) -> tuple[str, ...]:
        """Return the metadata fields that its images promise, some of them or all."""
        return tuple(sorted({name for entry in self.entries.values() for name in entry.promised}))


def entry_of(file: BundleFile, data: bytes) -> Entry:
    """Return the manifest's entry for `file`, whose bytes are `data`."""
    return Entry(
        path=file.path,
        bytes=len(data),
        sha256=sha256_hex(data),
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
    said = {_key(entry.promised): dict(entry.promised) for entry in manifest.entries.values() if entry.promised}
    plain = {
        "makala": VERSION,
        "format": manifest.format,
        "editions": list(manifest.editions),
        "image_metadata": list(manifest.image_fields),
        "statements": {key: said[key] for key in sorted(said)},
        "files": [_plain(manifest.entries[path]) for path in sorted(manifest.entries)],
    }
    return json.dumps(plain, ensure_ascii=False, indent=1).encode() + b"\n"


def read_manifest(data: bytes) -> Manifest:
    """Return the manifest in `data`; raise `UserError` when it is none of ours, or of a later version."""
    try:
        plain = json.loads(data)
        version = plain["makala"]
        if type(version) is int and version == VERSION:
            return Manifest(
                format=str(plain.get("format", "")),
                editions=tuple(map(str, plain.get("editions", ()))),
                entries=_entries(plain["files"], plain.get("statements", {})),
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
    if not path or path != unicodedata.normalize("NFC", path):
        return False
    return all(_is_safe_part(part) for part in path.split("/"))


def _is_safe_part(part: str) -> bool:
    if not part or part in {".", ".."} or part != part.rstrip(". ") or _DEVICE.match(part):
        return False
    return not any(character < " " or character in _NOT_IN_NAMES or character == "\x7f" for character in part)


def _entries(files: Iterable[Mapping[str, object]], statements: Mapping[str, Mapping[str, object]]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for file in files:
        path, size, digest = file["path"], file["bytes"], file["sha256"]
        if not (
            isinstance(path, str) and isinstance(size, int) and isinstance(digest, str) and _HASH.fullmatch(digest)
        ):
            raise TypeError("not an entry")
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


def _key(promised: Mapping[str, object]) -> str:
    return sha256_hex(json.dumps(promised, sort_keys=True).encode())[:_KEY_DIGITS]
