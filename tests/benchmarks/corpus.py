"""Newsrooms of any size, always the same: articles of 350 to 500 words, each with five cards and ten dated entries."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

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
CARDS, ENTRIES = 5, 10
BATCH = 500


def newsroom(folder: Path, count: int, *, locales: tuple[str, ...] = ("en",)) -> None:
    """Make a newsroom of `count` published articles in `folder`."""
    create_newsroom(folder, name="Corpus")
    desk = open_desk(folder, person="Corpus")
    try:
        settings = desk.newsroom.settings
        desk.articles.apply(EditSettings(settings, some_settings(*locales, name="Corpus"), say("Editions")))
        _fill(desk, count)
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


def _fill(desk: Desk, count: int) -> None:
    made: list[Article] = []
    for start in range(0, count, BATCH):
        batch = []
        for number in range(start, min(start + BATCH, count)):
            batch.append(article(number, made[-200:]))
            made.append(batch[-1])
        desk.articles.apply(Several(tuple(CreateArticle(one, say("New"), NOON) for one in batch), say("Corpus")))


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."
