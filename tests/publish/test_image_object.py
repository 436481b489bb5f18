"""What machines read of a picture comes from its one record, and says nothing that the record does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from editor.domain.derivative import derivatives_of
from editor.domain.image import Image
from editor.domain.source_type import C2PA_SCHEME, SCHEME
from editor.publish.image_object import image_objects, source_types
from tests.builders import an_image
from tests.publish.newsrooms import a_public_setting

IMAGE = an_image(
    sha256="ab" * 32,
    width=1600,
    height=900,
    credit="The Desk",
    creator="Asha Juma",
    rights="© 2026 Nara Desk Ltd",
    license="CC BY 4.0",
    license_page="https://news.example/licence",
    generated_at="2026-01-14",
)


def described(image: Image) -> dict[str, Any]:
    (found,) = image_objects([image], a_public_setting())
    return found


def test_the_whole_record_is_said() -> None:
    assert described(IMAGE) == {
        "@type": "ImageObject",
        "contentUrl": f"https://news.example/images/{derivatives_of(IMAGE)[-1].name}",
        "width": 1600,
        "height": 900,
        "creditText": "The Desk",
        "creator": {"@type": "Person", "name": "Asha Juma"},
        "copyrightNotice": "© 2026 Nara Desk Ltd",
        "license": "https://news.example/licence",
        "acquireLicensePage": "https://news.example/licence",
        "dateCreated": "2026-01-14",
        "digitalSourceType": [
            "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
            SCHEME + "trainedAlgorithmicMedia",
        ],
    }


def test_prompts_and_who_wrote_them_stay_at_home() -> None:
    private = replace(IMAGE, ai_prompt="secret", ai_prompt_writer="secret", decided_by="secret")
    assert "secret" not in str(described(private))


def test_what_is_not_said_is_left_out() -> None:
    bare = an_image(sha256="ab" * 32, width=1600, height=900, source_type="")
    assert set(described(bare)) == {"@type", "contentUrl", "width", "height"}


def test_a_licence_that_is_an_address_is_named_itself() -> None:
    found = described(replace(IMAGE, license="https://creativecommons.org/licenses/by/4.0/"))
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert found["acquireLicensePage"] == "https://news.example/licence"


def test_an_address_that_is_none_is_never_named() -> None:
    assert not {"license", "acquireLicensePage"} & described(replace(IMAGE, license_page="javascript:alert(1)")).keys()


def test_the_desk_is_no_person() -> None:
    assert described(replace(IMAGE, creator="Nara Desk"))["creator"] == {"@type": "Organization", "name": "Nara Desk"}


def test_each_picture_is_said_once_and_only_where_it_has_an_address() -> None:
    assert len(image_objects([IMAGE, IMAGE, an_image()], a_public_setting())) == 1
    assert image_objects([IMAGE], a_public_setting(base_url="")) == []


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("humanEdits", [SCHEME + "humanEdits"]),
        ("digitalCapture", ["https://schema.org/DigitalCaptureDigitalSource", SCHEME + "digitalCapture"]),
        ("minorHumanEdits", [SCHEME + "minorHumanEdits"]),
        (C2PA_SCHEME + "trainedAlgorithmicData", [C2PA_SCHEME + "trainedAlgorithmicData"]),
        ("", []),
        ("urn:foreign", []),
    ],
)
def test_the_source_type_is_said_in_each_vocabulary_that_has_it(value: str, said: list[str]) -> None:
    assert source_types(value) == said
