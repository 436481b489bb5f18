"""A generator's name counts in the fields that name programs, whole and alone."""

from __future__ import annotations

import pytest

from editor.images.detectors.named_tool import find
from editor.images.metadata import gather
from tests.images.marked import picture, stating
from tests.images.samples import png, with_exif, with_iim


@pytest.mark.parametrize(
    "data",
    [
        with_exif({0x0131: "midjourney"}),
        png({"Software": "Midjourney"}),
        with_iim({65: "Midjourney"}),
        picture("TIFF", stating("http://ns.adobe.com/xap/1.0/", CreatorTool="Midjourney")),
    ],
)
def test_each_field_that_names_a_program_counts(data: bytes) -> None:
    (finding,) = find(gather(data))
    assert (finding.system, finding.source_type) == ("Midjourney", "trainedAlgorithmicMedia")


@pytest.mark.parametrize(
    ("said", "system", "version"),
    [
        ("Midjourney v6.1", "Midjourney", "v6.1"),
        ("OpenAI DALL-E 3", "DALL·E", "3"),
        ("DALL·E 3 HD", "DALL·E", "3 HD"),
        ("Stable Diffusion XL 1.0", "Stable Diffusion", "XL 1.0"),
        ("Stable Diffusion web UI", "Stable Diffusion web UI", ""),
        ("Adobe Firefly Image 3", "Adobe Firefly", "Image 3"),
        ("FLUX.1 [dev]", "FLUX", "1 [dev]"),
        ("Imagen 4 Ultra", "Imagen", "4 Ultra"),
        ("ComfyUI/0.3.10", "ComfyUI", "0.3.10"),
    ],
)
def test_a_version_may_stand_behind_the_name(said: str, system: str, version: str) -> None:
    (finding,) = find(gather(png({"Software": said})))
    assert (finding.system, finding.version, finding.source_type) == (system, version, "trainedAlgorithmicMedia")


@pytest.mark.parametrize(
    "said", ["Imagen", "Flux", "Gemini", "f.lux 4", "Grok Reader", "FluxMagic 2", "Adobe Photoshop 26", "v" * 9000]
)
def test_what_other_programs_are_called_is_left_alone(said: str) -> None:
    assert list(find(gather(png({"Software": said})))) == []


def test_a_program_that_had_a_part_is_a_change_with_ai() -> None:
    packet = stating("http://ns.adobe.com/xap/1.0/sType/ResourceEvent#", softwareAgent="Adobe Firefly 3")
    (finding,) = find(gather(picture("JPEG", packet)))
    assert (finding.key, finding.source_type) == ("stEvt:softwareAgent", "compositeWithTrainedAlgorithmicMedia")


def test_captions_artists_and_longer_names_are_left_alone() -> None:
    tags = {0x010E: "Midjourney", 0x013B: "Adobe Firefly", 0x0131: "Stable Diffusion Viewer 2", 0x0110: "Fooocus"}
    assert list(find(gather(with_exif(tags)))) == []
    assert list(find(gather(with_iim({120: "ComfyUI", 80: "InvokeAI"})))) == []
