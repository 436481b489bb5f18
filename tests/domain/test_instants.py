"""Years that every zone and calendar can show, and a clear sentence for the others."""

from __future__ import annotations

import pytest

from editor.core.errors import UserError
from editor.domain.instants import check_year


@pytest.mark.parametrize("year", [1000, 1605, 2026, 9998])
def test_years_that_can_be_shown(year: int) -> None:
    check_year(year)


@pytest.mark.parametrize("year", [1, 999, 9999])
def test_years_that_cannot(year: int) -> None:
    with pytest.raises(UserError, match=f"The year {year} cannot be shown.*between the years 1000 and 9998"):
        check_year(year)
