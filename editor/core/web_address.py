"""Addresses of the web as other programs take them: a URI in ASCII (RFC 3986), whatever script was typed.

Which of them lead anywhere is said here alone, for pages, files and fields.
"""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from urllib.parse import quote, unquote

_WITH_HOST = re.compile(r"(?i)(https?://(?:[^/?#@]*@)?)(\[[0-9A-Fa-f:.]+\]|[^/?#@:\[\]]+)(.*)", re.DOTALL)
_ENDS_HOST = re.compile("[/?#@:\\\\]")
# The common form, known at a glance.
_PLAIN = re.compile(r"(?i)https?://(?:[a-z0-9_]{1,40}\.){1,4}[a-z]{2,40}(?:/|\Z)")
_PORT = re.compile(r":(\d{1,5})?(?=[/?#]|\Z)|(?=[/?#]|\Z)")
_HIGHEST_PORT = 65_535
# Hosts have at most as many characters, and each part of a name (RFC 1035, 2.3.4); what stands in one is what browsers
# let stand, the low line too.
_LONGEST_HOST = 253
_PART = re.compile(r"(?i)(?!xn--\Z)[a-z0-9_-]{1,63}")
_NUMBER = re.compile(r"(?i)\d+|0x[0-9a-f]*")
_IN_NO_NAME = re.compile(r"[/?#@:\\\[\]%\s\ufffd]")
_IS_ENCODED = re.compile(r"%[89A-Fa-f][0-9A-Fa-f]")
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_MAIL = re.compile(r"(?i)mailto:[^?#]")
_LEFT = ";/?:@&=+$,-_.!~*'()#%"


@lru_cache(maxsize=8192)
def as_uri(address: str) -> str:
    """Return `address` as a URI: the host's name in ASCII, everything else percent-encoded, nothing twice."""
    match = _WITH_HOST.fullmatch(address)
    if not match:
        return _quoted(address)
    begin, host, rest = match.groups()
    name = host if host.startswith("[") else _quoted(_named(host))
    return f"{_quoted(begin)}{name}{_quoted(rest)}"


@lru_cache(maxsize=8192)
def linked(address: str) -> str:
    """Return `address` as the URI that may stand in a link, "" unless it leads to a host of the web or is mailto."""
    address = address.strip()
    if any(character <= " " or character == "\x7f" for character in address):
        return ""
    return as_uri(address) if leads_to_a_host(address) or _MAIL.match(address) else ""


def linked_page(address: str) -> str:
    """Return what `linked` does, "" for an address to write to."""
    return "" if address.strip().lower().startswith("mailto:") else linked(address)


def leads_to_a_host(address: str) -> bool:
    """Say whether `address` is http or https with a host that there could be: one that browsers do not refuse.

    What stands behind the host is not looked at.
    """
    if _PLAIN.match(address):
        return True
    match = _WITH_HOST.fullmatch(as_uri(address))
    if not match:
        return False
    host, port = match[2], _PORT.match(match[3])
    if port is None or int(port[1] or 0) > _HIGHEST_PORT:
        return False
    host = host.removesuffix(".")
    parts = host.split(".")
    if host.startswith("["):
        return ":" in host and _is_numeric(host[1:-1])
    if _NUMBER.fullmatch(parts[-1]):  # a name that ends in a number is an address (WHATWG URL)
        return _is_numeric(host)
    return len(host) <= _LONGEST_HOST and all(map(_PART.fullmatch, parts))


def _is_numeric(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _named(host: str) -> str:
    """Return the name of a host in ASCII where there is one, be it percent-encoded as any part of an address may be."""
    if not host.isascii():
        return _known(host)
    plain = unquote(host) if _IS_ENCODED.search(host) else host
    name = host if plain.isascii() or _IN_NO_NAME.search(plain) else _known(plain)
    return name if name.isascii() else host


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
