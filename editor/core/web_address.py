"""Addresses of the web as other programs take them: a URI in ASCII (RFC 3986), whatever script was typed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

_WITH_HOST = re.compile(r"(?i)(https?://(?:[^/?#@]*@)?)([^/?#@:\[\]]+)(.*)", re.DOTALL)
_ENDS_HOST = re.compile("[/?#@:\\\\]")
_DOTS = re.compile("[.\u3002\uff0e\uff61]")
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LEFT = ";/?:@&=+$,-_.!~*'()#%[]"


@lru_cache(maxsize=8192)
def as_uri(address: str) -> str:
    """Return `address` as a URI: the host's name in ASCII, everything else percent-encoded, nothing twice."""
    match = _WITH_HOST.fullmatch(address)
    if not match:
        return _quoted(address)
    begin, host, rest = match.groups()
    name = host if host.isascii() else ".".join(_label(part) for part in _DOTS.split(host))
    return f"{_quoted(begin)}{_quoted(name)}{_quoted(rest)}"


def _label(part: str) -> str:
    """Return one part of a host's name as the name system has it, as browsers do (UTS 46, nontransitional).

    Python's own codec is of 2003: it makes another site of "straße", and knows no script that came to Unicode since.
    """
    folded = unicodedata.normalize("NFKC", part.lower()).lower()
    if _ENDS_HOST.search(folded):
        return part  # "℀" would become "a/c", and the rest of the name a path
    return folded if folded.isascii() else f"xn--{folded.encode('punycode').decode('ascii')}"


def _quoted(text: str) -> str:
    return quote(_BARE_PERCENT.sub("%25", text), safe=_LEFT, errors="replace")
