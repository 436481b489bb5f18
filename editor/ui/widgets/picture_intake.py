"""Pictures on their way into the newsroom: read on a job's thread, and what became of them. Knows no panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.errors import Fault, UserError
from editor.core.files import faults
from editor.core.jobs import JobContext
from editor.core.messages import Message, nsay, say
from editor.domain.image import Image
from editor.ui.widgets.offered_picture import OfferedPicture

if TYPE_CHECKING:
    from editor.services.images import Images


MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of the offered pictures: those that were read, in their order, and why others were not."""

    images: tuple[Image, ...]
    refused: tuple[tuple[str, UserError | Fault], ...]

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
    """Keep the originals of `offered`; one bad file does not stop the others. On a job's thread."""
    read: list[Image] = []
    refused: list[tuple[str, UserError | Fault]] = []
    for number, picture in enumerate(offered):
        context.report(number / len(offered), say("Reading {name}", name=picture.name))
        try:
            with faults(say("“{name}” was not taken in.", name=picture.name)):
                data = picture.bytes_of()
            read.append(images.read(data, picture.name))
        except (UserError, Fault) as error:
            refused.append((picture.name, error))
    context.report(1.0, say("Pictures read"))
    return Intake(tuple({image.id: image for image in read}.values()), tuple(refused))
