"""Words of scripts without spaces, told from parts of longer ones."""

from __future__ import annotations

import pytest

from editor.storage.word_ranking import is_unspaced, stands_alone


@pytest.mark.parametrize(
    ("term", "text", "is_word"),
    [
        ("京都", " 秋 古イ寺ヲ見ニ京都ヘ行ク ", True),
        ("京都", " 東京都ハ水曜日ニ発表シタ ", False),
        ("京都", f" {'東京都 ' * 3}京都 ", True),
        ("京都", f" {'東京都 ' * 20}京都 ", False),  # only so many places are looked at
        ("กลอง", " เชิญกลองใหญ่ ", True),
        ("ลอง", " ตีกลอง ", False),
        ("鼓", " 首相 ", False),
    ],
)
def test_a_word_begins_and_ends_where_words_do(term: str, text: str, is_word: bool) -> None:  # noqa: FBT001
    assert stands_alone(term, text) is is_word


def test_scripts_without_spaces() -> None:
    assert [is_unspaced(term) for term in ("京都", "ドラム", "กลอง", "총리", "drums", "नारा", "يابان")] == [
        *(True, True, True),
        *(False, False, False, False),
    ]
