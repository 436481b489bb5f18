"""What is typed as a link is an address that readers can follow, by its form alone: no address is tried."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from editor.checks.looking import Looking
from editor.core.messages import Message, say
from editor.core.web_address import leads_to_a_host
from editor.domain.article import Article
from editor.domain.problem import Problem
from editor.markup.lines import prose_lines

ID = "addresses"
TITLE = say("Addresses of links are well-formed")
ADVICE = say("Write the whole address, beginning with https://, as the browser shows it.")

# A link's words and what stands behind them; a picture has a sign of its own before it.
_INLINE = re.compile(r"(?<![!\\])\[(?P<words>[^\[\]\n]*)\]\((?P<address>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)")
_NAMED = re.compile(r"^ {0,3}\[(?P<words>[^\[\]\n]+)\]:[ \t]*(?P<address>\S.*)$")
_BARE = re.compile(r"<(?P<address>[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^>\n]*)>")
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*'|\([^()]*\))\s*$""")
_SCHEME = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):")
_LIKE_ONE = re.compile(r"(?i)^(?:www\.|/|#|\.{1,2}/)|^[^\s/]+\.[a-z]{2,}(?:/|$)")
_PICTURES = "images/"
_HERE = ("localhost", ".localhost", ".local", ".internal", ".lan")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for each address in the texts and links of the article that cannot be followed."""
    article = looking.article
    if article is None:
        return
    for field, markdown in (("body", article.body), ("reactions", article.reactions)):
        for line, address in _typed(markdown):
            if words := trouble(address):
                at = line if field == "body" else -1
                yield Problem(check=ID, message=words, article=article.id, field=field, line=at)
    yield from _of_links(article)


def _of_links(article: Article) -> Iterator[Problem]:
    for link in article.links:
        if link.external is not None and link.external.url and (words := trouble(link.external.url)):
            yield Problem(check=ID, message=words, article=article.id, field="links")


def trouble(address: str) -> Message | None:
    """Return what is wrong with `address` as that of a link, None where it can be followed or is none at all."""
    if not address:
        return say("A link leads nowhere: its address is missing.")
    scheme = _SCHEME.match(address)
    match scheme["scheme"].lower() if scheme else "":
        case "":
            return _of_words(address)
        case "http" | "https":
            return _of_web(address)
        case "mailto":
            return None if "@" in address else say("“{address}” names nobody to write to.", address=address)
        case "file":
            return say("“{address}” is a file on this computer, which no reader has.", address=address)
        case _:
            return say("“{address}” is not linked: pages lead to the web and to mail alone.", address=address)


def _of_words(address: str) -> Message | None:
    """Return what is wrong with what has no scheme: mostly it is words in parentheses behind words in brackets."""
    if " " in address or not _LIKE_ONE.match(address):
        return None
    return say("“{address}” is no whole address: pages show what was typed and no link.", address=address)


def _of_web(address: str) -> Message | None:
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        host = ""
    if not host or " " in address.strip() or not leads_to_a_host(address.strip()):
        return say("“{address}” is no address of the web.", address=address)
    if host.endswith(_HERE) or _is_private(host):
        return say("“{address}” lies on this computer or network, where no reader comes.", address=address)
    if "." not in host and ":" not in host:
        return say("“{address}” is no address of the web.", address=address)
    return None


def _is_private(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def _typed(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield (line, address) of everything typed as a link, code aside."""
    if "](" not in markdown and "]:" not in markdown and "<" not in markdown:
        return
    for number, line in prose_lines(markdown):
        for pattern in (_INLINE, _NAMED, _BARE):
            for match in pattern.finditer(line):
                address = _TITLE.sub("", match["address"]).strip().removeprefix("<").removesuffix(">")
                if not address.startswith(_PICTURES):
                    yield number, address
