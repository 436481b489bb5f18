"""The pictures of files that are taken in: found safely, read once, and joined with what the newsroom knows of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from editor.core.errors import FileError, UserError
from editor.core.files import os_cause, sha256_hex
from editor.core.messages import Message, say
from editor.domain.edits import IMAGE_FIELDS, AddImage, Edit, change_image
from editor.domain.image import HASH_IN_NAME, RECORD_FIELDS, Image, image_file_name

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.ingest.draft import PictureNote
    from editor.services.images import Images
    from editor.services.intake_files import NamedFile

_SCHEME = re.compile(r"(?i)(?:[a-z][a-z0-9+.-]+:|//)")
_ID_DIGITS = 32


def has_scheme(path: str) -> bool:
    """Say whether `path` is an address and no path of a file; a drive letter is no scheme."""
    return bool(_SCHEME.match(path))


@dataclass
class Pictures:
    """Gathers the pictures of one file: `found` by id as they will be, `edits` that make them so.

    With `keeps` their originals go to the newsroom's media; without it nothing is written. `batch` holds pictures of
    files read before that are not in the newsroom yet.
    """

    images: Images
    clock: Clock
    keeps: bool
    updates: bool
    batch: Mapping[str, Image] = field(default_factory=dict)
    found: dict[str, Image] = field(default_factory=dict)
    warnings: list[Message] = field(default_factory=list)

    def add(self, note: PictureNote, file: NamedFile) -> Image:
        """Return the image that `note` speaks of, joined with its words.

        Raises `FileError` with the line when its path leaves the folder, is not there or is no picture.
        """
        if not note.file or has_scheme(note.file):
            return self._known_by_words(note)
        data = self._bytes(note, file)
        digest = sha256_hex(data)
        known = self._known(digest[:_ID_DIGITS])
        if known is None or self.keeps:
            name = Path(unquote(note.file)).name.removeprefix(f"{digest[:HASH_IN_NAME]}-")
            stored = self._stored(data, digest, name, note)
            known = known or replace(stored, trashed_at=note.image.trashed_at)
        return self._joined(known, note)

    def edits(self) -> list[Edit]:
        """Return the edits that bring the newsroom's images to what was found."""
        edits: list[Edit] = []
        for image_id, image in self.found.items():
            before = self._in_newsroom(image_id)
            if before is None:
                edits.append(AddImage(image, say("Add picture"), self.clock.now()))
                continue
            after = {
                name: getattr(image, name) for name in IMAGE_FIELDS if getattr(image, name) != getattr(before, name)
            }
            if after:
                edits.append(change_image(before, say("Change picture"), **after))
        return edits

    def _known_by_words(self, note: PictureNote) -> Image:
        """Return a picture without a file; an address of the web is kept with it, and is loaded by nobody."""
        words = note.image
        if note.file:
            self.warnings.append(
                say("The picture at {address} was not fetched; its words are kept.", address=note.file)
            )
            words = replace(words, extra={**words.extra, "file": note.file})
        known = self._known(words.id) if words.id else None
        if known is not None:
            return self._joined(known, replace(note, image=words))
        image = replace(words, id=words.id or self.clock.new_id())
        self.found[image.id] = image
        return image

    def _bytes(self, note: PictureNote, file: NamedFile) -> bytes:
        path = picture_path(note.file, file)
        if path is None:
            raise FileError(
                say("The path of this picture leads out of the folder: {path}", path=note.file),
                say("Put the picture into the folder of the article and name it from there."),
                line=note.line,
            )
        try:
            if not path.is_file():
                raise FileError(
                    say("This picture is not there: {path}", path=note.file),
                    say("Put it there, or correct its path."),
                    line=note.line,
                )
            return path.read_bytes()
        except OSError as error:
            raise FileError(os_cause(error), line=note.line) from error

    def _stored(self, data: bytes, digest: str, name: str, note: PictureNote) -> Image:
        try:
            if self.keeps:
                return self.images.read(data, name)
            from editor.images.probing import probe

            facts = probe(data)
        except UserError as error:
            what = say("{path}: {reason}", path=note.file, reason=error.message)
            raise FileError(what, error.hint, line=note.line) from error
        return Image(
            id=digest[:_ID_DIGITS],
            sha256=digest,
            name=image_file_name(name, facts.suffix),
            media_type=facts.media_type,
            width=facts.width,
            height=facts.height,
            size=len(data),
        )

    def _known(self, image_id: str) -> Image | None:
        return self.found.get(image_id) or self._in_newsroom(image_id) or self.batch.get(image_id)

    def _in_newsroom(self, image_id: str) -> Image | None:
        found = self.images.find(image_id)
        return found if found is not None and found.id == image_id else None

    def _joined(self, known: Image, note: PictureNote) -> Image:
        """Return `known` with the words of `note`: what is missing is filled, what differs stays unless updating."""
        words = note.image
        fresh: dict[str, object] = {}
        differing: list[str] = []
        for name in RECORD_FIELDS:
            said, there = getattr(words, name), getattr(known, name)
            if said and not there:
                fresh[name] = said
            elif said and said != there:
                differing.append(name)
        alt = {language: text for language, text in words.alt.items() if language not in known.alt}
        differing += [f"alt ({tag})" for tag, text in words.alt.items() if known.alt.get(tag, text) != text]
        if self.updates:
            fresh |= {name: getattr(words, name) for name in RECORD_FIELDS if name in differing}
            alt = dict(words.alt)
        elif differing:
            self.warnings.append(
                say(
                    "The newsroom has other words for the picture {name} and keeps them: {fields}.",
                    name=known.name or known.id,
                    fields=", ".join(differing),
                )
            )
        fresh["alt"] = {**known.alt, **alt}
        fresh["findings"] = (*words.findings, *(one for one in known.findings if one not in words.findings))
        is_new = self._in_newsroom(known.id) is None
        fresh["proposed"] = words.proposed or known.proposed if is_new else known.proposed or words.proposed
        fresh["extra"] = {**words.extra, **known.extra}
        fresh["trashed_at"] = known.trashed_at and words.trashed_at
        image = replace(known, **fresh)  # type: ignore[arg-type]
        self.found[image.id] = image
        return image


def picture_path(path: str, file: NamedFile) -> Path | None:
    """Return where the picture `path`, as a file names it, lies; None when that is outside the file's folder."""
    root = file.root.resolve()
    for spelling in dict.fromkeys((path, unquote(path))):
        if "\0" in spelling or "\\" in spelling:
            continue
        try:
            place = (file.path.parent / spelling).resolve()
        except (OSError, ValueError, RuntimeError):
            continue
        if place.is_relative_to(root) and not Path(spelling).is_absolute() and place.exists():
            return place
    if "\\" in path or "\0" in path or Path(path).is_absolute():
        return None
    place = (file.path.parent / path).resolve()
    return place if place.is_relative_to(root) else None
