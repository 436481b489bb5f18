"""The AI-use report of a newsroom's editions: what of texts and images came from AI, and who answers for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.files import faults, write_whole
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.services.own_places import refuse_no_file
from editor.services.publishing import editions_named
from editor.services.snapshots import Snapshots

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading

FORMATS = ("csv", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report ready to be written: its bytes, the editions it is of, how many rows it has."""

    data: bytes
    editions: tuple[str, ...]
    rows: int


class Reporting:
    """Makes reports. Made by the composition root; its methods are jobs, safe off the main thread."""

    def __init__(self, articles: Reading, images: Images, newsroom: Newsroom, clock: Clock) -> None:
        self._clock = clock
        self._snapshots = Snapshots(articles, images, newsroom)

    def make(self, editions: Sequence[str], kind: str, context: JobContext, *, at: datetime | None = None) -> Report:
        """Return the report of these editions (none for all) in the format `kind`: "csv" or "json".

        `at` (UTC) decides what is out, by default the present instant. Raises `UserError` for an edition or a format
        that is not there.
        """
        from editor.publish.ai_report import csv_bytes, json_bytes, uses
        from editor.publish.bodies import Bodies
        from editor.publish.site import Site

        if kind not in FORMATS:
            raise UserError(
                say("There is no format “{name}”.", name=kind), say("There are: {names}.", names=", ".join(FORMATS))
            )
        context.report(0.0, say("Reading the newsroom"))
        snapshot = self._snapshots.whole(at or self._clock.now())
        site = Site(snapshot, editions_named(snapshot.settings, editions))
        rows = []
        for row in uses(site, Bodies()):
            context.check()
            rows.append(row)
        data = csv_bytes(rows) if kind == "csv" else json_bytes(rows, site)
        return Report(data=data, editions=tuple(edition.locale for edition in site.editions), rows=len(rows))

    def save(
        self, path: Path, editions: Sequence[str], context: JobContext, *, kind: str = "", at: datetime | None = None
    ) -> Report:
        """Write the report to `path`, whole or not at all; without `kind` the ending says the format, CSV if none.

        Raises what `make` does, `UserError` for a file that a newsroom keeps, `Fault` when the disk does not take it.
        """
        refuse_no_file(path)
        ending = path.suffix.lower().removeprefix(".")
        report = self.make(editions, kind or (ending if ending in FORMATS else FORMATS[0]), context, at=at)
        with faults(say("The report was not written.")):
            write_whole(path, report.data)
        return report
