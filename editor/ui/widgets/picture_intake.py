"""Pictures on their way into the newsroom: read on a job's thread, and what became of them. Knows no panel."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import Fault, UserError
from editor.core.files import faults, os_cause
from editor.core.jobs import JobContext
from editor.core.messages import Message, nsay, say
from editor.domain.image import Image
from editor.ui.widgets.offered_picture import SUFFIXES, OfferedPicture

if TYPE_CHECKING:
    from editor.services.images import Images


MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of the offered pictures: those that were read, in their order, and why others were not.

    `noted` says of those that were read which the newsroom has already, or has one that looks like it.
    """

    images: tuple[Image, ...]
    refused: tuple[tuple[str, UserError | Fault], ...]
    noted: tuple[Message, ...] = ()

    def notice(self) -> Message | UserError | Fault | None:
        """Return what to tell the person: the trouble, else what was noted, or None."""
        if trouble := self.trouble():
            return trouble
        named = list(self.noted[:MOST_NAMED])
        if (more := len(self.noted) - MOST_NAMED) > 0:
            named.append(nsay("And {n} more.", "And {n} more.", more))
        return _lines(named) if named else None

    def trouble(self) -> UserError | Fault | None:
        """Return what to tell the person about those that were refused, each by its name, or None."""
        if not self.refused:
            return None
        if len(self.refused) == 1 and not self.images:
            return self.refused[0][1]
        named = [_reason(name, error) for name, error in self.refused[:MOST_NAMED]]
        if (more := len(self.refused) - MOST_NAMED) > 0:
            named.append(nsay("And {n} more.", "And {n} more.", more))
        return UserError(
            _lines(
                [nsay("{n} file could not be taken in.", "{n} files could not be taken in.", len(self.refused)), *named]
            ),
            say("The others are in the newsroom.") if self.images else say("Nothing was changed."),
        )


def _reason(name: str, error: UserError | Fault) -> Message:
    """Return why the file called `name` was refused, and its name where the reason does not tell it."""
    said = error.message if isinstance(error, UserError) else error.what
    if isinstance(error, Fault) and error.cause:
        said = _lines([said, error.cause], between=" ")
    return said if name in str(said) else say("{name}: {cause}", name=name, cause=said)


def _lines(said: Sequence[Message], between: str = "\n") -> Message:
    """Return whole sentences one after the other; each is translated by itself."""
    places = [f"s{number}" for number in range(len(said))]
    return Message(between.join(f"{{{place}}}" for place in places), dict(zip(places, said, strict=True)))


def read_pictures(images: Images, offered: Sequence[OfferedPicture], context: JobContext) -> Intake:
    """Keep the originals of `offered`; one bad file does not stop the others. On a job's thread.

    Of a folder it is every picture in it and below, in the order of their names.
    """
    read: list[Image] = []
    refused: list[tuple[str, UserError | Fault]] = []
    present = images.library.present()
    noted: list[Message] = []
    unfolded = [one for picture in offered for one in _in_folder(picture, refused, context)]
    for number, picture in enumerate(unfolded):
        context.report(number / len(unfolded), say("Reading {name}", name=picture.name))
        if picture.known_id:
            known = images.find(picture.known_id)
            read += [known] if known is not None else []  # one of another newsroom is none of ours
            continue
        try:
            with faults(say("“{name}” was not taken in.", name=picture.name)):
                data = picture.bytes_of()
            image = images.read(data, picture.name)
        except (UserError, Fault) as error:
            refused.append((picture.name, error))
            continue
        read.append(image)
        if note := _noted(images, picture.name, image, present):
            noted.append(note)
        present.setdefault(image.sha256, image)
    context.report(1.0, say("Pictures read"))
    return Intake(tuple({image.id: image for image in read}.values()), tuple(refused), tuple(noted))


def _in_folder(
    picture: OfferedPicture, refused: list[tuple[str, UserError | Fault]], context: JobContext
) -> Iterator[OfferedPicture]:
    """Yield the pictures of a folder, or what is none as it is; refused is what cannot be read, or has no picture."""
    if picture.path is None or not os.path.isdir(picture.path):  # noqa: PTH112 - Path's raises where it may not look
        yield picture
        return
    is_empty, unread = True, list[OSError]()
    for place, folders, names in os.walk(picture.path, onerror=unread.append):
        context.check()
        folders[:] = sorted(folder for folder in folders if not folder.startswith("."))
        for path in (Path(place, name) for name in sorted(names) if not name.startswith(".")):
            if path.suffix.lower() in SUFFIXES:
                is_empty = False
                yield OfferedPicture(path.name, path)
    for error in unread:
        name = Path(str(error.filename)).name
        refused.append((name, Fault(say("“{name}” was not taken in.", name=name), os_cause(error))))
    if is_empty and not unread:
        refused.append((picture.name, UserError(say("There is no picture in the folder “{name}”.", name=picture.name))))


def _noted(images: Images, name: str, image: Image, present: Mapping[str, Image]) -> Message | None:
    """Return what the newsroom, which has the pictures `present` by content hash, knows of one that was read."""
    if image.sha256 in present:
        known = present[image.sha256]
        users = [head for head in images.used_in(known.id) if head.trashed_at is None]
        if users:
            headline = users[0].headline or users[0].slug
            return say("“{name}” is in the newsroom already; “{headline}” shows it.", name=name, headline=headline)
        return say("“{name}” is in the newsroom already, as “{other}”.", name=name, other=known.name)
    alike = images.library.likenesses.resembling(image, present)
    if alike:
        return say("“{name}” looks like “{other}”, which is in the newsroom already.", name=name, other=alike[0].name)
    return None
