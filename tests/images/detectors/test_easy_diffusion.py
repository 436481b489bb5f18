"""Easy Diffusion is known by a prompt, a negative prompt and a model side by side."""

from __future__ import annotations

from editor.images.detectors.easy_diffusion import find
from editor.images.metadata import gather
from tests.images.samples import png, with_exif


def test_both_spellings_of_its_keys_count() -> None:
    for texts in (
        {"prompt": "a lake", "negative_prompt": "", "use_stable_diffusion_model": "m"},
        {"Prompt": "a lake", "Negative Prompt": "x", "Stable Diffusion model": "m"},
    ):
        found = [one.prompt for one in find(gather(png(texts)))]
        assert found == (["a lake"] if all(texts.values()) else found)
        assert len(found) <= 1


def test_json_in_a_comment_counts() -> None:
    text = b'ASCII\0\0\0{"prompt": "a lake", "negative_prompt": "", "use_stable_diffusion_model": "m"}'
    (finding,) = find(gather(with_exif({}, user_comment=text)))
    assert (finding.place, finding.system) == ("EXIF", "Easy Diffusion, m")


def test_a_prompt_and_its_opposite_are_not_enough() -> None:
    assert list(find(gather(png({"prompt": "a lake", "negative_prompt": "x"})))) == []
