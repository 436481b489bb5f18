from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from editor.ingest.yaml_text import plain, read_yaml
from editor.ingest.yaml_writing import write_yaml

# YAML 1.2.2, section 10.3.2: what the core schema takes for something else than text.
CORE = re.compile(
    r"(?:null|Null|NULL|~||true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)
TRAPS = [
    "no", "Yes", "on", "OFF", "y", "N", "null", "~", "", " ", "true", "12:30", "1_000", "0x1f", "0o17", "017", "1e3",
    ".inf", ".nan", "2026-01-14", "2026-01-14T12:00:00Z", "- a", "a: b", "a #b", "#a", "@a", "`a", "%a", "!a", "&a",
    "*a", "|", ">", "[a]", "{a: b}", "a,b", "'a'", '"a"', "? a", "---", "...", "a\n", "\na", " a\nb", "a\n\n\nb\n\n",
    "a\r\nb", "tab\there", "\ttab", "nel\u0085x", "ls\u2028x", "bom\ufeffx", "مقالة", "記事: あ", "😀", "trailing ",
    "a \nb", "e\u0301", "<<", "=", "a:", ":a", "C:\\x", "it's",
]  # fmt: skip


def a_reader_of_version_1_1(text: str) -> object:
    return yaml.load(text, Loader=yaml.SafeLoader)


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)


@pytest.mark.parametrize("text", TRAPS)
def test_every_trap_comes_back_as_text_in_both_versions(text: str) -> None:
    values = {"key": text, "list": [text, {"inner": text}]}
    written = write_yaml(values)
    assert plain(read_yaml(written)) == values
    assert a_reader_of_version_1_1(written) == values
    bare = re.match(r"key: ([^\"'|\n][^\n]*)\n", written)
    assert not (bare and CORE.fullmatch(bare[1]))


@settings(max_examples=300)
@given(st.dictionaries(TEXTS, st.one_of(TEXTS, st.lists(TEXTS, max_size=3), st.dictionaries(TEXTS, TEXTS, max_size=2))))
@example({"a": "x\n \n"})
def test_any_text_comes_back(values: dict[str, object]) -> None:
    written = write_yaml(values)
    assert plain(read_yaml(written)) == values
    assert a_reader_of_version_1_1(written) == values


def test_ordinary_words_stay_bare_and_long_texts_are_legible() -> None:
    values = {"headline": "Drums in Nara", "tags": ("Japan", "South Korea"), "reactions": "One\n\nTwo\n", "n": "1"}
    assert write_yaml(values) == (
        'headline: Drums in Nara\ntags: [Japan, South Korea]\nreactions: |\n  One\n\n  Two\n"n": "1"\n'
    )


def test_nothing_is_repeated_by_reference() -> None:
    shared = ["a", "b"]
    assert "*" not in write_yaml({"x": shared, "y": shared})
