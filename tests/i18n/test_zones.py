"""Zones by name, with and without the system's own data."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfoNotFoundError

import pytest

from editor.i18n.zones import (
    clock_changes,
    is_zone,
    nearest_zone,
    shown_zone,
    system_zones,
    zone_data_in,
    zone_named,
    zones,
)


def test_zones() -> None:
    assert len(zones()) > 500
    assert list(zones()) == sorted(zones())
    assert {"UTC", "Africa/Nairobi", "America/New_York"} <= set(zones())


@pytest.mark.parametrize("name", ["", "Nairobi", "africa/nairobi", "America", "../UTC", "UTC+3", "/etc/passwd", "a\0b"])
def test_what_is_no_zone(name: str) -> None:
    assert not is_zone(name)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *(("africa/nairobi", "Africa/Nairobi"), ("Nairobi", "Africa/Nairobi"), ("New York", "America/New_York")),
        *(("Europe/Nairobi", "Africa/Nairobi"), ("Africa/Nairoby", "Africa/Nairobi"), (" utc ", "UTC")),
        *(("GMT+3", ""), ("UTC+3", ""), ("Mars/X", ""), ("", ""), ("a\0b", ""), ("Africa/", "")),
    ],
)
def test_the_zone_that_is_meant(said: str, meant: str) -> None:
    assert nearest_zone(said) == meant


def test_a_zone() -> None:
    assert is_zone("Africa/Nairobi")
    assert zone_named("Africa/Nairobi") is zone_named("Africa/Nairobi")
    with pytest.raises(ZoneInfoNotFoundError):
        zone_named("Nairobi")


def test_without_the_systems_data() -> None:
    code = (
        "import zoneinfo; from datetime import datetime, UTC; from editor.i18n.dates import format_instant, zones;"
        "assert zoneinfo.TZPATH == (), zoneinfo.TZPATH; shown = datetime(2026, 1, 12, tzinfo=UTC);"
        "print(len(zones()), ascii(format_instant(shown, 'Africa/Nairobi', 'sw')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, env={**os.environ, "PYTHONTZPATH": ""}
    )
    count, shown = done.stdout.split(maxsplit=1)
    assert int(count) > 500
    assert shown.strip() == "'Jumatatu, 12. Mwezi wa kwanza 2026, 03:00:00'"


def test_when_clocks_change() -> None:
    def texts(zone: str) -> list[str]:
        return [f"{change:%m-%d %H:%M:%S}" for change in clock_changes(zone, 2026)]

    assert texts("America/New_York") == ["03-08 07:00:00", "11-01 06:00:00"]
    assert texts("Australia/Lord_Howe") == ["04-04 15:00:00", "10-03 15:30:00"]
    assert texts("Africa/Nairobi") == []


@pytest.mark.parametrize("name", ["Mars/Base", "", "../UTC", "a\0b"])
def test_a_zone_that_is_not_known_here_is_shown_as_utc(name: str) -> None:
    assert shown_zone(name) == "UTC"
    assert shown_zone("Africa/Nairobi") == "Africa/Nairobi"


def test_which_zone_data_there_are_is_read_from_the_first_folder_that_says_it(tmp_path: Path) -> None:
    for name in ("spoilt", "mac", "linux"):
        (tmp_path / name).mkdir()
    (tmp_path / "spoilt/tzdata.zi").write_bytes(b"\xff\xfe")
    (tmp_path / "mac/+VERSION").write_text("2025a\n")
    (tmp_path / "linux/tzdata.zi").write_text("# version 2025b\nR x\n")
    folders = [str(tmp_path / name) for name in ("none", "spoilt", "mac", "linux")]
    assert zone_data_in(folders) == "2025a"
    assert zone_data_in(folders[3:]) == "# version 2025b"
    assert zone_data_in(folders[:2]) == ""
    assert system_zones() == zone_data_in(TZPATH)
