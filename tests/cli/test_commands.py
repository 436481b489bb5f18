from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from editor.bootstrap import open_desk
from editor.core.messages import say
from editor.domain.check_choices import Level
from editor.domain.edits import EditSettings
from tests.cli.runs import makala
from tests.services.desks import a_picture, write

PAGES = Path(__file__).parents[1] / "data" / "pages"
MODEL_PAGE = Path(__file__).parents[3] / "shared" / "model-page" / "page.txt"
SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
PAGE_FILES = [
    pytest.param(PAGES / "lake-ferry.txt", id="lake-ferry"),
    pytest.param(
        MODEL_PAGE,
        id="model-page",
        marks=pytest.mark.skipif(not MODEL_PAGE.is_file(), reason="the model page does not stand beside the project"),
    ),
]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a newsroom with a page and an article that has a picture."""
    write(
        tmp_path / "in",
        "a.md",
        "language: en\nslug: drums\nheadline: Drums\nstatus: published\nhero: {file: a.png, alt: x}\n",
    )
    a_picture(tmp_path / "in" / "a.png")
    shutil.copy(PAGES / "lake-ferry.txt", tmp_path / "in")
    folder = tmp_path / "desk"
    assert makala("new", folder).code == 0
    assert makala("ingest", folder, tmp_path / "in", "--zone", "UTC").code == 0
    return folder


@pytest.mark.parametrize("page", PAGE_FILES)
def test_the_reference_run(tmp_path: Path, page: Path) -> None:
    folder, out = tmp_path / "desk", tmp_path / "out"
    assert makala("new", folder).code == 0
    taken = makala("ingest", folder, page, "--zone", "America/New_York", "--json")
    assert taken.code == 0
    (one,) = taken.form["taken"]
    assert makala("export", folder, out, "--edition", "sw", "--format", "text").code == 0
    assert (out / "sw" / f"{one['slug']}.txt").read_bytes() == page.read_bytes()
    assert makala("export", folder, tmp_path / "site", "--edition", "sw").code == 0
    assert (tmp_path / "site" / "sw" / one["slug"] / "index.html").is_file()
    assert makala("verify", tmp_path / "site").code == 0


def test_new_answers_with_counts(tmp_path: Path) -> None:
    assert makala("new", tmp_path / "a", "--json").form == {"newsroom": str(tmp_path / "a"), "articles": 0, "images": 0}
    sample = makala("new", tmp_path / "b", "--sample", "--json").form
    assert sample["articles"] >= 12
    assert sample["images"] >= 3
    again = makala("new", tmp_path / "a", "--json")
    assert (again.code, again.form["error"]["kind"]) == (2, "request")


def test_ingest_says_why_a_file_was_left_out(tmp_path: Path) -> None:
    folder, note = tmp_path / "desk", tmp_path / "in" / "note.md"
    makala("new", folder)
    note.parent.mkdir()
    note.write_text("A note to myself.", encoding="utf-8")
    ran = makala("ingest", folder, note.parent, "--json")
    assert (ran.code, ran.form["taken"], ran.form["refused"]) == (2, [], [])
    assert ran.form["warnings"] == [{"file": str(note), "message": "This is no article file and was left out."}]


def test_ingest_names_every_file(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    makala("new", folder)
    good = write(tmp_path, "good.md", "language: en\nheadline: Good\nmood: x\n")
    bad = write(tmp_path, "bad.md", "language: en\n")
    ran = makala("ingest", folder, good, bad, "--json")
    assert ran.code == 1
    assert [(one["file"], one["slug"]) for one in ran.form["taken"]] == [(str(good), "good")]
    (refused,) = ran.form["refused"]
    assert (refused["file"], refused["line"]) == (str(bad), 2)
    assert refused["message"]
    assert refused["hint"]
    assert [one["file"] for one in ran.form["warnings"]] == [str(good)]
    assert makala("ingest", folder, bad).code == 2
    assert makala("ingest", folder, good).code == 2
    assert makala("ingest", folder, good, "--update").code == 0
    page = makala("ingest", folder, PAGES / "lake-ferry.txt")
    assert page.code == 2
    assert "--zone" in page.out
    (tmp_path / "empty").mkdir()
    assert makala("ingest", folder, tmp_path / "empty").code == 2


def test_export_names_what_there_is(desk: Path, tmp_path: Path) -> None:
    unknown = makala("export", desk, tmp_path / "out", "--edition", "xx", "--json")
    assert unknown.code == 2
    assert "sw" in unknown.form["error"]["hint"]
    assert not (tmp_path / "out").exists()
    form = makala("export", desk, tmp_path / "out", "--json", "--at", "2026-06-01T00:00:00Z", "--jobs", "1").form
    keys = "bundle format editions files written unchanged removed warnings seconds manifest_sha256"
    assert set(form) >= set(keys.split())
    assert (form["format"], form["editions"], form["written"]) == ("html", ["sw"], form["files"])
    again = makala("export", desk, tmp_path / "out", "--json", "--at", "2026-06-01T00:00:00Z").form
    assert (again["written"], again["manifest_sha256"]) == (0, form["manifest_sha256"])
    assert makala("export", desk, tmp_path / "out.zip", "--zip").code == 0
    assert makala("verify", tmp_path / "out.zip", "--json").form["ok"] is True


def test_verify_finds_a_changed_byte(desk: Path, tmp_path: Path) -> None:
    makala("export", desk, tmp_path / "out", "--format", "text")
    page = next((tmp_path / "out" / "sw").glob("*.txt"))
    page.write_bytes(page.read_bytes() + b"x")
    ran = makala("verify", tmp_path / "out", "--json")
    assert ran.code == 1
    assert ran.form["ok"] is False
    assert [problem["kind"] for problem in ran.form["problems"]] == ["changed"]
    assert makala("verify", tmp_path / "nothing").code == 2


def test_check_lists_what_to_look_at(desk: Path) -> None:
    ran = makala("check", desk, "--json")
    assert ran.code == 1
    first = ran.form["problems"][0]
    assert set(first) == {"check", "severity", "article", "field", "message", "accepted", "hint", "line"}
    assert {one["article"] for one in makala("check", desk, "--article", "drums", "--json").form["problems"]} <= {
        "drums",
        "",
    }
    assert makala("check", desk, "--article", "nothing").code == 2


def test_what_is_accepted_is_listed_apart_and_is_no_fault(desk: Path) -> None:
    with closing(open_desk(desk, person="Asha")) as opened:
        for problem in opened.checking.problems():
            opened.articles.apply(opened.checking.accepting(problem, "Known.", "Asha"))
    ran = makala("check", desk, "--json")
    assert ran.code == 0
    assert {(one["accepted"]["by"], one["accepted"]["reason"]) for one in ran.form["problems"]} == {("Asha", "Known.")}
    told = makala("check", desk).out.splitlines()
    assert told[-1] == "Nothing to look at."
    assert all(line.startswith("Accepted: ") and line.endswith("(Known., Asha)") for line in told[:-1])


def test_an_export_that_a_rule_stops_says_what_is_in_the_way(desk: Path, tmp_path: Path) -> None:
    with closing(open_desk(desk)) as opened:
        before = opened.newsroom.settings
        choices = before.checks.with_level("base-address", Level.BLOCK, Level.WARN)
        after = replace(before, base_url="", checks=choices)
        opened.articles.apply(EditSettings(before, after, say("Rules")))
    ran = makala("export", desk, tmp_path / "out", "--json")
    assert ran.code == 1
    assert ran.form["error"]["message"] == "1 problem stops this export."
    assert [(one["check"], one["severity"]) for one in ran.form["problems"]] == [("base-address", "block")]
    assert makala("export", desk, tmp_path / "out").out.startswith("Stops the export: The address of the site")
    assert not (tmp_path / "out").exists()


def test_inspect_answers_for_pictures_and_refuses_the_rest(tmp_path: Path) -> None:
    picture = a_picture(tmp_path / "a.png")
    text = write(tmp_path, "a.md", "language: en\n")
    ran = makala("inspect", picture, text, tmp_path / "gone.png", "--json")
    assert ran.code == 1
    (one,) = ran.form["images"]
    assert (one["file"], one["class"], one["source_type"], one["findings"]) == (str(picture), "unknown", "", [])
    assert "credentials" in one
    assert len(ran.form["refused"]) == 2
    assert makala("inspect", text).code == 2
    assert makala("inspect", picture).code == 0


def test_search_needs_all_words(desk: Path) -> None:
    found = makala("search", desk, "ferry", "lake", "--json").form["results"]
    assert set(found[0]) == {"id", "slug", "headline", "language", "score"}
    assert makala("search", desk, "ferry", "submarine", "--json").form == {"results": []}
    assert makala("search", desk, "ferry", "--language", "fr", "--json").form == {"results": []}
    assert "drums" in makala("search", desk, "drums").out


def test_archive_backup_and_restore(desk: Path, tmp_path: Path) -> None:
    form = makala("archive", desk, tmp_path / "archive", "--json").form
    assert (form["articles"], form["images"], form["warnings"]) == (2, 1, [])
    makala("new", tmp_path / "other")
    assert makala("ingest", tmp_path / "other", tmp_path / "archive", "--json").form["refused"] == []
    assert makala("archive", tmp_path / "other", tmp_path / "again").code == 0
    archives = [
        {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.*")} for name in ("archive", "again")
    ]
    assert archives[0] == archives[1]
    backup = makala("backup", desk, "--json").form
    assert backup["verified"] is True
    assert backup["bytes"] > 0
    assert makala("restore", backup["backup"], tmp_path / "back").code == 0
    assert makala("search", tmp_path / "back", "drums").code == 0
    assert makala("restore", backup["backup"], tmp_path / "back").code == 2


def test_reading_commands_take_no_lock_and_writing_ones_name_the_holder(desk: Path, tmp_path: Path) -> None:
    from editor.bootstrap import open_desk

    holder = open_desk(desk, person="Asha")
    try:
        assert makala("search", desk, "drums").code == 0
        assert makala("export", desk, tmp_path / "out").code == 0
        path = write(tmp_path, "b.md", "language: en\nheadline: B\n")
        ran = makala("ingest", desk, path, "--json")
        assert (ran.code, ran.form["error"]["kind"]) == (3, "world")
        assert "Asha" in ran.err
    finally:
        holder.close()


def test_no_export_goes_where_the_newsroom_keeps_its_own(desk: Path, tmp_path: Path) -> None:
    for place in (desk / "backups", desk / "media" / "site", tmp_path / "x" / ".." / "desk" / "cache" / "a.zip"):
        ran = makala("export", desk, place, *(["--zip"] if place.suffix else []))
        assert (ran.code, "keeps its own files" in ran.err) == (2, True)
    assert list((desk / "backups").iterdir()) == []
    assert makala("export", desk, desk / "site").code == 0


def test_editions_are_named_in_any_case(desk: Path, tmp_path: Path) -> None:
    assert makala("export", desk, tmp_path / "out", "--edition", "SW", "--json").form["editions"] == ["sw"]
    both = makala("export", desk, tmp_path / "out", "--edition", "sw", "--edition", "XX", "--json")
    assert (both.code, "“XX”" in both.form["error"]["message"]) == (2, True)


def test_a_search_refuses_what_is_no_language(desk: Path) -> None:
    ran = makala("search", desk, "drums", "--language", "no such")
    assert (ran.code, "is not a language tag" in ran.err) == (2, True)


def test_inspect_tells_a_folder_from_nothing(tmp_path: Path) -> None:
    assert "This is no file" in makala("inspect", tmp_path).out
    assert "This is not there" in makala("inspect", tmp_path / "x").out


def test_a_check_reads_each_article_once(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from editor.services.reading import Reading

    links = "".join(f"- {{article: not-there-{number}}}\n" for number in range(50))
    write(tmp_path / "more", "b.md", f"language: en\nslug: many\nheadline: Many\nlinks:\n{links}")
    assert makala("ingest", desk, tmp_path / "more").code == 0
    asked: list[str] = []
    find = Reading.find

    def counted(self: Reading, name: str) -> object:
        asked.append(name)
        return find(self, name)

    monkeypatch.setattr(Reading, "find", counted)
    problems = makala("check", desk, "--json").form["problems"]
    assert sum(one["article"] == "many" for one in problems) >= 50
    assert len(asked) == len(set(asked))


def test_the_report_is_shown_or_written(desk: Path, tmp_path: Path) -> None:
    shown = makala("report", desk, "--edition", "sw")
    assert shown.code == 0
    head, *rows = shown.out.splitlines()
    assert head.startswith('"edition","kind"')
    assert rows
    form = makala("report", desk, "--json").form
    assert {one["kind"] for one in form["uses"]} == {"text", "image"}
    out = tmp_path / "report.csv"
    written = makala("report", desk, "--output", out, "--json").form
    assert written == {"report": str(out), "editions": ["sw"], "rows": len(form["uses"])}
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert makala("report", desk, "--edition", "xx").code == 2
    assert [makala("report", desk, "--format", "xml", *more).code for more in ((), ("--json",))] == [2, 2]
    assert makala("report", desk, "--output", tmp_path).code == makala("book", desk, tmp_path).code == 2


def test_a_book_is_written_and_told(desk: Path, tmp_path: Path) -> None:
    out = tmp_path / "book.epub"
    form = makala("book", desk, out, "--title", "Drums", "--json").form
    assert (form["book"], form["edition"], form["bytes"]) == (str(out), "sw", out.stat().st_size)
    assert str(out) in makala("book", desk, out).out
    assert makala("book", desk, out, "--article", "nothing-such").code == 2


def test_a_pdf_is_the_windows_to_make_and_that_is_said(desk: Path, tmp_path: Path) -> None:
    told = makala("export", desk, tmp_path / "out", "--format", "pdf")
    assert told.code == 2
    assert "web engine" in told.err
