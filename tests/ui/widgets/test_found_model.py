"""What was found, as a list in which each place can be left out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from editor.domain.article import Status
from editor.domain.passages import Passage
from editor.services.found_places import Found, FoundArticle, Place
from editor.ui.widgets.found_model import SEGMENTS_ROLE, FoundModel

CHECK = Qt.ItemDataRole.CheckStateRole


def _place(before: str = "A ", found: str = "ferry", after: str = "!") -> Place:
    return Place("body", Passage(2, 7, "boat"), before, found, after, 0)


def _article(id_: str, *places: Place, status: Status = Status.DRAFT) -> FoundArticle:
    return FoundArticle(
        id=id_, headline=id_.title(), language="en", section="World", status=status, words_hash="", places=places
    )


@pytest.fixture
def model(qtbot: QtBot) -> FoundModel:
    assert qtbot
    made = FoundModel()
    made.show(Found(articles=(_article("one", _place(), _place()), _article("out", _place(), status=Status.PUBLISHED))))
    return made


def _at(model: FoundModel, article: int, place: int | None = None) -> QModelIndex:
    top = model.index(article, 0)
    return top if place is None else model.index(place, 0, top)


def _chosen(model: FoundModel) -> dict[str, tuple[int, ...]]:
    return {name: numbers for name, (_article, numbers) in model.chosen().items()}


def test_it_is_a_model_as_qt_wants_it(model: FoundModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.choose_all(is_chosen=False)
    model.show(Found())
    assert model.rowCount() == 0


def test_published_articles_wait_for_a_tick(model: FoundModel, qtbot: QtBot) -> None:
    assert _chosen(model) == {"one": (0, 1)}
    assert model.has_unchosen_published()
    assert model.not_whole() == {"out"}
    with qtbot.waitSignal(model.chosen_changed):
        model.setData(_at(model, 1), Qt.CheckState.Checked, CHECK)
    assert _chosen(model) == {"one": (0, 1), "out": (0,)}
    assert not model.has_unchosen_published()


def test_places_are_left_out_one_by_one_or_with_their_article(model: FoundModel) -> None:
    model.setData(_at(model, 0, 1), Qt.CheckState.Unchecked, CHECK)
    assert _chosen(model) == {"one": (0,)}
    assert model.data(_at(model, 0), CHECK) is Qt.CheckState.PartiallyChecked
    model.setData(_at(model, 0), Qt.CheckState.Checked, CHECK)
    assert model.chosen_count() == 2
    model.choose_all(is_chosen=False)
    assert model.chosen_count() == 0
    assert model.data(_at(model, 0), CHECK) is Qt.CheckState.Unchecked
    model.choose_all(is_chosen=True)
    assert _chosen(model) == {"one": (0, 1)}


def test_each_place_says_what_stands_there_and_what_shall(model: FoundModel) -> None:
    index = _at(model, 0, 0)
    assert model.data(index, SEGMENTS_ROLE) == (("A ", ""), ("ferry", "found"), ("!", ""))
    assert model.data(index) == "A ferry!"
    out = _article("out", _place(), status=Status.PUBLISHED)
    model.show(Found(articles=(_article("one", _place()), out)), is_replacing=True)
    index = _at(model, 0, 0)
    assert model.data(index, SEGMENTS_ROLE) == (("A ", ""), ("ferry", "gone"), ("boat", "come"), ("!", ""))
    assert model.data(index) == "A ferry! becomes A boat!"
    assert model.data(_at(model, 1)) == "Out   Published · World · English · 1 place"


def test_long_lines_keep_the_place_in_sight(model: FoundModel) -> None:
    model.show(Found(articles=(_article("one", _place(before="x" * 50 + "\n", after="\n")),)))
    assert model.data(_at(model, 0, 0)) == "…" + "x" * 35 + "↵ferry↵"


def test_a_row_leads_to_its_article_and_place(model: FoundModel) -> None:
    assert model.article(_at(model, 1, 0)).id == "out"
    assert model.place(_at(model, 1)) is None
    assert model.place(_at(model, 1, 0)) == _place()
    assert not model.setData(_at(model, 0), "x")
