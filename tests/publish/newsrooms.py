"""Newsrooms in memory for the tests of this room: every part of a page, in several languages and scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image as Pictures
from PIL import ImageDraw

from editor.core.files import sha256_hex
from editor.core.jobs import JobContext, quiet
from editor.domain.article import Article, Correction, Status
from editor.domain.authorship import Authorship
from editor.domain.derivative import Derivative, MadeCopy, Use, copies_for
from editor.domain.image import Image, Placement
from editor.domain.link import External
from editor.domain.settings import Consent, Edition, NewsroomSettings, Publisher
from editor.domain.statement import statement_of
from editor.images.derivatives import make
from editor.images.iptc import promise_of
from editor.images.reading_back import broken_promise
from editor.images.writing import metadata_of
from editor.publish.account import Written
from editor.publish.bodies import Bodies
from editor.publish.bundle import BundleFile, Means
from editor.publish.registry import FORMATS
from editor.publish.reuse import Memory
from editor.publish.site import Site
from editor.publish.snapshot import Snapshot
from editor.publish.target import look_at
from editor.publish.theme import load_theme
from editor.publish.writer import write_folder
from editor.publish.zip_writer import write_zip
from tests.builders import NOON, a_link, an_article, an_external, an_image

SUMMARY = (
    "The two sides opened a ferry line across the strait after nine years without one. The first boat carried students "
    "and a brass band; officials on both shores said that more lines could follow before the summer."
)
BODY = """The formal part was over when the host asked her guest into another room. Two drum kits stood there, and blue
jackets with **both names** on them. He had told her in October that he had *always* wanted to play.

They tried two songs that audiences on both shores know by heart. Her office put [a video](https://example.org/v?a=1&b=2)
of it on the net the same evening.

![The gate of the old temple in the morning](images/{digits}-gate.png "The gate before the visit")

## What was agreed

- supply chains and economic security,
- questions left over from their shared history,
- visits that go back and forth.

> Keeping different time and still playing together is not a bad picture of two neighbours.

| Line | Opens | Days a week |
|------|:-----:|------------:|
| North | March | 3 |
| South | May | 5 |

### In short

1. They met.
2. They played, and `5 < 7` stayed true.
"""


@cache
def a_picture(width: int = 1600, height: int = 900, seed: int = 0) -> bytes:
    """Return a PNG that a person can look at: hills under a sun."""
    picture = Pictures.new("RGB", (width, height), ("#e8dcc4", "#cfdde0", "#d9cfe0")[seed % 3])
    draw = ImageDraw.Draw(picture)
    size = height // 3
    draw.ellipse((width * 5 // 8, height // 8, width * 5 // 8 + size, height // 8 + size), fill="#b3472f")
    for step, shade in enumerate(("#7c8f8a", "#4f6d68", "#23443f")):
        top = height * (5 + step) // 9
        draw.polygon(
            [
                (0, height),
                (0, top),
                (width // 3, top - height // 9),
                (width * 2 // 3, top),
                (width, top - height // 6),
                (width, height),
            ],
            fill=shade,
        )
    stream = BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


class Originals:
    """Pictures of a newsroom of tests, kept in memory."""

    def __init__(self) -> None:
        self._data: dict[str, bytes] = {}

    def add(self, data: bytes, **fields: Any) -> Image:  # noqa: ANN401 - any field of an image
        """Return the image of `data`."""
        digest = sha256_hex(data)
        self._data[digest] = data
        with Pictures.open(BytesIO(data)) as picture:
            width, height = picture.size
        return an_image(sha256=digest, width=width, height=height, size=len(data), **fields)

    def copies(self, wanted: Sequence[tuple[Image, Sequence[Derivative]]], context: JobContext) -> Iterator[MadeCopy]:
        """Yield the copies that are wanted."""
        for image, copies in wanted:
            context.check()
            promised = promise_of(metadata_of(statement_of(image)).said)
            for copy in copies:
                yield MadeCopy(
                    name=copy.name,
                    key=copy.name,
                    promised=promised,
                    read=partial(_copy, copy.name, _Shown(image), self._data[image.sha256]),
                )


class _Shown:
    """An image as a key: equal where its copies are equal."""

    def __init__(self, image: Image) -> None:
        self.image = image

    def __eq__(self, other: object) -> bool:
        """Say whether the other image has the same copies."""
        return isinstance(other, _Shown) and hash(other) == hash(self)

    def __hash__(self) -> int:
        """Return a number of the names of its copies."""
        return hash(copies_for(self.image, Use))


@cache
def _copy(name: str, shown: _Shown, data: bytes) -> bytes:
    """Make a copy of a picture once for all tests of the process."""
    return make(shown.image, data, [name])[name]


class Desk:
    """A newsroom in memory and the ways to export it."""

    def __init__(self, settings: NewsroomSettings, articles: Iterable[Article], images: Iterable[Image] = ()) -> None:
        self.settings = settings
        self.articles = {article.id: article for article in articles}
        self.images = {image.id: image for image in images}
        self.originals = Originals()
        self.memory: Path | None = None
        self.theme = load_theme("")
        self.at = NOON + timedelta(days=30)

    @property
    def snapshot(self) -> Snapshot:
        """Return the newsroom at this moment."""
        return Snapshot(
            settings=self.settings, articles=self.articles, images=self.images, original=lambda _: None, at=self.at
        )

    def site(self, *locales: str, named: Iterable[str] = ()) -> Site:
        """Return the site of these editions, or of all."""
        editions = [edition for edition in self.settings.editions if not locales or edition.locale in locales]
        return Site(self.snapshot, editions, named)

    def files(self, kind: str = "html", *locales: str, context: JobContext | None = None) -> dict[str, BundleFile]:
        """Return every file of an export by its path."""
        means = Means(site=self.site(*locales), bodies=Bodies(), copies=self.originals.copies, theme=self.theme)
        return {file.path: file for file in FORMATS[kind].files(means, context or quiet())}

    def pages(self, *locales: str) -> dict[str, str]:
        """Return the HTML of every page by its path."""
        return {
            path: file.make().decode() for path, file in self.files("html", *locales).items() if path.endswith(".html")
        }

    def export(
        self,
        out: Path,
        kind: str = "html",
        *,
        as_zip: bool = False,
        context: JobContext | None = None,
        full: bool = False,
    ) -> Written:
        """Write a bundle to `out`."""
        context = context or quiet()
        site = self.site()
        means = Means(site=site, bodies=Bodies(), copies=self.originals.copies, theme=self.theme)
        files = FORMATS[kind].files(means, context)
        editions = tuple(edition.locale for edition in site.editions)
        target = look_at(out, as_zip=as_zip)
        write = write_zip if as_zip else write_folder
        return write(
            files,
            target,
            context,
            kind=kind,
            editions=editions,
            memory=Memory(self.memory),
            look_at_picture=broken_promise,
            full=full,
        )


def a_full_desk() -> Desk:
    """Return a newsroom whose first article has everything a page can have, in editions en, sw, ar and ja."""
    desk = Desk(a_public_setting(), [])
    hero = desk.originals.add(
        a_picture(),
        id="a" * 32,
        alt={"en": "Two drum kits before a large red sun", "ar": "طقمان من الطبول أمام شمس حمراء"},
        credit="The Desk",
    )
    gate = desk.originals.add(
        a_picture(900, 600, 1), id="b" * 32, alt={"en": "A gate"}, source_type="compositeWithTrainedAlgorithmicMedia"
    )
    words = an_image(id="c" * 32, alt={"en": "A drum set with a ribbon, handed over before a temple gate."})
    desk.images = {image.id: image for image in (hero, gate, words)}
    targets = [
        an_article(
            id=f"{number:032x}",
            headline=headline,
            standfirst=SUMMARY,
            status=Status.PUBLISHED,
            section="World",
            published=NOON - timedelta(days=number, hours=number),
            authorship=Authorship.AI_GENERATED if number % 2 else Authorship.HUMAN,
            hero=Placement(image_id=(hero, gate, words)[number % 3].id) if number < 3 else None,
            body="One paragraph.\n\nAnother one.",
        )
        for number, headline in enumerate(_HEADLINES, 1)
    ]
    outside = [
        an_external(headline="", summary=SUMMARY, authorship=kind, published=None)
        for kind in (Authorship.AI_GENERATED, Authorship.NOT_STATED)
    ]
    full = External(
        headline="A drum set for the host",
        summary=SUMMARY,
        url="https://example.org/a?b=1&c=2",
        language="en",
        authorship=Authorship.AI_GENERATED,
        picture=Placement(image_id=words.id),
        published=NOON - timedelta(days=40),
    )
    main = an_article(
        id="f" * 32,
        headline="Two leaders, two drum kits: a summit ends on the beat",
        slug="two-drum-kits",
        standfirst="After their talks in the old capital, the host led her guest to a pair of drum kits.",
        byline=("Amina Odhiambo", "Jun Tanaka"),
        reviewed_by="Fatma Said",
        authorship=Authorship.AI_GENERATED,
        status=Status.PUBLISHED,
        section="World",
        tags=("Diplomacy", "Music"),
        published=NOON,
        updated=NOON + timedelta(hours=5),
        display_zone="Asia/Tokyo",
        hero=Placement(image_id=hero.id, caption="The room as it was before the guests came."),
        body=BODY.format(digits=gate.sha256[:12]),
        reactions="Short clips went round quickly. Most *enjoyed the sight*.\n\nA few asked what it was to hide.",
        corrections=(Correction(at=NOON + timedelta(hours=5), note="An earlier version named the **wrong month**."),),
        links=(
            a_link(external=full, on_timeline=True),
            *(a_link(external=one) for one in outside),
            *(a_link(target, on_card=number < 4, on_timeline=True) for number, target in enumerate(targets)),
        ),
    )
    translations = [
        replace(
            main,
            id=f"{number:x}" * 32,
            language=language,
            slug=f"two-drum-kits-{language}",
            headline=headline,
            standfirst=standfirst,
            body=body,
            reactions="",
            is_source=False,
            hero=Placement(image_id=hero.id),
            published=NOON + timedelta(hours=number),
            tags=(),
            section="",
            corrections=(),
        )
        for number, (language, headline, standfirst, body) in enumerate(_TRANSLATIONS, 10)
    ]
    gone = an_article(
        id="9" * 32,
        headline="Taken back",
        slug="taken-back",
        status=Status.WITHDRAWN,
        published=NOON,
        body="SECRET WORDS",
    )
    desk.articles = {article.id: article for article in (main, *translations, *targets, gone)}
    return desk


def a_public_setting(**fields: Any) -> NewsroomSettings:  # noqa: ANN401 - any field of the settings
    """Return settings with a base address, a publisher, analytics, and editions en, sw, ar, ja; sw asks for consent."""
    fields.setdefault("name", "Nara Desk")
    fields.setdefault("base_url", "https://news.example/")
    fields.setdefault(
        "publisher",
        Publisher(name="Nara Desk Ltd", url="https://news.example/about", policies="https://news.example/p"),
    )
    fields.setdefault("privacy_policy_url", "https://news.example/privacy")
    fields.setdefault("analytics_url", "https://count.example/a.js")
    fields.setdefault("display_zone", "Africa/Nairobi")
    fields.setdefault(
        "editions",
        tuple(
            Edition(locale=locale, consent=Consent.NOTICE if locale in {"sw", "ar"} else Consent.NONE)
            for locale in ("en", "sw", "ar", "ja")
        ),
    )
    return NewsroomSettings(**fields)


def headlined(count: int, make_article: Callable[[int], Article] | None = None) -> list[Article]:
    """Return `count` published articles, newest last."""
    return [
        make_article(number)
        if make_article
        else an_article(
            id=f"{number:032x}",
            headline=f"Report number {number}",
            status=Status.PUBLISHED,
            published=NOON + timedelta(minutes=number),
            body="Words.",
        )
        for number in range(count)
    ]


_HEADLINES = (
    "Guest arrives in the old capital ahead of talks",
    "Meetings scheduled in response to export curbs",
    "Summit in the old capital confirmed, with security and economy on the table",
    "Shuttle diplomacy to advance with January visit",
    "Leaders agree to work toward a meeting in spring",
    "Neighbour to host the guest amid tensions",
    "Two capitals arrange a summit for mid-January",
    "Hope voiced to raise ties to a partnership",
    "First summit discusses peace on the peninsula",
)
_TRANSLATIONS = (
    (
        "sw",
        "Viongozi wawili, ngoma mbili: mkutano wamalizika kwa mdundo",
        "Baada ya mazungumzo yao, mwenyeji alimwongoza mgeni wake kwenye ngoma mbili.",
        "Sehemu rasmi ilikuwa imekwisha.\n\nWalijaribu nyimbo mbili.\n\n## Walichokubaliana\n\nZiara zitaendelea.",
    ),
    (
        "ar",
        "زعيمان وطقما طبول: قمة تنتهي على الإيقاع",
        "بعد المحادثات في العاصمة القديمة، قادت المضيفة ضيفها إلى طقمين من الطبول.",
        "انتهى الجزء الرسمي.\n\nجرّبا أغنيتين، منهما Dynamite لفرقة BTS!\n\n> صورة حسنة عن جارين.",
    ),
    (
        "ja",
        "二人の首脳、二組のドラム 会談はリズムで幕",
        "古都での会談の後、首相は賓客を二組のドラムへと案内した。",
        "公式日程が終わると、首相は賓客を別室へ招いた。そこには二組のドラムと、二人の名前が入った青い上着が用意されていた。\n\n二人は誰もが知る曲を二つ試した。",
    ),
)
