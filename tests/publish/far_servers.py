"""Real servers for the tests of deliveries, each on a port of its own; but for S3 in this process, over one folder."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "amina", "siri"


@contextlib.contextmanager
def ftp_server(folder: Path, certificate: Path | None = None) -> Iterator[str]:
    """Serve `folder` over FTP; with a `certificate` (PEM, its key in it) over FTP with TLS and no other way."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it stands on parts of Python that are on their way out
        authorizers = pytest.importorskip("pyftpdlib.authorizers", exc_type=ImportError)
        handlers = importlib.import_module("pyftpdlib.handlers")
        servers = importlib.import_module("pyftpdlib.servers")
        if certificate is not None:
            pytest.importorskip("OpenSSL")
    authorizer = authorizers.DummyAuthorizer()
    authorizer.add_user(USER, PASSWORD, str(folder), perm="elradfmwMT")
    said: dict[str, Any] = {"authorizer": authorizer, "log_prefix": ""}
    base = handlers.FTPHandler
    if certificate is not None:
        base = handlers.TLS_FTPHandler
        said |= {"certfile": str(certificate), "tls_control_required": True, "tls_data_required": True}
    handler = type("Handler", (base,), said)
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
        yield f"{'ftps' if certificate else 'ftp'}://{USER}@127.0.0.1:{server.address[1]}"
    finally:
        done.set()
        thread.join()


@contextlib.contextmanager
def dav_server(folder: Path, certificate: Path | None = None) -> Iterator[str]:
    """Serve `folder` over WebDAV; with a `certificate` (PEM, its key in it) over TLS."""
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
        environ["wsgi.url_scheme"] = "https" if certificate else "http"
        return served(environ, start)

    with simple.make_server("127.0.0.1", 0, answer, handler_class=quiet) as server:
        server.handle_error = lambda *_: None  # of those who do not trust it
        if certificate is not None:
            proving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            proving.load_cert_chain(certificate)
            server.socket = proving.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield f"{'davs' if certificate else 'dav'}://{USER}@127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@contextlib.contextmanager
def s3_server(folder: Path, bucket: str, *, asks_who: bool = False) -> Iterator[str]:
    """Serve an empty `bucket` over the language of S3; with `asks_who` it lets nobody in whom it does not know.

    The server is moto's, a program of its own, for its libraries are many.
    """
    s3fs = pytest.importorskip("s3fs")
    program = shutil.which("moto_server")
    if program is None:
        pytest.skip("moto_server is not installed")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    endpoint = f"http://127.0.0.1:{port}"
    known = {"INITIAL_NO_AUTH_ACTION_COUNT": "1"} if asks_who else {}
    with (folder / "moto.log").open("wb") as log:
        command = [program, "-H", "127.0.0.1", "-p", str(port)]
        server = subprocess.Popen(command, stdout=log, stderr=log, env=os.environ | known)
        try:
            _wait_for(port)
            system = s3fs.S3FileSystem(key=USER, secret=PASSWORD, endpoint_url=endpoint, skip_instance_cache=True)
            system.call_s3("create_bucket", Bucket=bucket)
            system.close_session(system.loop, system.s3)
            yield f"s3://{USER}@{bucket}/site?endpoint={endpoint}&region=us-east-1"
        finally:
            server.terminate()
            server.wait()


def _wait_for(port: int) -> None:
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    pytest.fail("the server did not begin to listen")


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


def a_certificate(folder: Path, *, days: int = 1) -> Path:
    """Return a file with a certificate of this computer's address and its key, which no system trusts by itself.

    It holds for so many `days` from now on; below 0 no longer.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=10))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "server.pem"
    form, kind, plain = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file.write_bytes(made.public_bytes(form) + key.private_bytes(form, kind, plain))
    return file
