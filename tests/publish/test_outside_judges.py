"""The Nu HTML checker, axe-core, Lighthouse, EPUBCheck find no fault: a page of each kind, the sample in the soak."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.bootstrap import OpenMode, create_newsroom, open_desk
from editor.core.jobs import quiet
from editor.domain.article import Status
from editor.domain.settings import Consent, Edition
from editor.i18n.page_words import LOCALES
from editor.publish.theme import load_theme
from editor.services.publishing import ExportRequest
from tests.builders import NOON, an_article
from tests.publish.hostile import a_hostile_desk
from tests.publish.judges import axe_findings, consent_facts, epub_findings, lighthouse_verdicts, nu_errors
from tests.publish.newsrooms import Desk, a_full_desk, a_public_setting


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("judged") / "out"
    a_full_desk().export(out)
    return out


def kinds(bundle: Path) -> list[Path]:
    """Return one page of each kind."""
    return [
        bundle / "index.html",
        bundle / "sw/index.html",
        bundle / "ar/two-drum-kits-ar/index.html",
        bundle / "ja/taken-back/index.html",
        bundle / "en/section/world/index.html",
        bundle / "sw/archive/index.html",
        bundle / "ar/search/index.html",
        bundle / "404.html",
    ]


def test_the_checker_finds_no_error_on_any_kind_of_page(bundle: Path, tmp_path: Path) -> None:
    a_hostile_desk().export(tmp_path / "out")
    hostile = next((tmp_path / "out").rglob("etc-passwd*/index.html"))
    assert nu_errors([*kinds(bundle), hostile]) == []


def test_axe_finds_nothing_where_readers_search(bundle: Path) -> None:
    assert axe_findings([bundle / "ar/search/index.html"], how="quick") == []


@pytest.mark.soak
def test_the_judges_find_nothing_in_the_other_theme(tmp_path: Path) -> None:
    desk = a_full_desk()
    desk.theme = load_theme("magazine")
    desk.export(tmp_path / "out")
    pages = [page for page in kinds(tmp_path / "out") if page.name != "404.html"]
    assert nu_errors(pages) == []
    assert axe_findings(pages) == []


def test_axe_finds_nothing_on_an_article(bundle: Path) -> None:
    assert axe_findings([bundle / "ar/two-drum-kits-ar/index.html"], how="quick") == []


def test_what_is_too_wide_is_named_and_what_grows_narrow_in_time_is_not(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    lines = '<!doctype html><html lang="en"><title>A</title><main><h1>A</h1><p id="w" style="width:900px">b</p></main>'
    page.write_text(lines, "utf-8")
    [found] = axe_findings([page], how="quick")
    assert (found["rule"], found["width"]) == ("reflow", 320)
    assert 'id="w"' in found["target"]
    narrow = "document.getElementById('w').removeAttribute('style')"
    late = f"const draw = requestAnimationFrame; requestAnimationFrame = (then) => draw(() => {{ {narrow}; then() }})"
    page.write_text(f"{lines}<script>{late}</script>", "utf-8")
    assert axe_findings([page], how="quick") == []


@pytest.mark.parametrize("theme", ["newspaper", "magazine"])
def test_no_long_word_widens_an_article(theme: str, tmp_path: Path) -> None:
    desk = a_hostile_desk()
    desk.theme = load_theme(theme)
    desk.export(tmp_path / "out")
    assert axe_findings([tmp_path / "out/_con/b/b/index.html"], how="quick") == []


@pytest.mark.parametrize("theme", ["newspaper", "magazine"])
def test_no_long_name_widens_a_page_and_what_is_wide_is_reached_by_keyboard(theme: str, tmp_path: Path) -> None:
    name = "Rindfleischetikettierungs" * 8
    wide = " | ".join(f"column{number}" for number in range(12))
    body = f"{wide}\n{' | '.join(['---'] * 12)}\n{wide}\n\n```\n{'code ' * 40}\n```\n"
    article = an_article(slug="one", headline="One", section=name, byline=(name,), tags=(name,), body=body)
    shown = replace(article, status=Status.PUBLISHED, published=NOON)
    desk = Desk(a_public_setting(editions=(Edition(locale="de"),)), [shown])
    desk.theme = load_theme(theme)
    desk.export(tmp_path / "out")
    pages = [tmp_path / "out/de" / place / "index.html" for place in ("", "one", "section", "author", "topic")]
    assert axe_findings([*pages, *(tmp_path / "out/de/section").glob("*/index.html")], how="quick") == []


def test_a_judge_that_cannot_go_on_says_at_which_page(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"(?s)axe.mjs ended with 1.*no-such-page.html \(dark, 320\)"):
        axe_findings([tmp_path / "no-such-page.html"], how="quick")


def test_the_notice_asks_stores_and_loads_nothing_before_a_choice(bundle: Path) -> None:
    facts = consent_facts(bundle / "sw/two-drum-kits-sw/index.html")
    before, noscript, declined, accepted = (facts[name] for name in ("before", "noscript", "declined", "accepted"))
    assert all(one["errors"] == [] for one in facts.values())
    assert (before["bar"], before["last"], before["room"]) == (True, True, True)
    assert (before["stored"], before["cookies"], before["asked"]) == (0, "", [])
    assert before["buttons"][0] == before["buttons"][1]  # of equal weight
    assert (noscript["bar"], noscript["asked"]) == (False, [])
    assert (declined["bar"], declined["asked"], declined["cookies"]) == (False, [], "")
    assert accepted["bar"] is False
    assert set(accepted["asked"]) == {"https://count.example/a.js"}
    assert (facts["blocked"]["before"]["bar"], facts["blocked"]["bar"]) == (True, False)
    assert (facts["keyboard"]["reaches"], facts["keyboard"]["leaves"]) == (True, True)
    assert facts["keyboard"]["covered"] == 0


@pytest.mark.soak
def test_the_judges_find_nothing_on_every_kind_of_page(bundle: Path) -> None:
    at_the_root = bundle / "404-at-the-root.html"  # no server here: its addresses begin at the root of one
    at_the_root.write_text((bundle / "404.html").read_text("utf-8").replace('="/', '="'), "utf-8")
    pages = [*bundle.glob("*.html"), *bundle.glob("*/index.html"), *bundle.glob("*/t*/index.html")]
    pages.remove(bundle / "404.html")
    assert nu_errors(pages) == []
    assert axe_findings(pages) == []


def every_edition(out: Path, *locales: str, theme: str = "newspaper") -> list[Path]:
    """Return the front, the article with everything, a withdrawn page of each edition, and where readers choose."""
    desk = a_full_desk()
    desk.theme = load_theme(theme)
    editions = tuple(Edition(locale=tag, consent=Consent.NOTICE) for tag in locales)
    desk.settings = a_public_setting(editions=editions)
    desk.export(out)
    articles = [next(out.glob(f"{tag}/two-drum-kits*/index.html")) for tag in locales]
    fronts = [out / tag / name for tag in locales for name in ("index.html", "taken-back/index.html")]
    return [out / "index.html", *fronts, *articles]


def test_the_checker_finds_no_error_where_languages_are_folded_away(tmp_path: Path) -> None:
    pages = every_edition(tmp_path / "out", *LOCALES)
    assert nu_errors([page for page in pages if page.parent.parent.name == "fa" or page.parent.name == "out"]) == []


@pytest.mark.soak
@pytest.mark.parametrize("theme", ["newspaper", "magazine"])
def test_the_judges_find_nothing_in_any_edition(theme: str, tmp_path: Path) -> None:
    pages = every_edition(tmp_path / "out", *LOCALES, theme=theme)
    assert len(pages) == 3 * len(LOCALES) + 1
    assert nu_errors(pages) == []
    assert axe_findings(pages) == []


@pytest.mark.soak
def test_the_judges_find_nothing_in_the_whole_sample(tmp_path: Path) -> None:
    create_newsroom(tmp_path / "desk", sample=True)
    desk = open_desk(tmp_path / "desk", mode=OpenMode.READ)
    desk.publishing.export(ExportRequest(out=tmp_path / "out"), quiet())
    desk.close()
    # What is shown for a missing page is styled on a server alone: it is judged among the kinds of pages.
    pages = sorted(page for page in (tmp_path / "out").rglob("*.html") if page.name != "404.html")
    assert len({page.relative_to(tmp_path / "out").parts[0] for page in pages}) >= 4
    assert nu_errors(pages) == []
    assert axe_findings(pages) == []


@pytest.mark.soak
@pytest.mark.parametrize("theme", ["newspaper", "magazine"])
def test_lighthouse_has_nothing_to_say(theme: str, tmp_path: Path) -> None:
    desk = a_full_desk()
    desk.theme = load_theme(theme)
    desk.export(tmp_path / "out")
    pages = ["en/two-drum-kits/", "ar/two-drum-kits-ar/", "en/", "", "en/section/world/", "en/archive/", "sw/search/"]
    verdicts = lighthouse_verdicts(tmp_path / "out", pages)
    assert [one["page"] for one in verdicts] == pages
    assert [(one["page"], one["faults"]) for one in verdicts if one["faults"]] == []
    for one in verdicts:
        speed = one["scores"].pop("performance")
        assert (speed >= 99, one["scores"]) == (True, {"accessibility": 100, "best-practices": 100, "seo": 100}), one


def test_the_checker_of_books_finds_nothing_in_one(tmp_path: Path) -> None:
    a_hostile_desk().export(tmp_path / "out", "epub")
    assert epub_findings([tmp_path / "out" / "articles-sw.epub"]) == []


@pytest.mark.soak
def test_the_checker_of_books_finds_nothing_in_those_of_the_sample_and_of_every_language(tmp_path: Path) -> None:
    create_newsroom(tmp_path / "desk", sample=True)
    newsroom = open_desk(tmp_path / "desk", mode=OpenMode.READ)
    newsroom.publishing.export(ExportRequest(out=tmp_path / "sample", format="epub"), quiet())
    newsroom.close()
    desk = a_full_desk()
    desk.settings = a_public_setting(editions=tuple(Edition(locale=tag) for tag in LOCALES))
    desk.export(tmp_path / "out", "epub")
    books = sorted([*(tmp_path / "sample").glob("*.epub"), *(tmp_path / "out").glob("*.epub")])
    assert len(books) > len(LOCALES)
    assert epub_findings(books) == []
