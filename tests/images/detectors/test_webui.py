"""The settings line of Stable Diffusion web UI and its kin is found wherever a program has put it."""

from __future__ import annotations

import pytest

from editor.images.detectors.webui import find
from editor.images.metadata import gather
from tests.images.marked import picture, stating
from tests.images.samples import A1111, PROMPT, png, unicode_comment, with_comment, with_exif, with_iim


def test_prompt_model_and_version_are_read() -> None:
    (finding,) = find(gather(png({"parameters": A1111})))
    assert (finding.place, finding.key, finding.prompt) == ("PNG text", "parameters", PROMPT)
    assert (finding.system, finding.version) == ("Stable Diffusion web UI, lake_xl", "v1.9.4")
    assert finding.value.startswith("Steps: 20, Sampler: Euler a")


@pytest.mark.parametrize("coding", ["utf-16-be", "utf-16-le", "utf-16", "utf-8"])
def test_a_comment_is_read_in_whatever_order_its_bytes_are(coding: str) -> None:
    (finding,) = find(gather(with_exif({}, user_comment=unicode_comment(A1111, coding))))
    assert finding.prompt == PROMPT


def test_a_comment_of_the_file_counts() -> None:
    (finding,) = find(gather(with_comment(A1111)))
    assert finding.place == "JPEG comment"


@pytest.mark.parametrize(
    ("version", "tool"),
    [
        ("f2.0.1", "Stable Diffusion web UI Forge"),
        ("Fooocus v2", "Fooocus"),
        ("ComfyUI", "ComfyUI"),
        ("", "Stable Diffusion web UI"),
    ],
)
def test_its_kin_are_told_apart(version: str, tool: str) -> None:
    text = f"Steps: 4, Sampler: Euler, Version: {version}" if version else "Steps: 4, Sampler: Euler"
    (finding,) = find(gather(png({"parameters": text})))
    assert (finding.system, finding.prompt) == (tool, "")


def test_a_picture_that_was_enlarged_is_a_hint_without_a_class() -> None:
    (finding,) = find(gather(png({"postprocessing": "Postprocess upscale by: 4"})))
    assert (finding.source_type, finding.confidence) == ("", "possible")


@pytest.mark.parametrize(
    "data",
    [
        png({"Comment": A1111}),
        with_exif({0x010E: A1111}),
        with_exif({0x9C9C: "\0".join(A1111[A1111.index("\nSteps") :]) + "\0"}, kind="WEBP"),
        with_iim({120: A1111}),
        picture("AVIF", stating("http://purl.org/dc/elements/1.1/", description=A1111)),
        picture("WEBP", stating("http://ns.adobe.com/exif/1.0/", UserComment=A1111)),
    ],
    ids=["comment", "description", "Windows", "caption", "XMP description", "XMP comment"],
)
def test_settings_that_a_program_moved_are_found(data: bytes) -> None:
    (finding,) = find(gather(data))
    assert (finding.source_type, finding.system) == ("trainedAlgorithmicMedia", "Stable Diffusion web UI, lake_xl")


def test_other_words_are_left_alone() -> None:
    assert list(find(gather(png({"parameters": "Steps: many", "Description": "Steps: 20, then rest"})))) == []
