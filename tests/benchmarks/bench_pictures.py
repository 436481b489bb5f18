"""Copies of pictures: 18 of a 24-megapixel photograph, exports that have them all, a hundred taken in while typing.

The first is told as a ratio to Pillow alone encoding the same pixels with the same settings, turn by turn in one run.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path

from PIL import Image as Pictures
from PIL import ImageOps

from editor.bootstrap import Desk, create_newsroom, open_desk
from editor.core.files import sha256_hex
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.derivative import MEDIA_TYPES, WIDTHS, derivatives_of
from editor.domain.edits import AddImage, CreateArticle, Edit, EditSettings, Several
from editor.domain.image import Image, Placement
from editor.images.certificates import make_certificate
from editor.images.derivatives import ENCODERS, make
from editor.images.probing import probe
from editor.images.signing import recipe_of, sign
from editor.services.publishing import ExportRequest
from tests.benchmarks.figures import machine, median, milliseconds, p95, table
from tests.builders import NOON, an_article, an_id, some_settings

ROUNDS = 3
SIZE = (6000, 4000)
TELEPHONE = (4000, 3000)
PICTURES_OF_EXPORT = 10
TAKEN_IN = 100
KEYS = 100
PATIENCE_SECONDS = 300


def main() -> int:
    """Measure each, print."""
    if sys.argv[1:2] == ["alone"]:
        return _alone(Path(sys.argv[2]))
    data = a_photograph()
    print(f"{machine()}")
    _copies(data)
    _export(data)
    _typing(a_photograph(TELEPHONE))
    return 0


def _copies(data: bytes) -> None:
    image = taken_in(data)
    names = [copy.name for copy in derivatives_of(image)]
    certificate, recipe = make_certificate("The Desk", datetime.now(UTC)), recipe_of(image)
    seen: dict[str, list[float]] = {"Pillow alone": [], "with metadata": [], "with metadata, signed": []}
    for _ in range(ROUNDS):
        bare = _seconds(partial(_bare, data))
        began = time.monotonic()
        made = make(image, data, names)
        ours = time.monotonic() - began
        for name, copy in made.items():
            sign(copy, MEDIA_TYPES[name.rpartition(".")[2]], recipe, certificate)
        for times, seconds in zip(seen.values(), (bare, ours, time.monotonic() - began), strict=True):
            times.append(seconds)
    targets = ("", "at most 1.15", "at most 1.25")
    rows = [
        [name, milliseconds(median(times)), f"{_ratio(times, seen['Pillow alone']):.2f}", target]
        for (name, times), target in zip(seen.items(), targets, strict=True)
    ]
    table([f"{len(names)} copies of {image.width} x {image.height}", "median", "ratio", "target"], rows)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "photograph.jpg"
        file.write_bytes(data)
        command = [sys.executable, "-m", "tests.benchmarks.bench_pictures", "alone", str(file)]
        peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    print(f"peak memory of a process that makes all copies of it: {peak} MB; target: under 600 MB")


def _export(data: bytes) -> None:
    """Export with nothing kept, again, and into a new place; count what is encoded in each."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "newsroom"
        create_newsroom(folder, name="Pictures")
        desk = open_desk(folder, person="Pictures")
        try:
            _fill(desk, data)
            rows = []
            for name, out in (("cold", "a"), ("warm, nothing changed", "a"), ("warm, another place", "b")):
                before = _kept(folder)
                request = ExportRequest(out=Path(place) / out)
                seconds = _seconds(partial(desk.publishing.export, request, quiet()))
                rows.append([name, milliseconds(seconds), str(len(_kept(folder) - before))])
        finally:
            desk.close()
    table([f"export of {PICTURES_OF_EXPORT} photographs", "time", "files encoded"], rows)
    print("target: a warm export encodes nothing")


def _typing(data: bytes) -> None:
    """Type while a hundred photographs are dropped on the images panel."""
    from PySide6.QtCore import QMimeData, QUrl

    from editor.ui.widgets.picture_taking import PictureTaking
    from tests.benchmarks.bench_typing import typed
    from tests.benchmarks.live_window import body_of, window_with

    with tempfile.TemporaryDirectory() as place:
        files = [Path(place) / f"{number}.jpg" for number in range(TAKEN_IN)]
        for number, file in enumerate(files):
            file.write_bytes(data + number.to_bytes(2))
        with window_with(2_000, 5, panel="images") as window:
            body = body_of(window)
            rest = typed(body, KEYS)
            dropped = QMimeData()
            dropped.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
            taking = window.findChild(PictureTaking)
            arrived: list[str] = []
            assert taking is not None
            taking.arriving.connect(lambda image_id, _: arrived.append(image_id))
            began = time.monotonic()
            taking.drop(dropped)
            busy = []
            while not arrived and time.monotonic() - began < PATIENCE_SECONDS:
                busy += typed(body, 10)
    rows = [
        [name, str(len(each)), *map(milliseconds, (median(each), p95(each), max(each)))]
        for name, each in (("at rest", rest), ("taking in", busy))
    ]
    table([f"key to paint, {TAKEN_IN} photographs", "keys", "median", "p95", "worst"], rows)
    print("target: p95 under 16 ms")


def a_photograph(size: tuple[int, int] = SIZE) -> bytes:
    """Return a JPEG that has the detail of a photograph, and lies on its side; of 24 megapixels by default."""
    noise = Pictures.effect_noise((size[0] // 4, size[1] // 4), 50).resize(size, Pictures.Resampling.BICUBIC)
    shade = Pictures.linear_gradient("L").resize(size)
    picture = Pictures.merge("RGB", [Pictures.blend(shade, noise, weight) for weight in (0.15, 0.2, 0.25)])
    exif = Pictures.Exif()
    exif[0x0112] = 6
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=92, exif=exif)
    return stream.getvalue()


def taken_in(data: bytes) -> Image:
    """Return the record of the picture in `data`, with all that a file of it would say."""
    facts = probe(data)
    return Image(
        id=sha256_hex(data)[:32],
        sha256=sha256_hex(data),
        name="photograph.jpg",
        media_type=facts.media_type,
        width=facts.width,
        height=facts.height,
        size=len(data),
        alt={"de": "Zwei Trommeln im Nebel", "en": "Two drums in the fog"},
        credit="The Desk",
        creator="A. Writer",
        rights="All rights reserved",
        source_type="trainedAlgorithmicMedia",
        ai_system="Painter",
    )


def _bare(data: bytes) -> int:
    """Do with Pillow alone what has to be done: decode, turn, make smaller step by step, encode."""
    opened = Pictures.open(BytesIO(data))
    opened.draft("RGB", (max(WIDTHS) * 6000 // 4000, max(WIDTHS)))
    picture: Pictures.Image = ImageOps.exif_transpose(opened).convert("RGB")
    written = 0
    for width in sorted(WIDTHS, reverse=True):
        picture = picture.resize((width, round(picture.height * width / picture.width)), Pictures.Resampling.LANCZOS)
        for options in ENCODERS.values():
            stream = BytesIO()
            picture.save(stream, **options)
            written += len(stream.getvalue())
    return written


def _alone(file: Path) -> int:
    """Print the peak memory in megabytes of this process once it has made all copies of the photograph in `file`."""
    import resource

    data = file.read_bytes()
    make(taken_in(data), data)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    return 0


def _fill(desk: Desk, data: bytes) -> None:
    settings = desk.newsroom.settings
    public = replace(some_settings("en", name="Pictures"), base_url="https://news.example")
    edits: list[Edit] = [EditSettings(settings, public, say("Settings"))]
    for number in range(PICTURES_OF_EXPORT):
        image = desk.images.read(data + number.to_bytes(2), f"{number}.jpg")
        article = an_article(
            id=an_id(number + 1),
            headline=f"Article {number}",
            status=Status.PUBLISHED,
            published=NOON,
            hero=Placement(image_id=image.id),
        )
        edits += [AddImage(image, say("Add"), NOON), CreateArticle(article, say("New"), NOON)]
    desk.articles.apply(Several(tuple(edits), say("Pictures")))


def _kept(folder: Path) -> set[tuple[str, int]]:
    """Return the copies that are kept, each with its age: one that is made again is another."""
    places = (folder / "cache" / "copies").rglob("*-*.*")
    return {(place.name, place.stat().st_mtime_ns) for place in places}


def _ratio(times: Sequence[float], bare: Sequence[float]) -> float:
    """Return the median of the ratios of each round."""
    return median([one / other for one, other in zip(times, bare, strict=True)])


def _seconds(work: Callable[[], object]) -> float:
    began = time.monotonic()
    work()
    return time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main())
