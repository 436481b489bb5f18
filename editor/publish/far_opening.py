"""Opens the connection to a far place. Who answers is checked: host keys of SSH against known ones, TLS always."""

from __future__ import annotations

import base64
import contextlib
import ftplib
import hashlib
import importlib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from editor.core.errors import UserError
from editor.core.files import write_whole
from editor.core.messages import say
from editor.publish.far_address import FarAddress
from editor.publish.far_files import DavFiles, FarFiles, FtpFiles, LocalFiles, S3Files, SftpFiles, WholeFiles

_SECONDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """How a person is let in. `password` is never shown or kept by this room; `known_hosts` is the file of host keys.

    `user_hosts` is the file that the person's own ssh keeps, only read.
    """

    password: str = field(default="", repr=False)
    known_hosts: Path | None = None
    user_hosts: Path | None = None


class UnknownHostError(UserError):
    """A server that nobody here has met. `fingerprint` is what its people can confirm; `line` is kept on a yes."""

    def __init__(self, host: str, kind: str, key: bytes) -> None:
        self.fingerprint = "SHA256:" + base64.b64encode(hashlib.sha256(key).digest()).decode().rstrip("=")
        self.line = f"{host} {kind} {base64.b64encode(key).decode()}"
        super().__init__(
            say(
                "This computer has not met the server “{host}” before. Its key is {print}.",
                host=host,
                print=self.fingerprint,
            ),
            say("Compare that with what your host tells you. Trust it only where they are the same."),
        )


def open_place(address: FarAddress, login: Login) -> FarFiles:
    """Return a connection to `address`.

    Raises `UnknownHostError` for a server to be confirmed first, `UserError` where the library for it is missing or a
    host key has changed, and what the library raises otherwise.
    """
    try:
        return _OPENING[address.scheme](address, login)
    except ImportError as error:
        raise UserError(
            say("What delivers over “{scheme}” is not installed here.", scheme=address.scheme),
            say("Install Makala with its extra “{extra}”.", extra=_EXTRAS.get(address.scheme, address.scheme)),
        ) from error


def errors_of(address: FarAddress) -> tuple[type[Exception], ...]:
    """Return what a connection to `address` may raise when the world is in the way."""
    found: list[type[Exception]] = [OSError, EOFError, ftplib.Error]
    for one in _ERRORS.get(address.scheme, ()):
        module, _, name = one.partition(":")
        with contextlib.suppress(ImportError):
            found.append(getattr(importlib.import_module(module), name))
    return tuple(found)


def keep_host(line: str, known_hosts: Path) -> None:
    """Trust a server from now on: add the line of an `UnknownHostError` to the file. Raises `OSError`."""
    before = known_hosts.read_bytes() if known_hosts.exists() else b""
    known_hosts.parent.mkdir(parents=True, exist_ok=True)
    write_whole(known_hosts, before + line.encode() + b"\n", is_private=True)


def _local(address: FarAddress, login: Login) -> FarFiles:
    del login
    system = importlib.import_module("fsspec.implementations.local").LocalFileSystem(skip_instance_cache=True)
    return LocalFiles(system, address)


def _memory(address: FarAddress, login: Login) -> FarFiles:
    del login
    return WholeFiles(importlib.import_module("fsspec.implementations.memory").MemoryFileSystem(), address)


def _s3(address: FarAddress, login: Login) -> FarFiles:
    system = importlib.import_module("s3fs").S3FileSystem(
        key=address.user or None,
        secret=login.password or None,
        endpoint_url=address.endpoint or None,
        client_kwargs={"region_name": address.region} if address.region else {},
        config_kwargs={"connect_timeout": _SECONDS, "read_timeout": _SECONDS, "retries": {"max_attempts": 1}},
        skip_instance_cache=True,
        use_listings_cache=False,
    )
    return S3Files(system, address)


def _dav(address: FarAddress, login: Login) -> FarFiles:
    secure = "s" if address.scheme == "davs" else ""
    host = f"[{address.host}]" if ":" in address.host else address.host
    made = importlib.import_module("webdav4.fsspec").WebdavFileSystem(
        f"http{secure}://{host}:{address.port}{address.path}/",
        auth=(address.user, login.password) if address.user else None,
        timeout=_SECONDS,
        skip_instance_cache=True,
    )
    return DavFiles(made, address)


def _ftp(address: FarAddress, login: Login) -> FarFiles:
    """Open FTP, with TLS for `ftps`: `fsspec` alone would let anybody answer."""

    def connect(system: Any) -> None:  # noqa: ANN401 - fsspec has no types
        if address.scheme == "ftps":
            verified = ssl.create_default_context()
            system.ftp = ftplib.FTP_TLS(context=verified, timeout=_SECONDS, encoding="utf-8")  # noqa: S321
        else:  # who chose this was told what it means
            system.ftp = ftplib.FTP(timeout=_SECONDS, encoding="utf-8")  # noqa: S321
        system.ftp.connect(address.host, address.port)
        system.ftp.login(address.user or "anonymous", login.password or "anonymous@")
        if address.scheme == "ftps":
            system.ftp.prot_p()

    kind = _connecting("fsspec.implementations.ftp", "FTPFileSystem", connect)
    return FtpFiles(kind(address.host, skip_instance_cache=True, use_listings_cache=False), address)


def _sftp(address: FarAddress, login: Login) -> FarFiles:
    """Open SFTP, with known hosts alone: `fsspec` by itself trusts whoever answers."""
    paramiko = importlib.import_module("paramiko")

    def ask(policy: object, client: object, host: str, key: Any) -> None:  # noqa: ANN401 - paramiko has no types
        del policy, client
        raise UnknownHostError(host, key.get_name(), key.asbytes())

    def connect(system: Any) -> None:  # noqa: ANN401 - fsspec has no types
        client = paramiko.SSHClient()
        for known in (login.user_hosts, login.known_hosts):
            with contextlib.suppress(FileNotFoundError, PermissionError):
                client.load_system_host_keys(str(known)) if known else None
        client.set_missing_host_key_policy(
            type("AskFirst", (paramiko.MissingHostKeyPolicy,), {"missing_host_key": ask})()
        )
        try:
            client.connect(
                address.host,
                port=address.port,
                username=address.user or None,
                password=login.password or None,
                timeout=_SECONDS,
                banner_timeout=_SECONDS,
                auth_timeout=_SECONDS,
            )
            system.client, system.ftp = client, client.open_sftp()
        except paramiko.BadHostKeyException as error:
            client.close()
            raise UserError(
                say("The server “{host}” shows another key than before. Nothing was sent.", host=address.host),
                say("Somebody may be in between. Ask your host before you go on."),
            ) from error
        except BaseException:
            client.close()
            raise

    kind = _connecting("fsspec.implementations.sftp", "SFTPFileSystem", connect)
    return SftpFiles(kind(address.host, skip_instance_cache=True), address)


def _connecting(module: str, name: str, connect: Callable[[Any], None]) -> Any:  # noqa: ANN401 - fsspec has no types
    """Return the file system `name` of fsspec with a way of connecting of our own."""
    return type(name, (getattr(importlib.import_module(module), name),), {"_connect": connect, "cachable": False})


_OPENING: dict[str, Callable[[FarAddress, Login], FarFiles]] = {
    "file": _local,
    "memory": _memory,
    "sftp": _sftp,
    "ftp": _ftp,
    "ftps": _ftp,
    "dav": _dav,
    "davs": _dav,
    "s3": _s3,
}
_EXTRAS = {"dav": "webdav", "davs": "webdav"}
_DAV_ERRORS = ("webdav4.client:ClientError", "httpx:HTTPError")
_ERRORS = {
    "sftp": ("paramiko:SSHException",),
    "s3": ("botocore.exceptions:BotoCoreError", "botocore.exceptions:ClientError"),
    "dav": _DAV_ERRORS,
    "davs": _DAV_ERRORS,
}
