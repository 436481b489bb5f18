"""An export that went well still says what it left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.domain.article import Article, Status
from editor.domain.image import Placement
from editor.domain.link import External
from editor.domain.settings import NO_ADDRESS, Consent, Edition, Publisher
from editor.publish.bodies import Bodies
from editor.publish.warnings import about_articles, about_newsroom
from tests.builders import NOON, a_link, an_article, an_image
from tests.publish.hostile import a_hostile_desk
from tests.publish.newsrooms import Desk, a_full_desk, a_public_setting


def said(desk: Desk) -> list[str]:
    site = desk.site()
    about = about_articles(site, Bodies(), lambda image: image.name == "waves.gif")
    return [str(warning) for some in (about_newsroom(site), *about.values()) for warning in some]


def one(**fields: object) -> Article:
    return an_article(id="1" * 32, headline="One", status=Status.PUBLISHED, published=NOON, **fields)


def test_a_full_newsroom_has_one_picture_known_by_its_words() -> None:
    (words,) = said(a_full_desk())
    assert "frame" in words


def test_a_missing_address_of_the_site_is_said_in_a_reporters_words() -> None:
    assert said(Desk(a_public_setting(base_url=""), [one()])) == [str(NO_ADDRESS)]


def test_an_address_that_pages_cannot_name_is_said() -> None:
    (words,) = said(Desk(a_public_setting(base_url="ftp://news.example"), [one()]))
    assert "ftp://news.example" in words


def test_addresses_that_are_not_linked_are_named() -> None:
    link = a_link(external=External(headline="x", url="javascript:alert(1)"))
    words = said(
        Desk(
            a_public_setting(), [one(body="[a](data:text/html,x) <vbscript:y> [b](https://ok.example)", links=(link,))]
        )
    )
    assert len(words) == 3
    assert any("javascript:alert(1)" in word for word in words)
    assert any("vbscript:y" in word for word in words)


@pytest.mark.parametrize(
    "body",
    [
        "[a](javascript:f(1)-g(2))",
        "<javascript:f(1)-g(2)>",
        "[a][r]\n\n[r]: javascript:f(1)-g(2)",
        "([a](javascript:f(1)-g(2)))",
    ],
)
def test_an_address_is_named_with_the_brackets_in_it(body: str) -> None:
    (words,) = said(Desk(a_public_setting(), [one(body=body)]))
    assert words.endswith("javascript:f(1)-g(2)")


def test_pictures_without_files_are_named() -> None:
    image = an_image(id="a" * 32)
    article = one(hero=Placement(image_id=image.id), body="![x](images/0123456789ab-x.png)")
    words = said(Desk(a_public_setting(), [article], [image]))
    assert len(words) == 2
    assert "images/0123456789ab-x.png" in words[1]
    (gone,) = said(Desk(a_public_setting(), [replace(article, body="")], []))
    assert "left out" in gone


def test_an_analytics_address_that_cannot_be_used_is_named() -> None:
    settings = a_public_setting(
        analytics_url="mailto:x@y.example", editions=(Edition(locale="sw", consent=Consent.NOTICE),)
    )
    (words,) = said(Desk(settings, []))
    assert "Decline" in words


@pytest.mark.parametrize("format_name", ["html", "ninjs"])
def test_what_is_said_to_be_left_out_of_the_newsrooms_addresses_is_nowhere(tmp_path: Path, format_name: str) -> None:
    fields = {name: f"mailto:{name}@post.example" for name in ("url", "logo", "policies")}
    desk = Desk(a_public_setting(publisher=Publisher(name="Post", **fields)), [one()])
    assert [words.rpartition(": ")[2] for words in said(desk)] == list(fields.values())
    desk.export(tmp_path / "out", format_name)
    assert [path for path in (tmp_path / "out").rglob("*.*") if b"@post.example" in path.read_bytes()] == []


def test_hostile_newsrooms_are_warned_about_and_not_stopped() -> None:
    assert len(said(a_hostile_desk())) > 20


def test_pictures_that_move_are_named_once_wherever_they_stand() -> None:
    image = an_image(id="a" * 32, sha256="ab" * 32, name="waves.gif")
    link = a_link(external=External(headline="x", picture=Placement(image_id=image.id)))
    article = one(hero=Placement(image_id=image.id), body=f"![x]({image.path})", links=(link,))
    (words,) = said(Desk(a_public_setting(), [article], [image]))
    assert words == "“One” shows the picture “waves.gif”, which moves: pages show its first frame."
    for alone in (one(reactions=article.body), one(links=(link,))):
        assert said(Desk(a_public_setting(), [alone], [image])) == [words]


def test_a_picture_whose_file_says_ai_is_named_until_a_person_decides() -> None:
    image = an_image(id="a" * 32, sha256="ab" * 32, name="waves.jpg", source_type="", proposed="compositeSynthetic")
    desk = Desk(a_public_setting(), [one(hero=Placement(image_id=image.id), body=f"![x]({image.path})")], [image])
    (words,) = said(desk)
    assert words.startswith("“One” shows the picture “waves.jpg”, whose file says AI.")
    decided = (
        replace(image, source_type="digitalCapture"),
        replace(image, decided_at=NOON),
        replace(image, proposed="digitalCapture"),
    )
    for other in decided:
        desk.images = {image.id: other}
        assert said(desk) == []


def test_a_licence_page_that_is_no_page_is_named() -> None:
    image = an_image(sha256="ab" * 32, license_page="javascript:alert(1)")
    desk = Desk(a_public_setting(), [one(hero=Placement(image_id=image.id))], [image])
    (words,) = said(desk)
    assert words.endswith("drums.png” is no address of the web and is left out: javascript:alert(1)")
    desk.images = {image.id: replace(image, license_page="https://news.example/licence")}
    assert said(desk) == []


def test_a_section_in_which_no_article_stands_is_named() -> None:
    editions = (Edition(locale="en", sections=("World", "Wrold")), Edition(locale="sw", sections=("World", "")))
    (words,) = said(Desk(a_public_setting(editions=editions), [one(section="World")]))
    assert words == "The edition en carries the section “Wrold”, in which no article stands."
