"""Search in fourteen languages, by whole words, parts of words and terms of one and two characters."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from editor.domain.article import Article
from editor.storage import search
from editor.storage.database import Database
from tests.builders import NOON, a_database, an_article, an_id

# Headline, body. Written for these queries: a regression set, not a benchmark.
TEXTS = {
    "en": ("PM plays drums", "The prime minister of Japan met the president; a quick visit to a café in Nara."),
    "en-2": ("A quick look", "Nothing else happened in the dormant valley."),
    "sw": ("Waziri mkuu apiga ngoma", "Viongozi walipiga ngoma mjini Nara. Ng’ombe walikuwa mbali."),
    "vi": ("Thủ tướng đánh trống", "Ông đến Đà Nẵng sau chuyến thăm."),
    "ar": ("رئيسة وزراء اليابان", "زارت الرئيسة مدينة نارا أمس، وقالت إنّ الزيـارة طويلة."),
    "fa": ("نخست‌وزیر ژاپن", "او طبل نواخت و کتاب خرید."),
    "he": ("ראש ממשלת יפן", "המנהיגים תופפו יחד בנארה."),
    "ja": ("高市首相が奈良でドラム", "韓国の大統領と一緒に演奏した。"),
    "ja-2": ("東京都の新庁舎", "東京都は水曜日に発表した。"),
    "ja-3": ("秋の散歩", "古い寺を見に京都へ行く。"),
    "ko": ("총리와 대통령의 드럼", "두 정상은 나라에서 만났다."),
    "zh-Hans": ("首相在奈良打鼓", "两国领导人一起演奏。日本首相很高兴。"),
    "zh-Hans-2": ("书的故事", "这本首先要读。"),
    "th": ("นายกรัฐมนตรีญี่ปุ่นเล่นกลอง", "ทั้งสองพบกันที่เมืองนารา"),
    "th-2": ("อาหารใหม่", "เชิญลองชิมได้"),
    "hi": ("जापान की प्रधानमंत्री", "दोनों नेताओं ने ड्रम बजाए।"),
    "de": ("Trommeln auf der Straße", "Größe zeigt sich im Übermaß."),
    "tr": ("İstanbul’da buluşma", "Diyarbakır yolcuları bekledi."),
}

# Seventy, in the fourteen languages. What is found, best first where it is a list.
QUERIES: list[tuple[str, set[str] | list[str]]] = [
    ("drums", {"en"}),
    ("drum", {"en"}),
    ("cafe", {"en"}),
    ("café nara", {"en"}),
    ("PM", {"en"}),
    ("quick", ["en-2", "en"]),
    ("quick pm", {"en"}),
    ("quick ok", set()),
    ("prime minister", {"en"}),
    ("dormant", {"en-2"}),
    ("piga", {"sw"}),
    ("walipiga", {"sw"}),
    ("ng'ombe", {"sw"}),
    ("ngoma nara", {"sw"}),
    ("NGOMA", {"sw"}),
    ("waziri", {"sw"}),
    ("thu tuong", {"vi"}),
    ("Thủ tướng", {"vi"}),
    ("da nang", {"vi"}),
    ("danh trong", {"vi"}),
    ("يابان", {"ar"}),
    ("اليابان", {"ar"}),
    ("رئيسه", {"ar"}),
    ("امس", {"ar"}),
    ("الزيارة", {"ar"}),
    ("ان", {"ar"}),
    ("نارا", {"ar"}),
    ("نخست وزیر", {"fa"}),
    ("كتاب", {"fa"}),
    ("ژاپن", {"fa"}),
    ("ממשלת", {"he"}),
    ("נארה", {"he"}),
    ("奈良", {"ja", "zh-Hans"}),
    ("首相", {"ja", "zh-Hans"}),
    ("ドラム", {"ja"}),
    ("どらむ", {"ja"}),
    ("ﾄﾞﾗﾑ", {"ja"}),
    ("奈良 ドラム", {"ja"}),
    ("韓国", {"ja"}),
    ("高市", {"ja"}),
    ("京都", ["ja-3", "ja-2"]),
    ("총리", {"ko"}),
    ("총리 대통령", {"ko"}),
    ("나라", {"ko"}),
    ("드럼", {"ko"}),
    ("정상은", {"ko"}),
    ("鼓", {"zh-Hans"}),
    ("领导人", {"zh-Hans"}),
    ("打鼓", {"zh-Hans"}),
    ("奈良 领导人", {"zh-Hans"}),
    ("日本", {"zh-Hans"}),
    ("演奏", {"ja", "zh-Hans"}),
    ("本首", {"zh-Hans", "zh-Hans-2"}),
    ("กลอง", {"th"}),
    ("ญี่ปุ่น", {"th"}),
    ("นารา", {"th"}),
    ("นายกรัฐมนตรี", {"th"}),
    ("พบ", {"th"}),
    ("ลอง", ["th-2", "th"]),
    ("नेताओं", {"hi"}),
    ("जापान", {"hi"}),
    ("strasse", {"de"}),
    ("ubermass", {"de"}),
    ("GRÖSSE", {"de"}),
    ("istanbul", {"tr"}),
    ("DIYARBAKIR", {"tr"}),
    ("yolculari", {"tr"}),
    ('"; DROP TABLE article; --', set()),
    ("* OR NEAR(", set()),
    ("   ", set()),
]
# The standard library's SQLite and the newest one: what the second of them writes, the first reads too.
HERE, NEWEST = f"SQLite {sqlite3.sqlite_version}", f"SQLite {apsw.sqlite_lib_version()}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = a_database(tmp_path_factory.mktemp("search") / "desk")
    with database.writing() as transaction:
        for number, (key, (headline, body)) in enumerate(TEXTS.items(), 1):
            language = key.removesuffix("-2").removesuffix("-3")
            article = an_article(
                id=an_id(number), language=language, slug=f"a-{key.lower()}", headline=headline, body=body
            )
            transaction.insert_article(article, NOON, "Amina")
        transaction.fold_due(100)
    yield database
    database.close()


def slugs(hits: list[search.Hit]) -> list[str]:
    return [hit.slug.removeprefix("a-") for hit in hits]


def as_expected(expected: set[str] | list[str]) -> set[str] | list[str]:
    return [key.lower() for key in expected] if isinstance(expected, list) else {key.lower() for key in expected}


@pytest.fixture(scope="module")
def engines(library: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, sqlite3.Connection]]:
    """Give the same newsroom to both SQLites, its index made anew by the newest in a copy of it."""
    path = tmp_path_factory.mktemp("newest") / "newsroom.sqlite3"
    here = sqlite3.connect(path)
    with library.reading() as connection:
        connection.backup(here)
    newest = apsw.Connection(str(path))
    newest.execute("INSERT INTO search (search) VALUES ('rebuild')")
    # Both have `execute`, and that is all that searching asks of a connection.
    yield {HERE: here, NEWEST: newest}  # type: ignore[dict-item]
    here.close()
    newest.close()


def test_there_are_seventy_queries_and_two_engines() -> None:
    assert len(QUERIES) == 70
    assert sqlite3.sqlite_version_info >= (3, 40)
    assert tuple(map(int, apsw.sqlite_lib_version().split("."))) >= (3, 50)


@pytest.mark.parametrize("engine", [HERE, NEWEST])
@pytest.mark.parametrize(("words", "expected"), QUERIES)
def test_what_is_found(
    engines: dict[str, sqlite3.Connection], engine: str, words: str, expected: set[str] | list[str]
) -> None:
    found = slugs(search.find(engines[engine], words))
    assert (found if isinstance(expected, list) else set(found)) == as_expected(expected)
    assert len(search.matching(engines[engine], words)) == len(expected)


@pytest.mark.parametrize(("words", "expected"), QUERIES)
def test_what_is_found_in_a_newsroom(library: Database, words: str, expected: set[str] | list[str]) -> None:
    with library.reading() as connection:
        found = slugs(search.find(connection, words))
    assert (found if isinstance(expected, list) else set(found)) == as_expected(expected)


@pytest.mark.parametrize(("words", "expected"), [query for query in QUERIES if query[0].strip()])
def test_what_waits_for_the_index_is_found_alike(words: str, expected: set[str] | list[str]) -> None:
    fresh = [
        an_article(language="en", slug=f"a-{key.lower()}", headline=headline, body=body, changed_at=NOON)
        for key, (headline, body) in TEXTS.items()
    ]
    found = slugs(search.fresh_hits(fresh, search.terms_of(words), in_trash=False))
    assert set(found) == set(as_expected(expected))


def _found(database: Database, words: str, **how: object) -> list[str]:
    with database.reading() as connection:
        return [hit.slug for hit in search.find(connection, words, **how)]  # type: ignore[arg-type]


def test_whole_words_come_before_parts_and_headlines_before_texts(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    articles = [
        an_article(slug="part", headline="Conference", body="Preformed shapes."),
        an_article(slug="whole", headline="Elsewhere", body="The form of it."),
        an_article(slug="headline", headline="Form and colour", body="Nothing."),
        an_article(slug="part-in-headline", headline="Reforms", body="Nothing."),
    ]
    for is_folded in (False, True):
        with database.writing() as transaction:
            for article in articles:
                if not is_folded:
                    transaction.insert_article(article, NOON, "Amina")
            if is_folded:
                transaction.fold_due(100)
        assert _found(database, "form") == ["headline", "whole", "part-in-headline", "part"]
    database.close()


def test_of_very_common_words_the_newest_are_ranked_and_those_with_the_words_in_the_headline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = "SELECT rowid FROM (SELECT rowid FROM search WHERE search MATCH :{} ORDER BY rowid DESC LIMIT 2)"
    monkeypatch.setattr(search, "_NEWEST", newest)
    database = a_database(tmp_path / "desk")
    with database.writing() as transaction:
        for number, headline in enumerate(("Harbour council", "Old", "Older", "New", "Newest")):
            article = an_article(id=an_id(number + 1), slug=f"a{number}", headline=headline, body="harbour council")
            transaction.insert_article(article, NOON, "Amina")
        transaction.fold_due(100)
    assert _found(database, "harbour council", limit=50) == ["a0", "a3", "a4"]
    assert len(_found(database, "harbour council")) == 5
    with database.reading() as connection:
        assert len(search.matching(connection, "harbour council")) == 5
    database.close()


def test_language_and_trash_narrow(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    with database.writing() as transaction:
        for language, trashed in (("pt", None), ("pt-BR", None), ("pap", None), ("pt", NOON)):
            article = an_article(slug=f"{language}-{bool(trashed)}", language=language, trashed_at=trashed)
            transaction.insert_article(article, NOON, "Amina")
        transaction.fold_due(100)
    assert sorted(_found(database, "drums", language="pt")) == ["pt-BR-False", "pt-False"]
    assert sorted(_found(database, "drums")) == ["pap-False", "pt-BR-False", "pt-False"]
    assert _found(database, "drums", in_trash=True) == ["pt-True"]
    database.close()


def test_the_index_follows_every_change(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    before = an_article(body="An elephant.")
    after = an_article(id=before.id, body="A giraffe.")
    with database.writing() as transaction:
        transaction.insert_article(before, NOON, "Amina")
        transaction.fold_due(100)
    with database.writing() as transaction:
        transaction.update_article(before, after, NOON, "Amina")
    assert (_found(database, "elephant"), _found(database, "giraffe")) == ([], [before.slug])
    with database.writing() as transaction:
        transaction.fold_due(100)
    assert (_found(database, "elephant"), _found(database, "giraffe")) == ([], [before.slug])
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM search_due").fetchone() == (0,)
    with database.writing() as transaction:  # the triggers keep index and entries together: FTS5's own check
        transaction.connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    database.close()


def test_what_is_searched_of_an_article() -> None:
    article: Article = an_article(
        headline="Café",
        standfirst="One",
        body="Two",
        reactions="Three",
        byline=("Amina",),
        tags=("Tag",),
        section="World",
    )
    headline, words = search.entry_of(article)
    assert headline == " cafe "
    assert words.split() == ["one", "two", "three", "amina", "tag", "world", "cafe"]


def test_sixteen_terms_at_most_each_once() -> None:
    assert search.terms_of("Café cafe  CAFÉ") == ("cafe",)
    assert len(search.terms_of(" ".join(f"w{number}" for number in range(99)))) == 16


def test_a_limit_gives_the_best_and_the_list_asks_for_no_order(library: Database) -> None:
    with library.reading() as connection:
        for words, expected in QUERIES:
            ranked = search.find(connection, words)
            assert search.find(connection, words, limit=1) == ranked[:1]
            assert search.matching(connection, words) == {hit.id for hit in ranked}
            assert len(ranked) == len(expected)
        assert search.matching(connection, " ") == frozenset()
