from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from editor.core.errors import FileError
from editor.domain.article import Status
from editor.ingest.fields import ELSEWHERE, Fields, languages_of, unknown_keys
from editor.ingest.yaml_text import read_yaml


def fields(text: str) -> Fields:
    return Fields(read_yaml(text))


def test_values_are_typed_by_what_their_key_asks_for() -> None:
    read = fields(
        "t: words\none: x\nmany: [x, y]\nat: 2026-01-14T21:00:00.5+09:00\nlang: ZH_hant\nzone: Asia/Tokyo\n"
        "status: in-review\nlangs: [EN, sw]\nm: {a: b}\nl: [{a: b}]\nn: {x: {a: b}}\n"
    )
    assert read.text("t") == "words"
    assert (read.texts("one"), read.texts("many"), read.texts("none")) == (("x",), ("x", "y"), ())
    assert read.instant("at") == datetime(2026, 1, 14, 12, tzinfo=UTC)
    assert read.zone("zone") == "Asia/Tokyo"
    assert read.choice("status", Status, Status.DRAFT) is Status.IN_REVIEW
    assert read.choice("none", Status, Status.DRAFT) is Status.DRAFT
    assert languages_of(read, "langs") == ("en", "sw")
    inner = read.fields("m")
    assert inner is not None
    assert inner.text("a") == "b"
    assert [one.text("a") for one in read.list_of_fields("l")] == ["b"]
    assert {name: one.text("a") for name, one in read.named_fields("n").items()} == {"x": "b"}
    assert read.unknown() == {"lang": "ZH_hant"}


def test_what_is_missing_is_empty() -> None:
    read = fields("a:\n")
    assert (read.text("x"), read.instant("x"), read.zone("x"), read.language("x")) == ("", None, "", "")
    assert (read.fields("x"), read.list_of_fields("x"), read.named_fields("x")) == (None, [], {})
    assert (read.node("a"), read.line_of("a"), read.line_of("x")) == (None, 1, 1)


def test_texts_by_language_take_one_text_for_the_language_at_hand() -> None:
    assert fields("alt: words").by_language("alt", "en") == {"en": "words"}
    assert fields("alt: ''").by_language("alt", "en") == {"en": ""}
    assert fields("alt: {sw: maneno, EN: ''}").by_language("alt", "fr") == {"sw": "maneno", "en": ""}
    assert fields("x: y").by_language("alt", "en") == {}


@pytest.mark.parametrize(
    "text",
    [
        "k: 2026-01-14T12:00:00",
        "k: 2026-01-14",
        "k: yesterday",
        "k: 0001-01-01T00:00:00+14:00",
        "k: 9999-12-31T23:59:59-12:00",
        "k: 0999-12-31T23:59:59Z",
        "k: [a]",
    ],
)
def test_an_instant_needs_day_time_and_offset(text: str) -> None:
    with pytest.raises(FileError) as refused:
        fields(f"\n{text}").instant("k")
    assert refused.value.line == 2


def test_each_wrong_kind_is_refused_at_its_line() -> None:
    read = fields("a: [x]\nb: words\nc: {x: y}\nd: [x]\ne: Mars/Base\nf: no language\ng: someday\nh: {no tag: x}\n")
    asked: list[Callable[[], object]] = [
        lambda: read.text("a"),
        lambda: read.list_of_fields("b"),
        lambda: read.texts("c"),
        lambda: read.named_fields("d"),
        lambda: read.zone("e"),
        lambda: read.language("f"),
        lambda: read.choice("g", Status, Status.DRAFT),
        lambda: read.by_language("h", "en"),
    ]
    lines = []
    for ask in asked:
        with pytest.raises(FileError) as refused:
            ask()
        lines.append(refused.value.line)
    assert lines == [1, 2, 3, 4, 5, 6, 7, 8]


def test_the_refusal_of_a_choice_names_the_words_there_are() -> None:
    with pytest.raises(FileError, match="draft, in-review, ready, published, withdrawn"):
        fields("status: done").choice("status", Status, Status.DRAFT)


def test_unknown_keys_are_named_in_order() -> None:
    assert "a, b" in str(unknown_keys(["b", "a"]))
    assert ELSEWHERE == "elsewhere"


def test_a_tag_that_means_nothing_is_doubted_once_at_its_line_wherever_it_stands() -> None:
    read = fields("a: sw-KE\nb: en-UK\nc:\n- d: EN-uk\n  e: [xq-ZZ]\n  f: {zz: x}\n")
    (inner,) = read.list_of_fields("c")
    assert (read.language("a"), read.language("b"), inner.language("d")) == ("sw-KE", "en-UK", "en-UK")
    assert languages_of(inner, "e") == ("xq-ZZ",)
    assert inner.by_language("f", "en") == {"zz": "x"}
    assert [str(doubt) for doubt in read.doubts.values()] == [
        "Line 2: “UK” in “en-UK” is no language, script or region that is known here. Perhaps “en-GB” is meant.",
        "Line 5: “xq” in “xq-ZZ” is no language, script or region that is known here.",
        "Line 6: “zz” in “zz” is no language, script or region that is known here.",
    ]


def test_a_zone_by_its_city_leads_to_its_name() -> None:
    with pytest.raises(FileError) as refused:
        fields("a: Nairobi\n").zone("a")
    assert str(refused.value.hint) == "Perhaps “Africa/Nairobi” is meant."


def test_a_language_by_its_name_leads_to_its_tag() -> None:
    with pytest.raises(FileError) as refused:
        fields("a: engl\n").language("a")
    assert (refused.value.line, str(refused.value.hint)) == (1, "Perhaps “en” is meant.")
    with pytest.raises(FileError) as refused:
        fields("a: 42\n").language("a")
    assert "A tag looks like" in str(refused.value.hint)
