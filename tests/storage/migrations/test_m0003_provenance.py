"""Schema 3 gives old images an empty record, moves known words into place, and says what their files proposed."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest

from editor.domain.source_type import SCHEME, SOURCE_TYPES, uri_of
from editor.storage.migrating import build, migrate
from editor.storage.migrations import m0001_first, m0002_versions, m0003_provenance

BEFORE = (m0001_first.SQL, m0002_versions.SQL)
_OLD = "INSERT INTO image VALUES (?, '', '', '', 0, 0, 0, '{}', '', '', '', '', ?, '', NULL, NULL, NULL, ?)"


def migrated(*, findings: object = (), extra: object = None) -> dict[str, str]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        build(connection, BEFORE)
        connection.execute(_OLD, ("1", json.dumps(findings), json.dumps(extra or {})))
        migrate(connection, 2, lambda: None, (*BEFORE, m0003_provenance.SQL))
        connection.row_factory = sqlite3.Row
        return dict(connection.execute("SELECT * FROM image").fetchone())


def stated(*values: str) -> list[dict[str, str]]:
    return [{"detector": "digital-source-type", "place": "XMP", "key": "k", "value": value} for value in values]


def test_an_old_image_has_an_empty_record() -> None:
    row = migrated(findings=[{"detector": "page-text", "place": "page", "key": "label", "value": "x"}])
    names = ("creator", "rights", "license", "license_page", "data_mining", "generated_at", "focus", "proposed")
    assert [row[name] for name in names] == [""] * len(names)


def test_words_that_were_kept_unknown_move_into_place_and_the_rest_stays() -> None:
    extra = {
        "creator": 'A "B" ص', "rights": "R", "license": "L", "license-page": "P", "ai-system-version": "3",
        "ai-prompt-writer": "W", "kind": "illustration", "focus": ["a"],
    }  # fmt: skip
    row = migrated(extra=extra)
    assert (row["creator"], row["rights"], row["license"], row["license_page"]) == ('A "B" ص', "R", "L", "P")
    assert (row["ai_system_version"], row["ai_prompt_writer"]) == ("3", "W")
    assert json.loads(row["extra"]) == {"kind": "illustration", "focus": ["a"]}
    listed = migrated(extra={"creator": ["two", "names"]})
    assert (listed["creator"], json.loads(listed["extra"])) == ("", {"creator": ["two", "names"]})


@pytest.mark.parametrize("term", [term for term, entry in SOURCE_TYPES.items() if entry.is_iptc])
def test_what_a_file_stated_is_what_it_proposed(term: str) -> None:
    assert migrated(findings=stated(uri_of(term)))["proposed"] == term
    assert migrated(findings=stated(uri_of(term).replace("http:", "https:")))["proposed"] == term


def test_of_several_statements_the_one_that_matters_most_to_a_reader_counts() -> None:
    print_, made, foreign = SCHEME + "print", SCHEME + "trainedAlgorithmicMedia", "https://example.org/own"
    assert migrated(findings=stated(print_, foreign, made))["proposed"] == "trainedAlgorithmicMedia"
    assert (
        migrated(findings=stated(print_, SCHEME + "compositeSynthetic", made))["proposed"] == "trainedAlgorithmicMedia"
    )
    assert migrated(findings=stated(print_, foreign))["proposed"] == foreign


@pytest.mark.parametrize(
    "damaged", [b"\0\xff", "{bro", "x", "3", '[1, "x", null, {"detector": "digital-source-type"}]']
)
def test_pitfall_13_what_a_damaged_page_made_unreadable_does_not_keep_the_newsroom_closed(damaged: object) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        build(connection, BEFORE)
        connection.execute(_OLD, ("1", damaged, damaged))
        connection.execute(_OLD, ("2", json.dumps(stated("print")), json.dumps({"creator": "Asha"})))
        migrate(connection, 2, lambda: None, (*BEFORE, m0003_provenance.SQL))
        rows = connection.execute("SELECT findings, extra, creator, proposed FROM image ORDER BY id").fetchall()
    assert rows == [(damaged, damaged, "", ""), (json.dumps(stated("print")), "{}", "Asha", "print")]
