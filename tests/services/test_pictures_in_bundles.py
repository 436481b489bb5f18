"""Every picture of an exported bundle says where it comes from, in every format and width, and nothing private.

Provenance requirements 7 to 9 and 11, pitfalls 20 and 21, judged by exiftool.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pictures
from PIL import PngImagePlugin

from editor.bootstrap import Desk, create_newsroom, open_desk
from editor.core.errors import Fault
from editor.core.files import sha256_hex
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.edits import AddImage, CreateArticle, Edit, EditSettings, Several, change_image
from editor.domain.image import Image, Placement
from editor.domain.settings import Edition, PicturePrompts
from editor.domain.source_type import uri_of
from editor.images.reading_back import stated_in
from editor.images.writing import Metadata
from editor.services.publishing import ExportRequest
from editor.services.verifying import verify_bundle
from tests.builders import NOON, an_article
from tests.images import marked
from tests.publish.metadata_judge import described, private_tags
from tests.services.desks import a_desk

ALT = {
    "ar": "طبلان على الجسر القديم",
    "de": "Zwei große Trommeln über dem Fluß",
    "ja": "古い橋に置かれた二つの太鼓 🥁",
}
RECORD: dict[str, Any] = {
    "credit": "Böll & Söhne",
    "creator": "Jürgen Müller",
    "rights": "© 2026 <Zeitung>",
    "license_page": "https://x.example/l?a=1&b=2",
    "data_mining": "DMI-PROHIBITED-AIMLTRAINING",
    "ai_system": "Maler 太鼓",
    "ai_system_version": "2.1 🥁",
    "ai_prompt": "SECRET prompt",
    "ai_prompt_writer": "SECRET writer",
    "generated_at": "2026-01-14T12:00:00Z",
}


def a_photograph(kind: str) -> bytes:
    """Return a picture of the kind with everything private that one can hold."""
    exif = Pictures.Exif()
    exif[0x010F], exif[0x0110], exif[0x0131] = "SECRET maker", "SECRET model", "SECRET software"
    exif[0x0112] = 6
    exif.get_ifd(0x8769).update({0xA431: "SECRET serial", 0x9286: b"ASCII\0\0\0SECRET words", 0xA430: "SECRET owner"})
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 12.0, 3.0), 3: "E", 4: (11.0, 2.0, 1.0)})
    options: dict[str, object] = {"exif": exif, "xmp": marked.as_element("SECRET xmp")}
    if kind == "JPEG":
        options["comment"] = "SECRET comment"
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("parameters", "SECRET prompt, Steps: 20")
        text.add_itxt("XML:com.adobe.xmp", marked.as_element("SECRET xmp").decode())
        options = {"exif": exif, "pnginfo": text}
    stream = BytesIO()
    Pictures.effect_noise((520, 380), 40).convert("RGB").save(stream, kind, **options)
    assert b"SECRET" in stream.getvalue()
    return stream.getvalue()


@contextmanager
def a_hostile_desk(folder: Path, pictures: int = 4) -> Iterator[Desk]:
    """Open a newsroom whose pictures, four at most, are AI-made, one a language, each the lead of an article."""
    with a_desk(folder) as desk:
        settings = desk.newsroom.settings
        public = replace(settings.with_edition(Edition(locale="de")), base_url="https://news.example")
        edits: list[Edit] = [EditSettings(settings, public, say("x"))]
        cases = [("JPEG", {"de": ALT["de"]}), ("PNG", {"ar": ALT["ar"]}), ("WEBP", {"ja": ALT["ja"]}), ("AVIF", ALT)]
        for number, (kind, alt) in enumerate(cases[:pictures], 1):
            image = replace(
                desk.images.read(a_photograph(kind), f"{kind}.x"),
                alt=alt,
                source_type="compositeWithTrainedAlgorithmicMedia" if number == 2 else "trainedAlgorithmicMedia",
                **RECORD,
            )
            article = an_article(
                id=str(number) * 32,
                language="de",
                headline=kind,
                slug=kind.lower(),
                status=Status.PUBLISHED,
                published=NOON,
                hero=Placement(image_id=image.id),
            )
            edits += [AddImage(image, say("x"), NOON), CreateArticle(article, say("x"), NOON)]
        desk.articles.apply(Several(tuple(edits), say("x")))
        yield desk


def test_every_copy_says_all_of_the_record_and_nothing_of_the_original(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_hostile_desk(tmp_path / "desk") as desk:
        desk.publishing.export(ExportRequest(out=out), quiet())
        images = {image.sha256[:16]: image for image in desk.images.all()}
    files = sorted((out / "images").iterdir())
    assert {file.suffix for file in files} == {".avif", ".webp", ".jpg"}
    assert all(b"SECRET" not in file.read_bytes() for file in files)
    assert all(private_tags(tags) for tags in described(tmp_path / "desk" / "media").values())
    told = described(out / "images")
    assert told.keys() == set(files)
    for file, tags in told.items():
        assert not private_tags(tags), file.name
        _holds(file, tags, images[file.name[:16]])


def _holds(file: Path, tags: dict[str, object], image: Image) -> None:
    first = image.alt[min(image.alt)]
    expected = {
        "XMP-iptcExt:DigitalSourceType": uri_of(image.source_type),
        "XMP-iptcExt:AISystemUsed": image.ai_system,
        "XMP-iptcExt:AISystemVersionUsed": image.ai_system_version,
        "XMP-dc:Description": first,
        "XMP-iptcCore:AltTextAccessibility": first,
        "XMP-photoshop:Credit": image.credit,
        "XMP-dc:Creator": image.creator,
        "XMP-dc:Rights": image.rights,
        "XMP-xmpRights:WebStatement": image.license_page,
        "IFD0:ImageDescription": first,
        "IFD0:Artist": image.creator,
        "IFD0:Copyright": image.rights,
    }
    expected |= {f"XMP-iptcCore:AltTextAccessibility-{language}": text for language, text in image.alt.items()}
    if file.suffix == ".jpg":
        expected |= {
            "IPTC:CodedCharacterSet": "UTF8",
            "IPTC:Caption-Abstract": first,
            "IPTC:Credit": image.credit,
            "IPTC:By-line": image.creator,
            "IPTC:CopyrightNotice": image.rights,
        }
    assert {name: tags.get(name) for name in expected} == expected, file.name
    assert "TRAINING" in str(tags["XMP-plus:DataMining"]).upper()


def test_a_relabelled_picture_is_new_files_and_every_page_follows(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_hostile_desk(tmp_path / "desk", pictures=1) as desk:
        desk.publishing.export(ExportRequest(out=out), quiet())
        before = {file.name for file in (out / "images").iterdir()}
        image = desk.images.all()[0]
        desk.articles.apply(change_image(image, say("x"), source_type="digitalCapture", ai_system=""))
        report = desk.publishing.export(ExportRequest(out=out), quiet())
        after = {file.name for file in (out / "images").iterdir()}
        assert verify_bundle(out, quiet()).ok
    own = {name for name in before if name.startswith(image.sha256[:16])}
    assert before - after == own
    assert len(after) == len(before)
    pages = "".join(page.read_text() for page in out.rglob("*.html"))
    assert not any(name in pages for name in own)
    assert report.written >= len(own) + 2  # its article's page and the list


def test_a_newsroom_that_publishes_its_prompts_does(tmp_path: Path) -> None:
    with a_hostile_desk(tmp_path / "desk", pictures=1) as desk:
        settings = desk.newsroom.settings
        open_hearted = replace(settings, picture_prompts=PicturePrompts.PUBLISHED)
        desk.articles.apply(EditSettings(settings, open_hearted, say("x")))
        desk.publishing.export(ExportRequest(out=tmp_path / "out"), quiet())
        assert verify_bundle(tmp_path / "out", quiet()).ok
    for file in (tmp_path / "out" / "images").iterdir():
        stated = stated_in(file.read_bytes())
        assert (stated["ai_prompt"], stated["ai_prompt_writer"]) == ("SECRET prompt", "SECRET writer")


def test_a_source_type_that_did_not_survive_stops_the_export_and_names_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    with a_hostile_desk(tmp_path / "desk", pictures=1) as desk:
        with monkeypatch.context() as patched:
            patched.setattr(Metadata, "options", lambda *_: {})
            with pytest.raises(Fault, match=r"images/[0-9a-f-]+.*344\.avif.*source_type"):
                desk.publishing.export(ExportRequest(out=out), quiet())
            with pytest.raises(Fault, match="source_type"):
                desk.publishing.export(ExportRequest(out=tmp_path / "out.zip", zip=True), quiet())
        assert not out.exists()
        assert not (tmp_path / "out.zip").exists()


def test_verify_finds_a_picture_whose_words_were_taken_out(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with a_hostile_desk(tmp_path / "desk", pictures=1) as desk:
        desk.publishing.export(ExportRequest(out=out), quiet())
        file = next((out / "images").glob("*-344.webp"))
        before = file.read_bytes()
        stream = BytesIO()
        Pictures.open(BytesIO(before)).save(stream, "WEBP")
        file.write_bytes(stream.getvalue())
        manifest = out / "manifest.json"
        text = manifest.read_text().replace(sha256_hex(before), sha256_hex(stream.getvalue()))
        manifest.write_text(text.replace(f'"bytes": {len(before)}', f'"bytes": {len(stream.getvalue())}'))
        problems = {problem.path: problem for problem in verify_bundle(out, quiet()).problems}
    assert problems.keys() == {"manifest.json", f"images/{file.name}"}
    problem = problems[f"images/{file.name}"]
    assert problem.kind == "image"
    assert "source_type" in str(problem.message)


@pytest.mark.soak
def test_every_ai_picture_of_the_sample_says_so(tmp_path: Path) -> None:
    create_newsroom(tmp_path / "desk", sample=True)
    desk = open_desk(tmp_path / "desk")
    try:
        desk.publishing.export(ExportRequest(out=tmp_path / "out"), quiet())
        images = {image.sha256[:16]: image for image in desk.images.all() if image.has_file}
    finally:
        desk.close()
    told = described(tmp_path / "out" / "images")
    assert told
    for file, tags in told.items():
        image = images[file.name[:16]]
        assert not private_tags(tags), file.name
        assert tags.get("XMP-iptcExt:DigitalSourceType", "") == uri_of(image.source_type)
        assert tags.get("XMP-photoshop:Credit", "") == image.credit
        assert tags.get("XMP-iptcExt:AISystemUsed", "") == image.ai_system
