"""Writes a bundle that was asked for: all of it, or what shows the words that were edited."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.messages import Message, say

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.domain.settings import Edition
    from editor.publish.account import Written
    from editor.publish.bundle import Copies, Means
    from editor.publish.reuse import Old
    from editor.publish.signature import Seal
    from editor.publish.theme import Theme
    from editor.services.publishing import ExportRequest
    from editor.services.snapshots import Present, Snapshots
    from editor.services.standing import Renewal

# The live folder, which is nobody else's, is looked through after every edit while that takes no more than a moment.
_LOOKED_THROUGH = 2_000
# How an export's work is shared between gathering files, making pages and putting all in place, for the progress.
_PAGES_LAST, _ALL_AT_ONCE = (7, 12, 1), (19, 0, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An export that was asked for, and what the newsroom is now.

    `place` is where the bundle lies in the end; `terms` are a hash of what decides whether another bundle is of any
    use, "" where none is. What is to be said of signing is added to `about_signing` while pictures are signed.
    """

    request: ExportRequest
    at: datetime
    present: Present
    editions: Sequence[Edition]
    only: Sequence[str]
    named: Sequence[str]
    theme: Theme
    copies: Copies
    about_signing: list[Message]
    seal: Seal
    place: Path
    terms: str


def renew_bundle(
    renewal: Renewal, means: Means, order: Order, snapshots: Snapshots, context: JobContext
) -> Written | None:
    """Write those files anew that show what was changed; None, with nothing done, where that is not the way."""
    from editor.publish.registry import FORMATS
    from editor.publish.reuse import Memory
    from editor.publish.writer import renew_folder

    request, left = order.request, renewal.standing.left
    kind = FORMATS[request.format]
    if kind.touched is None or kind.gone is None or kind.pictures is None:
        return None
    is_thorough = not request.stays_here or len(left.old.entries) < _LOOKED_THROUGH
    files = kind.touched(means, renewal.edited)
    return renew_folder(
        chain(files, kind.pictures(means, context)) if is_thorough else files,
        partial(kind.gone, means.site, renewal.edited, left.old.entries),
        left,
        context,
        kind=request.format,
        editions=tuple(edition.locale for edition in means.site.editions),
        memory=Memory(snapshots.pages_memory(left.old.place)),
        is_thorough=is_thorough,
        seal=order.seal,
        is_lasting=left.old.place != snapshots.ready_place,
    )


def write_bundle(
    order: Order,
    means: Means,
    alone: frozenset[str],
    snapshots: Snapshots,
    context: JobContext,
    *,
    source: Old | None = None,
) -> Written:
    """Write the bundle, or that of the articles `alone` if there are any, taking over what is there already.

    Its files are made by `means`, or copied where it lies somewhere else, as `source`.

    Raises `UserError` for a format or a place that cannot be, `Fault` for trouble with the disk or an original.
    """
    from editor.images.reading_back import broken_promise
    from editor.publish.copied import copied_files
    from editor.publish.making import Hands
    from editor.publish.one_article import files_of_one
    from editor.publish.registry import FORMATS
    from editor.publish.reuse import Memory
    from editor.publish.target import look_at
    from editor.publish.writer import write_folder
    from editor.publish.zip_writer import write_zip

    request, seal = order.request, order.seal
    if request.format not in FORMATS:
        raise UserError(
            say("There is no format “{name}”.", name=request.format),
            say("There are: {names}.", names=", ".join(FORMATS)),
        )
    target = look_at(request.out, as_zip=request.zip)
    kind = FORMATS[request.format]
    gathering, making, putting = context.split(*(_PAGES_LAST if kind.touched and not alone else _ALL_AT_ONCE))
    if source is not None:
        files = copied_files(source)
    else:
        files = files_of_one(kind, means, alone, gathering) if alone else kind.files(means, gathering)
    is_lasting = target.path != snapshots.ready_place
    write = write_zip if request.zip else partial(write_folder, is_lasting=is_lasting)
    written = write(
        files,
        target,
        making,
        kind=request.format,
        editions=tuple(edition.locale for edition in means.site.editions),
        memory=Memory(snapshots.pages_memory(target.path)),
        look_at_picture=broken_promise,
        full=request.full,
        seal=seal,
        hands=Hands(processes=request.jobs or os.cpu_count() or 1, after=means.bodies.save),
    )
    putting.report(1.0, say("Exported and verified"))
    return written
