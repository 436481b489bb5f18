"""What a person is told when a far place is in the way, and whether another try may help."""

from __future__ import annotations

import errno
import re
import socket
import ssl

from editor.core.files import os_cause
from editor.core.messages import Message, say

_PASSWORD = say("The server does not accept this name and password, or this key.")
_FORBIDDEN = say("The server does not allow this here. Check the folder in the address, and what you may do there.")
# S3 says so of a wrong key and of a forbidden bucket alike.
_KEY_OR_PLACE = say("The server does not accept this key, or does not allow this here.")
_FULL = say("There is no room left at the place.")
_NO_HOST = say("There is no server of this name, or this computer has no network just now.")
_REFUSED = say("Nobody answers there. Check the address and its port; perhaps the server is switched off.")
_CERTIFICATE = say("The server cannot prove that it is the one named: its certificate is not valid. Nothing was sent.")
_NOT_ENCRYPTED = say(
    "No encrypted connection comes about with this server. Check the address and its port; perhaps it speaks without."
)
_CUT_OFF = say("The connection broke off. What is done is done: deliver again, and it goes on from there.")
_SLOW = say("The server did not answer in time.")
_ABSENT = say("The folder in the address is not there, or the bucket.")

# By the class of what was raised, wherever it comes from: the words, and whether another try may help.
_BY_CLASS: dict[str, tuple[Message, bool]] = {
    "AuthenticationException": (_PASSWORD, False),
    "PasswordRequiredException": (_PASSWORD, False),
    "BadAuthenticationType": (_PASSWORD, False),
    "NoCredentialsError": (_PASSWORD, False),
    "PartialCredentialsError": (_PASSWORD, False),
    "ForbiddenOperation": (_FORBIDDEN, False),
    "ResourceNotFound": (_ABSENT, False),
    "ResourceConflict": (_ABSENT, False),
    "InsufficientStorage": (_FULL, False),
    "EndpointConnectionError": (_NO_HOST, True),
    "ConnectTimeout": (_SLOW, True),
    "ReadTimeout": (_SLOW, True),
    "WriteTimeout": (_SLOW, True),
    "NoValidConnectionsError": (_REFUSED, True),
}
_BY_NUMBER = {
    errno.ENOSPC: (_FULL, False),
    errno.EDQUOT: (_FULL, False),
    errno.EACCES: (_FORBIDDEN, False),
    errno.EPERM: (_FORBIDDEN, False),
    errno.EROFS: (_FORBIDDEN, False),
    errno.ENOENT: (_ABSENT, False),
    errno.ECONNREFUSED: (_REFUSED, True),
}
# What lies in the way in a folder of this computer, and does not go by itself.
_STAYING = {errno.EEXIST, errno.EISDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.ENOTDIR}
_BY_KIND: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], tuple[Message, bool]], ...] = (
    (socket.gaierror, (_NO_HOST, True)),
    (TimeoutError, (_SLOW, True)),
    (PermissionError, (_KEY_OR_PLACE, False)),
    (FileNotFoundError, (_ABSENT, False)),
    ((ConnectionError, EOFError), (_CUT_OFF, True)),
)
# HTTP (RFC 9110, RFC 4918) and FTP (RFC 959, section 4.2) say it in numbers.
_BY_ANSWER = {
    "401": (_PASSWORD, False),
    "403": (_FORBIDDEN, False),
    "404": (_ABSENT, False),
    "409": (_ABSENT, False),
    "507": (_FULL, False),
    "530": (_PASSWORD, False),
    "532": (_FORBIDDEN, False),
    "550": (_FORBIDDEN, False),
    "553": (_FORBIDDEN, False),
    "452": (_FULL, False),
    "552": (_FULL, False),
}


def in_words(error: Exception) -> tuple[Message, bool]:
    """Return what stood in the way, and whether it may pass by itself."""
    chain = _chain(error)
    for one in chain:
        if isinstance(one, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in str(one):
            return _CERTIFICATE, False
        if isinstance(one, ssl.SSLError):  # its numbers are not the system's
            is_cut = isinstance(one, ssl.SSLEOFError | ssl.SSLZeroReturnError)
            return (_CUT_OFF, True) if is_cut else (_NOT_ENCRYPTED, False)
        if type(one).__name__ in _BY_CLASS:
            return _BY_CLASS[type(one).__name__]
    for one in chain:
        if found := _by_kind(one):
            return found
    said = str(error).strip() or type(error).__name__
    return say("The place answers: {said}", said=said[:300]), True


def _by_kind(error: BaseException) -> tuple[Message, bool] | None:
    if isinstance(error, OSError) and error.errno in _BY_NUMBER:
        return _BY_NUMBER[error.errno]
    for kind, said in _BY_KIND:
        if isinstance(error, kind):
            return said
    number = re.match(r"(?:received )?(\d{3})\b", str(error))
    if number and number[1] in _BY_ANSWER:
        return _BY_ANSWER[number[1]]
    if isinstance(error, OSError) and error.errno is not None:
        return os_cause(error), error.errno not in _STAYING
    return None


def _chain(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in found:
        found.append(one)
        one = one.__cause__ or one.__context__
    return found
