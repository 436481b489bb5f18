"""What the whole newsroom's articles have to be looked at for: found once, kept, and found again where it changed.

Beside the window it is another process that looks, for it holds the interpreter for seconds where all is new.
"""

from __future__ import annotations

import contextlib
import json
import os
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from editor import __version__
from editor.core.clock import SystemClock, instant_text
from editor.core.collecting import collector_resting
from editor.core.errors import Fault, UserError
from editor.core.files import sha256_hex, write_whole
from editor.core.messages import say
from editor.domain.check_choices import CheckChoices
from editor.domain.overview import Overview, Wanted, overview
from editor.domain.problem_form import problem_from_plain, problem_to_plain
from editor.services.checking import Checking, Found
from editor.services.judging import judged
from editor.services.newsroom_process import is_stopped
from editor.services.snapshots import KEPT
from editor.storage.articles import stamp_of_all
from editor.storage.media import MEDIA_NAME
from editor.storage.standing import Standing, Standings, standings

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from editor.core.clock import Clock
    from editor.core.jobs import JobContext
    from editor.domain.problem import Problem
    from editor.domain.settings import NewsroomSettings
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.newsroom_process import NewsroomProcess
    from editor.services.reading import Reading
    from editor.storage.database import Database

FILE = "checks.json"
# Raise when the same article shall be looked at anew.
_RECIPE = "3"
_SAID_EVERY = 50  # articles
_FOREVER = "9"
# A process that looks again and again remembers by itself; its file may lack so many.
_WRITTEN_EVERY = 50
_LOOKING = say("Looking at every article")
# So many articles are looked at sooner than another process is started.
SMALL = 100

Tell = Callable[[float], bool]


class Kept(NamedTuple):
    """What was found in one article: the key of what was looked at, until when it holds (RFC 3339), the problems.

    `is_whole` says whether the article's pages were looked at too.
    """

    key: str
    until: str
    problems: tuple[Problem, ...]
    is_whole: bool


class Survey(Checking):
    """Runs the checks, and remembers over the whole newsroom. Made by the composition root; usable on every thread."""

    def __init__(
        self,
        articles: Reading,
        images: Images,
        newsroom: Newsroom,
        clock: Clock,
        database: Database,
        process: NewsroomProcess,
    ) -> None:
        super().__init__(articles, images, newsroom, clock)
        self._database = database
        self._process = process

    def of_article(self, article_id: str, wanted: Wanted) -> Overview:
        """Return the overview of one article."""
        return overview(self.look(article_id), wanted)

    def of_newsroom(self, wanted: Wanted, context: JobContext) -> Overview:
        """Return the overview of the settings and all articles that are not in the trash. Long: for a job.

        Raises `Fault` when the newsroom cannot be read, `Cancelled` when it is stopped; what was found is kept then.
        """
        if self._is_small():
            found = survey(self._database, self._clock, partial(_tell, context))
            return seen(self._database, found or [], wanted)
        with self._process.asked(LookOver(wanted), context) as conversation:
            while not isinstance(answer := conversation.hear(), Overview):
                context.report(float(str(answer)), _LOOKING)
            conversation.hear_out()
        return answer

    def all(self, context: JobContext) -> list[Problem]:
        """Return everything there is to look at, accepted or not, found in this process: for a command line.

        The first look at all pages of ten thousand articles takes a minute or two; stopped, what was found is kept.
        """
        memory, tell = Memory(_place(self._database)), partial(_tell, context)
        try:
            found = survey(self._database, self._clock, tell, memory, every_page=True)
        finally:
            memory.write(1)
        return found or []

    def _is_small(self) -> bool:
        with self._database.reading() as connection:
            return stamp_of_all(connection)[0] <= SMALL


@dataclass(frozen=True, slots=True)
class LookOver:
    """Asks the process to look over the newsroom: it answers with how far it is (0 to 1), and then an `Overview`."""

    wanted: Wanted

    def answer(self, database: Database, person: str, connection: Connection) -> None:  # noqa: ARG002 - the protocol's
        """Look until the end, or until a stop comes."""

        def tell(fraction: float) -> bool:
            connection.send(fraction)
            return not is_stopped(connection)

        memory = _lasting(database)
        found = survey(database, SystemClock(), tell, memory)
        if found is not None:
            connection.send(replace(seen(database, found, self.wanted), unseen=len(memory.unseen())))

    def spare(self, database: Database) -> bool:
        """Look at the pages of one article more while nobody asks for anything; say whether there are others."""
        return look_deeper(database, SystemClock(), _lasting(database))


def _tell(context: JobContext, fraction: float) -> bool:
    context.report(fraction, _LOOKING)
    return True


class Memory:
    """What was found in each article, by id: its key, until when that holds, and the problems. Kept in a file too.

    Made for one look, or by a process that looks again and again; not safe for two threads at once.
    """

    def __init__(self, place: Path) -> None:
        self._place = place
        self.kept = _read(place)
        self._unwritten = 0

    def forget(self, keys: Mapping[str, str], now: str) -> None:
        """Let go of what does not hold any more."""
        old = [one for one, its in self.kept.items() if keys.get(one) != its.key or now >= its.until]
        for article_id in old:
            del self.kept[article_id]
        self._unwritten += len(old)

    def put(self, article_id: str, found: Kept) -> None:
        """Remember what was found."""
        self.kept[article_id] = found
        self._unwritten += 1

    def unseen(self) -> list[str]:
        """Return the articles whose pages were not looked at yet."""
        return [one for one, its in self.kept.items() if not its.is_whole]

    def write(self, least: int) -> None:
        """Write everything to the file, if at least so many articles changed since that was done."""
        if self._unwritten >= least:
            self._unwritten = 0
            _write(self._place, self.kept)


def survey(
    database: Database, clock: Clock, tell: Tell, memory: Memory | None = None, *, every_page: bool = False
) -> list[Problem] | None:
    """Return what is found in the newsroom, as its rules judge it; None when `tell` gave False.

    Pages are looked at too, of many articles those of the newest alone, unless it is to be `every_page`.

    `tell` is told how far it is (0 to 1), now and then. Without a `memory` that lasts, the file is read and
    written each time.
    """
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading

    reading, newsroom = Reading(database), Newsroom(database)
    checking = Checking(reading, Images(database, clock), newsroom, clock)
    settings, at = newsroom.settings, clock.now()
    lasting = memory or Memory(_place(database))
    with collector_resting(), database.reading() as connection:
        now = standings(connection)
        keys = dict(_keys(now, settings, database.folder))
        lasting.forget(keys, instant_text(at))
    stale = [one for one in keys if one not in lasting.kept or (every_page and not lasting.kept[one].is_whole)]
    found_anew = checking.each(stale, every_page=every_page)
    is_whole = _remember(found_anew, len(stale), keys, _Ends(now, at), lasting, tell)
    lasting.write(_WRITTEN_EVERY if memory else 1)
    if not is_whole:
        return None
    with collector_resting():
        found = [problem for article_id in sorted(lasting.kept) for problem in lasting.kept[article_id].problems]
        return judged([*checking.of_settings(), *found], settings.checks)


def look_deeper(database: Database, clock: Clock, memory: Memory) -> bool:
    """Look at the pages of the newest article whose pages were not looked at yet; say whether there are others.

    What is found is kept as long as what was found in the article before.
    """
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading

    unseen = memory.unseen()
    if not unseen:
        return False
    newest = max(unseen)  # ids sort by the time when they were made
    checking = Checking(Reading(database), Images(database, clock), Newsroom(database), clock)
    try:
        ((_, problems, _),) = checking.each([newest])
    except (UserError, Fault):
        return False  # the next look tells what is wrong, or that the article is gone
    memory.put(newest, memory.kept[newest]._replace(problems=tuple(problems), is_whole=True))
    memory.write(_WRITTEN_EVERY if len(unseen) > 1 else 1)
    return len(unseen) > 1


def _place(database: Database) -> Path:
    return database.folder / KEPT / FILE


@lru_cache(maxsize=1)
def _lasting(database: Database) -> Memory:
    return Memory(_place(database))


def seen(database: Database, found: list[Problem], wanted: Wanted) -> Overview:
    """Return the overview of `found`, with the headlines of the articles that are listed."""
    from editor.services.reading import Reading

    made = overview(found, wanted)
    heads = Reading(database).heads_of({one.article for one in made.problems if one.article})
    return replace(made, headlines={head.id: head.headline for head in heads})


def _remember(
    found: Iterable[Found], count: int, keys: Mapping[str, str], ends: _Ends, memory: Memory, tell: Tell
) -> bool:
    """Put what is `found` in `count` articles into `memory`; say whether it came to the end."""
    for number, (article_id, problems, is_whole) in enumerate(found):
        memory.put(article_id, Kept(keys[article_id], ends.of(article_id), tuple(problems), is_whole))
        if number % _SAID_EVERY == 0 and not tell(number / count):
            return False
    return True


class _Ends:
    """Knows until when a finding holds: until the next date of the article or of one that it shows."""

    def __init__(self, now: Standings, at: datetime) -> None:
        self._now = now
        self._at = instant_text(at)
        self._sets: defaultdict[str, list[str]] = defaultdict(list)
        for article_id, standing in now.articles.items():
            self._sets[standing.translation_set].append(article_id)

    def of(self, article_id: str) -> str:
        """Return the instant as text; one after all instants where there is no date to come."""
        own = self._now.articles[article_id]
        around = [*self._sets[own.translation_set], *(str(link[0]) for link in self._now.links.get(article_id, ()))]
        dates = sorted(date for one in around if (near := self._now.articles.get(one)) for date in near.instants)
        later = bisect_right(dates, self._at)
        return dates[later] if later < len(dates) else _FOREVER


def _keys(now: Standings, settings: NewsroomSettings, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each article's id with what names everything that its checks look at."""
    files = _stamps(folder / MEDIA_NAME)
    ground = _ground(settings)
    sets: defaultdict[str, list[str]] = defaultdict(list)
    twins: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for article_id, standing in now.articles.items():
        sets[standing.translation_set].append(f"{article_id} {standing.revision}")
        twins[standing.language, standing.headline].append(f"{article_id} {standing.status}")
    digits = {image: prefix for prefix, image in now.files.items()}
    for article_id, standing in now.articles.items():
        links = now.links.get(article_id, ())
        parts = [ground, article_id, standing.revision, *sets[standing.translation_set]]
        parts += twins[standing.language, standing.headline]
        parts += [repr(link) for link in links]
        shown = [*now.pictures.get(article_id, ())]
        for target, standing_of in _targets(now, links):
            parts.append(f"{target} {standing_of.revision}")
            shown += now.pictures.get(target, ())[:1]
        for name in shown:
            image = now.files.get(name, name)
            parts += [image, now.images.get(image, ""), files.get(digits.get(image, ""), "")]
        yield article_id, sha256_hex("\n".join(parts).encode("utf-8", "surrogatepass"))[:32]


def _targets(now: Standings, links: object) -> Iterator[tuple[str, Standing]]:
    for link in links:  # type: ignore[attr-defined]
        target = str(link[0])
        if target in now.articles:
            yield target, now.articles[target]


def _ground(settings: NewsroomSettings) -> str:
    """Return what every finding depends on: this Makala, its rules, and what the newsroom is set to."""
    from editor.checks.registry import CHECKS

    choices = CheckChoices(page_weight=settings.checks.page_weight)
    said = (_RECIPE, __version__, tuple(CHECKS), replace(settings, checks=choices))
    return sha256_hex(repr(said).encode("utf-8", "surrogatepass"))


def _stamps(media: Path) -> dict[str, str]:
    """Return size and date of each original by the first digits of its hash."""
    found: dict[str, str] = {}
    with contextlib.suppress(OSError):
        for folder in os.scandir(media):
            for file in os.scandir(folder.path) if folder.is_dir() else ():
                about = file.stat()
                found[file.name[:12]] = f"{about.st_size} {about.st_mtime_ns}"
    return found


def _read(place: Path) -> dict[str, Kept]:
    with contextlib.suppress(OSError, ValueError, TypeError, AttributeError):
        plain = json.loads(place.read_text(encoding="utf-8"))
        return {
            article_id: Kept(key, until, tuple(map(problem_from_plain, problems)), is_whole)
            for article_id, (key, until, problems, is_whole) in plain.items()
        }
    return {}


def _write(place: Path, kept: Mapping[str, Kept]) -> None:
    # Keeping is a favour to the next time: on a full or read-only disk it is simply found again.
    plain = {
        one: (its.key, its.until, list(map(problem_to_plain, its.problems)), its.is_whole) for one, its in kept.items()
    }
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
        write_whole(place, text.encode("utf-8", "surrogatepass"))
