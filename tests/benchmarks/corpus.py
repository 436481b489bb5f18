"""Newsrooms of any size, always the same: articles of 350 to 500 words, each with five cards and ten dated entries."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from editor.bootstrap import Desk, create_newsroom, open_desk
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.edits import CreateArticle, EditSettings, Several
from editor.domain.link import Link
from tests.builders import NOON, an_article, an_id, some_settings

TEXT = (
    "harbour council minister river market teacher bridge drought election festival court railway border treaty "
    "hospital ferry island village engine forest museum orchestra budget strike vaccine satellite library stadium "
    "fishermen students farmers judges nurses drivers neighbours said opened closed agreed refused planned measured "
    "rebuilt signed promised counted early late quietly again under after before during across slowly the a in of to"
)
WORDS = TEXT.split()
TOPICS = tuple(map(str.capitalize, WORDS[:12]))
WRITERS = tuple(f"Writer {number}" for number in range(1, 13))
CARDS, ENTRIES = 5, 10
BATCH = 500


def newsroom(
    folder: Path,
    count: int,
    *,
    locales: tuple[str, ...] = ("en",),
    has_names: bool = False,
    **fields: Any,  # noqa: ANN401 - any field of the settings
) -> None:
    """Make a newsroom of `count` published articles in `folder`; with `has_names`, each by a writer and on topics."""
    create_newsroom(folder, name="Corpus")
    desk = open_desk(folder, person="Corpus")
    try:
        settings = desk.newsroom.settings
        desk.articles.apply(EditSettings(settings, some_settings(*locales, name="Corpus", **fields), say("Editions")))
        _fill(desk, count, has_names=has_names)
    finally:
        desk.close()


def article(number: int, earlier: list[Article]) -> Article:
    """Return article `number`, which links to those before it."""
    chance = random.Random(number)  # noqa: S311 - the same corpus every time
    linked = chance.sample(earlier, min(len(earlier), CARDS + ENTRIES))
    headline = f"{_sentence(chance, 7).rstrip('.')} {number}"
    return an_article(
        id=an_id(number + 1),
        headline=headline,
        standfirst=_sentence(chance, 22),
        body=body(chance, chance.randint(350, 500)),
        section=chance.choice(("World", "Culture", "Economy", "Sport")),
        byline=("A. Writer",),
        status=Status.PUBLISHED,
        published=NOON - timedelta(hours=number),
        links=tuple(
            Link(
                id=an_id(10_000_000 + number * 100 + place),
                article=target.id,
                on_card=place < CARDS,
                on_timeline=place >= CARDS,
            )
            for place, target in enumerate(linked)
        ),
    )


def named(one: Article, number: int) -> Article:
    """Return article `number` by one of a dozen writers, on one to three topics."""
    chance = random.Random(-number)  # noqa: S311 - the same names every time
    return replace(one, byline=(chance.choice(WRITERS),), tags=tuple(chance.sample(TOPICS, chance.randint(1, 3))))


def articles(count: int) -> list[Article]:
    """Return the articles of a newsroom of `count` whose articles have names."""
    made: list[Article] = []
    for number in range(count):
        made.append(named(article(number, made[-200:]), number))
    return made


def body(chance: random.Random, words: int) -> str:
    """Return Markdown of about `words` words: paragraphs, headings, lists, emphasis, links."""
    parts: list[str] = []
    written = 0
    while written < words:
        if parts and len(parts) % 6 == 0:
            parts.append(f"## {_sentence(chance, 4).rstrip('.')}")
        sentences = [_sentence(chance, chance.randint(8, 20)) for _ in range(4)]
        sentences[1] = f"**{sentences[1]}** See [the record](https://example.org/{len(parts)})."
        parts.append(" ".join(sentences))
        if len(parts) % 9 == 0:
            parts.append("\n".join(f"- {_sentence(chance, 6)}" for _ in range(3)))
        written = sum(part.count(" ") + 1 for part in parts)
    return "\n\n".join(parts)


def _fill(desk: Desk, count: int, *, has_names: bool) -> None:
    made: list[Article] = []
    for start in range(0, count, BATCH):
        batch = []
        for number in range(start, min(start + BATCH, count)):
            one = article(number, made[-200:])
            batch.append(named(one, number) if has_names else one)
            made.append(batch[-1])
        desk.articles.apply(Several(tuple(CreateArticle(one, say("New"), NOON) for one in batch), say("Corpus")))


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."
