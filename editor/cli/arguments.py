"""What can be typed: the commands, their arguments and options, exactly as the contract has them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Never

from typing_extensions import override

from editor import __version__
from editor.cli.argument_words import HelpWords, refusal_words
from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.i18n.interface import tr

_SURROGATES = re.compile("[\ud800-\udfff]")
KEY_ACTIONS = ("make", "show", "export", "save", "take", "on", "off", "delete")


class _Parser(argparse.ArgumentParser):
    """Raises `UserError` where argparse would end the process, so that `--json` can answer in kind."""

    def __init__(self, *, add_help: bool = True, **how: Any) -> None:  # noqa: ANN401 - what argparse takes
        super().__init__(add_help=False, formatter_class=HelpWords, **how)
        if add_help:
            self.add_argument("-h", "--help", action="help", help=tr("show this help and stop"))

    @override
    def error(self, message: str) -> Never:
        raise UserError(refusal_words(message), _help_of(self.prog))


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = _Parser(
        prog="makala", description=tr("Makala, the newsroom editor. Without a command it opens the window.")
    )
    parser.add_argument(
        "--version", action="version", version=f"makala {__version__}", help=tr("show the version and stop")
    )
    every = _Parser(add_help=False, allow_abbrev=False)
    every.add_argument("--json", action="store_true", help=tr("print one JSON document and nothing else"))
    commands = parser.add_subparsers(dest="command", metavar=tr("COMMAND"), required=True, parser_class=_Parser)

    def command(name: str, words: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(
            name, help=words, description=words, parents=[every], allow_abbrev=False
        )
        return made

    command("open", tr("open the window on a newsroom")).add_argument(
        "newsroom", type=_path, help=tr("the folder of the newsroom")
    )
    _add_making(command)
    _add_giving_out(command)
    _add_looking(command)
    _add_keeping(command)
    return parser


def _add_making(command: Any) -> None:  # noqa: ANN401 - the local function above
    new = command("new", tr("make a newsroom in a new or empty folder"))
    new.add_argument("newsroom", type=_path, help=tr("the folder of the newsroom"))
    new.add_argument("--sample", action="store_true", help=tr("fill it with the sample articles"))
    ingest = command("ingest", tr("take article files, page texts and folders of them in"))
    ingest.add_argument("newsroom", type=_path, help=tr("the folder of the newsroom"))
    ingest.add_argument("paths", type=_path, nargs="+", metavar="path", help=tr("files, and folders of them"))
    ingest.add_argument("--zone", default="", help=tr("the time zone of dates that name none, such as Africa/Nairobi"))
    ingest.add_argument("--language", default="", metavar="TAG", help=tr("the language of texts that name none"))
    ingest.add_argument("--update", action="store_true", help=tr("replace articles that are there already"))


def _add_giving_out(command: Any) -> None:  # noqa: ANN401 - the local function above
    export = command("export", tr("write the pages of the editions as a bundle"))
    export.add_argument("newsroom", type=_path, help=tr("the folder of the newsroom"))
    export.add_argument("out", type=_path, help=tr("what to write; it is made where it is not there"))
    export.add_argument("--edition", action="append", default=[], metavar="TAG", help=tr("this edition; default all"))
    export.add_argument(
        "--format", default="html", help=tr("html, text, epub or another format there is; default html")
    )
    export.add_argument("--zip", action="store_true", help=tr("make one zip file"))
    export.add_argument("--full", action="store_true", help=tr("use nothing of the bundle that lies there"))
    export.add_argument(
        "--article", action="append", default=[], metavar="SLUG", help=tr("show this one too, whatever its status")
    )
    export.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="SLUG",
        help=tr("this article with its translations and what their pages show, and nothing else"),
    )
    export.add_argument("--at", type=_instant, metavar="INSTANT", help=tr("what is out at this instant; default now"))
    export.add_argument("--jobs", type=_count, default=0, metavar="N", help=tr("work on so many pictures at once"))
    report = command("report", tr("list what of texts and images came from AI, and who answers for it"))
    report.add_argument("newsroom", type=_path, help=tr("the folder of the newsroom"))
    report.add_argument("--edition", action="append", default=[], metavar="TAG", help=tr("this edition; default all"))
    report.add_argument("--format", default="", help=tr("csv or json; default by the file's ending, else csv"))
    report.add_argument("--output", type=_path, metavar="FILE", help=tr("write it there; default: show it"))
    report.add_argument("--at", type=_instant, metavar="INSTANT", help=tr("what is out at this instant; default now"))
    export.add_argument(
        "--sign", action=argparse.BooleanOptionalAction, help=tr("sign pictures (Content Credentials); default as set")
    )
    export.add_argument(
        "--sign-manifest",
        action=argparse.BooleanOptionalAction,
        help=tr("sign the bundle with your key (see “makala key”); default as set"),
    )
    live = command("live", tr("keep a folder and a local address up to date while articles are written"))
    live.add_argument("newsroom", type=_path, help=tr("the folder of the newsroom"))
    live.add_argument("out", type=_path, nargs="?", help=tr("the folder; default: beside the newsroom"))
    live.add_argument("--edition", action="append", default=[], metavar="TAG", help=tr("this edition; default all"))
    live.add_argument(
        "--article", action="append", default=[], metavar="SLUG", help=tr("show this one too, whatever its status")
    )
    live.add_argument("--port", type=_port, default=0, metavar="N", help=tr("serve at this port; default any free one"))
    book = command("book", tr("write articles as an e-book (EPUB)"))
    book.add_argument("newsroom", type=_path, help=tr("the folder of the newsroom"))
    book.add_argument("out", type=_path, help=tr("what to write; it is made where it is not there"))
    book.add_argument("--edition", default="", metavar="TAG", help=tr("in the words of this edition"))
    book.add_argument(
        "--article", action="append", default=[], metavar="SLUG", help=tr("this article; default all that are out")
    )
    book.add_argument("--title", default="", help=tr("what the book is called; default as its article or the edition"))
    archive = command("archive", tr("write everything as article files and media"))
    archive.add_argument("newsroom", type=_path, help=tr("the folder of the newsroom"))
    archive.add_argument("out", type=_path, help=tr("what to write; it is made where it is not there"))


def _add_looking(command: Any) -> None:  # noqa: ANN401 - the local function above
    verify = command("verify", tr("hold a bundle against its manifest"))
    verify.add_argument("bundle", type=_path, help=tr("the folder or zip file that was exported"))
    verify.add_argument(
        "--key", type=_path, metavar="FILE", help=tr("the public key that it must be signed with; no other will do")
    )
    check = command("check", tr("list what a person should look at before publishing"))
    check.add_argument("newsroom", type=_path, help=tr("the folder of the newsroom"))
    check.add_argument("--article", action="append", default=[], metavar="SLUG", help=tr("this article; default all"))
    inspect = command("inspect", tr("say what pictures tell about their origin"))
    inspect.add_argument("images", type=_path, nargs="+", metavar="image", help=tr("picture files"))
    search = command("search", tr("find articles that hold all the words"))
    search.add_argument("newsroom", type=_path, help=tr("the folder of the newsroom"))
    search.add_argument("words", nargs="+", metavar="word", help=tr("words that the article holds"))
    search.add_argument("--language", default="", metavar="TAG", help=tr("articles in this language"))


def _add_keeping(command: Any) -> None:  # noqa: ANN401 - the local function above
    backup = command("backup", tr("keep a verified copy of everything under backups/"))
    backup.add_argument("newsroom", type=_path, help=tr("the folder of the newsroom"))
    restore = command("restore", tr("make a newsroom of a backup in a new or empty folder"))
    restore.add_argument("backup", type=_path, help=tr("the backup, a zip file"))
    restore.add_argument("newsroom", type=_path, help=tr("the folder of the newsroom"))
    deliver = command("deliver", tr("bring a bundle to where readers are: only what changed, the manifest last"))
    deliver.add_argument("bundle", type=_path, help=tr("the folder or zip file that was exported"))
    deliver.add_argument(
        "to",
        metavar="PLACE",
        help=tr("its name, or an address: a folder, sftp://, ftps://, davs://, s3://, ftp://, dav://"),
    )
    deliver.add_argument("--dry-run", action="store_true", help=tr("say what would be done, and do nothing"))
    deliver.add_argument("--take-over", action="store_true", help=tr("use a place that holds other files too"))
    deliver.add_argument("--check-all", action="store_true", help=tr("read every file there again afterwards"))
    deliver.add_argument("--trust", default="", metavar="FINGERPRINT", help=tr("trust the SSH server with this key"))
    place = command("place", tr("keep the places that bundles are delivered to, by name"))
    place.add_argument("action", choices=("list", "add", "delete"), help=tr("list the places, add one, delete one"))
    place.add_argument("name", nargs="?", default="", help=tr("the name of the place"))
    place.add_argument(
        "address", nargs="?", default="", help=tr("without a password: it is asked for, or in MAKALA_PASSWORD")
    )
    place.add_argument(
        "--replace", action="store_true", help=tr("with add: give the place of this name another address")
    )
    key = command("key", tr("look after the key that signs your bundles"))
    key.add_argument(
        "action",
        choices=KEY_ACTIONS,
        help=tr(
            "make a key, show it, export its public half for those who verify, save its secret half for a safe place, "
            "take one that was saved, switch signing on or off, delete it"
        ),
    )
    key.add_argument("file", type=_path, nargs="?", metavar="FILE", help=tr("for export, save and take"))


def read_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Return what `argv` asks for. Raises `UserError` for what cannot be understood."""
    parser = build_parser()
    read, unknown = parser.parse_known_args(argv)
    if unknown:
        what = say("This command knows nothing of “{given}”.", given=" ".join(unknown))
        raise UserError(what, _help_of(f"{parser.prog} {read.command}"))
    for value in vars(read).values():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and _SURROGATES.search(text):  # bytes that are none, as a file's name may hold
                raise UserError(say("“{given}” is no text.", given=text), _help_of(f"{parser.prog} {read.command}"))
    return read


def _help_of(command: str) -> Message:
    return say("“{command} --help” shows what can be typed.", command=command)


def _path(text: str) -> Path:
    if not text:  # for Python it is the folder one is in; here it is a variable that is not set
        raise argparse.ArgumentTypeError(tr("the name is empty"))
    return Path(text)


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise argparse.ArgumentTypeError(tr("an instant needs its offset, as in 2026-01-14T12:00:00Z"))
    try:
        return instant.astimezone(UTC)
    except OverflowError as error:  # in the first or the last hours that Python's calendar has
        raise argparse.ArgumentTypeError(tr("this instant is too far away")) from error


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError(tr("a number of jobs is not negative"))
    return number


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError(tr("a port is a number up to 65535"))
    return number


_port.__name__ = "number"
_instant.__name__ = "instant"  # argparse names the type in its refusal
_count.__name__ = "number"
