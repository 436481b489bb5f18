"""Bodies are rendered once, with places for pictures that each page fills in its own way."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest
from markupsafe import Markup

from editor.publish.bodies import Bodies, Typed


def test_pictures_are_filled_in_as_each_page_wants_them() -> None:
    body = Bodies().render('One.\n\n![A gate](images/0123456789ab-gate.png "Before")\n\nTwo.')
    assert body.pictures == (Typed("images/0123456789ab-gate.png", "A gate", "Before"),)
    assert "<figure>A gate</figure>" in body.filled(lambda typed: f"<figure>{typed.alt}</figure>")
    assert "<img>" in body.filled(lambda _: "<img>")


def test_a_place_that_was_typed_is_text() -> None:
    body = Bodies().render("<!--picture 0-->")
    assert body.pictures == ()
    assert "&lt;!--picture 0--&gt;" in body.filled(lambda _: "<img>")


def test_a_picture_of_the_web_is_not_asked_for() -> None:
    html = Bodies().render("![A graph](https://elsewhere.example/p.gif)").html
    assert "<img" not in html
    assert 'href="https://elsewhere.example/p.gif"' in html


def test_a_text_is_rendered_once_and_few_are_held() -> None:
    bodies = Bodies(2)
    first = bodies.render("One.")
    assert bodies.render("One.") is first
    bodies.render("Two.")
    bodies.render("Three.")
    assert bodies.render("One.") is not first
    assert bodies.render("One.") == first


def test_headings_begin_where_they_are_told_to() -> None:
    assert "<h3>" in Bodies().render("# A", heading=3).html
    assert "<h2>" in Bodies().render("# A").html


def test_what_may_be_wider_than_the_screen_is_reached_by_keyboard() -> None:
    html = Bodies().render("| a |\n|---|\n| b |\n\n    code\n\n`<pre>` and <table>").filled(lambda _: "")
    assert html.count('<table tabindex="0">') == html.count('<pre tabindex="0">') == html.count("tabindex") / 2 == 1


def test_blank_text_is_nothing_and_broken_text_is_rendered() -> None:
    assert Bodies().render(" \n").html == ""
    assert "\ufffd" in Bodies().render("a\ud800b").html
    assert Bodies().pictures("No picture.") == ()


def test_what_ai_wrote_is_marked_in_the_words_of_each_page() -> None:
    body = Bodies().render("Ana. By AI.", ai_ranges=((5, 11),))
    html = body.filled(lambda _: "", Markup("<b>AI</b> "), Markup(" <i>end</i>"))
    assert html == '<p>Ana. <span class="ai-passage"><b>AI</b> By AI. <i>end</i></span></p>\n'


@pytest.mark.parametrize("pictures", ["", "{", "5", '[["a.png"]]', "null"])
def test_a_body_that_was_kept_and_is_spoilt_is_rendered_anew(pictures: str) -> None:
    class Spoilt:
        def find(self, _key: str) -> tuple[str, str] | None:
            return "<p>Half", pictures

        def missing(self, _keys: Collection[str]) -> set[str]:
            return set()

        def keep(self, bodies: Mapping[str, tuple[str, str]]) -> None:
            assert [body[0].strip() for body in bodies.values()] == ["<p>Words</p>"]

    bodies = Bodies(kept=Spoilt())
    assert bodies.render("Words").html.strip() == "<p>Words</p>"
    bodies.save()
