from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from editor.core.errors import FileError
from editor.core.jobs import quiet
from editor.domain.image import Image
from editor.ingest.draft import PictureNote
from editor.services.intake_files import NamedFile
from editor.services.intake_pictures import Pictures, has_scheme, picture_path
from editor.services.taking_in import TakingInOptions
from tests.builders import FixedClock
from tests.services.desks import a_desk, a_picture, take, write

FRONT = "language: en\nslug: {slug}\nheadline: H\nhero: {{file: a.png, {words}}}\n"


def image_of(desk: Any) -> Image:  # noqa: ANN401 - a desk
    (image,) = desk.images.all()
    assert isinstance(image, Image)
    return image


@pytest.mark.parametrize(
    "path",
    [
        "../out.png",
        "../../etc/passwd",
        "/etc/passwd",
        "sub/../../out.png",
        "..\\out.png",
        "C:\\x.png",
        "%2e%2e/out.png",
        "link.png",
        "x\0.png",
    ],
)
def test_a_path_that_leaves_the_folder_leads_nowhere(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    a_picture(tmp_path / "out.png")
    (folder / "link.png").symlink_to(tmp_path / "out.png")
    found = picture_path(path, NamedFile(folder / "a.md", folder, is_named=True))
    assert found is None or not found.exists()


def test_a_path_inside_is_found_as_typed_or_encoded(tmp_path: Path) -> None:
    place = a_picture(tmp_path / "in" / "images" / "two words é.png")
    file = NamedFile(tmp_path / "in" / "a.md", tmp_path / "in", is_named=True)
    for path in ("images/two words é.png", "images/two%20words%20%C3%A9.png", "./images/../images/two words é.png"):
        assert picture_path(path, file) == place.resolve()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("gone.png", None, "not there"),
        ("text.png", b"words", "not a picture"),
        ("cut.png", b"\x89PNG\r\n\x1a\n\0\0", ""),
        ("vector.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>", ""),
        ("empty.png", b"", ""),
    ],
)
def test_what_is_no_picture_refuses_its_article_with_file_and_line(
    tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    hero = write(tmp_path / "in", "a.md", f"language: en\nheadline: A\nhero:\n  alt: x\n  file: {name}\n")
    body = write(tmp_path / "in", "b.md", "language: en\nheadline: B\n", f"One\n\nTwo ![x]({name})\n")
    if content is not None:
        (tmp_path / "in" / name).write_bytes(content)
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, hero, body)
        assert [(one.file, one.line) for one in report.refused] == [(str(hero), 7), (str(body), 8)]
        assert all(name in str(one.message) and words in str(one.message) for one in report.refused)
        assert desk.articles.heads() == []
        assert desk.images.all() == []


def test_a_picture_is_kept_byte_for_byte_and_called_by_its_content(tmp_path: Path) -> None:
    original = a_picture(tmp_path / "in" / "My Drums.png")
    body = '![one](<My Drums.png> "cap")\n\n![two](My%20Drums.png)\n'
    path = write(
        tmp_path / "in",
        "a.md",
        "language: en\nslug: a\nheadline: A\nimages:\n  My%20Drums.png: {credit: C, caption: later}\n",
        body,
    )
    with a_desk(tmp_path / "desk") as desk:
        assert take(desk, path).refused == ()
        image = image_of(desk)
        kept = desk.images.original(image)
        assert kept is not None
        assert kept.read_bytes() == original.read_bytes()
        article = desk.articles.find("a")
        assert article is not None
        assert article.body == f'![one]({image.path} "cap")\n\n![two]({image.path} "later")'
        assert (image.alt, image.credit) == ({"en": "one"}, "C")


def test_words_fill_what_is_missing_and_never_overwrite_unasked(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    a_picture(folder / "a.png")
    write(folder, "a.md", FRONT.format(slug="a", words="alt: First, credit: C"))
    write(folder, "b.md", FRONT.format(slug="b", words="alt: {en: Second, sw: Pili}, credit: D, ai-system: S"))
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, folder)
        image = image_of(desk)
        assert (image.alt, image.credit, image.ai_system) == ({"en": "First", "sw": "Pili"}, "C", "S")
        (warning,) = report.warnings
        assert "alt (en)" in str(warning.message)
        assert "credit" in str(warning.message)
        take(desk, folder / "b.md", update=True)
        image = image_of(desk)
        assert (image.alt, image.credit) == ({"en": "Second", "sw": "Pili"}, "D")


def test_evidence_is_gathered_and_the_first_proposal_stays(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    a_picture(folder / "a.png")
    finding = "findings: [{{detector: d, place: p, key: k, value: {}}}], proposed: {}, focus: [0.5, {}]"
    write(folder, "a.md", FRONT.format(slug="a", words=finding.format("one", "composite", "0.1")))
    write(folder, "b.md", FRONT.format(slug="b", words=finding.format("two", "print", "0.2")))
    with a_desk(tmp_path / "desk") as desk:
        take(desk, folder)
        take(desk, folder / "b.md", update=True)
        image = image_of(desk)
        assert {one.value for one in image.findings} == {"one", "two"}
        assert (image.proposed, image.focus) == ("composite", (0.5, 0.2))


def test_a_picture_at_a_web_address_is_kept_as_a_link_or_as_words(tmp_path: Path) -> None:
    front = "language: en\nslug: a\nheadline: A\nhero: {file: 'https://x.example/a.png', alt: Far}\n"
    path = write(tmp_path, "a.md", front, "![far](https://x.example/b.png)\n")
    with a_desk(tmp_path / "desk") as desk:
        report = take(desk, path)
        assert [("a.png" in str(one.message), "b.png" in str(one.message)) for one in report.warnings] == [
            (False, True),
            (True, False),
        ]
        article = desk.articles.find("a")
        assert article is not None
        assert article.body == "[far](https://x.example/b.png)"
        image = image_of(desk)
        assert (image.has_file, image.alt, image.extra) == (False, {"en": "Far"}, {"file": "https://x.example/a.png"})


def test_a_known_picture_by_words_is_found_by_its_id(tmp_path: Path) -> None:
    for slug in ("a", "b"):
        write(tmp_path / "in", f"{slug}.md", f"language: en\nslug: {slug}\nheadline: H\nhero: {{id: w1, alt: W}}\n")
    with a_desk(tmp_path / "desk") as desk:
        take(desk, tmp_path / "in")
        assert image_of(desk).id == "w1"


def test_without_keeping_nothing_reaches_the_media_folder(tmp_path: Path) -> None:
    a_picture(tmp_path / "a.png")
    with a_desk(tmp_path / "desk") as desk:
        pictures = Pictures(desk.images, FixedClock(), keeps=False, updates=False)
        note = PictureNote(image=Image(id="", alt={"en": "x"}), file="a.png")
        file = NamedFile(tmp_path / "a.md", tmp_path, is_named=True)
        image = pictures.add(note, file)
        assert image.has_file
        assert pictures.found == {image.id: image}
        assert not list((tmp_path / "desk" / "media").rglob("*.png"))
        with pytest.raises(FileError):
            pictures.add(replace(note, file="../x.png"), file)
        desk.taking_in.read([tmp_path], TakingInOptions(), quiet())


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("https://x", True),
        ("javascript:x", True),
        ("//x.example", True),
        ("C:\\x", False),
        ("a.png", False),
        ("a:b.png", False),
    ],
)
def test_an_address_is_told_from_a_path(path: str, answer: bool) -> None:  # noqa: FBT001 - a case of the table
    assert has_scheme(path) is answer
