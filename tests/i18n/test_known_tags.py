"""Tags that mean nothing are told from those that do, and lead to the one that was meant."""

from __future__ import annotations

import pytest

from editor.i18n.known_tags import nearest_tag, strange_part
from editor.i18n.page_words import LOCALES


@pytest.mark.parametrize(
    "tag",
    [
        *(*LOCALES, "luo", "kpz", "guz-KE", "iw", "arb", "zxx", "und", "tlh", "eng", "zh-yue", "sr-Cyrl-ME", "es-419"),
        *("de-1996", "de-CH-1901", "sq-XK", "ru-SU", "sh-Cyrl", "en-u-ca-zz", "en-x-zz"),
    ],
)
def test_a_tag_that_cldr_knows(tag: str) -> None:
    assert strange_part(tag) == ""


@pytest.mark.parametrize(
    ("tag", "part"),
    [
        *(("qq", "qq"), ("zz-KE", "zz"), ("xx", "xx"), ("qaa", "qaa"), ("x-makala", "x"), ("xq-ZZ", "xq")),
        *(("en-ZZ", "ZZ"), ("en-UK", "UK"), ("en-QQ", "QQ"), ("en-Engl", "Engl"), ("zh-Hans-QQ", "QQ")),
    ],
)
def test_a_well_formed_tag_may_mean_nothing(tag: str, part: str) -> None:
    assert strange_part(tag) == part


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *(("engl", "en"), ("English", "en"), ("swahili", "sw"), ("kiswahili", "sw"), ("portugese", "pt")),
        *(("日本語", "ja"), ("jp", "ja"), ("jp-JP", "ja-JP"), ("ke", "sw"), ("cz", "cs"), ("ehn", "en")),
        *(("en-UK", "en-GB"), ("en-ZZ", "en"), ("sw_ke", "sw-KE"), ("zh-Hanz-TW", "zh-TW")),
        *(
            ("xq-ZZ", ""),
            ("qq", ""),
            ("i-klingon", ""),
            ("e", ""),
            ("a-DE", ""),
            ("x-makala", ""),
            ("", ""),
            ("-", ""),
            ("!!", ""),
        ),
    ],
)
def test_the_tag_that_is_meant(said: str, meant: str) -> None:
    assert nearest_tag(said) == meant
