"""Draw Things is known by the four keys of its settings."""

from __future__ import annotations

import json

from editor.images.detectors.draw_things import find
from editor.images.metadata import gather
from tests.images.marked import picture, stating

EXIF = "http://ns.adobe.com/exif/1.0/"
VALUES = {"c": "a lake", "uc": "", "model": "lake.ckpt", "seed": 3}


def test_all_four_keys_are_needed() -> None:
    (finding,) = find(gather(picture("JPEG", stating(EXIF, UserComment=json.dumps(VALUES)))))
    assert (finding.key, finding.system, finding.prompt) == ("exif:UserComment", "Draw Things, lake.ckpt", "a lake")
    for key in VALUES:
        fewer = json.dumps({name: value for name, value in VALUES.items() if name != key})
        assert list(find(gather(picture("JPEG", stating(EXIF, UserComment=fewer))))) == []
