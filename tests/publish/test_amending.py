"""A bundle is changed file by file so that every step may be taken twice, and nothing outside it is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from editor.publish.amending import Plan, can_amend, commit, read_plan, settle, write_plan


def a_bundle(place: Path, *names: str) -> Path:
    for name in names:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text("old")
    return place


def a_stage(place: Path, plan: Plan) -> Path:
    for lies in plan.files.values():
        (place / lies).parent.mkdir(parents=True, exist_ok=True)
        (place / lies).write_text("new")
    write_plan(place, plan)
    return place


def files(place: Path) -> dict[str, str]:
    return {path.relative_to(place).as_posix(): path.read_text() for path in place.rglob("*") if path.is_file()}


PLAN = Plan({"a/index.html": "0", "c/d/index.html": "c/d/index.html", "manifest.json": "2"}, ["b/index.html"])
AFTER = {"a/index.html": "new", "c/d/index.html": "new", "manifest.json": "new", "e.txt": "old"}


def test_a_journal_of_the_older_form_is_carried_out_too(tmp_path: Path) -> None:
    place = a_bundle(tmp_path / "out", "a/index.html", "b/index.html", "e.txt", "manifest.json")
    names = ["a/index.html", "c/d/index.html", "manifest.json"]
    stage = a_stage(tmp_path / "stage", Plan({name: name for name in names}, ["b/index.html"]))
    (stage / ".makala").write_text(json.dumps({"files": names, "gone": ["b/index.html"]}))
    commit(stage, place)
    settle(place)
    assert files(place) == AFTER


def test_the_new_bundle_is_what_the_plan_says(tmp_path: Path) -> None:
    place = a_bundle(tmp_path / "out", "a/index.html", "b/index.html", "e.txt", "manifest.json")
    commit(a_stage(tmp_path / "stage", PLAN), place)
    assert read_plan(place) == PLAN
    settle(place)
    assert files(place) == AFTER
    assert not (place / "b").exists(), "no empty folder stays"
    assert not (place / ".makala").exists()
    settle(place)
    assert files(place) == AFTER


@pytest.mark.parametrize("steps", range(5))
def test_interrupted_after_any_step_it_comes_to_the_same_end(tmp_path: Path, steps: int) -> None:
    place = a_bundle(tmp_path / "out", "a/index.html", "b/index.html", "e.txt", "manifest.json")
    commit(a_stage(tmp_path / "stage", PLAN), place)
    if steps > 0:
        (place / "b/index.html").unlink()
    for name, lies in list(PLAN.files.items())[: max(0, steps - 1)]:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / ".makala" / lies).replace(place / name)
    settle(place)
    assert files(place) == AFTER


def test_a_plan_never_leads_out_of_the_bundle(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/index.html").write_text("mine")
    place = a_bundle(tmp_path / "out", "manifest.json")
    (place / "linked").symlink_to(tmp_path / "elsewhere")
    (place / ".makala/linked").mkdir(parents=True)
    (place / ".makala/linked/index.html").write_text("new")
    (tmp_path / "out/.makala/0").write_text("new")
    outside = "../../../elsewhere/index.html"
    said = {
        "files": {"linked/index.html": "linked/index.html", "../x": "0", "y": outside, "z": 0, "manifest.json": "0"},
        "gone": ["linked/index.html", "../elsewhere/index.html", "/etc/x"],
    }
    (place / ".makala/.makala").write_text(json.dumps(said))
    settle(place)
    assert files(tmp_path / "elsewhere") == {"index.html": "mine"}
    assert files(place) == {"linked/index.html": "new", "manifest.json": "new"}
    assert not (place / "linked").is_symlink()


def test_interrupted_between_two_folders_that_go_both_go(tmp_path: Path) -> None:
    place = a_bundle(tmp_path / "out", "b/c/index.html", "manifest.json")
    commit(a_stage(tmp_path / "stage", Plan({"manifest.json": "0"}, ["b/c/index.html"])), place)
    (place / "b/c/index.html").unlink()
    (place / "b/c").rmdir()
    settle(place)
    assert not (place / "b").exists()


def test_a_journal_without_a_plan_is_put_away(tmp_path: Path) -> None:
    place = a_bundle(tmp_path / "out", "a.txt", ".makala/half.txt")
    settle(place)
    assert files(place) == {"a.txt": "old"}


@pytest.mark.parametrize(
    ("new", "gone"),
    [(["A.txt"], ["a.txt"]), (["a"], ["a/index.html"]), (["a/index.html"], ["A"]), (["link/x"], [])],
)
def test_names_that_may_meet_are_not_amended(tmp_path: Path, new: list[str], gone: list[str]) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    assert not can_amend(tmp_path, new, gone)
    assert can_amend(tmp_path, ["a/index.html"], ["a/b.html", "b/index.html"])
