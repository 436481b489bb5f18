"""A newsroom of 10,000 articles to a bundle, against the site generators that people use instead, in one session.

Whole processes over the same articles, with the same kinds of pages; ours with its manifest, its hashes and the check
of every link besides. The peers are fetched into `build/peers`; one that the registries do not give for this system is
named and left out. A peer's watch mode, which stays in memory as our window does, is not among the figures of the
command line; what stands beside the running app is the peers' whole rebuild, for that is what their users start.

    --articles=10000  --rounds=3  --peers=hugo,eleventy,pelican (none for ours alone)  --keep=FOLDER
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from editor.bootstrap import OpenMode, open_desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import change_article
from editor.services.publishing import ExportRequest
from tests.benchmarks import corpus
from tests.benchmarks.figures import machine, median, table
from tests.benchmarks.peers import PEERS, NotToBeHad, Peer
from tests.builders import an_id

FILES_AT_ONCE = 256
TOOLS = Path(__file__).resolve().parents[2] / "build" / "peers"


@dataclass
class Figures:
    """What was measured of one builder: seconds, and the most memory that one of its processes took (MB)."""

    name: str
    cold: list[float] = field(default_factory=list)
    kept: list[float] = field(default_factory=list)
    edit: list[float] = field(default_factory=list)
    running: list[float] = field(default_factory=list)
    memory: float = 0.0


def main(options: Sequence[str]) -> int:
    """Measure, print the figures and what they are held against."""
    given = dict(option.lstrip("-").partition("=")[::2] for option in options)
    count, rounds = int(given.get("articles") or 10_000), int(given.get("rounds") or 3)
    wanted = given.get("peers", ",".join(peer.name for peer in PEERS)).lower().split(",")
    print(f"{count} articles, {rounds} rounds; {machine()}")
    articles = _articles(count)
    with _place(given.get("keep", "")) as place:
        ours = _ours(place / f"newsroom-{count}", place / "site", count, rounds)
        small = _cold(place / f"newsroom-{count // 10}", place / "site", count // 10)
        theirs = [
            found for peer in PEERS if peer.name.lower() in wanted if (found := _peer(peer, place, articles, rounds))
        ]
    _show(ours, theirs)
    _judge(ours, theirs, small)
    return 0


def _articles(count: int) -> list[Article]:
    made: list[Article] = []
    for number in range(count):
        made.append(corpus.article(number, made[-200:]))
    return made


@contextmanager
def _place(kept: str) -> Iterator[Path]:
    if kept:
        Path(kept).mkdir(parents=True, exist_ok=True)
        yield Path(kept)
        return
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


def _ours(newsroom: Path, out: Path, count: int, rounds: int) -> Figures:
    found = Figures("Makala")
    _fill(newsroom, count)
    for _ in range(rounds):
        found.cold.append(_timed(found, _export(newsroom, out), lambda: _forget(newsroom, out)))
    _keep_bodies(newsroom)
    for _ in range(rounds):
        found.kept.append(_timed(found, _export(newsroom, out), lambda: _forget(newsroom, out, bodies=False)))
    for turn in range(rounds):
        _change(newsroom, count // 2 + turn)
        found.edit.append(_timed(found, _export(newsroom, out)))
    found.running = _running(newsroom, out, count, rounds)
    return found


def _cold(newsroom: Path, out: Path, count: int) -> float:
    _fill(newsroom, count)
    found = Figures("")
    times = [_timed(found, _export(newsroom, out), lambda: _forget(newsroom, out)) for _ in range(3)]
    return median(times)


def _fill(newsroom: Path, count: int) -> None:
    if not newsroom.exists():
        corpus.newsroom(newsroom, count)


def _forget(newsroom: Path, out: Path, *, bodies: bool = True) -> None:
    """Take away the bundle and what was kept of it, and the rendered bodies as well if asked to."""
    _remove(out)
    for kept in (newsroom / "cache").glob("*"):
        if bodies or kept.name != "bodies":
            _remove(kept)


def _remove(place: Path) -> None:
    for path in (place, *place.parent.glob(f".{place.name}.makala-*")):
        shutil.rmtree(path, ignore_errors=True)


def _export(newsroom: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "editor", "export", str(newsroom), str(out), "--json"]


def _keep_bodies(newsroom: Path) -> None:
    """Have every body rendered and kept, as it is done beside the window when an article is saved."""
    desk = open_desk(newsroom, mode=OpenMode.WRITE)
    try:
        desk.publishing.keep_bodies(quiet())
    finally:
        desk.close()


def _change(newsroom: Path, number: int) -> None:
    desk = open_desk(newsroom, mode=OpenMode.WRITE)
    try:
        article = desk.articles.get(an_id(number + 1))
        desk.articles.apply(change_article(article, say("Change"), headline=f"{article.headline}, changed"))
        desk.publishing.keep_bodies(quiet())
    finally:
        desk.close()


def _running(newsroom: Path, out: Path, count: int, rounds: int) -> list[float]:
    """Return the seconds from an accepted edit to the files on disk, in a program that has exported before."""
    desk = open_desk(newsroom, mode=OpenMode.WRITE)
    times = []
    try:
        desk.warm_up()
        desk.publishing.export(ExportRequest(out=out), quiet())
        for turn in range(rounds * 3):
            article = desk.articles.get(an_id(count // 3 + turn + 1))
            desk.articles.apply(change_article(article, say("Change"), headline=f"{article.headline}, changed"))
            began = time.monotonic()
            report = desk.publishing.export(ExportRequest(out=out), quiet())
            times.append(time.monotonic() - began)
            if not 1 < report.written < count // 2:
                raise AssertionError(f"{report.written} files were written")
    finally:
        desk.close()
    return times


def _peer(peer: Peer, place: Path, articles: Sequence[Article], rounds: int) -> Figures | None:
    TOOLS.mkdir(parents=True, exist_ok=True)
    try:
        command = peer.fetch(TOOLS)
    except NotToBeHad as why:
        print(f"  {peer.name} is left out: {why}", flush=True)
        return None
    site, slugs = place / peer.name, {article.id: article.slug for article in articles}
    shutil.rmtree(site, ignore_errors=True)
    peer.lay(site)
    for article in articles:
        peer.write(site, article, slugs)
    found = Figures(peer.name)
    for _ in range(rounds):
        found.cold.append(_timed(found, command, lambda: peer.forget(site), site))
    for turn in range(rounds):
        article = articles[len(articles) // 2 + turn]
        changed = replace(article, headline=f"{article.headline}, changed")
        found.edit.append(_timed(found, command, partial(peer.write, site, changed, slugs), site))
    return found


def _timed(
    found: Figures,
    command: Sequence[str],
    before: Callable[[], object] | None = None,
    folder: Path | None = None,
) -> float:
    """Return the seconds of a whole process; what must be there before is done first and not counted."""
    if before is not None:
        before()
    if hasattr(os, "sync"):
        os.sync()  # what the one before left to the disk is not this one's work
    with tempfile.TemporaryFile() as said, _few_files():
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - began
        if status:
            said.seek(0)
            raise RuntimeError(said.read().decode(errors="replace")[-2000:])
    found.memory = max(found.memory, used.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024))
    return seconds


@contextmanager
def _few_files() -> Iterator[None]:
    """Let what is started here have no more files open than systems allow at least."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES_AT_ONCE, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


def _show(ours: Figures, theirs: Sequence[Figures]) -> None:
    def row(one: Figures) -> list[str]:
        cells = [f"{median(times):.2f} s" if times else "" for times in (one.cold, one.kept, one.edit, one.running)]
        return [one.name, *cells, f"{one.memory:.0f}" if one.memory else ""]

    head = ["median", "cold", "bodies kept", "after an edit", "running app", "most MB"]
    table(head, [row(one) for one in (ours, *theirs)])


def _judge(ours: Figures, theirs: Sequence[Figures], small: float) -> None:
    def ratio(times: Sequence[float], against: Sequence[float]) -> float:
        return median(times) / median(against)

    pelican = next((one for one in theirs if one.name == "Pelican"), None)
    fastest = min(theirs, key=lambda one: median(one.cold), default=None)
    quickest = min(theirs, key=lambda one: median(one.edit), default=None)
    lines = []
    if pelican:
        lines.append(["cold, against Pelican", f"{ratio(ours.cold, pelican.cold):.2f}", "0.50"])
    if fastest:
        lines.append([f"bodies kept, against {fastest.name}, cold", f"{ratio(ours.kept, fastest.cold):.2f}", "0.70"])
    if quickest:
        lines.append([f"after an edit, against {quickest.name}", f"{ratio(ours.edit, quickest.edit):.2f}", "0.15"])
    lines.append(["running app, milliseconds", f"{median(ours.running) * 1000:.0f}", "200"])
    lines.append(["ten times the articles, times the time", f"{median(ours.cold) / small:.1f}", "10.5"])
    print()
    table(["ratio", "is", "at most"], lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
