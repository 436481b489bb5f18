"""Search in fourteen languages, by whole words, parts of words and terms of one and two characters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

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
    "ar": ("رئيسة وزراء اليابان", "زارت الرئيسة مدينة نارا أمس."),
    "fa": ("نخست‌وزیر ژاپن", "او طبل نواخت و کتاب خرید."),
    "he": ("ראש ממשלת יפן", "המנהיגים תופפו יחד בנארה."),
    "ja": ("高市首相が奈良でドラム", "韓国の大統領と一緒に演奏した。"),
    "ko": ("총리와 대통령의 드럼", "두 정상은 나라에서 만났다."),
    "zh-Hans": ("首相在奈良打鼓", "两国领导人一起演奏。"),
    "th": ("นายกรัฐมนตรีญี่ปุ่นเล่นกลอง", "ทั้งสองพบกันที่เมืองนารา"),
    "hi": ("जापान की प्रधानमंत्री", "दोनों नेताओं ने ड्रम बजाए।"),
    "de": ("Trommeln auf der Straße", "Größe zeigt sich im Übermaß."),
    "tr": ("İstanbul’da buluşma", "Diyarbakır yolcuları bekledi."),
}

QUERIES = [
    ("drums", {"en"}),
    ("drum", {"en"}),
    ("cafe", {"en"}),
    ("café nara", {"en"}),
    ("PM", {"en"}),
    ("quick", {"en", "en-2"}),
    ("quick pm", {"en"}),
    ("quick ok", set()),
    ("prime minister", {"en"}),
    ("dormant", {"en-2"}),
    ("piga", {"sw"}),
    ("walipiga", {"sw"}),
    ("ng'ombe", {"sw"}),
    ("ngoma nara", {"sw"}),
    ("thu tuong", {"vi"}),
    ("Thủ tướng", {"vi"}),
    ("da nang", {"vi"}),
    ("danh trong", {"vi"}),
    ("يابان", {"ar"}),
    ("اليابان", {"ar"}),
    ("رئيسه", {"ar"}),
    ("امس", {"ar"}),
    ("نخست وزیر", {"fa"}),
    ("كتاب", {"fa"}),
    ("ژاپن", {"fa"}),
    ("ממשלת", {"he"}),
    ("נארה", {"he"}),
    ("奈良", {"ja", "zh-Hans"}),
    ("首相", {"ja", "zh-Hans"}),
    ("ドラム", {"ja"}),
    ("どらむ", {"ja"}),
    ("奈良 ドラム", {"ja"}),
    ("韓国", {"ja"}),
    ("총리", {"ko"}),
    ("총리 대통령", {"ko"}),
    ("나라", {"ko"}),
    ("鼓", {"zh-Hans"}),
    ("领导人", {"zh-Hans"}),
    ("กลอง", {"th"}),
    ("ญี่ปุ่น", {"th"}),
    ("नेताओं", {"hi"}),
    ("जापान", {"hi"}),
    ("strasse", {"de"}),
    ("ubermass", {"de"}),
    ("istanbul", {"tr"}),
    ("DIYARBAKIR", {"tr"}),
    ('"; DROP TABLE article; --', set()),
    ("* OR NEAR(", set()),
    ("   ", set()),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = a_database(tmp_path_factory.mktemp("search") / "desk")
    with database.writing() as transaction:
        for number, (key, (headline, body)) in enumerate(TEXTS.items(), 1):
            language = key.removesuffix("-2")
            article = an_article(
                id=an_id(number), language=language, slug=f"a-{key.lower()}", headline=headline, body=body
            )
            transaction.insert_article(article, NOON, "Amina")
        transaction.fold_due(100)
    yield database
    database.close()


@pytest.mark.parametrize(("words", "expected"), QUERIES)
def test_what_is_found(library: Database, words: str, expected: set[str]) -> None:
    with library.reading() as connection:
        found = {hit.slug.removeprefix("a-") for hit in search.find(connection, words)}
    assert found == {key.lower() for key in expected}


@pytest.mark.parametrize(("words", "expected"), [query for query in QUERIES if query[0].strip()])
def test_what_waits_for_the_index_is_found_alike(words: str, expected: set[str]) -> None:
    fresh = [
        an_article(language="en", slug=f"a-{key.lower()}", headline=headline, body=body, changed_at=NOON)
        for key, (headline, body) in TEXTS.items()
    ]
    found = {hit.slug.removeprefix("a-") for hit in search.fresh_hits(fresh, search.terms_of(words), in_trash=False)}
    assert found == {key.lower() for key in expected}


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
