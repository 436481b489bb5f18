"""InvokeAI is known in each of its forms."""

from __future__ import annotations

from editor.images.detectors.invokeai import find
from editor.images.metadata import gather
from tests.images.samples import SAMPLES, png


def test_each_form_is_read() -> None:
    for name in ("InvokeAI", "InvokeAI of old", "InvokeAI's first"):
        (finding,) = find(gather(SAMPLES[name].data))
        assert finding.prompt == SAMPLES[name].prompt


def test_odd_values_under_its_keys_are_survived() -> None:
    odd = {"invokeai_metadata": '{"model": "x", "positive_prompt": 3}', "sd-metadata": '{"image": {"prompt": []}}'}
    assert [one.prompt for one in find(gather(png(odd)))] == ["", ""]
    assert list(find(gather(png({"Dream": "of electric sheep", "invokeai_graph": "none"})))) == []
