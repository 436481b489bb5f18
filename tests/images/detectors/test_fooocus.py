"""Fooocus is known by its version or scheme, in PNG text, comments and EXIF."""

from __future__ import annotations

import json

from editor.images.detectors.fooocus import find
from editor.images.metadata import gather
from tests.images.samples import PROMPT, png, unicode_comment, with_comment, with_exif

VALUES = {"prompt": PROMPT, "base_model": "lake_xl", "version": "Fooocus v2.5.5"}


def test_it_is_found_in_each_place() -> None:
    text = json.dumps(VALUES)
    for data in (png({"parameters": text}), with_comment(text), with_exif({}, user_comment=unicode_comment(text))):
        (finding,) = find(gather(data))
        assert (finding.system, finding.version, finding.prompt) == ("Fooocus, lake_xl", "v2.5.5", PROMPT)


def test_the_same_keys_of_somebody_else_are_none_of_its() -> None:
    assert list(find(gather(png({"parameters": json.dumps(VALUES | {"version": "Other 1"})})))) == []
    assert list(find(gather(png({"parameters": '{"version": "Fooocus"}'})))) == []
