"""Hostile files are refused or handled within bounds, odd ones are taken, and nothing is asked of the network."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tracemalloc
from collections.abc import Callable

import pytest

from editor.core.errors import UserError
from editor.domain.image import Image
from editor.images.derivatives import make
from editor.images.detection import inspect
from editor.images.probing import probe
from tests.builders import an_image
from tests.images.hostile import REFUSED, TAKEN

_MOST = 300 << 20
_ALONE = """
from tests.images.test_credentials import bare
from tests.images.signed import CREATED, signed
from editor.images.detection import inspect
assert inspect(signed(bare(), "image/jpeg", CREATED)).credentials == "intact"
remote = signed(bare(), "image/jpeg", CREATED, remote="https://a.example/m.c2pa")
assert inspect(remote).credentials == "elsewhere"
print("alone")
"""


def taken_in(data: bytes) -> Image:
    facts = probe(data)
    return an_image(
        sha256="ab" * 32, media_type=facts.media_type, width=facts.width, height=facts.height, size=len(data)
    )


@pytest.mark.parametrize("made", REFUSED.values(), ids=list(REFUSED))
def test_what_would_hurt_is_refused_in_a_sentence(made: Callable[[], bytes]) -> None:
    data = made()
    tracemalloc.start()
    try:
        with pytest.raises(UserError):
            probe(data)
        inspect(data)
        assert tracemalloc.get_traced_memory()[1] < _MOST
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("made", TAKEN.values(), ids=list(TAKEN))
def test_what_is_only_odd_is_taken_and_gives_copies_that_decode(made: Callable[[], bytes]) -> None:
    data = made()
    image = taken_in(data)
    copies = make(image, data)
    assert copies
    assert all(probe(copy).width for copy in copies.values())
    assert inspect(data).credentials == ""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="Linux has namespaces without a network")
def test_reading_and_signing_work_where_there_is_no_network() -> None:
    command = ["unshare", "--map-root-user", "--net", sys.executable]
    if subprocess.run([*command, "-c", ""], check=False, capture_output=True).returncode:
        pytest.skip("this system lets nobody make a namespace")
    done = subprocess.run([*command, "-c", _ALONE], check=False, capture_output=True, text=True)
    assert done.stdout == "alone\n", done.stderr
