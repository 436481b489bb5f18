"""The report is made of what is out, written whole, and refused in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.errors import Fault, UserError
from editor.core.jobs import quiet
from tests.builders import NOON
from tests.services.newsdesks import a_news_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_news_desk(tmp_path / "desk") as made:
        yield made


def test_it_holds_what_is_out_and_no_draft(desk: Desk) -> None:
    report = desk.reporting.make(("en",), "json", quiet())
    read = json.loads(report.data)["uses"]
    assert {one["headline"] for one in read} == {"Drums at dusk", "Earlier"}
    assert (report.editions, report.rows) == (("en",), len(read))
    before = desk.reporting.make((), "json", quiet(), at=NOON - timedelta(days=1))
    assert before.editions == ("en", "sw")


def test_the_ending_of_the_file_says_the_format(desk: Desk, tmp_path: Path) -> None:
    desk.reporting.save(tmp_path / "a.JSON", (), quiet())
    desk.reporting.save(tmp_path / "a.csv", (), quiet())
    desk.reporting.save(tmp_path / "a", (), quiet())
    desk.reporting.save(tmp_path / "b.csv", (), quiet(), kind="json")
    assert (tmp_path / "a.JSON").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert (tmp_path / "a").read_bytes() == (tmp_path / "a.csv").read_bytes()
    assert json.loads((tmp_path / "b.csv").read_bytes())["newsroom"] == desk.newsroom.settings.name


def test_what_is_not_there_is_named(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no edition “xx”"):
        desk.reporting.make(("xx",), "csv", quiet())
    with pytest.raises(UserError, match="no format “xlsx”"):
        desk.reporting.make((), "xlsx", quiet())
    with pytest.raises(Fault, match="not written"):
        desk.reporting.save(tmp_path / "nowhere" / "a.csv", (), quiet())
