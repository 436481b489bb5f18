"""What pages and feeds tell machines can be read by them: JSON-LD, Atom, RSS and JSON Feed are well-formed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

from editor.checks.looking import Looking
from editor.core.messages import Message, say
from editor.domain.article import Article, Status
from editor.domain.made_file import MadeFile
from editor.domain.problem import Problem

ID = "machine-words"
TITLE = say("Machines can read what pages and feeds tell them")
ADVICE = say("Something in the article cannot be told as it is: look at its headline, dates and addresses.")

_GOING_OUT = frozenset({Status.READY, Status.PUBLISHED})
_DATES = ("datePublished", "dateModified")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for each page whose structured data, and each feed that, cannot be read or says another thing."""
    article = looking.article
    if article is None or article.status not in _GOING_OUT:
        return
    for file in looking.made():
        if words := _of_page(file, article) if file.kind == "page" else _of_feed(file):
            yield Problem(check=ID, message=words, article=article.id, field="headline")


def _of_page(file: MadeFile, article: Article) -> Message | None:
    nodes: list[dict[str, Any]] = []
    try:
        for text in file.structured:
            read = json.loads(text)
            nodes += read.get("@graph", [read])
    except (ValueError, AttributeError):
        return say("The structured data of “{path}” cannot be read.", path=file.path)
    news = next((node for node in nodes if "NewsArticle" in str(node.get("@type"))), None)
    if news is None:
        return say("“{path}” does not tell machines that it is news.", path=file.path)
    if str(news.get("headline", "")).split() != article.headline.split():
        return say("“{path}” tells machines another headline than readers.", path=file.path)
    if not all(_is_instant(news[name]) for name in _DATES if name in news):
        return say("“{path}” tells machines a date that is none.", path=file.path)
    return None


def _of_feed(file: MadeFile) -> Message | None:
    wrong = say("The feed “{path}” cannot be read.", path=file.path)
    try:
        if "json" in file.type:
            items = json.loads(file.text)["items"]
            return wrong if any(not one.get("id") or not one.get("url") for one in items) else None
        ET.fromstring(file.text)  # noqa: S314 - we wrote it
    except (ValueError, KeyError, TypeError, ET.ParseError):
        return wrong
    return None


def _is_instant(said: object) -> bool:
    try:
        return datetime.fromisoformat(str(said)).tzinfo is not None
    except ValueError:
        return False
