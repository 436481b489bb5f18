"""Addresses of the web as other programs take them: a URI in ASCII (RFC 3986), whatever script was typed.

Which of them lead anywhere is said here alone, for pages, files and fields.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

_WITH_HOST = re.compile(r"(?i)(https?://(?:[^/?#@]*@)?)(\[[0-9A-Fa-f:.]+\]|[^/?#@:\[\]]+)(.*)", re.DOTALL)
_ENDS_HOST = re.compile("[/?#@:\\\\]")
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NOT_IN_HOSTS = frozenset('"<>\\^`{|}')
_SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
_LEFT = ";/?:@&=+$,-_.!~*'()#%"


@lru_cache(maxsize=8192)
def as_uri(address: str) -> str:
    """Return `address` as a URI: the host's name in ASCII, everything else percent-encoded, nothing twice."""
    match = _WITH_HOST.fullmatch(address)
    if not match:
        return _quoted(address)
    begin, host, rest = match.groups()
    name = host if host.startswith("[") else _quoted(host if host.isascii() else _known(host))
    return f"{_quoted(begin)}{name}{_quoted(rest)}"


@lru_cache(maxsize=8192)
def linked(address: str) -> str:
    """Return `address` as the URI that may stand in a link, "" unless it is http or https with a host, or mailto."""
    address = address.strip()
    if any(character <= " " or character == "\x7f" for character in address):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    if scheme not in _SAFE_SCHEMES or not (host or (scheme == "mailto" and parts.path)) or set(host) & _NOT_IN_HOSTS:
        return ""
    return as_uri(address)


def linked_page(address: str) -> str:
    """Return what `linked` does, "" for an address to write to."""
    return "" if address.strip().lower().startswith("mailto:") else linked(address)


def _known(host: str) -> str:
    """Return the name of a host as the name system has it, as browsers do (UTS 46, nontransitional).

    Python's own codec is of 2003: it makes another site of "straße", and knows no script that came to Unicode since.
    """
    from idna import IDNAError, uts46_remap  # late: its tables take 15 ms, and most names are ASCII

    try:
        name = uts46_remap(host, std3_rules=False, transitional=False)
    except IDNAError:
        return host
    if _ENDS_HOST.search(name):
        return host  # "℀" would become "a/c", and the rest of the name a path
    return ".".join(
        part if part.isascii() else f"xn--{part.encode('punycode').decode('ascii')}" for part in name.split(".")
    )


def _quoted(text: str) -> str:
    return quote(_BARE_PERCENT.sub("%25", text), safe=_LEFT, errors="replace")
