"""NovelAI is known by its name as the software, and its prompt stands beside it."""

from __future__ import annotations

from editor.images.detectors.novelai import find
from editor.images.metadata import gather
from tests.images.samples import PROMPT, SAMPLES, png


def test_the_prompt_is_the_one_of_the_settings() -> None:
    (finding,) = find(gather(SAMPLES["NovelAI"].data))
    assert (finding.prompt, finding.version) == (PROMPT, "Stable Diffusion XL 1")


def test_without_settings_the_description_counts() -> None:
    (finding,) = find(gather(png({"Software": "NovelAI", "Description": "a lake", "Comment": "no json"})))
    assert finding.prompt == "a lake"


def test_a_title_alone_is_nothing() -> None:
    assert list(find(gather(png({"Software": "NovelAI fan art maker", "Title": "NovelAI"})))) == []
