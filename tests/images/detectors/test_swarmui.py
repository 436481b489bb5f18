"""SwarmUI is known by the object that its settings stand in."""

from __future__ import annotations

from editor.images.detectors.swarmui import find
from editor.images.metadata import gather
from tests.images.samples import PROMPT, SAMPLES, png


def test_it_is_found_in_png_and_jpeg() -> None:
    for name in ("SwarmUI", "SwarmUI in JPEG"):
        (finding,) = find(gather(SAMPLES[name].data))
        assert (finding.system, finding.version, finding.prompt) == ("SwarmUI, lake_xl", "0.9.7", PROMPT)


def test_an_empty_object_is_nothing() -> None:
    assert list(find(gather(png({"parameters": '{"sui_image_params": {}}'})))) == []
    assert list(find(gather(png({"parameters": '{"sui_image_params": "x"}'})))) == []
