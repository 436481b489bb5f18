from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from editor.cli import commands
from editor.cli.answers import Answer
from editor.cli.running import run
from editor.core.errors import Fault
from editor.core.jobs import JobContext
from editor.core.messages import say
from tests.cli.runs import makala

ROOT = Path(__file__).parents[2]


def test_trouble_is_one_json_document_too(tmp_path: Path) -> None:
    ran = makala("search", tmp_path, "x", "--json")
    assert ran.code == 2
    assert set(ran.form["error"]) == {"kind", "message", "hint"}
    assert ran.form["error"]["message"] in ran.err
    assert makala("nonsense", "--json").form["error"]["kind"] == "request"


def test_words_go_to_a_person_and_nothing_else_to_a_script(tmp_path: Path) -> None:
    ran = makala("new", tmp_path / "desk")
    assert "The newsroom is ready" in ran.out
    assert json.loads(makala("new", tmp_path / "other", "--json").out)


def test_what_nobody_waits_for_is_done_after_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []

    def slow(_: argparse.Namespace, context: JobContext) -> Answer:
        context.afterwards(lambda: told.append(capsys.readouterr().out))
        return Answer(form={}, lines=("Done.",))

    monkeypatch.setitem(commands.COMMANDS, "new", slow)
    assert run(["new", str(tmp_path)]) == 0
    assert told == ["Done.\n"]


def test_stopped_after_the_answer_it_is_as_it_was_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    def slow(_: argparse.Namespace, context: JobContext) -> Answer:
        context.afterwards(interrupted)
        return Answer(form={}, lines=("Done.",))

    monkeypatch.setitem(commands.COMMANDS, "new", slow)
    assert run(["new", str(tmp_path)]) == 0


def test_a_bug_is_said_with_its_code_and_left_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> Answer:
        raise RuntimeError("wires crossed")

    monkeypatch.setitem(commands.COMMANDS, "new", broken)
    ran = makala("new", tmp_path, "--json")
    assert (ran.code, ran.form["error"]["kind"]) == (70, "bug")
    assert "wires crossed" in ran.err
    assert caplog.records


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_an_answer_that_cannot_be_written_is_the_worlds_trouble(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "editor", "new", str(tmp_path / "desk")],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ran.returncode == 3
    assert "Traceback" not in ran.stderr
    assert "What was asked for is done" in ran.stderr


def test_a_fault_is_the_worlds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> Answer:
        raise Fault(say("Not done."), say("The disk is full."))

    monkeypatch.setitem(commands.COMMANDS, "new", full)
    ran = makala("new", tmp_path)
    assert (ran.code, ran.out, ran.err) == (3, "", "Not done.\nThe disk is full.\n")


def test_the_first_interrupt_stops_at_a_checkpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reached: list[str] = []

    def long(_: object, context: object) -> Answer:
        os.kill(os.getpid(), signal.SIGINT)
        reached.append("still running")
        context.report(0.5, say("x"))  # type: ignore[attr-defined]
        raise AssertionError("the checkpoint let it pass")

    monkeypatch.setitem(commands.COMMANDS, "new", long)
    before = signal.getsignal(signal.SIGINT)
    assert makala("new", tmp_path).code == 130
    assert reached == ["still running"]
    assert signal.getsignal(signal.SIGINT) is before


def test_help_and_version_are_done() -> None:
    assert makala("--help").code == 0
    assert makala("export", "--help").code == 0
    assert makala("--version").out.startswith("makala ")


def test_the_interface_language_of_the_machine_is_spoken(tmp_path: Path, config_folder: Path) -> None:
    (config_folder / "machine.json").write_text('{"language": "sw"}')
    try:
        ran = makala("search", tmp_path, "x", "--json")
        assert ran.code == 2
    finally:
        (config_folder / "machine.json").unlink()
        makala("--version")
        makala("search", tmp_path, "x")


def test_a_reader_who_leaves_is_no_trouble(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = f"{sys.executable} -m editor export --help; {sys.executable} -m editor new {tmp_path / 'desk'}"
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"({command}) | true"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.stderr == ""
    assert (tmp_path / "desk" / "newsroom.sqlite3").is_file()


def test_names_that_are_no_text_do_not_stop_an_answer(tmp_path: Path) -> None:
    folder = os.fsdecode(os.fsencode(tmp_path) + b"/\xff")
    ran = subprocess.run(
        [sys.executable, "-m", "editor", "search", folder, "x", "--json"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 2
    assert json.loads(ran.stdout)["error"]["kind"] == "request"


@pytest.mark.skipif(os.name != "posix", reason="a stream is closed by a POSIX shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_whoever_closes_a_stream_gets_the_work_done(tmp_path: Path, closed: str) -> None:
    command = f"{sys.executable} -m editor new {tmp_path / 'desk'} {closed}"
    ran = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert makala("search", tmp_path / "desk", "x").code == 0
    command = f"{sys.executable} -m editor search {tmp_path} x {closed}"
    ran = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
