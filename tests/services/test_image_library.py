"""The newsroom's pictures, found by words, by what they lack and by where they are used."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.edits import AddImage
from editor.domain.image import Image, Placement
from editor.services.image_library import LibraryQuery, PictureOrder, Shelf, counts, find, no_alt_in
from tests.builders import NOON, a_desk, a_link, an_article, an_external, an_image, created, png


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path / "desk")


def _add(desk: Desk, *some: Image) -> None:
    for image in some:
        desk.articles.apply(AddImage(image, say("x"), NOON))


def _found(desk: Desk, words: str = "", shelf: str = Shelf.ALL, order: PictureOrder = PictureOrder.NEWEST) -> list[str]:
    library = desk.images.library
    return [one.image.id for one in find(library.entries(quiet()), LibraryQuery(words, shelf, order), library.alike)]


def test_words_are_found_in_any_script_and_wherever_they_stand(desk: Desk) -> None:
    drum = an_image(alt={"fr": "Un tambour d’été", "ar": "طَبْلٌ في الساحة"}, credit="Agence")
    bridge = an_image(alt={"zh": "黎明的桥"}, ai_system="Firefly 4", source_type="")
    used = an_image(alt={})
    _add(desk, drum, bridge, used)
    desk.articles.apply(
        created(
            an_article(headline="Ferry fares fall", hero=Placement(image_id=used.id, caption="At the old pier")),
            an_article(
                headline="Markets",
                links=(a_link(external=an_external(picture=Placement(image_id=bridge.id, caption="From above"))),),
            ),
        )
    )
    for words, expected in {
        "ETE agence": [drum.id],
        "طبل": [drum.id],
        "黎明": [bridge.id],
        "firefly": [bridge.id],
        "old PIER": [used.id],
        "ferry": [used.id],
        "from above": [bridge.id],
        "ferry agence": [],
    }.items():
        assert _found(desk, words) == expected, words
    desk.close()


def test_each_shelf_holds_what_it_says_and_is_counted(desk: Desk) -> None:
    made = an_image(credit="AP", alt={"sw": "Ngoma", "en": ""})
    changed = an_image(source_type="compositeWithTrainedAlgorithmicMedia")
    unknown = an_image(source_type="")
    camera = desk.images.read(png(), "camera.png")
    gone = an_image(trashed_at=NOON)
    _add(desk, made, changed, unknown, camera, gone)
    desk.articles.apply(created(an_article(hero=Placement(image_id=made.id), body=f"![x]({camera.path})")))
    original = desk.images.original(camera)
    assert original is not None
    original.unlink()
    expected = {
        Shelf.ALL: {made.id, changed.id, unknown.id, camera.id},
        Shelf.AI_GENERATED: {made.id},
        Shelf.AI_MODIFIED: {changed.id},
        Shelf.UNKNOWN: {unknown.id, camera.id},
        Shelf.NO_CREDIT: {changed.id, unknown.id, camera.id},
        Shelf.UNUSED: {changed.id, unknown.id},
        Shelf.MISSING: {camera.id},
        Shelf.TRASH: {gone.id},
        no_alt_in("en"): {camera.id},  # decorative is a text too
        no_alt_in("sw"): {changed.id, unknown.id, camera.id},
    }
    entries = desk.images.library.entries(quiet())
    counted = counts(entries, ("en", "sw"), {})
    for shelf, ids in expected.items():
        assert set(_found(desk, shelf=shelf)) == ids, shelf
        assert counted[shelf] == len(ids), shelf
    assert counted.keys() == {*expected, Shelf.ALIKE}
    desk.close()


def test_orders(desk: Desk) -> None:
    first = an_image(name="b.png", added_at=NOON, width=10, height=10)
    second = an_image(name="a.png", added_at=NOON + timedelta(days=1), width=20, height=20)
    third = an_image(name="c.png", added_at=NOON + timedelta(days=2), width=5, height=5)
    _add(desk, first, second, third)
    desk.articles.apply(created(an_article(hero=Placement(image_id=third.id))))
    orders = {
        PictureOrder.NEWEST: [third, second, first],
        PictureOrder.OLDEST: [first, second, third],
        PictureOrder.NAME: [second, first, third],
        PictureOrder.LARGEST: [second, first, third],
    }
    for order, expected in orders.items():
        assert _found(desk, order=order) == [image.id for image in expected], order
    assert _found(desk, order=PictureOrder.MOST_USED)[0] == third.id
    desk.close()


def test_look_alikes_stand_together(desk: Desk) -> None:
    images = [an_image(added_at=NOON + timedelta(days=number)) for number in range(4)]
    _add(desk, *images)
    entries = desk.images.library.entries(quiet())
    alike = {images[0].id: 1, images[3].id: 1, images[1].id: 0, images[2].id: 0}
    found = find(entries, LibraryQuery(shelf=Shelf.ALIKE), alike)
    assert [one.image.id for one in found] == [images[2].id, images[1].id, images[3].id, images[0].id]
    desk.close()


def test_what_was_renamed_is_found_by_its_new_words(desk: Desk) -> None:
    image = an_image(credit="AP")
    _add(desk, image)
    assert _found(desk, "reuters") == []
    from editor.domain.edits import change_image

    desk.articles.apply(change_image(image, say("x"), credit="Reuters"))
    assert _found(desk, "reuters") == [image.id]
    assert desk.images.library.present() == {}
    desk.close()
