"""The process that renders: pages in turn, files beside them, errors in words, and its end."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from editor.core.errors import Fault
from editor.ui.page_worker import NewsroomPages, PageMade, PageWanted, ResourceMade, ResourceWanted, serve
from tests.builders import a_desk, an_article
from tests.ui.fake_pages import fake_pages, no_pages


@pytest.fixture
def asking() -> Iterator[Connection]:
    """Give the test the asking end; the answering end runs on a thread here, in a process in real life."""
    ours, theirs = multiprocessing.Pipe()
    thread = threading.Thread(target=serve, args=(theirs, fake_pages))
    thread.start()
    yield ours
    ours.close()
    thread.join(5)
    assert not thread.is_alive()


def test_a_page_comes_with_its_path(asking: Connection) -> None:
    asking.send(PageWanted(1, an_article(headline="Ferry", slug="ferry"), "sw", dark=False))
    made = asking.recv()
    assert isinstance(made, PageMade)
    assert (made.number, made.path, made.error) == (1, "sw/ferry/index.html", None)
    assert "<h1>Ferry</h1>" in made.html


def test_a_fault_comes_back_as_an_answer(asking: Connection) -> None:
    asking.send(PageWanted(1, an_article(headline="fault"), "en", dark=False))
    made = asking.recv()
    assert isinstance(made.error, Fault)
    asking.send(PageWanted(2, an_article(headline="Ferry"), "en", dark=False))
    assert asking.recv().number == 2


def test_files_are_answered_even_where_there_is_none(asking: Connection) -> None:
    asking.send(ResourceWanted(1, "theme/site.css"))
    found = asking.recv()
    assert (found.number, found.media_type) == (1, "text/css")
    asking.send(ResourceWanted(2, "theme/none.css"))
    assert asking.recv() == ResourceMade(2)


def test_a_bug_in_a_file_is_a_missing_file_and_a_line_in_the_log(
    asking: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    asking.send(ResourceWanted(1, "images/broken.png"))
    assert asking.recv() == ResourceMade(1)
    assert "could not be made" in caplog.text


def test_pages_that_cannot_be_opened_say_so_once() -> None:
    ours, theirs = multiprocessing.Pipe()
    serve(theirs, no_pages)
    assert isinstance(ours.recv().error, Fault)


def test_the_newsroom_s_own_pages_are_opened_for_reading(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "desk")
    try:
        source = NewsroomPages(tmp_path / "desk")()
        article = an_article(headline="Ferry runs again", body="It does.")
        assert "Ferry runs again" in source.page(article, "en", dark=True)
        assert source.path(article, "en").startswith("en/")
    finally:
        desk.close()
