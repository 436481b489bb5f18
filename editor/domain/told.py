"""What somebody else's page or feed says of an article, made fit to be kept: bounded, free of what deceives. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.authorship import Authorship
from editor.domain.link import External
from editor.domain.source_type import SOURCE_TYPES, term_of

MOST_HEADLINE, MOST_SUMMARY, MOST_PUBLISHER, MOST_ALT = 300, 1000, 120, 500
MOST_ADDRESS = 2000
PUBLISHER = "publisher"  # where an external article keeps it among what else is known

_WEB = ("http", "https")
# What turns the direction of the words around it, and what is not seen at all: neither belongs into words of a card.
_TURNING = "\u202a-\u202e\u2066-\u2069"
_UNSEEN = re.compile(f"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ud800-\udfff{_TURNING}]")
_DECEIVING = re.compile(f"[\0-\x20\x7f-\xa0\u061c\u200b-\u200f\u2028\u2029\u2060\ufeff\ud800-\udfff{_TURNING}]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of one article outside; whatever is not told is empty. Has a headline or a summary.

    `picture` says what its picture shows and `picture_source` how that was made (an IPTC term), where it is stated.
    """

    headline: str = ""
    summary: str = ""
    url: str = ""
    published: datetime | None = None
    language: str = ""
    publisher: str = ""
    authorship: Authorship = Authorship.NOT_STATED
    picture: str = ""
    picture_source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The articles of one feed in its own order; `left_out` are those that say nothing, or are too many."""

    title: str
    entries: tuple[Told, ...]
    left_out: int = 0


def plain(text: object, most: int) -> str:
    """Return `text` on one line of at most `most` characters, without unseen ones; "" for what is no text."""
    if not isinstance(text, str):
        return ""
    cut = " ".join(_UNSEEN.sub("", text[: 8 * most]).split())
    return cut if len(cut) <= most else f"{cut[: most - 1].rstrip()}…"


def is_address(text: str) -> bool:
    """Say whether `text` is meant as an address: one word that begins with a scheme."""
    bare = text.strip()
    return len(bare.split(maxsplit=1)) == 1 and _SCHEME.match(bare) is not None


def address(text: str) -> str:
    """Return the web address that `text` is. Raises `UserError` for any that is none, or looks like what it is not."""
    bare = text.strip()
    hint = say("Copy the address again from the page itself.")
    if len(bare) > MOST_ADDRESS:
        raise UserError(say("This address is longer than {most} characters.", most=MOST_ADDRESS), hint)
    if _DECEIVING.search(bare):
        raise UserError(say("This address holds characters that cannot be seen, so it may not be what it seems."), hint)
    try:
        parts = urlsplit(bare)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError as error:
        raise UserError(say("This is not an address that a browser could open."), hint) from error
    if parts.scheme not in _WEB:
        raise UserError(
            say("An address that begins with “{scheme}:” leads to no article.", scheme=plain(parts.scheme, 40)),
            say("Readers can follow those that begin with https:// or http://."),
        )
    if not host:
        raise UserError(say("This is not an address that a browser could open."), hint)
    if "@" in parts.netloc:
        raise UserError(say("This address hides where it leads: to “{host}”.", host=plain(host, 80)), hint)
    return bare


def address_or_nothing(text: object) -> str:
    """Return the web address that `text` is, "" for any other."""
    try:
        return address(text) if isinstance(text, str) and text.strip() else ""
    except UserError:
        return ""


def instant(text: object, zone: ZoneInfo) -> datetime | None:
    """Return the instant that `text` names (ISO 8601, or RFC 2822 as in RSS), None where it names none.

    A time without an offset, or a day alone, is one of `zone`.
    """
    bare = text.strip()[:64] if isinstance(text, str) else ""
    if not bare:
        return None
    try:
        found = _date(bare)
        found = found.replace(tzinfo=zone) if found.tzinfo is None else found
        return found.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None


def source_term(value: object) -> str:
    """Return the IPTC term that `value` states, given as a term, as its URI or as schema.org's member; else ""."""
    for one in value[:8] if isinstance(value, list) else [value]:
        if isinstance(one, Mapping):
            one = one.get("@id")  # noqa: PLW2901 - a reference in JSON-LD
        if not isinstance(one, str):
            continue
        name = one.strip().rsplit("/", 1)[-1].removesuffix("DigitalSource")
        for term in (term_of(one), name[:1].lower() + name[1:]):
            if term in SOURCE_TYPES:
                return term
    return ""


def words_of_address(url: str) -> str:
    """Return what stands for the headline of an article of which only the address is known."""
    bare = url.split("://", 1)[-1].split("#", 1)[0].split("?", 1)[0].removeprefix("www.").rstrip("/")
    return plain(bare, MOST_HEADLINE)


def is_only_address(external: External) -> bool:
    """Say whether nothing but the address is known of an article outside: its headline stands for it."""
    return bool(external.url) and not external.summary and external.headline == words_of_address(external.url)


def publisher_of(external: External) -> str:
    """Return who published an article outside, "" where that is not known."""
    return plain(external.extra.get(PUBLISHER), MOST_PUBLISHER)


def external_of(told: Told) -> External:
    """Return an article outside as it is told; of a bare address the address stands for the headline."""
    headline = told.headline or ("" if told.summary else words_of_address(told.url))
    return External(
        headline=headline,
        summary=told.summary,
        url=told.url,
        published=told.published,
        language=told.language,
        authorship=told.authorship,
        extra={PUBLISHER: told.publisher} if told.publisher else {},
    )


def filled(external: External, told: Told) -> External:
    """Return `external` with what it lacks from `told`: what a person wrote stays."""
    headline = "" if told.headline and is_only_address(external) else external.headline
    new = external_of(replace(told, headline=headline or told.headline, url=external.url or told.url))
    return replace(
        external,
        headline=headline or ("" if external.summary and not told.headline else new.headline),
        summary=external.summary or new.summary,
        url=new.url,
        published=external.published or new.published,
        language=external.language or new.language,
        authorship=external.authorship or new.authorship,
        extra={**new.extra, **external.extra},
    )


def _date(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return parsedate_to_datetime(text)
