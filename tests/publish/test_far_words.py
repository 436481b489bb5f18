"""What stands in the way of a delivery is said in a person's words, and tried again only where that may help."""

from __future__ import annotations

import errno
import socket
import ssl
from ftplib import error_perm, error_temp

import pytest

from editor.publish.far_words import in_words


def _raised_from(cause: Exception) -> Exception:
    error = OSError("wrapped")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "words", "may_pass"),
    [
        (error_perm("530 Login incorrect."), "does not accept", False),  # noqa: S321 - an answer
        (error_perm("552 Quota."), "no room", False),  # noqa: S321 - an answer
        (error_temp("421 Busy."), "421", True),  # noqa: S321 - an answer
        (OSError(errno.ENOSPC, "full"), "no room", False),
        (PermissionError("Access Denied"), "does not accept this key", False),
        (PermissionError(errno.EACCES, "no"), "does not allow", False),
        (NotADirectoryError(errno.ENOTDIR, "no", "/proc/version/x"), "lies there already: /proc/version", False),
        (OSError(errno.ENAMETOOLONG, "no", "x"), "too long", False),
        (OSError(errno.EIO, "Input/output error"), "Input/output", True),
        (socket.gaierror(-2, "unknown"), "no server of this name", True),
        (ConnectionRefusedError(errno.ECONNREFUSED, "no"), "Nobody answers", True),
        (ConnectionResetError(errno.ECONNRESET, "cut"), "broke off", True),
        (TimeoutError("slow"), "in time", True),
        (EOFError(), "broke off", True),
        (_raised_from(ssl.SSLCertVerificationError("x")), "certificate", False),
        (ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number"), "No encrypted connection", False),
        (_raised_from(ssl.SSLEOFError(8, "EOF occurred in violation of protocol")), "broke off", True),
        (type("InsufficientStorage", (Exception,), {})("507"), "no room", False),
        (type("HTTPError", (Exception,), {})("received 401 (Unauthorized)"), "does not accept", False),
        (type("Odd", (Exception,), {})("something else"), "something else", True),
    ],
)
def test_it_is_said_in_words(error: Exception, words: str, may_pass: bool) -> None:  # noqa: FBT001 - a parameter
    said, is_passing = in_words(error)
    assert words in str(said)
    assert is_passing is may_pass
