from __future__ import annotations

from dataclasses import replace

from editor.domain.image import Finding, Image
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
    ai_prompt="P\nQ",
    findings=(Finding(detector="d", place="p", key="k", value="v", confidence="proven"),),
    decided_by="Asha",
    decided_at=NOON,
    trashed_at=NOON,
    extra={"kind": "illustration", "empty": ""},
)


def again(image: Image, language: str = "en") -> Image:
    values = write_picture(image, language, file="")
    return read_picture(Fields(read_yaml(write_yaml(values))), language).image


def test_everything_said_of_a_picture_comes_back() -> None:
    assert again(FULL) == FULL


def test_alt_texts_come_back_whichever_languages_they_are_in() -> None:
    for alt in ({}, {"en": ""}, {"en": "x"}, {"sw": "x"}, {"en": "x", "ar": "ص"}):
        image = replace(FULL, alt=alt)
        assert again(image) == image


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
