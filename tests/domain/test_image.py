"""Images, their words, and how Markdown calls them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.domain.image import body_image_hashes, image_file_name
from editor.domain.source_type import OriginClass
from tests.builders import NOON, an_image

HASH = "0123456789ab" + "c" * 52
OTHER = "ba9876543210"


def test_an_image_with_a_file_has_a_path() -> None:
    image = an_image(sha256=HASH, name="drums.png")
    assert image.has_file
    assert image.path == "images/0123456789ab-drums.png"


def test_a_picture_known_by_its_words_has_none() -> None:
    assert not an_image().has_file
    assert an_image().path == ""


def test_the_origin_follows_the_source_type() -> None:
    assert an_image().origin is OriginClass.AI_GENERATED
    assert an_image(source_type="").origin is OriginClass.UNKNOWN


def test_what_a_file_says_of_ai_waits_for_a_person() -> None:
    image = an_image(source_type="", proposed="compositeSynthetic")
    assert image.is_undecided_ai
    assert not replace(image, source_type="digitalCapture").is_undecided_ai
    assert not replace(image, decided_at=NOON).is_undecided_ai
    assert not replace(image, proposed="digitalCapture").is_undecided_ai


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (("sw", "en"), ("sw", "Ngoma")),
        (("fr", "en"), ("en", "Drums")),
        (("fr",), ("ar", "طبول")),
        ((), ("ar", "طبول")),
    ],
)
def test_alt_text_in_the_language_that_fits(languages: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert an_image(alt={"en": "Drums", "sw": "Ngoma", "ar": "طبول"}).alt_for(*languages) == expected


def test_a_decorative_picture_is_not_one_without_words() -> None:
    assert an_image(alt={"en": ""}).alt_for("en") == ("en", "")
    assert an_image(alt={}).alt_for("en") is None


@pytest.mark.parametrize(
    "markdown",
    [
        f"![alt](images/{HASH[:12]}-drums.png)",
        f'![alt](images/{HASH[:12]}-drums.png "caption (with) brackets")',
        f"![alt](<images/{HASH[:12]}-drums and more.png>)",
        f"![a [b] c](images/{HASH[:12]}-drums.png)",
        f"![a \\] c](images/{HASH[:12]}-drums.png)",
        f"[![alt](images/{HASH[:12]}-drums.png)](https://example.org)",
        f"![alt][pic]\n\n[pic]: images/{HASH[:12]}-drums.png",
        f"![alt]( images/{HASH[:12]}-x.png)",
        f"![](images/{HASH[:12]}-日本.png)",
    ],
)
def test_a_picture_in_a_body_is_found(markdown: str) -> None:
    assert body_image_hashes(f"Before.\n\n{markdown}\n\nAfter.") == (HASH[:12],)


@pytest.mark.parametrize(
    "markdown",
    [
        "images/0123456789ab-x.png",
        "![a](images/0123456789a-x.png)",
        "![a](https://example.org/images/0123456789ab-x.png)",
    ],
)
def test_what_is_no_picture_of_ours_is_left(markdown: str) -> None:
    assert body_image_hashes(markdown) == ()


def test_pictures_come_in_order_each_once() -> None:
    markdown = f"![b](images/{OTHER}-b.png) ![a](images/{HASH[:12]}-a.png) ![b](images/{OTHER}-b.png)"
    assert body_image_hashes(markdown) == (OTHER, HASH[:12])


@pytest.mark.parametrize(
    ("original", "name"),
    [
        ("drums.PNG", "drums.png"),
        ("C:\\pictures\\two  words.jpeg", "two-words.png"),
        ("../../etc/passwd", "passwd.png"),
        (".png", "picture.png"),
        ("", "picture.png"),
        ("photo.tar.gz", "photo.tar.png"),
        ("con.png", "_con.png"),
    ],
)
def test_file_names_are_made_safe(original: str, name: str) -> None:
    assert image_file_name(original, ".png") == name


@given(st.text())
def test_a_file_name_can_stand_in_markdown(original: str) -> None:
    path = an_image(sha256=HASH, name=image_file_name(original, ".png")).path
    assert path.endswith(".png")
    assert body_image_hashes(f"![alt]({path})") == (HASH[:12],)
    assert not set(path) & set(" <>()\"'\\")
