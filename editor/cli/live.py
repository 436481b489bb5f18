"""The command that does not end by itself: a folder and a server that follow the newsroom until Ctrl+C."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from editor.cli.answers import Answer, trouble_of
from editor.core.errors import Fault, UserError
from editor.core.files import faults
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.i18n.interface import ntr, tr

if TYPE_CHECKING:
    from editor.services.publishing import ExportReport


def live(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """Export, serve, and follow every change until the person stops it, which is its proper end.

    It answers when the address is there, for whoever waits for that, and not at its end.
    """
    from editor.cli.commands import desk_on
    from editor.services.live import Live, LiveRequest

    out = arguments.out or _beside(arguments.newsroom)
    request = LiveRequest(
        out=out, editions=tuple(arguments.edition), articles=tuple(arguments.article), port=arguments.port
    )
    with desk_on(arguments.newsroom) as desk:
        service = Live(desk.publishing, desk.newsroom)
        try:
            service.begin(request, context)
            if arguments.json:
                _say(sys.stdout, json.dumps({"address": service.address, "bundle": str(out)}, ensure_ascii=False))
            else:
                line = tr("Live: {address} (the folder is {path}). Ctrl+C ends it.", address=service.address, path=out)
                _say(sys.stdout, line)
            service.follow(JobContext(stop=context.stop), _tell_as_json if arguments.json else _tell)
        finally:
            service.end()
    if not arguments.json:
        _say(sys.stdout, tr("The folder stays as it is: {path}", path=out))
    return Answer(form={}, is_said=True)


def _beside(newsroom: Path) -> Path:
    folder = newsroom.resolve()
    return folder.with_name(f"{folder.name}-live")


def _tell(what: ExportReport | UserError | Fault) -> None:
    if isinstance(what, UserError | Fault):
        _tell_as_json(what)
        return
    files = ntr("{n} file new", "{n} files new", what.written)
    _say(sys.stdout, tr("Up to date: {files}, {seconds} s.", files=files, seconds=f"{what.seconds:.2f}"))


def _tell_as_json(what: ExportReport | UserError | Fault) -> None:
    """Say what stands in the way, where no answer is read."""
    if isinstance(what, UserError | Fault):
        _say(sys.stderr, "\n".join(trouble_of(what).lines))


def _say(stream: TextIO, line: str) -> None:
    with faults(say("The answer could not be written. What was asked for is done.")):
        stream.write(f"{line}\n")
        stream.flush()
