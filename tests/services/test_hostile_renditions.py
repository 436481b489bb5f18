"""Hostile text on the way to the clipboard and to paper: whatever stands in a field, it comes out harmless."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from editor.bootstrap import Desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Correction
from editor.domain.authorship import Authorship
from editor.domain.edits import AddImage, CreateArticle, EditSettings, Several
from editor.domain.image import Placement
from editor.domain.link import External
from editor.domain.settings import Edition, Publisher
from editor.publish.legible import legible
from editor.publish.pdf_metadata import xmp
from editor.services.renditions import Renditions
from tests.builders import NOON, a_link, an_article
from tests.publish.hostile import HOSTILE, MARKDOWN
from tests.publish.newsrooms import a_picture
from tests.publish.reading_pages import parse
from tests.publish.test_hostile_everywhere import assert_harmless
from tests.services.desks import a_desk

_ADDRESS = re.compile(r"(?:https?:|mailto:|data:image/jpeg;base64,|#|[^:]*$)")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Open a newsroom with one article whose every field is as hostile as the write door lets in."""
    with a_desk(tmp_path_factory.mktemp("hostile") / "desk") as made:
        settings = made.newsroom.settings
        picture = made.images.read(a_picture(600, 400), "x.png")
        picture = replace(picture, alt={"en": HOSTILE}, credit=HOSTILE, creator=HOSTILE, rights=HOSTILE)
        picture = replace(picture, source_type="trainedAlgorithmicMedia", ai_system=HOSTILE, ai_prompt=HOSTILE)
        outside = External(headline=HOSTILE, summary=HOSTILE, url="https://a.example/\"onmouseover='x", language="en")
        article = an_article(
            slug="first",
            headline=HOSTILE,
            standfirst=HOSTILE,
            byline=(HOSTILE, "{names}"),
            section=HOSTILE,
            tags=(HOSTILE,),
            authorship=Authorship.AI_GENERATED,
            hero=Placement(image_id=picture.id, caption=HOSTILE),
            body=f"{MARKDOWN}\n\n![{HOSTILE}]({picture.path})",
            ai_ranges=((3, 40), (60, len(MARKDOWN))),
            reactions=MARKDOWN,
            corrections=(Correction(at=NOON, note=MARKDOWN),),
            links=(a_link(external=outside, on_timeline=True),),
        )
        changed = replace(settings, name=HOSTILE, publisher=Publisher(name=HOSTILE), editions=(Edition(locale="en"),))
        edits = (EditSettings(settings, changed, say("x")), AddImage(picture, say("x"), NOON))
        made.articles.apply(Several((*edits, CreateArticle(article, say("x"), NOON)), say("x")))
        yield made


def _renditions(desk: Desk) -> Renditions:
    return Renditions(desk.articles, desk.images, desk.newsroom, desk.clock)


def test_what_is_copied_brings_nothing_of_its_own_making(desk: Desk) -> None:
    article = next(one for one in desk.articles.all() if one.slug == "first")
    copy = _renditions(desk).clean(article, quiet())
    for text in (copy.html, copy.text):
        assert text == legible(text), "no letter that a program could stumble over"
    for element in parse(copy.html).iter():
        if isinstance(element.tag, str):
            assert element.tag not in {"script", "style", "svg", "iframe", "object", "form"}, element.tag
            for name, value in element.attrib.items():
                assert not name.startswith("on"), name
                assert name not in {"href", "src"} or _ADDRESS.match(value), (name, value[:60])


def test_what_goes_on_paper_brings_nothing_of_its_own_making(desk: Desk) -> None:
    article = next(one for one in desk.articles.all() if one.slug == "first")
    paper = _renditions(desk).paper(article, quiet())
    page = paper.files[paper.path][0].decode("utf-8")
    assert page == legible(page)
    assert_harmless(page.partition("<main")[2].partition(">")[2].partition("</main>")[0], paper.path)
    style = next(data.decode("utf-8") for path, (data, kind) in paper.files.items() if path.endswith("paper.css"))
    assert "</style" not in style
    assert paper.title == legible(paper.title)
    assert paper.metadata is not None
    fromstring(re.sub(r"<\?.*?\?>", "", xmp(paper.metadata)))


def _long_line(desk: Desk, size: int) -> None:
    """Copy and print an article of one line."""
    article = an_article(slug=f"long-{size}", headline="Long", body="word <b>*a* " * (size // 12))
    desk.articles.apply(CreateArticle(article, say("x"), NOON))
    renditions = _renditions(desk)
    copy, paper = renditions.clean(article, quiet()), renditions.paper(article, quiet())
    printed = paper.files[paper.path][0].decode()
    assert copy.text.count("word ") == copy.html.count("word ") == printed.count("word ") == size // 12


def test_a_very_long_line_is_copied_and_printed_to_its_end(desk: Desk) -> None:
    _long_line(desk, 120_000)


@pytest.mark.soak
def test_ten_megabytes_on_one_line_are_copied_and_printed_to_their_end(desk: Desk) -> None:
    _long_line(desk, 10_000_000)
