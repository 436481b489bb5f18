"""Real servers for the tests of deliveries, each in this process on a port of its own, over one folder."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import socket
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

USER, PASSWORD = "amina", "siri"


@contextlib.contextmanager
def ftp_server(folder: Path) -> Iterator[str]:
    """Serve `folder` over FTP."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it stands on parts of Python that are on their way out
        authorizers = pytest.importorskip("pyftpdlib.authorizers", exc_type=ImportError)
        handlers = importlib.import_module("pyftpdlib.handlers")
        servers = importlib.import_module("pyftpdlib.servers")
    authorizer = authorizers.DummyAuthorizer()
    authorizer.add_user(USER, PASSWORD, str(folder), perm="elradfmwMT")
    handler = type("Handler", (handlers.FTPHandler,), {"authorizer": authorizer, "log_prefix": ""})
    importlib.import_module("logging").getLogger("pyftpdlib").setLevel("CRITICAL")
    server = servers.FTPServer(("127.0.0.1", 0), handler)
    done = threading.Event()

    def serve() -> None:
        while not done.is_set():
            server.serve_forever(timeout=0.02, blocking=False)
        server.close_all()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"ftp://{USER}@127.0.0.1:{server.address[1]}"
    finally:
        done.set()
        thread.join()


@contextlib.contextmanager
def dav_server(folder: Path) -> Iterator[str]:
    """Serve `folder` over WebDAV."""
    app = pytest.importorskip("wsgidav.wsgidav_app")
    simple = importlib.import_module("wsgiref.simple_server")
    quiet = type("Quiet", (simple.WSGIRequestHandler,), {"log_message": lambda *_: None})
    users = {"*": {USER: {"password": PASSWORD}}}
    served = app.WsgiDAVApp(
        {
            "provider_mapping": {"/": str(folder)},
            "simple_dc": {"user_mapping": users},
            "http_authenticator": {"domain_controller": None},
            "logging": {"enable": False},
            "verbose": 0,
        }
    )

    def answer(environ: dict[str, Any], start: Any) -> Any:  # noqa: ANN401 - WSGI
        """Give the application a body that ends: that of this server waits for more for ever."""
        environ["wsgi.input"] = io.BytesIO(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)))
        return served(environ, start)

    with simple.make_server("127.0.0.1", 0, answer, handler_class=quiet) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield f"dav://{USER}@127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@contextlib.contextmanager
def sftp_server(folder: Path, key: Any) -> Iterator[str]:  # noqa: ANN401 - paramiko has no types
    """Serve `folder` over SFTP as the host of `key`."""
    paramiko = importlib.import_module("paramiko")
    listening = socket.create_server(("127.0.0.1", 0))
    transports: list[Any] = []

    def serve() -> None:
        while True:
            try:
                client, _ = listening.accept()
            except OSError:
                return
            transport = paramiko.Transport(client)
            transports.append(transport)
            transport.add_server_key(key)
            transport.set_subsystem_handler("sftp", paramiko.SFTPServer, _served(paramiko, folder))
            with contextlib.suppress(paramiko.SSHException, EOFError, OSError):
                transport.start_server(server=_guard(paramiko))

    importlib.import_module("logging").getLogger("paramiko").setLevel("CRITICAL")
    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"sftp://{USER}@127.0.0.1:{listening.getsockname()[1]}/"
    finally:
        with contextlib.suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        for transport in transports:
            transport.close()
        thread.join()


def _guard(paramiko: Any) -> Any:  # noqa: ANN401 - paramiko has no types
    return type(
        "Guard",
        (paramiko.ServerInterface,),
        {
            "check_auth_password": lambda _, name, word: 0 if (name, word) == (USER, PASSWORD) else 2,
            "check_channel_request": lambda *_: 0,
            "get_allowed_auths": lambda *_: "password",
        },
    )()


def _served(paramiko: Any, folder: Path) -> Any:  # noqa: ANN401 - paramiko has no types
    """Return the files of `folder` as paramiko serves them."""

    def place(path: str) -> str:
        return str(folder) + os.path.normpath("/" + path)

    def answered(work: Any) -> Any:  # noqa: ANN401 - any answer
        try:
            found = work()
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)
        return 0 if found is None else found

    def opened(_: object, path: str, flags: int, attributes: object) -> Any:  # noqa: ANN401 - a handle or a number
        del attributes

        def work() -> Any:  # noqa: ANN401 - a handle
            stream = os.fdopen(os.open(place(path), flags, 0o644), "r+b" if flags & (os.O_WRONLY | os.O_RDWR) else "rb")
            handle = paramiko.SFTPHandle(flags)
            handle.readfile = handle.writefile = stream
            return handle

        return answered(work)

    def listed(_: object, path: str) -> Any:  # noqa: ANN401 - a list or a number
        return answered(
            lambda: [
                paramiko.SFTPAttributes.from_stat(os.stat(f"{place(path)}/{name}"), name)  # noqa: PTH116 - as served
                for name in os.listdir(place(path))  # noqa: PTH208 - as served
            ]
        )

    def stat(_: object, path: str) -> Any:  # noqa: ANN401 - what is known or a number
        return answered(lambda: paramiko.SFTPAttributes.from_stat(os.stat(place(path))))  # noqa: PTH116 - as served

    return type(
        "Served",
        (paramiko.SFTPServerInterface,),
        {
            "open": opened,
            "list_folder": listed,
            "stat": stat,
            "lstat": stat,
            "remove": lambda _, path: answered(lambda: os.remove(place(path))),  # noqa: PTH107 - as served
            "posix_rename": lambda _, one, two: answered(lambda: os.replace(place(one), place(two))),  # noqa: PTH105
            "rename": lambda _, one, two: answered(lambda: os.rename(place(one), place(two))),  # noqa: PTH104
            "mkdir": lambda _, path, __: answered(lambda: os.mkdir(place(path))),  # noqa: PTH102 - as served
            "rmdir": lambda _, path: answered(lambda: os.rmdir(place(path))),  # noqa: PTH106 - as served
        },
    )
