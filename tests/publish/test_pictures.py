"""A picture says its sizes, its words in the best language, and its label; without a file it is a frame."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from editor.domain.derivative import derivatives_of
from editor.domain.image import Image
from editor.publish.furniture import furniture
from editor.publish.pages import Picture
from editor.publish.pictures import carded, frame_of_words, offered, picture_of, shared, whole
from tests.builders import an_image

FILED = an_image(sha256="ab" * 32, width=1000, height=500, alt={"en": "A drum", "sw": "Ngoma"}, credit="The Desk")


def shown(image: Image, language: str = "en", **fields: Any) -> Picture:  # noqa: ANN401 - what it is asked for with
    words = furniture("sw", {})
    return picture_of(image, page="sw/a/index.html", language=language, locale="sw", words=words, **fields)


def test_it_offers_its_copies_from_where_the_page_is() -> None:
    picture = shown(FILED)
    name = derivatives_of(FILED)[-1].name
    assert picture.src == f"../../images/{name}"
    assert (picture.width, picture.height) == (960, 480)
    assert picture.srcset.endswith(f"../../images/{name} 960w")
    assert [source.type for source in picture.sources] == ["image/avif", "image/webp"]


def test_its_words_are_in_the_language_around_it_else_in_the_pages() -> None:
    assert str(shown(FILED).alt) == "A drum"
    assert str(shown(FILED, "fr").alt) == "Ngoma"
    assert str(shown(an_image(alt={"ja": "太鼓"}), "en").alt) == "太鼓"
    assert str(shown(FILED, alt="Typed").alt) == "Typed"


def test_a_decorative_picture_has_no_words() -> None:
    assert shown(an_image(alt={"en": ""})).alt is None


def test_an_ai_image_wears_its_label_in_the_pages_language() -> None:
    label = shown(FILED).label
    assert label
    assert (str(label), label.lang) == ("Picha iliyoundwa na AI", "sw")
    assert shown(an_image(source_type="digitalCapture")).label is None
    assert shown(an_image(source_type="composite")).label is None


def test_a_sign_stands_on_it_where_asked_for_and_where_there_is_room() -> None:
    made, changed = shown(FILED, has_badge=True), replace(FILED, source_type="compositeSynthetic")
    assert (str(made.badge), made.origin) == ("AI", "ai-generated")
    assert shown(changed, has_badge=True).origin == "ai-modified"
    assert shown(FILED).badge is None
    for source_type in ("composite", "digitalCapture", "", "urn:foreign"):
        assert shown(replace(FILED, source_type=source_type), has_badge=True).badge is None
    small = shown(replace(FILED, width=119, height=60), has_badge=True)
    assert (small.badge, str(small.label)) == (None, "Picha iliyoundwa na AI")
    assert shown(an_image(), has_badge=True).badge is None


def test_without_a_file_it_is_a_frame_of_words() -> None:
    picture = shown(an_image())
    assert (picture.src, picture.sources) == ("", ())
    assert picture.alt
    assert picture.label
    assert str(frame_of_words("A gate", "en").alt) == "A gate"
    assert frame_of_words(" ", "en").alt is None


def test_on_a_card_it_is_cut_to_the_cards_shape() -> None:
    picture = shown(FILED, on_card=True)
    assert (picture.width, picture.height) == (888, 500)
    assert all("-16x9-" in source.srcset for source in picture.sources)


def test_those_who_share_a_page_are_offered_the_shapes_they_show() -> None:
    copy = shared(FILED)
    assert copy
    assert (copy.width, copy.height, copy.format) == (952, 500, "jpg")
    assert [(one.width, one.height) for one in offered(FILED)] == [(960, 480), (888, 500), (666, 500), (500, 500)]
    assert all(one.format == "jpg" for one in offered(FILED))
    assert shared(None) is shared(an_image()) is None
    assert offered(an_image()) == carded(an_image()) == whole(an_image()) == ()
    assert [one.name for one in carded(FILED)] == [offered(FILED)[1].name]
