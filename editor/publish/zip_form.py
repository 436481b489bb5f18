"""Whether a zip says the same of its files everywhere it speaks of them, and holds nothing that it does not name.

Two programs may read a zip by two of its ways, the directory at its end and the headers before each file (APPNOTE.TXT
6.3.10, sections 4.3.6 to 4.3.16). Where the two differ, one person verifies what another never gets to see.
"""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Iterator
from typing import IO

from editor.core.messages import Message, say

_LOCAL = struct.Struct("<4s5H3L2H")
_END = struct.Struct("<4s4H2LH")
_END_64_BYTES = 56 + 20
_NOT_HERE = 0xFFFFFFFF
_DESCRIBED_LATER = 0x0008
_UTF8 = 0x0800
_DOS_FOLDER = 0x10
_HIDDEN = say("This zip holds something between its files that belongs to none of them.")


def form_problems(archive: zipfile.ZipFile) -> Iterator[tuple[str, Message]]:
    """Yield (member, what is wrong) for every trick, "" for the zip as a whole. Reads headers alone."""
    stream = archive.fp
    if stream is None:
        return
    place = 0
    is_hiding = False
    for member in sorted(archive.infolist(), key=lambda one: one.header_offset):
        is_hiding = is_hiding or member.header_offset != place
        header = _header(stream, member.header_offset)
        if header is None or _differs(member, *header[:2]):
            yield member.orig_filename, say("The zip says one thing of this file before it and another at its end.")
            return  # where the next one begins is anybody's guess
        fields, _, beside = header
        place = member.header_offset + _LOCAL.size + beside + member.compress_size
        if fields[2] & _DESCRIBED_LATER:
            place += _descriptor(stream, place, member)
    if is_hiding or place != archive.start_dir:
        yield "", _HIDDEN
    for member in archive.infolist():
        if not _is_plain(member):
            yield (
                member.orig_filename,
                say("This is no regular file, and a bundle holds nothing else."),
            )
    yield from _end_problems(stream, archive)


def _header(stream: IO[bytes], offset: int) -> tuple[tuple[int, ...], bytes, int] | None:
    """Return the numbers of a local header, its name, and how many bytes name and extra fields take."""
    stream.seek(offset)
    data = stream.read(_LOCAL.size)
    if len(data) < _LOCAL.size or data[:4] != b"PK\x03\x04":
        return None
    fields = _LOCAL.unpack(data)
    name, extra = fields[-2:]
    return fields, stream.read(name), name + extra


def _differs(member: zipfile.ZipInfo, fields: tuple[int, ...], name: bytes) -> bool:
    _, _, flags, method, _, _, crc, packed, size, *_ = fields
    said = member.orig_filename.encode("utf-8" if member.flag_bits & _UTF8 else "cp437", "replace")
    if name != said or method != member.compress_type or (flags ^ member.flag_bits) & ~_DESCRIBED_LATER:
        return True
    if flags & _DESCRIBED_LATER:
        return False
    sizes = ((packed, member.compress_size), (size, member.file_size))
    return crc != member.CRC or any(here not in {there, _NOT_HERE} for here, there in sizes)


def _is_plain(member: zipfile.ZipInfo) -> bool:
    """Say whether the file is a regular one, or a folder by its name too, on the only disk there is.

    Links are looked for elsewhere. DOS has one sign for a folder; Unix has kinds, and modes that lend rights.
    """
    mode, is_folder = member.external_attr >> 16, member.orig_filename.endswith("/")
    kind = stat.S_IFMT(mode)
    is_called_folder = bool(member.external_attr & _DOS_FOLDER) or kind == stat.S_IFDIR
    return (
        member.volume == 0
        and kind in {0, stat.S_IFREG, stat.S_IFDIR, stat.S_IFLNK}
        and not mode & (stat.S_ISUID | stat.S_ISGID)
        and (is_folder or not is_called_folder)
    )


def _descriptor(stream: IO[bytes], place: int, member: zipfile.ZipInfo) -> int:
    """Return how many bytes the description after a file takes: with or without its mark, of 32 or 64 bits."""
    stream.seek(place)
    data = stream.read(24)
    for mark in (b"PK\x07\x08", b""):
        for form in ("<LLL", "<LQQ"):
            said = mark + struct.pack(form, member.CRC, *_clipped(form, member))
            if data.startswith(said):
                return len(said)
    return 0


def _clipped(form: str, member: zipfile.ZipInfo) -> tuple[int, int]:
    mask = _NOT_HERE if form == "<LLL" else (1 << 64) - 1
    return member.compress_size & mask, member.file_size & mask


def _end_problems(stream: IO[bytes], archive: zipfile.ZipFile) -> Iterator[tuple[str, Message]]:
    size = stream.seek(0, 2)
    at = size - _END.size - len(archive.comment)
    stream.seek(max(at, 0))
    data = stream.read(_END.size)
    if at < 0 or data[:4] != b"PK\x05\x06":
        yield "", say("Something lies behind the end of this zip.")
        return
    if archive.comment:
        yield "", say("This zip carries a comment, and a bundle has none.")
    _, disk, first, here, count, directory, start, comment = _END.unpack(data)
    is_long = _NOT_HERE in {directory, start} or count == 0xFFFF  # then 64 bits stand before it
    known = directory != _NOT_HERE
    if known and archive.start_dir + directory + (_END_64_BYTES if is_long else 0) != at:
        yield "", _HIDDEN
    of_all = len(archive.infolist())
    if disk or first or here != count or count not in {of_all, 0xFFFF} or comment != len(archive.comment):
        yield "", say("The end of this zip does not say how many files there are in it.")
