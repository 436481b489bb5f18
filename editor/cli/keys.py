"""The command `key`: makes, shows, hands around and deletes the key that signs bundles. Needs no newsroom."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from editor.cli.answers import Answer
from editor.core.errors import UserError
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.i18n.interface import tr, words

if TYPE_CHECKING:
    from editor.services.newsroom_key import NewsroomKey

_WITH_FILE = ("export", "save", "take")


def key(arguments: argparse.Namespace, context: JobContext) -> Answer:
    """Look after the key."""
    context.check()
    now = _done(arguments)
    lines = [words(now.place)]
    if now.fingerprint:
        lines = [
            tr("Fingerprint: {print}", print=now.fingerprint),
            *lines,
            tr("Bundles are signed with it.") if now.is_on else tr("Bundles are not signed: signing is off."),
        ]
    if now.problem:
        lines.append(words(now.problem))
    if arguments.file is not None:
        lines.append(_about_file(arguments))
    form = {
        "fingerprint": now.fingerprint,
        "in_keyring": now.is_in_keyring,
        "on": now.is_on,
        "problem": words(now.problem) if now.problem else "",
    }
    return Answer(form=form, lines=tuple(lines))


def _done(arguments: argparse.Namespace) -> NewsroomKey:
    from editor.services import newsroom_key as keys

    action, file = arguments.action, arguments.file
    if (action in _WITH_FILE) != (file is not None):
        raise UserError(
            say("“makala key {action}” needs the name of a file.", action=action)
            if file is None
            else say("“makala key {action}” takes no file.", action=action)
        )
    if action in _WITH_FILE:
        return {"export": keys.export_key, "save": keys.save_key, "take": keys.take_key}[action](file)
    if action in {"on", "off"}:
        keys.public_key()
        return keys.switch_key(is_on=action == "on")
    if action == "delete":
        keys.forget_key()
    return keys.make_key_here() if action == "make" else keys.key_now()


def _about_file(arguments: argparse.Namespace) -> str:
    match arguments.action:
        case "export":
            return tr("The public key is in {path}: give it to those who verify.", path=arguments.file)
        case "save":
            return tr("The secret half is in {path}: keep it in a safe place, for you alone.", path=arguments.file)
        case _:
            return tr("Taken from {path}. Do not leave that file lying about.", path=arguments.file)
