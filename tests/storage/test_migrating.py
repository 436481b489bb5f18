"""Schema steps: all or nothing, a backup first, newer newsrooms refused in words and not touched."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from editor.core.errors import Fault, UserError
from editor.storage.migrating import CURRENT, build, migrate, schema_of, statements
from editor.storage.migrations.registry import STEPS
from tests.builders import a_database


def _connection(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def test_the_schema_of_a_new_newsroom_is_the_current_one(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    assert schema_of(database.path) == CURRENT == len(STEPS)
    database.close()


def test_a_missing_file_is_no_newsroom(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no newsroom in"):
        schema_of(tmp_path / "newsroom.sqlite3")


@pytest.mark.parametrize(
    "content", [b"", b"not a database at all" * 100, b"SQLite format 3\x00" + b"\x00" * 200, b"\x89PNG"]
)
def test_a_foreign_or_damaged_file_is_a_fault_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "newsroom.sqlite3"
    path.write_bytes(content)
    with pytest.raises(Fault, match=r"newsroom\.sqlite3"):
        schema_of(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.sqlite3"
    connection = _connection(path)
    connection.execute("CREATE TABLE songs (name)")
    connection.close()
    with pytest.raises(Fault, match="not a newsroom"):
        schema_of(path)


def test_a_newer_newsroom_is_refused_in_words_and_not_touched(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    database.close()
    connection = _connection(database.path)
    connection.execute(f"PRAGMA user_version={CURRENT + 6}")
    connection.close()
    before = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in (tmp_path / "desk").glob("*.*")}
    with pytest.raises(Fault, match=f"newer Makala .schema {CURRENT + 6}; this one knows {CURRENT}"):
        schema_of(database.path)
    assert before == {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in (tmp_path / "desk").glob("*.*")}


def test_steps_run_in_order_after_a_backup(tmp_path: Path) -> None:
    steps = ("CREATE TABLE a (x);", "CREATE TABLE b (x);\nINSERT INTO b VALUES (1);", "DROP TABLE a;")
    connection = _connection(tmp_path / "newsroom.sqlite3")
    build(connection, steps[:1])
    called = []
    migrate(connection, 1, lambda: called.append("backup"), steps)
    assert called == ["backup"]
    assert connection.execute("PRAGMA user_version").fetchone() == (3,)
    assert [row[0] for row in connection.execute("SELECT name FROM sqlite_master")] == ["b"]
    migrate(connection, 3, lambda: called.append("again"), steps)
    assert called == ["backup"]
    connection.close()


def test_a_step_that_fails_leaves_the_schema_before_it(tmp_path: Path) -> None:
    steps = ("CREATE TABLE a (x);", "INSERT INTO a VALUES (1);\nCREATE TABLE c (x);\nINSERT INTO nowhere VALUES (1);")
    connection = _connection(tmp_path / "newsroom.sqlite3")
    build(connection, steps[:1])
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(connection, 1, lambda: None, steps)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert [row[0] for row in connection.execute("SELECT name FROM sqlite_master")] == ["a"]
    assert connection.execute("SELECT count(*) FROM a").fetchone() == (0,)
    connection.close()


def test_without_a_backup_nothing_is_migrated(tmp_path: Path) -> None:
    connection = _connection(tmp_path / "newsroom.sqlite3")
    build(connection, ("CREATE TABLE a (x);",))

    def no_backup() -> None:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        migrate(connection, 1, no_backup, ("CREATE TABLE a (x);", "DROP TABLE a;"))
    assert connection.execute("SELECT count(*) FROM a").fetchone() == (0,)
    connection.close()


def test_statements_are_parted_where_sql_ends_them() -> None:
    sql = """
    CREATE TABLE a (x TEXT DEFAULT ';');
    CREATE TRIGGER t AFTER INSERT ON a BEGIN
        DELETE FROM a;
        DELETE FROM a;
    END;
    DROP TABLE a;
    """
    assert [one.split()[0:2] for one in statements(sql)] == [
        ["CREATE", "TABLE"],
        ["CREATE", "TRIGGER"],
        ["DROP", "TABLE"],
    ]
