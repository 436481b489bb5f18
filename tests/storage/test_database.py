"""Connections: one per read at once, closed together; what SQLite raises is said in words."""

from __future__ import annotations

import _thread
import sqlite3
import threading
from pathlib import Path

import pytest

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.storage import articles
from editor.storage.database import (
    NOT_READ,
    Database,
    connect_writing,
    damage,
    damaged,
    fault_of,
    no_newsroom,
    sqlite_faults,
)
from tests.builders import NOON, a_database, an_article


def test_reads_see_what_was_committed_at_once_and_on_every_thread(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    counts: list[int] = []

    def count() -> None:
        with database.reading() as connection:
            counts.append(len(articles.everything(connection)))

    for _ in range(2):
        with database.writing() as transaction:
            transaction.insert_article(an_article(slug=f"a{len(counts)}"), NOON, "Amina")
            count()
        count()
        thread = threading.Thread(target=count)
        thread.start()
        thread.join()
    assert counts == [0, 1, 1, 1, 2, 2]
    database.close()


def test_a_moment_stands_still_while_others_write(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    seen: list[int] = []

    def look() -> None:
        with database.moment():
            for _ in range(2):
                with database.moment(), database.reading() as connection:
                    seen.append(len(articles.everything(connection)))
                started.set()
                written.wait(10)
        with database.reading() as connection:
            seen.append(len(articles.everything(connection)))

    started, written = threading.Event(), threading.Event()
    thread = threading.Thread(target=look)
    thread.start()
    assert started.wait(10)
    with database.writing() as transaction:
        transaction.insert_article(an_article(), NOON, "Amina")
    written.set()
    thread.join()
    assert seen == [0, 0, 1]
    database.close()


def test_a_moment_that_was_refused_holds_nobody_in_the_past(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editor.storage.database.BUSY_SECONDS", 0.05)
    a_database(tmp_path / "desk").close()
    other = connect_writing(tmp_path / "desk" / "newsroom.sqlite3")
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("PRAGMA user_version")
    database = Database(tmp_path / "desk")
    with database.reading() as outer:  # who asks inside a read goes on with its connection
        with pytest.raises(Fault, match="Another program"), database.moment():
            pass
        assert not outer.in_transaction
    with pytest.raises(Fault, match="Another program"), database.moment():
        pass
    other.execute("ROLLBACK")
    other.close()
    with database.writing() as transaction:
        transaction.insert_article(an_article(), NOON, "Amina")
    with database.reading() as connection:
        assert not connection.in_transaction
        assert len(articles.everything(connection)) == 1
    database.close()


def test_a_read_that_broke_off_leaves_nobody_what_it_saw(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    with database.writing() as transaction:
        transaction.insert_article(an_article(slug="first"), NOON, "Amina")

    def break_off() -> None:
        with database.reading() as connection:
            rows = connection.execute("SELECT id FROM article")
            raise ValueError(f"broke off after {next(rows)}")

    with pytest.raises(ValueError, match="broke off") as caught:
        break_off()
    with database.writing() as transaction:
        transaction.insert_article(an_article(slug="second"), NOON, "Amina")
    with database.reading() as connection:
        assert len(articles.everything(connection)) == 2
    assert caught.tb, "what was raised still holds its rows"
    database.close()


def test_a_read_connection_cannot_write(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    with pytest.raises(Fault, match="could not be read"), database.reading() as connection:
        connection.execute("DELETE FROM newsroom")
    database.close()


def test_a_read_only_database_says_why(tmp_path: Path) -> None:
    a_database(tmp_path / "desk").close()
    database = Database(tmp_path / "desk", read_only=say("Amina holds it."))
    with pytest.raises(Fault, match=r"not saved. Everything saved before is safe. Amina holds it"), database.writing():
        pass
    database.close()


def test_closed_is_closed(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    with database.reading() as connection:
        assert damage(connection) == ""
    database.writer()
    database.close()
    database.close()
    with pytest.raises(Fault, match="closed"), database.reading():
        pass
    assert not list((tmp_path / "desk").glob("*-wal"))


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    made: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def noted(*words: object, **named: object) -> sqlite3.Connection:
        made.append(connect(*words, **named))  # type: ignore[call-overload]
        return made[-1]

    monkeypatch.setattr(sqlite3, "connect", noted)
    return made


@pytest.mark.parametrize("is_foreign", [False, True])
def test_threads_that_come_and_go_leave_one_connection(
    tmp_path: Path,
    connections: list[sqlite3.Connection],
    is_foreign: bool,  # noqa: FBT001 - a table's column
) -> None:
    database = a_database(tmp_path / "desk")
    connections.clear()

    def read() -> None:
        with database.reading() as connection:
            connection.execute("SELECT 1")
        ended.set()

    for _ in range(5):
        ended = threading.Event()
        if is_foreign:  # as those of Qt are: Python neither began them nor knows when they end
            _thread.start_new_thread(read, ())
        else:
            threading.Thread(target=read).start()
        assert ended.wait(10)
    assert len(connections) == 1
    database.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connections[0].execute("SELECT 1")


def test_reads_at_once_have_a_connection_each_and_one_inside_another_has_its(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    found: list[sqlite3.Connection] = []

    def read() -> None:
        with database.reading() as connection:
            found.append(connection)

    with database.reading() as outer:
        with database.reading() as inner:
            assert inner is outer
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
        assert found[0] is not outer
    database.close()


def test_a_database_that_is_closed_in_the_middle_of_a_read_says_so(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    with database.reading():
        database.close()
        with pytest.raises(Fault, match="closed"), database.reading():
            pass


def test_the_count_of_changes_is_the_same_until_anybody_writes_and_on_every_thread(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    counts: list[int] = []

    def count() -> None:
        thread = threading.Thread(target=lambda: counts.append(database.change_count()))
        thread.start()
        thread.join()

    count()
    with database.reading():
        count()
    with database.writing() as transaction:
        transaction.insert_article(an_article(), NOON, "Amina")
    count()
    count()
    assert counts[0] == counts[1] != counts[2] == counts[3]
    database.close()
    with pytest.raises(Fault, match="closed"):
        database.change_count()


def test_another_program_that_holds_the_file_is_named_and_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.storage.database.BUSY_SECONDS", 0.05)
    database = a_database(tmp_path / "desk")
    other = connect_writing(database.path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Fault, match="Another program holds") as caught, database.writing():
        pass
    assert caught.value.can_retry
    other.execute("ROLLBACK")
    other.close()
    with database.writing() as transaction:
        transaction.insert_article(an_article(), NOON, "Amina")
    database.close()


@pytest.mark.parametrize(
    ("code", "words", "can_retry"),
    [
        (sqlite3.SQLITE_FULL, "The disk is full", True),
        (sqlite3.SQLITE_READONLY, "cannot be written", True),
        (sqlite3.SQLITE_CORRUPT, "damaged", False),
        (sqlite3.SQLITE_NOTADB, "no database any more", False),
        (sqlite3.SQLITE_IOERR_FSYNC, "disk does not answer", True),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "Another program", True),
        (sqlite3.SQLITE_MISUSE, "The database says: odd", False),
    ],
)
def test_every_code_has_its_words(code: int, words: str, can_retry: bool) -> None:  # noqa: FBT001 - a table's column
    error = sqlite3.OperationalError("odd")
    error.sqlite_errorcode = code
    with pytest.raises(Fault, match=words) as caught, sqlite_faults(say("Nothing was saved.")):
        raise error
    assert caught.value.can_retry is can_retry
    assert str(caught.value).startswith("Nothing was saved.")


@pytest.mark.parametrize("error", [sqlite3.IntegrityError("x"), sqlite3.ProgrammingError("x"), ValueError("x")])
def test_our_own_bugs_are_no_faults(error: Exception) -> None:
    with pytest.raises(type(error)):
        fault_of(error, say("x"))


def test_damage_names_the_backup_to_go_back_to(tmp_path: Path) -> None:
    assert "no backup" in str(damaged(tmp_path / "newsroom.sqlite3", "page 3"))
    (tmp_path / "backups").mkdir()
    for name in ("newsroom-20260101T000000Z.zip", "newsroom-20260201T000000Z.zip"):
        (tmp_path / "backups" / name).touch()
    assert "newsroom-20260201T000000Z.zip" in str(damaged(tmp_path / "newsroom.sqlite3", "page 3"))


def test_a_folder_without_a_newsroom_is_named(tmp_path: Path) -> None:
    error = no_newsroom(tmp_path)
    assert isinstance(error, UserError)
    assert str(tmp_path) in str(error)


def test_pitfall_11_a_folder_that_is_gone_takes_no_words_and_says_so(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    with database.writing():
        pass
    database.folder.rename(tmp_path / "moved")
    with pytest.raises(Fault, match="is not there now") as caught, database.writing():
        pass
    assert caught.value.can_retry
    (tmp_path / "moved").rename(database.folder)
    with database.writing():
        pass
    database.close()


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CANTOPEN])
def test_11_a_drive_that_was_pulled_out_is_not_called_a_damaged_newsroom(tmp_path: Path, code: int) -> None:
    error = sqlite3.DatabaseError("database disk image is malformed")
    error.sqlite_errorcode = code
    gone = fault_of(error, NOT_READ, tmp_path / "newsroom.sqlite3")
    assert "is not there now" in str(gone)
    assert gone.can_retry
    dead = fault_of(error, NOT_READ, tmp_path)  # what is there and gives no byte
    assert "The disk does not answer" in str(dead)
    assert dead.can_retry
    (tmp_path / "newsroom.sqlite3").write_bytes(b"spoilt")
    assert not fault_of(error, NOT_READ, tmp_path / "newsroom.sqlite3").can_retry


def test_a_newsroom_that_goes_away_is_said_to_be_away(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    database.folder.rename(tmp_path / "moved")
    with pytest.raises(Fault, match="is not there now"), database.reading():
        pass
    database.close()


def test_a_closed_database_takes_nothing(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    database.close()
    with pytest.raises(Fault, match="The newsroom is closed"), database.writing():
        pass


def test_pitfall_10_a_file_that_another_program_put_in_place_is_not_written_over(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    synced = tmp_path / "synced"
    synced.write_bytes(database.path.read_bytes())
    synced.replace(database.path)
    with pytest.raises(Fault, match="Another program put another file"), database.writing():
        pass
    database.close()
