"""The format text: one file an article and edition, without a newline at its end."""

from __future__ import annotations

from tests.publish.newsrooms import a_full_desk


def test_each_article_of_each_edition_is_a_file() -> None:
    files = a_full_desk().files("text")
    assert {"en/two-drum-kits.txt", "sw/two-drum-kits-sw.txt", "ar/taken-back.txt"} <= files.keys()
    assert all(not file.make().endswith(b"\n") and b"\r" not in file.make() for file in files.values())
    assert b"SECRET WORDS" not in files["en/taken-back.txt"].make()
