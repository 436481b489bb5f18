"""What every test stands on: one environment everywhere, its own settings folder, no stray log records."""

from __future__ import annotations

import logging
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Far from UTC, off the hour, with daylight saving: a test that leans on the machine's zone falls over.
_ENVIRONMENT = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_ACCESSIBILITY": "0",
    "TZ": "Pacific/Chatham",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "PYTHONWARNINGS": "",
    "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",  # nobody's own keyring is opened by a test
}
_FOLDERS = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")

# Generated cases are the same in every run, and a slow machine is no failure. More of them: `dev.py soak`.
settings.register_profile(
    "steady", deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("soak", parent=settings.get_profile("steady"), derandomize=False, max_examples=2000)


def pytest_configure() -> None:
    """Fix the environment before any module of ours is imported."""
    home = Path(tempfile.mkdtemp(prefix="makala-tests-"))
    os.environ.update(_ENVIRONMENT)
    os.environ.update({name: str(home / name.lower()) for name in _FOLDERS})
    os.environ["MAKALA_CONFIG_DIR"] = str(home / "config")
    os.environ.pop("LANGUAGE", None)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # the web engine's sandbox does not work for root
    if hasattr(time, "tzset"):
        time.tzset()
    settings.load_profile(os.environ.get("MAKALA_HYPOTHESIS", "steady"))


@pytest.fixture(autouse=True)
def config_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a settings folder of its own, so that no test meets another's recent newsrooms."""
    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setenv("MAKALA_CONFIG_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _databases_are_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close what the test leaves open: from Python 3.13 on a forgotten connection warns, in a later test."""
    from editor.storage.database import Database

    made: list[Database] = []
    begin = Database.__init__

    def begin_and_remember(database: Database, *arguments: object, **named: object) -> None:
        made.append(database)
        begin(database, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Database, "__init__", begin_and_remember)
    yield
    for database in made:
        database.close()


class _Records(logging.Handler):
    """Keeps the records of a warning and above that nobody asked for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.kept: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.kept.append(record)


@pytest.fixture(autouse=True)
def _no_stray_log_records(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a warning in the log. A test that expects one takes `caplog` and asserts it."""
    handler = _Records()
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    if handler.kept and "caplog" not in request.fixturenames:
        lines = "\n".join(f"  {record.name}: {record.getMessage()}" for record in handler.kept)
        pytest.fail(f"stray log records:\n{lines}", pytrace=False)
