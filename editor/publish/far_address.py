"""The address of a place that bundles are delivered to: one line that a person types, understood or refused in words.

/srv/site  or  file:///srv/site                a folder of this computer
sftp://user@host:22/folder                     over SSH
ftps://user@host/folder, ftp://...             FTP with TLS, and without
davs://user@host/folder, dav://...             WebDAV over HTTPS, and over HTTP
s3://key@bucket/folder?endpoint=https://...    S3, and whatever speaks its language at the endpoint
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from editor.core.errors import UserError
from editor.core.messages import Message, say

_SAME = {"ssh": "sftp", "webdav": "dav", "webdavs": "davs", "http": "dav", "https": "davs"}
_PORTS = {"sftp": 22, "ftp": 21, "ftps": 21, "dav": 80, "davs": 443, "s3": 0, "file": 0, "memory": 0}
_WITH_OPTIONS = {"s3": {"endpoint", "region"}}
SCHEMES = ("sftp", "ftps", "davs", "s3", "ftp", "dav", "file")


@dataclass(frozen=True, slots=True, kw_only=True)
class FarAddress:
    """An address, taken apart. `path` is absolute and has no "/" at its end; that of the root is ""."""

    scheme: str
    path: str
    host: str = ""
    port: int = 0
    user: str = ""
    endpoint: str = ""
    region: str = ""

    @property
    def is_open_to_listeners(self) -> bool:
        """Say whether whoever sits between could read the password and the files."""
        return self.scheme in {"ftp", "dav"} and not _is_here(self.host)

    @property
    def login(self) -> tuple[object, ...]:
        """Return what a password belongs to: who asks, and whom. The folder there is not part of it."""
        return self.scheme, self.user, self.host, self.port, self.endpoint

    @property
    def needs_password(self) -> bool:
        """Say whether nothing goes without a password; SSH may have a key."""
        return bool(self.user) and self.scheme in {"ftp", "ftps", "dav", "davs", "s3"}

    def __str__(self) -> str:
        """Return the address as one line, without any secret."""
        if self.scheme == "file":
            return self.path or "/"
        user = f"{quote(self.user)}@" if self.user else ""
        port = f":{self.port}" if self.port != _PORTS[self.scheme] else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        options = "&".join(
            f"{name}={quote(value, safe=':/')}"
            for name, value in (("endpoint", self.endpoint), ("region", self.region))
            if value
        )
        return f"{self.scheme}://{user}{host}{port}{quote(self.path)}{'?' if options else ''}{options}"


def read_address(text: str) -> FarAddress:
    """Return what `text` names; raise `UserError` for what cannot be a place, and for a password in it."""
    text = text.strip()
    scheme, mark, _ = text.partition("://")
    if not mark:
        return _folder(text)
    scheme = _SAME.get(scheme.lower(), scheme.lower())
    if scheme not in _PORTS:
        raise UserError(
            say("Makala cannot deliver to an address that begins with “{scheme}”.", scheme=scheme),
            say("There are: {schemes}.", schemes=", ".join(SCHEMES)),
        )
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise _not_understood(text) from error
    if parts.password is not None:
        raise UserError(
            say("A password does not belong in an address, which is shown and kept."),
            say("Leave it out. You are asked for it."),
        )
    if scheme == "file":
        return _folder(unquote(parts.path))
    options = dict(parse_qsl(parts.query))
    if (
        (not parts.hostname and scheme != "memory")
        or parts.fragment
        or options.keys() - _WITH_OPTIONS.get(scheme, set())
    ):
        raise _not_understood(text)
    return FarAddress(
        scheme=scheme,
        host=parts.hostname or "",
        port=port or _PORTS[scheme],
        user=unquote(parts.username or ""),
        path=_clean(unquote(parts.path), text),
        endpoint=options.get("endpoint", ""),
        region=options.get("region", ""),
    )


def _folder(text: str) -> FarAddress:
    if not text or not Path(text).is_absolute():
        raise UserError(
            say("“{text}” is no address of a place to deliver to.", text=text)
            if text
            else say("The place has no address yet."),
            say("Such as sftp://user@host/folder, or the whole path of a folder of this computer."),
        )
    return FarAddress(scheme="file", path=str(Path(text)))


def _clean(path: str, text: str) -> str:
    parts = [part for part in path.split("/") if part]
    if any(part in {".", ".."} or "\0" in part or "\n" in part or "\r" in part for part in parts):
        raise _not_understood(text)
    return "".join(f"/{part}" for part in parts)


def _not_understood(text: str) -> UserError:
    return UserError(
        say("This address cannot be understood: {text}", text=text),
        say("Such as sftp://user@host/folder, or the whole path of a folder of this computer."),
    )


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


OPEN_TO_LISTENERS: Message = say(
    "This way is not encrypted: whoever sits between can read your password and change the files. Ask your host for "
    "SFTP, FTPS or HTTPS."
)
