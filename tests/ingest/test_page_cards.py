from __future__ import annotations

import pytest

from editor.core.errors import FileError
from editor.ingest.page_cards import PageCard, cards_in
from tests.ingest.pages import CHANGED, MADE, REPORTED, SWAHILI, blocks

R, M, C = "reported_by_ai", "image_by_ai", "image_changed_by_ai"


@pytest.mark.parametrize(
    ("texts", "cards"),
    [
        ([], []),
        (["S1", "S2"], [PageCard(summary="S1"), PageCard(summary="S2")]),
        ([REPORTED, "S1", "S2"], [PageCard(labels=(R,), summary="S1"), PageCard(summary="S2")]),
        (
            [f"A\n{MADE}", "H", f"{REPORTED} {MADE}", "S", "S2"],
            [PageCard(alt="A", headline="H", labels=(R, M), summary="S"), PageCard(summary="S2")],
        ),
        ([f"A\n{CHANGED}", "H", CHANGED, "S"], [PageCard(alt="A", headline="H", labels=(C,), summary="S")]),
        ([f"A\n{MADE}", "H", "S"], [PageCard(alt="A", headline="H", labels=(M,), summary="S")]),
        ([f"A\n{MADE}", MADE, "S"], [PageCard(alt="A", labels=(M,), summary="S")]),
        ([f"A\n{MADE}", "H", MADE], [PageCard(alt="A", headline="H", labels=(M,))]),
        (
            [f"A\n{MADE}", "H", MADE, f"B\n{MADE}", "I", MADE, "T"],
            [
                PageCard(alt="A", headline="H", labels=(M,)),
                PageCard(alt="B", headline="I", labels=(M,), summary="T"),
            ],
        ),
        ([f"{REPORTED} {MADE}", "S"], [PageCard(labels=(R, M), summary="S")]),
        (["H", REPORTED], [PageCard(headline="H", labels=(R,))]),
        (["H", REPORTED, REPORTED, "S"], [PageCard(headline="H", labels=(R,)), PageCard(labels=(R,), summary="S")]),
        (
            [f"A\n{MADE}", "H", MADE, "I", REPORTED],
            [PageCard(alt="A", headline="H", labels=(M,)), PageCard(headline="I", labels=(R,))],
        ),
        (
            ["H", MADE, "I", REPORTED],
            [PageCard(headline="H", labels=(M,)), PageCard(headline="I", labels=(R,))],
        ),
    ],
)
def test_what_belongs_to_one_card_stays_together(texts: list[str], cards: list[PageCard]) -> None:
    assert cards_in(blocks(*texts), SWAHILI) == cards


@pytest.mark.parametrize(
    ("texts", "line"), [([REPORTED], 1), (["S", REPORTED, MADE, REPORTED], 5), ([f"A\n{MADE}"], 1)]
)
def test_a_label_or_picture_with_nothing_to_belong_to_is_refused(texts: list[str], line: int) -> None:
    with pytest.raises(FileError) as refused:
        cards_in(blocks(*texts), SWAHILI)
    assert refused.value.line == line
