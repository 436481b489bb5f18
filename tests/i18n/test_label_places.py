"""Every label says where it stands."""

from __future__ import annotations

from editor.i18n.label_places import Look, place_of
from editor.i18n.page_words import page_english
from editor.i18n.wording import places_of


def test_each_place_of_a_label_has_a_sample() -> None:
    for key, english in page_english().items():
        known = {f"{{{name}}}" for name in place_of(key).values}
        assert known <= places_of(english), key


def test_labels_look_as_on_the_page() -> None:
    assert place_of("image_by_ai").look is Look.PICTURE
    assert place_of("decline").look is Look.NOTICE
    assert str(place_of("of_a_later_makala").where) == "Somewhere on the page."
