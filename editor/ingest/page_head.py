"""Finds in the source of a page the few elements by which it says what it is. In linear time, whatever the source.

Not Python's own parser: on a hundred kilobytes of open comments or tags that takes minutes.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

MOST_SCRIPTS = 40
_MOST_WORDS = 4000  # of one element, enough for any headline
_MOST_VALUE = 8000
_MOST_TRIED = 100

_TOKEN = re.compile(
    r"<(?:(!--)|(html|title|h1|meta|link|time|script|svg|a)(?=[\s/>])"
    rf"""((?:[^<>"']++|"[^"]{{0,{_MOST_VALUE}}}"|'[^']{{0,{_MOST_VALUE}}}')*+)>)""",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""(?<![^\s"'/])([^\s=/"'<>]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++))""")
_INNER = re.compile(r"<[^<>]{0,2000}>")
_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("title", "h1", "a", "script", "svg")}
_COMMENT_END = re.compile("-->")
_SAVED_FROM = re.compile(r"\s*saved from url=(?:\(\d+\))?(\S+)")  # how browsers note where a page was


@dataclass(slots=True)
class PageHead:
    """What a page states, the first of each: `meta` by lower-case name, `words` of title, h1 and a.

    `saved_from` is what the browser that saved the page noted of its address.
    """

    language: str = ""
    canonical: str = ""
    anchor: str = ""
    saved_from: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    times: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    tried: int = field(default=0, compare=False)  # elements whose words were looked at


def page_head(source: str) -> PageHead:
    """Return what the elements of `source` state; comments and programs in it are passed over."""
    head = PageHead()
    at = 0
    while found := _TOKEN.search(source, at):
        at = found.end()
        if found[1]:
            noted = _SAVED_FROM.match(source, at, at + _MOST_VALUE)
            head.saved_from = head.saved_from or (noted[1] if noted else "")
            at = _after(source, at, _COMMENT_END)
            continue
        name = found[2].lower()
        stated = {
            one[1].lower(): html.unescape(one[2] or one[3] or one[4] or "")
            for one in reversed(list(_ATTRIBUTE.finditer(found[3])))
        }
        if name == "script":
            end = _after(source, at, _ENDS[name])
            kind = stated.get("type", "").partition(";")[0].strip().lower()
            if kind == "application/ld+json" and len(head.scripts) < MOST_SCRIPTS:
                head.scripts.append(source[at:end].removesuffix("</script"))
            at = end
        elif name == "svg":  # its title is a drawing's
            at = at if found[3].endswith("/") else _after(source, at, _ENDS[name])
        else:
            _note(head, name, stated, source, at)
    return head


def _note(head: PageHead, name: str, stated: dict[str, str], source: str, at: int) -> None:
    """Take note of one element whose start tag ends at `at`."""
    if name == "html":
        head.language = head.language or stated.get("lang", "")
    elif name == "meta":
        called = (stated.get("property") or stated.get("name") or stated.get("http-equiv") or "").lower()
        if called and stated.get("content"):
            head.meta.setdefault(called, stated["content"])
    elif name == "link":
        if "canonical" in stated.get("rel", "").lower().split():
            head.canonical = head.canonical or stated.get("href", "")
    elif name == "time":
        head.times.append(stated.get("datetime", ""))
    elif name not in head.words and head.tried < _MOST_TRIED:
        head.tried += 1
        end = _ENDS[name].search(source, at, at + _MOST_WORDS)
        words = html.unescape(_INNER.sub("", source[at : end.start() if end else at + _MOST_WORDS]))
        if words.strip():
            head.words[name] = words
            head.anchor = head.anchor or (stated.get("href", "") if name == "a" else "")


def _after(source: str, at: int, end: re.Pattern[str]) -> int:
    """Return where what began at `at` is over: at the end of everything where it is never closed."""
    found = end.search(source, at)
    return found.end() if found else len(source)
