from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.errors import FileError
from editor.domain.image import Finding, Image
from editor.domain.kept_text import kept_text
from editor.ingest.fields import Fields
from editor.ingest.picture_words import read_picture, without_empty, write_picture
from editor.ingest.yaml_text import read_yaml
from editor.ingest.yaml_writing import write_yaml
from tests.builders import NOON, an_image

FULL = an_image(
    id="w",
    alt={"en": "A", "sw": ""},
    credit="C",
    source_type="digitalCapture",
    ai_system="S",
    ai_system_version="1: 2",
    ai_prompt="P\nQ",
    ai_prompt_writer="no",
    creator="# Asha",
    rights="© 2026 “The Desk”, <all> rights: reserved",
    license="- CC BY 4.0",
    license_page="javascript:alert(1)",
    data_mining="DMI-PROHIBITED-AIMLTRAINING",
    generated_at="2026-01-14",
    focus=(0.0, 0.3333),
    proposed="http://example.org/own",
    findings=(
        Finding(detector="d", place="p", key="k", value="v", confidence="proven"),
        Finding(
            detector="d",
            place="p",
            key="k",
            value="v",
            source_type="print",
            system="S",
            version="1",
            prompt="P\nQ",
            generated_at="2026-03-01",
        ),
    ),
    decided_by="Asha",
    decided_at=NOON,
    trashed_at=NOON,
    extra={"kind": "illustration", "empty": ""},
)

WORDS = (
    "creator", "rights", "license", "license_page", "credit", "ai_system", "ai_system_version", "ai_prompt",
    "ai_prompt_writer",
)  # fmt: skip


def again(image: Image, language: str = "en") -> Image:
    values = write_picture(image, language, file="")
    return read_picture(Fields(read_yaml(write_yaml(values))), language).image


def test_everything_said_of_a_picture_comes_back() -> None:
    assert again(FULL) == FULL


def test_alt_texts_come_back_whichever_languages_they_are_in() -> None:
    for alt in ({}, {"en": ""}, {"en": "x"}, {"sw": "x"}, {"en": "x", "ar": "ص"}):
        image = replace(FULL, alt=alt)
        assert again(image) == image


def read(yaml: str) -> Image:
    return read_picture(Fields(read_yaml(yaml)), "en").image


@given(st.fixed_dictionaries({name: st.text(max_size=40).map(kept_text) for name in WORDS}))
def test_any_words_of_the_record_come_back(said: dict[str, str]) -> None:
    assert again(replace(FULL, **said)) == replace(FULL, **said)  # type: ignore[arg-type]


def test_what_is_typed_is_read_in_each_of_its_forms() -> None:
    assert read("data-mining: http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED\n").data_mining == "DMI-PROHIBITED"
    assert read("generated-at: 2026-01-14T21:00:00+09:00\n").generated_at == "2026-01-14T12:00:00Z"
    assert read("generated-at: 2026-01-14\n").generated_at == "2026-01-14"
    assert read("focus: [1, .25]\n").focus == (1.0, 0.25)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("data-mining: never", "“never” is no term"),
        ("generated-at: last summer", "“last summer” is no date"),
        ("generated-at: 2026-02-30", "“2026-02-30” is no date"),
        ("generated-at: 2026-01-14T12:00:00", "is no date"),
        ("focus: [0.5]", "“0.5” is no point in a picture"),
        ("focus: [0.5, 2]", "“0.5, 2” is no point"),
        ("focus: [nan, 0]", "“nan, 0” is no point"),
        ("focus: middle", "“middle” is no point"),
    ],
)
def test_what_is_not_of_its_kind_is_refused_at_its_line(line: str, said: str) -> None:
    with pytest.raises(FileError, match=said) as refused:
        read(f"credit: C\n{line}\n")
    assert refused.value.line == 2
    assert refused.value.hint is not None


def test_an_unknown_key_never_hides_what_is_known() -> None:
    values = write_picture(replace(FULL, extra={"focus": "x", "more": "y"}), "en")
    assert (values["focus"], values["more"]) == (["0", "0.3333"], "y")


def test_a_source_type_may_be_a_uri() -> None:
    fields = Fields(read_yaml("source-type: http://cv.iptc.org/newscodes/digitalsourcetype/print\n"))
    assert read_picture(fields, "en").image.source_type == "print"


def test_a_picture_with_a_file_is_named_by_it() -> None:
    image = an_image(sha256="ab" * 32)
    values = write_picture(image, "en", caption="Cap", file=image.path)
    assert (values["file"], values["caption"]) == ("images/abababababab-drums.png", "Cap")
    assert "id" not in values
    note = read_picture(Fields(read_yaml(write_yaml(values))), "en")
    assert (note.file, note.caption, note.line) == (image.path, "Cap", 1)


def test_empty_values_are_left_out_but_for_some() -> None:
    assert without_empty({"a": "", "b": (), "c": "x", "d": ""}, keep={"d"}) == {"c": "x", "d": ""}
