"""The commands `deliver` and `place`: bring a bundle to where readers are, and keep the places by name."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from typing import TYPE_CHECKING

from editor.cli.answers import Answer, ExitCode
from editor.core.errors import UserError
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.i18n.interface import ntr, tr, words

if TYPE_CHECKING:
    from editor.services.delivering import DeliveryRequest, UnknownServerError

PASSWORD_VARIABLE = "MAKALA_PASSWORD"  # noqa: S105 - the name of a variable
_KB, _MB = 1000, 1_000_000


def deliver(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """Deliver a bundle, or say what that would do."""
    from editor.services.delivering import LOOKED_AT, DeliveryRequest, UnknownServerError, trust_server

    request = DeliveryRequest(
        bundle=arguments.bundle,
        to=arguments.to,
        password=_password(arguments.to),
        is_taken_over=arguments.take_over,
        look=-1 if arguments.check_all else LOOKED_AT,
    )
    try:
        return _answer(arguments, request, context)
    except UnknownServerError as error:
        if not _is_trusted(error, arguments.trust):
            raise
        trust_server(error)
    return _answer(arguments, request, context)


def place(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """List the places, keep one, or forget one."""
    from editor.services.delivering import forget_place, places

    context.check()
    is_adding = arguments.action == "add"
    is_odd = (arguments.action != "list") != bool(arguments.name) or is_adding != bool(arguments.address)
    if is_odd or (arguments.replace and not is_adding):
        raise UserError(say("It is “makala place list”, “place add NAME ADDRESS” or “place delete NAME”."))
    if is_adding:
        _add_place(arguments)
    elif arguments.action == "delete":
        forget_place(arguments.name)
    found = places()
    lines = [f"{one.name}  {one.address}" for one in found]
    return Answer(
        form={"places": [{"name": one.name, "address": one.address} for one in found]},
        lines=tuple(lines) or (tr("No place is kept yet."),),
    )


def _add_place(arguments: argparse.Namespace) -> None:
    """Keep a place, and its password where one is named or typed."""
    from editor.services.delivering import KnownPlaceError, keep_place

    try:
        kept = keep_place(arguments.name, arguments.address, is_new=not arguments.replace)
    except KnownPlaceError as error:
        raise UserError(
            error.message, say("Give this one another name, or add --replace to give that one the new address.")
        ) from error
    if password := _password(kept.address):
        keep_place(kept.name, kept.address, password)


def _answer(arguments: argparse.Namespace, request: DeliveryRequest, context: JobContext) -> Answer:
    return _planned(request, context) if arguments.dry_run else _delivered(request, context)


def _planned(request: DeliveryRequest, context: JobContext) -> Answer:
    from editor.services.delivering import plan_delivery

    plan = plan_delivery(request, context)
    lines = [
        *(tr("Would write: {file}", file=path) for path in plan.writes),
        *(tr("Would take away: {file}", file=path) for path in plan.removes),
        tr("Nothing was changed at {place}.", place=plan.place)
        if not plan.is_empty
        else tr("{place} is up to date.", place=plan.place),
    ]
    if plan.warning:
        lines.append(words(plan.warning))
    form = {
        "place": plan.place,
        "writes": list(plan.writes),
        "removes": list(plan.removes),
        "unchanged": plan.unchanged,
        "bytes": plan.bytes,
        "warning": words(plan.warning) if plan.warning else "",
    }
    return Answer(form=form, lines=tuple(lines), code=ExitCode.DONE)


def _delivered(request: DeliveryRequest, context: JobContext) -> Answer:
    from editor.services.delivering import deliver as delivered

    report = delivered(request, context)
    lines = [
        tr(
            "Delivered to {place}: {files} ({size}), {removed} taken away, {unchanged} as before.",
            place=report.place,
            files=ntr("{n} file written", "{n} files written", report.written),
            size=size_words(report.bytes),
            removed=report.removed,
            unchanged=report.unchanged,
        )
    ]
    if report.warning:
        lines.append(words(report.warning))
    form = {
        "place": report.place,
        "written": report.written,
        "removed": report.removed,
        "unchanged": report.unchanged,
        "bytes": report.bytes,
        "looked_at": report.looked_at,
        "warning": words(report.warning) if report.warning else "",
    }
    return Answer(form=form, lines=tuple(lines))


def size_words(size: int) -> str:
    """Return so many bytes as people read them: "12.5 MB"."""
    if size >= _MB:
        return tr("{size} MB", size=f"{size / _MB:.1f}")
    return tr("{size} KB", size=f"{size / _KB:.1f}") if size >= _KB else ntr("{n} byte", "{n} bytes", size)


def _password(to: str) -> str:
    """Return the password that the environment names or a person types; "" where the keyring has it or none is due."""
    from editor.services.delivering import needs_password

    if typed := os.environ.get(PASSWORD_VARIABLE, ""):
        return typed
    if not needs_password(to) or not sys.stdin.isatty():
        return ""
    return getpass.getpass(tr("Password for {place}: ", place=to))


def _is_trusted(error: UnknownServerError, named: str) -> bool:
    """Say whether the server's key is the one that was named, or a person at the keyboard says that it is right."""
    if named or not sys.stdin.isatty():
        return named == error.fingerprint
    sys.stderr.write(f"{words(error.message)}\n{words(error.hint)}\n")
    return input(tr("Type its fingerprint, or yes, to trust it: ")).strip() in {error.fingerprint, tr("yes")}
