"""Pictures are kept byte for byte, known again by their content, and shown small."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pictures

from editor.core.errors import Fault, UserError
from editor.core.files import sha256_hex
from editor.core.messages import say
from editor.domain.edits import AddImage
from editor.domain.image import Placement
from editor.services.articles import Articles
from editor.services.images import Images
from editor.storage.database import Database
from tests.builders import NOON, FixedClock, a_database, a_link, an_article, an_external, an_image, created, png

L = say("A change")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = a_database(tmp_path / "desk")
    yield made
    made.close()


@pytest.fixture
def images(database: Database) -> Images:
    return Images(database, FixedClock())


@pytest.fixture
def articles(database: Database) -> Articles:
    return Articles(database, FixedClock(), "Amina")


def test_a_picture_is_kept_byte_for_byte_and_known_again(images: Images, articles: Articles) -> None:
    image = images.read(png(64, 48), "C:\\Pictures\\Drums in Nara.JPEG")
    assert image.id == sha256_hex(png(64, 48))[:32]
    assert (image.name, image.media_type, image.width, image.height) == ("Drums-in-Nara.png", "image/png", 64, 48)
    assert image.size == len(png(64, 48))
    original = images.original(image)
    assert original is not None
    assert original.read_bytes() == png(64, 48)
    articles.apply(AddImage(image, L, NOON))
    assert images.read(png(64, 48), "other name.png") == images.get(image.id)
    original.unlink()
    assert images.read(png(64, 48), "again.png") == images.get(image.id)
    assert images.original(image) == original


def test_looking_keeps_nothing(images: Images, database: Database) -> None:
    assert images.look(png(), "x.png").media_type == "image/png"
    assert list((database.folder / "media").iterdir()) == []


@pytest.mark.parametrize("data", [b"", b"no picture", png()[:30], b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_picture_is_refused_and_leaves_nothing(images: Images, database: Database, data: bytes) -> None:
    with pytest.raises(UserError):
        images.read(data, "x.png")
    assert list((database.folder / "media").iterdir()) == []


def test_a_reading_desk_keeps_no_picture(database: Database) -> None:
    images = Images(Database(database.folder, read_only=say("Juma has it.")), FixedClock())
    with pytest.raises(Fault, match=r"was not kept.*Juma"):
        images.read(png(), "x.png")


def test_found_by_id_or_hash(images: Images, articles: Articles) -> None:
    image = images.read(png(), "x.png")
    assert images.find(image.sha256[:12]) is None
    articles.apply(AddImage(image, L, NOON))
    assert images.find(image.sha256[:12]) == images.get(image.id) == images.all()[0]
    with pytest.raises(UserError, match="There is no picture"):
        images.get("nobody")


def test_a_thumbnail_is_small_kept_and_made_again(images: Images, database: Database) -> None:
    image = images.read(png(400, 200), "x.png")
    made = images.thumbnail(image, 100)
    assert made is not None
    with Pictures.open(BytesIO(made)) as picture:
        assert picture.size == (100, 50)
    kept = list((database.folder / "cache").rglob("*-100"))
    assert [path.read_bytes() for path in kept] == [made]
    kept[0].write_bytes(b"kept")
    assert images.thumbnail(image, 100) == b"kept"
    assert images.thumbnail(an_image(), 100) is None
    original = images.original(image)
    assert original is not None
    original.write_bytes(b"spoilt")
    assert images.thumbnail(image, 90) is None
    original.unlink()
    assert images.thumbnail(image, 80) is None


def test_all_pictures_of_an_article_and_where_they_are_used(images: Images, articles: Articles) -> None:
    body = images.read(png(grey=1), "body.png")
    hero, outside, targets = an_image(), an_image(), an_image()
    for image in (body, hero, outside, targets):
        articles.apply(AddImage(image, L, NOON))
    target = an_article(slug="target", hero=Placement(image_id=targets.id))
    article = an_article(
        slug="article",
        hero=Placement(image_id=hero.id),
        body=f"Text ![alt]({body.path}) ![not there](images/{'0' * 12}-x.png)",
        links=(a_link(target), a_link(external=an_external(picture=Placement(image_id=outside.id)))),
    )
    articles.apply(created(target, article))
    assert set(images.images_of(article)) == {body.id, hero.id, outside.id, targets.id}
    for image in (body, hero, outside):
        assert [head.slug for head in images.used_in(image.id)] == ["article"]
    assert [head.slug for head in images.used_in(targets.id)] == ["target"]
