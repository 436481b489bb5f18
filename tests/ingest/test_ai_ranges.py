"""What AI wrote goes into a file and comes back; what cannot be is said with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.errors import FileError
from editor.domain.ai_ranges import AiRanges, tidy
from editor.ingest.ai_ranges import write_ranges
from editor.ingest.article_file import read_article
from editor.ingest.article_writing import write_article
from editor.ingest.draft import Draft
from editor.ingest.importer import ReadOptions
from tests.builders import an_article, an_id

BODY = "Ana wrote this.\n\nA model wrote that, all of it, and more."
FILE = "---\nmakala: 1\nlanguage: en\nheadline: H\nai-ranges:\n{}\n---\n" + BODY + "\n"


def read(text: str) -> Draft:
    return read_article(text, ReadOptions(new_id=an_id))


def written(body: str, ranges: AiRanges) -> str:
    article = an_article(body=body, ai_ranges=ranges)
    return write_article(article, slugs={}, source=None, images={}, path_of=lambda _: "")


@given(
    st.text(alphabet="ab \n#*-é\u2028\U0001f600'\":", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))),
)
def test_ranges_come_back(body: str, raw: list[tuple[int, int]]) -> None:
    ranges = tidy(raw, len(body))
    draft = read(written(body, ranges))
    assert (draft.article.body, draft.article.ai_ranges) == (body, ranges)
    assert not draft.warnings


def test_an_article_without_ranges_says_nothing_of_them() -> None:
    assert "ai-ranges" not in written(BODY, ())


def test_a_file_says_where_and_how_it_begins() -> None:
    assert write_ranges(((15, 36),), BODY) == [{"start": "15", "length": "21", "begins": "A model wrote that,"}]


def test_a_range_of_two_numbers_is_enough() -> None:
    assert read(FILE.format("  - {start: 17, length: 19}")).article.ai_ranges == ((17, 36),)


def test_a_range_whose_words_moved_is_found_by_them() -> None:
    draft = read(FILE.format("  - {start: 3, length: 19, begins: A model wrote that}"))
    assert draft.article.ai_ranges == ((17, 36),)
    assert not draft.warnings


def test_a_range_whose_words_are_gone_is_said_and_not_marked() -> None:
    draft = read(FILE.format("  - {start: 3, length: 19, begins: Nobody wrote}"))
    assert draft.article.ai_ranges == ()
    (warning,) = draft.warnings
    assert "Nobody wrote" in str(warning)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("  - {start: x, length: 3}", "“x” is no number of characters for “start”."),
        ("  - {start: -1, length: 3}", "“-1” is no number of characters for “start”."),
        ("  - {start: 1}", "“” is no number of characters for “length”."),
        ("  - {start: 1, length: 0}", "“0” is no number of characters for “length”."),
        ("  - {start: 1, length: 99999999999999999999}", "is no number of characters for “length”."),
        ("  - {start: ٣, length: 3}", "is no number of characters for “start”."),
        ("  - {start: 50, length: 20}", "A range of text written by AI reaches beyond the text."),
        ("  - {start: 1, length: 9}\n  - {start: 5, length: 9}", "Two ranges of text written by AI overlap."),
        ("  - 1-2", "“ai-ranges” should hold “key: value” lines here."),
        ("  start: 1", "“ai-ranges” should be a list: each part on a line that begins with “- ”."),
    ],
)
def test_what_is_no_range_is_refused_with_its_line(entry: str, said: str) -> None:
    with pytest.raises(FileError) as refused:
        read(FILE.format(entry))
    assert said in str(refused.value.message)
    assert refused.value.line >= 5


def test_unknown_keys_of_a_range_are_kept_and_reported() -> None:
    draft = read(FILE.format("  - {start: 1, length: 3, tool: x}"))
    assert draft.article.extra == {"elsewhere": {"ai-ranges.0.tool": "x"}}
    assert "ai-ranges.0.tool" in str(draft.warnings[0])


@pytest.mark.parametrize(("typed", "line"), [("  - [0, 10]\n  - [20, 30]", 6), ("  [[0, 10]]", 6), ("  0-10", 5)])
def test_a_range_in_another_form_is_refused_with_the_right_one(typed: str, line: int) -> None:
    with pytest.raises(FileError) as refused:
        read(FILE.format(typed))
    assert refused.value.line == line
    assert "“- {start: 12, length: 40}”" in str(refused.value.hint)
