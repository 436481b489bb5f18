"""The index that readers search: small, whole, safe in a script, and folded as the newsroom's own search folds."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from editor.core.resources import resources_root
from editor.domain.article import Article, Status
from editor.domain.settings import Edition
from editor.publish.search_index import index_parts
from editor.storage.folding import fold
from tests.builders import NOON, an_article
from tests.publish.newsrooms import Desk, a_full_desk, a_public_setting, headlined

SCRIPT = resources_root() / "themes" / "newspaper" / "search.js"
FOLDED = [
    *("Straße ÉCOLE Ærø Łódź İstanbul ISPARTA ığdır", "don't ʻOkina ’quoted’ rock 'n' roll", "ΟΔΟΣ οδός Ἀθῆναι"),
    *("مُحَمَّد المدرسة علی كتاب ـــ ٱلرحمن", "שָׁלוֹם עוֹלָם", "ガーデン がーでん ｶﾞｰﾃﾞﾝ ひらがな", "ﬁne ①② ２０２６"),
    *(
        "日韓首脳会談、奈良で",
        "การประชุมสุดยอด",
        "서울에서 회담",
        "हिन्दी समाचार",
        "Việt Nam",
        "Ọ̀rọ̀ Yorùbá",
        "naïve—dash…end",
    ),
    *("АБВ ёлка йод", "a\u00adb\u200bc", "", " \t ", "ʼtis 'twas rock-n-roll", "🙂 emoji", "ẞ ſ K Å", "አማርኛ ዜና።"),
]


def headline_of(_: Edition, article: Article) -> str:
    return article.headline


def rows_of(desk: Desk, locale: str) -> list[list[Any]]:
    site, edition = desk.site(), desk.settings.edition(locale)
    assert edition
    found: list[list[Any]] = []
    for part in index_parts(site, edition, headline_of, "", lambda article: "day" if article.published else ""):
        text = part.make().decode()
        assert text.isascii() or "<" not in text
        found += json.loads(text.removeprefix("(self.makalaIndex=self.makalaIndex||[]).push(").removesuffix(");\n"))
    return found


def in_node(program: str, *values: object) -> Any:  # noqa: ANN401 - JSON
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    source = (
        f"require({json.dumps(str(SCRIPT))});const given={json.dumps(values)};console.log(JSON.stringify({program}))"
    )
    done = subprocess.run([node, "-e", source], check=True, capture_output=True, text=True, timeout=60)
    return json.loads(done.stdout)


def searched(desk: Desk, locale: str, *questions: str) -> list[list[str]]:
    """Return the headlines that the script finds for each question."""
    program = "given[1].map(q=>makalaSearch.search(given[0].map(makalaSearch.indexed),q).map(row=>row[1]))"
    found: list[list[str]] = in_node(program, rows_of(desk, locale), questions)
    return found


def test_a_row_says_what_a_result_shows() -> None:
    desk = a_full_desk()
    row = next(row for row in rows_of(desk, "sw") if row[0] == "two-drum-kits-sw")
    assert row[1:] == [
        desk.articles["a" * 32].headline,
        desk.articles["a" * 32].standfirst,
        "Amina Odhiambo · Jun Tanaka",
        "2026-01-14",
        "day",
        "",
        1,
        "",
    ]
    foreign = next(row for row in rows_of(desk, "sw") if row[6])
    assert (foreign[6], foreign[8]) == ("en", "")


@pytest.mark.parametrize(("locale", "language", "way"), [("sw", "ar", "rtl"), ("ar", "en", "ltr"), ("ar", "fa", "")])
def test_a_result_runs_as_its_language_does_whatever_letter_it_begins_with(
    locale: str, language: str, way: str
) -> None:
    desk = Desk(
        a_public_setting(editions=(Edition(locale=locale),)),
        [an_article(language=language, headline="NATO قمة", status=Status.PUBLISHED)],
    )
    ((*_, said, _, runs),) = rows_of(desk, locale)
    assert (said, runs) == (language, way)
    assert "row[8] || document.documentElement.dir" in SCRIPT.read_text("utf-8")


def test_what_is_typed_cannot_leave_its_string() -> None:
    words = '</script><script>alert(1)//\u2028\u2029"\\ \x00'
    desk = Desk(a_public_setting(), [an_article(headline=words, status=Status.PUBLISHED)])
    part = next(iter(index_parts(desk.site(), desk.settings.editions[0], headline_of, "", lambda _: "")))
    text = part.make().decode()
    assert not set("<\u2028\u2029\x00") & set(text)
    assert rows_of(desk, "en")[0][1] == words.replace("\x00", "\ufffd")


def test_an_article_stays_in_its_part_whatever_else_is_edited() -> None:
    desk = Desk(a_public_setting(editions=(Edition(locale="en"),)), headlined(1200))
    edition = desk.settings.editions[0]
    before = {(part.path, part.mark) for part in index_parts(desk.site(), edition, headline_of, "", lambda _: "")}
    one = next(iter(desk.articles.values()))
    desk.articles = {
        **desk.articles,
        one.id: an_article(id=one.id, headline="Other", status=Status.PUBLISHED, published=NOON),
    }
    after = {(part.path, part.mark) for part in index_parts(desk.site(), edition, headline_of, "", lambda _: "")}
    assert (len(before), len(after), len(before & after)) == (4, 4, 3)


def test_ten_thousand_articles_are_a_few_megabytes() -> None:
    """Bytes follow from lengths: a headline of 60 letters and a standfirst of 200 come to 0.4 kB with all around."""
    article = an_article(
        headline="h" * 60, slug="s" * 60, standfirst="w" * 200, tags=("Diplomacy", "Music"), section="World",
        byline=("Amina Odhiambo",), status=Status.PUBLISHED, published=NOON,
    )  # fmt: skip
    desk = Desk(a_public_setting(), [article])
    (part,) = index_parts(desk.site(), desk.settings.editions[0], headline_of, "", lambda _: "14 January 2026")
    assert len(part.make()) * 10_000 < 5_000_000


def test_the_script_folds_as_the_newsrooms_own_search_does() -> None:
    assert in_node("given[0].map(makalaSearch.fold)", FOLDED) == [fold(text) for text in FOLDED]


def test_words_are_found_by_their_beginnings_headlines_first() -> None:
    desk = Desk(
        a_public_setting(editions=(Edition(locale="en"),)),
        [
            an_article(id="1" * 32, headline="A drum set", standfirst="For the host.", status=Status.PUBLISHED),
            an_article(id="2" * 32, headline="Summit", standfirst="Two drums and a song.", status=Status.PUBLISHED),
            an_article(id="3" * 32, headline="Ferry line", tags=("Drumming",), status=Status.PUBLISHED),
        ],
    )
    assert searched(desk, "en", "drum", "DRUMS", "host drum", "ferry drum", "nothing", "…") == [
        ["A drum set", "Ferry line", "Summit"],
        ["Summit"],
        ["A drum set"],
        ["Ferry line"],
        [],
        [],
    ]


@pytest.mark.parametrize(
    ("locale", "question", "expected"),
    [
        ("ja", "ドラム", 1),
        ("ja", "どらむ", 1),
        ("ja", "首脳ドラム", 1),
        ("ja", "首都", 0),
        ("ar", "زعيمان", 1),
        ("ar", "زَعِيمَان طبول", 1),
        ("sw", "viongozi", 1),
        ("sw", "VIONGOZI mdundo", 1),
    ],
)
def test_every_script_can_be_searched(locale: str, question: str, expected: int) -> None:
    """Pitfall 34: words are not what stands between spaces."""
    desk = a_full_desk()
    assert len(searched(desk, locale, question)[0]) == expected


def test_the_script_stands_alone() -> None:
    assert Path(SCRIPT).stat().st_size < 10_000
