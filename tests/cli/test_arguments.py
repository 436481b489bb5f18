from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.cli.arguments import build_parser, read_arguments
from editor.core.errors import UserError


def test_the_contract_is_understood() -> None:
    parse = build_parser().parse_args
    options = "--edition sw --edition fr --format text --zip --full --article a --article b --jobs 3 --json"
    export = parse(["export", "desk", "out", *options.split(), "--at", "2026-01-14T21:00:00+09:00"])
    assert (export.newsroom, export.out, export.edition, export.format) == (
        Path("desk"),
        Path("out"),
        ["sw", "fr"],
        "text",
    )
    assert (export.zip, export.full, export.article, export.jobs, export.json) == (True, True, ["a", "b"], 3, True)
    assert export.at == datetime(2026, 1, 14, 12, tzinfo=UTC)
    ingest = parse(["ingest", "desk", "a.md", "b", "--zone", "Asia/Tokyo", "--language", "ja", "--update"])
    assert (ingest.paths, ingest.zone, ingest.language, ingest.update) == (
        [Path("a.md"), Path("b")],
        "Asia/Tokyo",
        "ja",
        True,
    )
    assert parse(["search", "desk", "two", "words", "--language", "sw"]).words == ["two", "words"]
    assert parse(["new", "desk", "--sample"]).sample
    assert parse(["inspect", "a", "b"]).images == [Path("a"), Path("b")]
    assert parse(["check", "desk", "--article", "a"]).article == ["a"]
    assert parse(["restore", "b.zip", "desk"]).backup == Path("b.zip")
    for command in ("open desk", "verify out", "archive desk out", "backup desk"):
        assert parse(command.split()).command == command.split()[0]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "export desk out --at 0001-01-01T00:00:00+14:00",
        "verify out --js",
        "publish desk",
        "new",
        "ingest desk",
        "export desk",
        "export desk out --at yesterday",
        "export desk out --at 2026-01-14T12:00:00",
        "export desk out --jobs many",
        "export desk out --jobs -1",
        "search desk",
        "verify a b",
        "new desk --unknown",
    ],
)
def test_what_cannot_be_understood_is_a_wrong_request(line: str) -> None:
    with pytest.raises(UserError) as refused:
        read_arguments(line.split())
    assert "--help" in str(refused.value.hint)


@pytest.mark.parametrize("line", ["new ", "export desk ", "report desk --output ", "inspect a ", "ingest  a"])
def test_a_name_that_is_empty_is_not_the_folder_one_is_in(line: str) -> None:
    with pytest.raises(UserError, match="the name is empty"):
        read_arguments(line.split(" "))


@pytest.mark.parametrize("line", ["check desk --article \udcff", "search desk a \udcff", "place add \udcff /x"])
def test_bytes_that_are_no_text_are_refused_where_text_is_asked_for(line: str) -> None:
    with pytest.raises(UserError, match="is no text"):
        read_arguments(line.split(" "))
    assert read_arguments(["verify", "\udcff"]).bundle == Path("\udcff"), "a file may be called so"


def test_what_a_command_does_not_know_leads_to_its_own_help() -> None:
    with pytest.raises(UserError, match="nothing of “extra”") as refused:
        read_arguments(["new", "desk", "extra"])
    assert "makala new --help" in str(refused.value.hint)
