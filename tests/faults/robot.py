"""A robot that types one known text until it is killed, noting when it typed what; and what is owed of it then."""

from __future__ import annotations

import time
from pathlib import Path

from editor.core.messages import say
from editor.domain.edits import CreateArticle, change_article
from editor.services.articles import Articles
from editor.storage.database import Database
from tests.builders import NOON, FixedClock, a_database, an_article

ARTICLE = an_article(slug="typed")
SAFE_SECONDS = 2.0


def text(length: int) -> str:
    """Return the first `length` characters of what every robot types: words of many lengths, no two places alike."""
    words, size, number = [], 0, 0
    while size < length:
        words.append(f"w{number:x}{'o' * (number % 7)} ")
        size += len(words[-1])
        number += 1
    return "".join(words)[:length]


def prepare(folder: Path) -> None:
    """Make a newsroom with the article that is typed into."""
    made = a_database(folder)
    Articles(made, FixedClock(), "Robot").apply(CreateArticle(ARTICLE, say("New"), NOON))
    made.close()


def stored(folder: Path) -> int:
    """Return how many characters are in the newsroom, which must be sound and hold nothing but the robots' text."""
    opened = Database(folder)
    with opened.reading() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    body = Articles(opened, FixedClock(), "Robot").get(ARTICLE.id).body
    opened.close()
    assert body == text(len(body)), "what is stored is not what was typed"
    return len(body)


def safe(log: Path, killed_at: float, *, stall_seconds: float = float("inf")) -> int:
    """Return how many characters were typed at least two seconds before `killed_at` (seconds of `time.monotonic`).

    Of a pause longer than `stall_seconds` between two keys only so much counts: on a machine that does ten other things
    nothing is saved either while nothing is typed.
    """
    keys = [line.split() for line in log.read_text(encoding="ascii").splitlines() if line.count(" ") == 1]
    passed, later = 0.0, killed_at
    for at, length in reversed(keys):
        passed, later = passed + min(later - float(at), stall_seconds), float(at)
        if passed >= SAFE_SECONDS:
            return int(length)
    return 0


def type_without_window(folder: Path, log: Path, begun: Path) -> None:
    """Apply one edit after another, each longer than the last, as fast as they are accepted."""
    opened = Database(folder)
    door = Articles(opened, FixedClock(), "Robot")
    article = door.get(ARTICLE.id)
    length = len(article.body)
    with log.open("ab", buffering=0) as noted:
        while True:
            length += 1 + length % 11
            body = text(length) if length % 4000 > 11 else text(length % 3999)  # now and then most of it is deleted
            door.apply(change_article(article, say("Typing"), body=body))
            length = len(body)
            article = door.get(ARTICLE.id)
            noted.write(f"{time.monotonic()} {length}\n".encode())
            if not begun.exists():
                begun.touch()
