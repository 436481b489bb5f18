"""What belongs beside an article, in a newsroom of ten thousand in six scripts: first and later ones."""

from __future__ import annotations

import multiprocessing
import random
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import accumulate
from pathlib import Path

from editor.bootstrap import Desk, create_newsroom, open_desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.edits import CreateArticle, Several, change_article
from tests.benchmarks.figures import machine, median, milliseconds, p95, p99, table
from tests.builders import NOON, an_article, an_id

ARTICLES = 10_000
BATCH = 500
ASKED, CHANGED = 300, 100
TARGET = "under 50 ms at the 95th percentile"
# (language, letters, shortest and longest word, what stands between words, share of the newsroom)
SCRIPTS = (
    ("en", "abcdefghijklmnoprstuvwy", 2, 11, " ", 0.55),
    ("sw", "abdefghijklmnopstuwyz", 3, 12, " ", 0.15),
    ("ar", "ابتثجحخدذرزسشصضطعغفقكلمنهوي", 2, 8, " ", 0.1),
    ("hi", "कखगघचजटडतदनपबमयरलवशसहािीुूेो", 2, 8, " ", 0.05),
    ("ja", "日本奈良首相太鼓東京大学新聞政府会議経済市民選挙川山海港橋学校病院島村", 1, 3, "", 0.1),
    ("th", "กขคงจชซญดตถทนบปผพฟมยรลวศสหอาิีุูเแโไ", 2, 6, "", 0.05),
)
VOCABULARY = 30_000  # words of each language, as rare and as common as words are: the n-th is 1/n as frequent
WORDS = 420


class Tongue:
    """Made-up words of one script, drawn as often as words are."""

    def __init__(self, script: tuple[str, str, int, int, str, float]) -> None:
        self.language, letters, shortest, longest, self._between, self.share = script
        chance = random.Random(self.language)  # noqa: S311 - the same words every time
        self._words = [
            "".join(chance.choice(letters) for _ in range(chance.randint(shortest, longest))) for _ in range(VOCABULARY)
        ]
        self._ladder = list(accumulate(1 / (number + 3) for number in range(VOCABULARY)))

    def text(self, chance: random.Random, words: int) -> str:
        """Return so many words."""
        drawn = (chance.random() * self._ladder[-1] for _ in range(words))
        return self._between.join(self._words[bisect_left(self._ladder, one)] for one in drawn)


def main() -> int:
    """Make the newsroom, ask, print."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "newsroom"
        articles = list(_newsroom(folder))
        print(f"{ARTICLES} articles in {len(SCRIPTS)} scripts; {machine()}; suggestions shall come {TARGET}")
        measure(folder, articles)
    return 0


def measure(folder: Path, articles: Sequence[Article]) -> None:
    """Ask in two sessions: each reads everything once, in the process beside, and then follows what changes."""
    rows = []
    for name in ("one session", "the next one"):
        desk = open_desk(folder, person="Bench")
        desk.warm_up()
        rows.append([f"{name}: the first", *_figures([_asked(desk, articles[0])])])
        chance = random.Random(9)  # noqa: S311 - the same articles every time
        some = chance.sample(articles, ASKED)
        rows.append([f"{name}: any article", *_figures([_asked(desk, one) for one in some])])
        rows.append([f"{name}: after each change", *_figures([_changed(desk, one) for one in some[:CHANGED]])])
        rows.append([f"{name}: memory beside", _memory(), "", "", ""])
        desk.close()
    table(["suggestions", "median", "p95", "p99", "worst"], rows)


def _asked(desk: Desk, article: Article) -> float:
    start = time.perf_counter()
    found = desk.related.suggestions(article, quiet())
    taken = time.perf_counter() - start
    if not found:
        raise RuntimeError("no suggestions: nothing was measured")
    return taken


def _changed(desk: Desk, article: Article) -> float:
    now = desk.articles.get(article.id)
    desk.articles.apply(change_article(now, say("Change"), body=f"{now.body} {now.headline}"))
    return _asked(desk, desk.articles.get(article.id))


def _figures(taken: Sequence[float]) -> list[str]:
    if len(taken) == 1:
        return [milliseconds(taken[0]), "", "", ""]
    return [milliseconds(one) for one in (median(taken), p95(taken), p99(taken), max(taken))]


def _memory() -> str:
    """Return what the process beside holds, "-" where the system does not tell."""
    (beside,) = multiprocessing.active_children()
    status = Path(f"/proc/{beside.pid}/status")
    if not status.exists():
        return "-"
    held = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS"))
    return f"{int(held.split()[1]) / 1024:.0f} MB"


def _newsroom(folder: Path) -> Iterator[Article]:
    tongues = [Tongue(script) for script in SCRIPTS]
    chance = random.Random(5)  # noqa: S311 - the same newsroom every time
    create_newsroom(folder, name="Corpus")
    desk = open_desk(folder, person="Corpus")
    try:
        for start in range(0, ARTICLES, BATCH):
            batch = [_article(number, tongues, chance) for number in range(start, start + BATCH)]
            desk.articles.apply(Several(tuple(CreateArticle(one, say("New"), NOON) for one in batch), say("Corpus")))
            yield from batch
    finally:
        desk.close()


def _article(number: int, tongues: list[Tongue], chance: random.Random) -> Article:
    (tongue,) = chance.choices(tongues, [one.share for one in tongues])
    return an_article(
        id=an_id(number + 1),
        language=tongue.language,
        headline=f"{tongue.text(chance, 9)} {number}",
        standfirst=tongue.text(chance, 30),
        body="\n\n".join(tongue.text(chance, 60) for _ in range(WORDS // 60)),
        section=chance.choice(("World", "Culture", "Economy", "Sport")),
        tags=tuple(f"tag {chance.randint(1, 400)}" for _ in range(3)),
        status=Status.PUBLISHED,
        published=NOON - timedelta(hours=number),
    )


if __name__ == "__main__":
    sys.exit(main())
