"""Rows as Qt's views ask for them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from editor.ui.widgets.rows_model import RowsModel


class Words(RowsModel[str]):
    """Says each word as it is."""

    @override
    def answer(self, row: str, role: int) -> object:
        return row if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def holder(qapp: QApplication) -> QObject:
    return QObject(qapp)


def test_it_shows_its_rows_in_their_order_as_qt_expects(holder: QObject) -> None:
    model = Words(holder)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_rows(["one", "two"])
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["one", "two"]
    assert model.rowCount(model.index(0, 0)) == 0
    model.show_rows(["three"])
    assert model.rowCount() == 1
    tester.deleteLater()


def test_a_row_that_has_gone_answers_nothing(holder: QObject) -> None:
    model = Words(holder)
    model.show_rows(["one", "two"])
    last = model.index(1, 0)
    model.show_rows(["one"])
    assert model.data(last) is None
    assert model.data(QModelIndex()) is None
