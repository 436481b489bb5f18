"""Places and their surroundings, and the answers of the process, asked without one."""

from __future__ import annotations

from pathlib import Path

from editor.domain.passages import Instead, Sought
from editor.domain.query import ArticleQuery
from editor.services.found_places import AROUND, Edits, FindIn, FoundArticle, Rewrite, Some
from editor.services.newsroom_process import Sign
from editor.services.rewriting import Written
from editor.storage.database import Database
from tests.builders import NOON, a_database, an_article


class Line:
    """The near end of a conversation: says what it is made with, keeps what it hears."""

    def __init__(self, *said: object) -> None:
        self._said = list(said)
        self.heard: list[object] = []

    def poll(self, _seconds: float) -> bool:
        return bool(self._said)

    def recv(self) -> object:
        return self._said.pop(0)

    def send(self, answer: object) -> None:
        self.heard.append(answer)


def _database(tmp_path: Path) -> Database:
    database = a_database(tmp_path / "desk")
    with database.writing() as transaction:
        for number in range(3):
            article = an_article(slug=f"a{number}", headline="Ferry", body=f"{'x' * 99}\n\n a ferry {'y' * 99}")
            transaction.insert_article(article, NOON, "Amina")
    return database


def _found(database: Database, *said: object) -> list[FoundArticle]:
    line = Line(*said)
    asked = FindIn(Sought(words="ferry"), Instead(words="boat"), ArticleQuery(), None)
    asked.answer(database, "Amina", line)  # type: ignore[arg-type]
    return [article for some in line.heard if isinstance(some, Some) for article in some.articles]


def test_places_know_their_field_line_and_surroundings(tmp_path: Path) -> None:
    database = _database(tmp_path)
    found = _found(database)
    assert len(found) == 3
    headline, body = found[0].places
    assert (headline.field, headline.found, headline.passage.instead) == ("headline", "Ferry", "boat")
    assert (body.field, body.line, body.found) == ("body", 2, "ferry")
    assert (len(body.before), len(body.after)) == (AROUND, AROUND)
    database.close()


def test_stopped_it_says_no_more(tmp_path: Path) -> None:
    database = _database(tmp_path)
    assert _found(database, Sign.STOP) == []
    database.close()


def test_places_become_edits_and_go_writes_them(tmp_path: Path) -> None:
    database = _database(tmp_path)
    found = _found(database)
    piece = [(one.words_hash, one.id, list(one.places)) for one in found]
    piece[2] = ("another hash", *piece[2][1:])
    line = Line(piece, Sign.GO)
    Rewrite().answer(database, "Amina", line)  # type: ignore[arg-type]
    edits, written = line.heard
    assert isinstance(edits, Edits)
    assert edits.changed_since == {found[2].id}
    assert [edit.after["headline"] for edit in edits.edits] == ["boat", "boat"]
    assert isinstance(written, Written)
    with database.reading() as connection:
        headlines = connection.execute("SELECT headline FROM article ORDER BY id").fetchall()
    assert sorted(headlines) == [("Ferry",), ("boat",), ("boat",)]
    database.close()


def test_stopped_before_go_nothing_is_written(tmp_path: Path) -> None:
    database = _database(tmp_path)
    piece = [(one.words_hash, one.id, list(one.places)) for one in _found(database)]
    Rewrite().answer(database, "Amina", Line(piece, Sign.STOP))  # type: ignore[arg-type]
    assert len(_found(database)) == 3
    database.close()
