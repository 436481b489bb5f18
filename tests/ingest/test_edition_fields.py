"""Editions in a `newsroom.yaml`: each mistake at its line, nothing lost that is not understood."""

from __future__ import annotations

import pytest

from editor.core.errors import FileError
from editor.domain.settings import Consent, ConsentText, Edition
from editor.ingest.edition_fields import edition_values, read_editions
from editor.ingest.fields import Fields
from editor.ingest.yaml_text import read_yaml
from editor.ingest.yaml_writing import write_yaml

FULL = Edition(
    locale="zh-Hant",
    name="讀者版",
    base_path="asia/zh",
    house_style="zh-Hant-HK",
    display_zone="Asia/Hong_Kong",
    fallback=(),
    sections=("國際", ""),
    consent=Consent.NOTICE,
    consent_text=ConsentText(title="本網站使用 Cookie", body="no", policy="政策"),
    extra={"colour": "red", "consent-text.button": "x"},
)


def read(text: str) -> tuple[Edition, ...]:
    return read_editions(Fields(read_yaml(text)).list_of_fields("editions"))


def test_an_edition_comes_back_as_it_was() -> None:
    assert read(write_yaml({"editions": [edition_values(FULL)]})) == (FULL,)


def test_what_a_notice_does_not_have_is_kept() -> None:
    (edition,) = read("editions:\n- locale: sw\n  consent-text: {title: T, button: B}\n")
    assert edition.consent_text == ConsentText(title="T")
    assert edition.extra == {"consent-text.button": "B"}


@pytest.mark.parametrize(
    ("below", "words"),
    [
        ("locale: no tag", "no language tag"),
        ("base-path: en", "Two editions would lie at “en”"),
        ("base-path: ../../up", "cannot be a folder"),
        ("base-path: en/page", "lies among the pages"),
        ("fallback: [no tag]", "no language tag"),
        ("house-style: fr", "“fr” is of another language than the edition, “sw”"),
        ("house-style: s", "no language tag"),
        ("display-zone: Mars/Base", "not the name of a time zone"),
        ("sections: [' A']", "begins or ends with a space"),
        ("consent: perhaps", "“perhaps” is not known"),
        ("consent-text: yes", "should hold “key: value” lines"),
    ],
)
def test_each_mistake_is_refused_at_its_line(below: str, words: str) -> None:
    lines = ["editions:", "- locale: en", "- locale: sw", "  consent: none", f"  {below}"]
    if below.startswith("locale"):
        lines[2:] = ["- consent: none", f"  {below}"]
    elif below.startswith("consent:"):
        del lines[3]
    with pytest.raises(FileError, match=words) as refused:
        read("\n".join(lines) + "\n")
    assert refused.value.line == len(lines)


@pytest.mark.parametrize("tag", ["toi", "swc", "dag", "qq"])
def test_an_edition_in_a_language_that_locale_data_do_not_know_comes_back(tag: str) -> None:
    edition = Edition(locale=tag, house_style=f"{tag}-KE", fallback=("dag", "en"))
    assert read(write_yaml({"editions": [edition_values(edition)]})) == (edition,)


def test_what_an_older_newsroom_says_twice_is_read_once() -> None:
    (edition,) = read("editions:\n- locale: sw\n  fallback: [sw, en, fr, en, sw]\n  sections: [A, B, A]\n")
    assert edition.fallback == ("sw", "en", "fr")
    assert edition.sections == ("A", "B")
