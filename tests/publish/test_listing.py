"""The pages of an edition that are no article's: lists parted and named, directories, about, search, not found."""

from __future__ import annotations

from dataclasses import replace

from editor.domain.article import Status
from editor.domain.settings import Edition
from editor.publish.bodies import Bodies
from editor.publish.composing import Composer
from editor.publish.frames import Frames
from editor.publish.groups import CARDS_A_PAGE, Kind
from editor.publish.listing import Listing
from editor.publish.theme import load_theme
from tests.builders import an_article
from tests.publish.newsrooms import Desk, a_full_desk, a_public_setting, headlined


def listing(desk: Desk) -> Listing:
    site = desk.site()
    frames = Frames(site, load_theme(""))
    composer = Composer(site, frames, Bodies(), lambda *_: "")
    return Listing(site, frames, composer, lambda card, _: str(card.headline))


def test_an_index_is_parted_into_pages_newest_first() -> None:
    articles = headlined(CARDS_A_PAGE * 2 + 1)
    undated = an_article(headline="Undated", status=Status.PUBLISHED)
    desk = Desk(a_public_setting(editions=(Edition(locale="en"),)), [*articles, undated])
    made = listing(desk)
    edition = desk.settings.editions[0]
    pages = [made.index(edition, number) for number in (1, 2, 3)]
    assert pages[0].count == 3
    assert [len(one.entries) for one in pages] == [CARDS_A_PAGE - 1, CARDS_A_PAGE, 2]
    assert pages[0].lead is not None
    assert str(pages[0].lead.headline) == articles[-1].headline
    assert pages[1].lead is None
    assert pages[2].entries[-1] == "Undated"
    assert (pages[0].newer, pages[0].older) == ("", "page/2/index.html")
    assert (pages[1].newer, pages[1].older) == ("../../index.html", "../3/index.html")
    assert str(pages[1].place) == "Page 2 of 3"
    assert desk.files()  # and every link among them leads somewhere: the writer follows them


def test_an_empty_edition_has_an_index() -> None:
    desk = Desk(a_public_setting(), [])
    shown = listing(desk).index(desk.settings.editions[0], 1)
    assert (shown.lead, shown.entries, shown.frame.search) == (None, (), "")


def test_a_group_is_parted_into_pages_of_one_folder() -> None:
    articles = headlined(
        CARDS_A_PAGE + 2,
        lambda n: an_article(id=f"{n:032x}", headline=f"N {n}", section="World", status=Status.PUBLISHED),
    )
    desk = Desk(a_public_setting(editions=(Edition(locale="en"),)), articles)
    (group,) = desk.site().groups(desk.settings.editions[0]).of(Kind.SECTION)
    first, second = (listing(desk).group(desk.settings.editions[0], group, number) for number in (1, 2))
    assert (first.newer, first.older, second.newer, second.older) == ("", "page-2.html", "index.html", "")
    assert (len(first.entries), len(second.entries)) == (CARDS_A_PAGE, 2)
    assert [(str(one.name), one.href) for one in second.trail] == [
        ("Front page", "../../index.html"),
        ("Sections", "../index.html"),
    ]
    assert second.frame.head.canonical == "https://news.example/en/section/world/page-2.html"


def test_a_directory_names_each_with_its_count_in_the_digits_of_the_edition() -> None:
    desk = a_full_desk()
    desk.settings = a_public_setting(editions=(Edition(locale="fa"), Edition(locale="en")))
    persian, english = desk.settings.editions
    shown = listing(desk).directory(persian, Kind.MONTH)
    assert [(str(one.name), one.href, one.count) for one in shown.ways] == [("دی ۱۴۰۴", "1404-10/index.html", "۱۰")]
    assert [str(one.name) for one in listing(desk).directory(english, Kind.MONTH).ways] == ["January 2026"]
    topics = listing(desk).directory(english, Kind.TOPIC)
    assert [(str(one.name), one.count) for one in topics.ways] == [("Diplomacy", "1"), ("Music", "1")]


def test_about_is_there_where_something_is_written() -> None:
    desk = a_full_desk()
    english = replace(desk.settings.editions[0], about="We **check**.")
    desk.settings = desk.settings.with_edition(english)
    shown = listing(desk).about(english)
    assert str(shown.body.html).strip() == "<p>We <strong>check</strong>.</p>"
    paths = set(desk.pages())
    assert {path for path in paths if "/about/" in path} == {"en/about/index.html"}
    assert shown.frame.head.alternates == ()
    assert [str(way.name) for way in shown.frame.pages][-1] == "About us"
    assert 'href="../about/index.html"' in desk.pages("en")["en/two-drum-kits/index.html"]


def test_a_page_that_is_not_there_is_shown_at_any_depth() -> None:
    desk = a_full_desk()
    desk.settings = replace(desk.settings, base_url="https://news.example//a/b/")
    html = desk.pages()["sw/404.html"]
    assert 'href="/a/b/sw/index.html"' in html
    assert 'href="#main"' in html
    assert 'content="noindex"' in html
    desk.settings = replace(desk.settings, base_url="")
    assert 'href="/sw/index.html"' in desk.pages()["404.html"].replace("/en/", "/sw/")


def test_the_search_reads_the_parts_of_its_own_edition() -> None:
    desk = a_full_desk()
    shown = listing(desk).search(desk.settings.editions[2], "assets/search-1.js", [("assets/search-ar-1.js", "0f")])
    assert (shown.script, shown.parts, shown.archive) == (
        "../../assets/search-1.js",
        ("../../assets/search-ar-1.js?v=0f",),
        "../archive/index.html",
    )
    assert "script-src 'self'" in shown.frame.policy


def test_a_list_is_described_by_what_is_first_on_it_in_one_language() -> None:
    articles = headlined(
        5, lambda n: an_article(id=f"{n:032x}", headline=f"N {n}", section="World", status=Status.PUBLISHED)
    )
    articles[-2] = replace(articles[-2], language="ar")
    desk = Desk(a_public_setting(editions=(Edition(locale="en", about="First.\n\nThen."),)), articles)
    made, edition = listing(desk), desk.settings.editions[0]
    heads = [
        made.index(edition, 1).frame.head,
        made.directory(edition, Kind.SECTION).frame.head,
        made.about(edition).frame.head,
        made.search(edition, "assets/search.js", []).frame.head,
    ]
    shown = [one.headline for one in desk.site().shown(edition)]
    assert [str(head.description) for head in heads] == [
        " · ".join([one for one in shown if one != articles[-2].headline][:3]),
        "World",
        "First.",
        "Search the articles",
    ]
