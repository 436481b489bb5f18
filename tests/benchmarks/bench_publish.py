"""A newsroom of 10,000 articles to a bundle, against the site generators that people use instead.

Whole processes over the same articles, with pages of the same kinds; ours in its default theme, with its manifest, its
hashes and the check of every link besides. The peers are fetched into `build/peers`; one that the registries do not
give for this system is named and left out. A peer's watch mode, which stays in memory as our window does, stands beside
the running app: from the edit of a headline to the last file that changed on disk.

It takes long, so it is done in parts, each by itself and a round at a time if need be; what was measured is kept in
`build/bench-publish`, counts with what is measured later, and is shown together. Figures of different hours are worth
less than those of one: the load of the machine is shown.

    --part=cold,kept,ready,edit,running,tenth,memory,Hugo,"Hugo edit","Hugo watching",...  (all without it)
    --articles=10000  --rounds=3  --fresh (forget what was measured of these parts)
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from editor.bootstrap import OpenMode, open_desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import change_article
from editor.domain.settings import Consent, Edition
from editor.services.live import Live, LiveRequest
from tests.benchmarks import corpus
from tests.benchmarks.figures import machine, table
from tests.benchmarks.peers import PEERS, NotToBeHad, Peer
from tests.benchmarks.publish_rows import WATCHED, Measured, builders, forget, keep, read, targets
from tests.benchmarks.whole_processes import followed, most_memory, timed
from tests.builders import an_id

BUILD = Path(__file__).resolve().parents[2] / "build"
# `SOON_MS` of the window's live folder: it waits so long for edits that come together.
WINDOW_WAITS = 0.01
SITE = "https://news.example.org"
_GONE = "gone"
ABOUT = "Who makes these pages, and how."


@dataclass
class Ground:
    """Where everything lies, how many articles there are, and how often each thing is measured."""

    place: Path
    count: int
    rounds: int

    @property
    def out(self) -> Path:
        """Return where our bundle goes."""
        return self.place / "site"

    @cached_property
    def articles(self) -> list[Article]:
        """Return the articles, for the peers."""
        return corpus.articles(self.count)

    def newsroom(self, count: int) -> Path:
        """Return a newsroom of `count` articles, made the first time."""
        folder = self.place / f"newsroom-{count}"
        if not folder.exists():
            edition = Edition(locale="en", consent=Consent.NOTICE, about=ABOUT)
            corpus.newsroom(folder, count, has_names=True, base_url=SITE, editions=(edition,))
        return folder

    def site(self, peer: Peer) -> Path:
        """Return the site of `peer` with all articles in it, laid out the first time."""
        site, slugs = self.place / f"{peer.name}-{self.count}", {one.id: one.slug for one in self.articles}
        if not site.exists():
            peer.lay(site)
            for article in self.articles:
                peer.write(site, article, slugs)
        return site

    def edit(self, peer: Peer, turn: int) -> None:
        """Change the headline of an article that others show."""
        slugs = {one.id: one.slug for one in self.articles}
        article = self.articles[self.count // 2 + turn]
        changed = replace(article, headline=f"{article.headline}, changed {time.monotonic_ns()}")
        peer.write(self.site(peer), changed, slugs)


def main(options: Sequence[str]) -> int:
    """Measure the parts that are asked for, and print what is known of all."""
    given = dict(option.lstrip("-").partition("=")[::2] for option in options)
    count, rounds = int(given.get("articles") or 10_000), int(given.get("rounds") or 3)
    place = BUILD / "bench-publish"
    figures = place / f"figures-{count}.json"
    place.mkdir(parents=True, exist_ok=True)
    parts = _parts(Ground(place, count, rounds))
    named = given.get("part", "").lower().split(",")
    wanted = [part for part in parts if not named[0] or part.lower() in named]
    if "fresh" in given:
        forget(figures, wanted)
    print(f"{count} articles, {rounds} rounds; {machine()}")
    for part in wanted:
        _measured(part, parts[part], figures)
    shutil.rmtree(place / _GONE, ignore_errors=True)
    _show(figures)
    return 0


def _parts(ground: Ground) -> dict[str, Callable[[], Measured]]:
    found: dict[str, Callable[[], Measured]] = {
        "cold": partial(_cold, ground, ground.count),
        "kept": partial(_kept, ground),
        "ready": partial(_ready, ground),
        "edit": partial(_edit, ground),
        "running": partial(_running, ground),
        "tenth": partial(_cold, ground, ground.count // 10),
        "memory": partial(_memory, ground),
    }
    for peer in PEERS:
        found[peer.name] = partial(_peer_cold, ground, peer)
        found[f"{peer.name} edit"] = partial(_peer_edit, ground, peer)
        if peer.watch:
            found[f"{peer.name}{WATCHED}"] = partial(_peer_watching, ground, peer)
    return found


def _measured(part: str, measure: Callable[[], Measured], figures: Path) -> None:
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    try:
        measured = replace(measure(), load=round(load, 1))
    except NotToBeHad as why:
        print(f"  {part} is left out: {why}", flush=True)
        return
    keep(figures, part, measured)
    said = ", ".join(f"{seconds:.2f}" for seconds in measured.seconds)
    print(f"  {part}: {said} s; {measured.megabytes:.0f} MB; load before {measured.load}", flush=True)


def _show(figures: Path) -> None:
    kept, names = read(figures), [peer.name for peer in PEERS]
    head = ["median", "cold", "bodies kept", "bundle ready", "after an edit", "running or watching", "most MB"]
    print()
    table(head, builders(kept, names))
    print()
    table(["", "ours", "theirs", "ratio", "at most", ""], targets(kept, names))


def _cold(ground: Ground, count: int) -> Measured:
    newsroom = ground.newsroom(count)
    return _rounds(ground, _export(newsroom, ground.out), partial(_forget, newsroom, ground.out))


def _kept(ground: Ground) -> Measured:
    newsroom = ground.newsroom(ground.count)
    _keep_bodies(newsroom)
    return _rounds(ground, _export(newsroom, ground.out), lambda: _forget(newsroom, ground.out, is_whole=False))


def _ready(ground: Ground) -> Measured:
    newsroom = ground.newsroom(ground.count)
    _keep_bodies(newsroom, is_ready=True)
    return _rounds(ground, _export(newsroom, ground.out), lambda: _put_aside(_bundles(ground.out), ground.place))


def _edit(ground: Ground) -> Measured:
    newsroom = ground.newsroom(ground.count)
    _keep_bodies(newsroom)
    timed(_export(newsroom, ground.out))  # what lies there already is brought up to date
    turns = iter(range(ground.rounds))
    return _rounds(ground, _export(newsroom, ground.out), lambda: _change(newsroom, ground.count // 2 + next(turns)))


def _rounds(ground: Ground, command: Sequence[str], before: Callable[[], object]) -> Measured:
    found = []
    for _ in range(ground.rounds):
        before()
        found.append(timed(command))
    return Measured(tuple(seconds for seconds, _ in found), max(most for _, most in found))


def _memory(ground: Ground) -> Measured:
    """Return the most memory of a cold export and of one after an edit, with every process that they start."""
    newsroom = ground.newsroom(ground.count)
    _forget(newsroom, ground.out)
    cold = most_memory(_export(newsroom, ground.out))
    _change(newsroom, ground.count // 2)
    return Measured(megabytes=max(cold, most_memory(_export(newsroom, ground.out))))


def _running(ground: Ground) -> Measured:
    """Return the seconds from an accepted edit to the files on disk in a program that follows, as the window does."""
    desk = open_desk(ground.newsroom(ground.count), mode=OpenMode.WRITE)
    live, times = Live(desk.publishing, desk.newsroom), []
    try:
        desk.warm_up()
        live.begin(LiveRequest(out=ground.place / "live"), quiet())
        for turn in range(ground.rounds * 3):
            article = desk.articles.get(an_id(ground.count // 3 + turn + 1))
            changed = f"{article.headline.partition(',')[0]}, changed {time.monotonic_ns()}"
            desk.articles.apply(change_article(article, say("Change"), headline=changed))
            began = time.monotonic()
            report = _on_another_thread(live)
            times.append(time.monotonic() - began)
            if not 1 < report < ground.count // 2:
                raise AssertionError(f"{report} files were written")
    finally:
        live.end()
        desk.close()
    return Measured(tuple(times))


def _on_another_thread(live: Live) -> int:
    """Wait as the window does, then bring the folder up to date as its jobs do; return how many files were written."""
    written: list[int] = []

    def refresh() -> None:
        written.append(live.refresh(quiet()).written)

    time.sleep(WINDOW_WAITS)
    worker = threading.Thread(target=refresh)
    worker.start()
    worker.join()
    return written[0]


def _peer_cold(ground: Ground, peer: Peer) -> Measured:
    command, site = _fetched(peer), ground.site(peer)
    found = []
    for _ in range(ground.rounds):
        _put_aside(peer.leavings(site), ground.place)
        found.append(timed(command, site))
    return Measured(tuple(seconds for seconds, _ in found), max(most for _, most in found))


def _peer_edit(ground: Ground, peer: Peer) -> Measured:
    command, site = _fetched(peer), ground.site(peer)
    if not (site / peer.made).exists():
        timed(command, site)
    found = []
    for turn in range(ground.rounds):
        ground.edit(peer, turn)
        found.append(timed(command, site))
    return Measured(tuple(seconds for seconds, _ in found), max(most for _, most in found))


def _peer_watching(ground: Ground, peer: Peer) -> Measured:
    command, site = [*_fetched(peer), *peer.watch], ground.site(peer)
    edits = [partial(ground.edit, peer, turn) for turn in range(ground.rounds)]
    return Measured(tuple(followed(command, site, site / peer.made, edits)))


def _fetched(peer: Peer) -> list[str]:
    tools = BUILD / "peers"
    tools.mkdir(parents=True, exist_ok=True)
    return list(peer.fetch(tools))


def _forget(newsroom: Path, out: Path, *, is_whole: bool = True) -> None:
    """Take away the bundle and what was kept of it, and if `is_whole` the rendered bodies as well."""
    kept = [path for path in (newsroom / "cache").glob("*") if is_whole or path.name != "bodies"]
    _put_aside([*_bundles(out), *kept], out.parent)


def _bundles(out: Path) -> list[Path]:
    return [out, *out.parent.glob(f".{out.name}.makala-*")]


def _put_aside(paths: Iterable[Path], place: Path) -> None:
    """Take `paths` out of the way, not off the disk: that is done at the end.

    For minutes after many files were deleted some file systems (ext4 without a journal) look for places for new ones
    three to ten times as long: whoever is measured next would pay for it.
    """
    gone = place / _GONE
    gone.mkdir(exist_ok=True)
    for path in paths:
        if path.exists():
            path.rename(gone / f"{time.monotonic_ns()}")


def _export(newsroom: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "editor", "export", str(newsroom), str(out), "--json"]


def _keep_bodies(newsroom: Path, *, is_ready: bool = False) -> None:
    """Have every body rendered and kept, as it is done beside the window in the pause after an article was saved.

    In a longer pause a bundle is made ready there.
    """
    desk = open_desk(newsroom, mode=OpenMode.WRITE)
    try:
        desk.publishing.keeping.keep({head.id for head in desk.articles.heads()}, quiet())
        if is_ready and not desk.publishing.keeping.make_ready(quiet()):
            raise AssertionError("nothing is kept ready")
    finally:
        desk.close()


def _change(newsroom: Path, number: int) -> None:
    desk = open_desk(newsroom, mode=OpenMode.WRITE)
    try:
        article = desk.articles.get(an_id(number + 1))
        changed = f"{article.headline.partition(',')[0]}, changed {time.monotonic_ns()}"
        desk.articles.apply(change_article(article, say("Change"), headline=changed))
    finally:
        desk.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
