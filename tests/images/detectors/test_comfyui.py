"""The graph of ComfyUI is followed to its prompt, in PNG text and in the EXIF of WebP."""

from __future__ import annotations

import json

import pytest

from editor.images.detectors.comfyui import find
from editor.images.metadata import gather
from tests.images.samples import PROMPT, comfyui_graph, png, unicode_comment, with_exif


def test_the_prompt_is_the_one_that_the_sampler_follows() -> None:
    graph = comfyui_graph()
    turned = dict(reversed(graph.items()))
    (finding,) = find(gather(png({"prompt": json.dumps(turned)})))
    assert (finding.prompt, finding.system) == (PROMPT, "ComfyUI, lake.safetensors")
    assert "KSampler" in finding.value


def test_a_ring_of_links_ends() -> None:
    graph = comfyui_graph() | {"6": {"class_type": "Reroute", "inputs": {"text": ["6", 0]}}}
    (finding,) = find(gather(png({"prompt": json.dumps(graph)})))
    assert finding.prompt == "blurry"


def test_what_was_drawn_counts_where_what_was_run_is_missing() -> None:
    (finding,) = find(gather(png({"workflow": '{"nodes": [{"type": "KSampler"}]}'})))
    assert (finding.key, finding.value, finding.prompt) == ("workflow", "KSampler", "")


def test_both_together_are_one_finding() -> None:
    make = f"workflow:{json.dumps({'nodes': [{'type': 'KSampler'}]})}"
    tags = {0x010F: make, 0x0110: f"prompt:{json.dumps(comfyui_graph())}"}
    (finding,) = find(gather(with_exif(tags, kind="WEBP")))
    assert (finding.place, finding.key, finding.prompt) == ("EXIF", "Model", PROMPT)


@pytest.mark.parametrize(
    "said",
    [
        {"prompt": comfyui_graph(), "workflow": {"nodes": [{"type": "KSampler"}]}},
        comfyui_graph() | {"extra": {"airs": []}, "extraMetadata": "{}"},
    ],
    ids=["both graphs", "a service's own words beside the nodes"],
)
def test_a_comment_may_hold_the_graph(said: dict[str, object]) -> None:
    (finding,) = find(gather(with_exif({}, user_comment=unicode_comment(json.dumps(said)))))
    assert (finding.key, finding.prompt, finding.system) == ("UserComment", PROMPT, "ComfyUI, lake.safetensors")


def test_a_prompt_that_is_no_graph_is_none_of_its() -> None:
    for text in ("a lake", "{}", "[]", '{"a": 1}', '{"a": {"b": 1}}'):
        assert list(find(gather(png({"prompt": text, "workflow": text})))) == []
