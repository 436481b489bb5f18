"""Every detector finds its samples, survives whatever a file holds, and says nothing about files that say nothing."""

from __future__ import annotations

import tracemalloc
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pictures

from editor.domain.source_type import OriginClass
from editor.images.detection import inspect
from editor.images.metadata import Evidence, gather
from editor.images.packets import Property
from editor.images.registry import DETECTORS, Detector
from editor.images.text_fields import Field
from editor.images.wording import MAX_VALUE
from tests.images.samples import ORDINARY, SAMPLES, Sample

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # filtered where the pictures are opened
every_detector = pytest.mark.parametrize("detector", DETECTORS.values(), ids=list(DETECTORS))
every_sample = pytest.mark.parametrize("sample", SAMPLES.values(), ids=list(SAMPLES))
_KEYS = sorted({one.key for sample in SAMPLES.values() for one in gather(sample.data).fields} | {"", "Artist"})
_WORDS = sorted({one.value for sample in SAMPLES.values() for one in gather(sample.data).fields})
_NAMED = sorted({(one.namespace, one.name, one.value) for s in SAMPLES.values() for one in gather(s.data).properties})


def test_every_detector_has_a_sample() -> None:
    assert {sample.detector for sample in SAMPLES.values()} == set(DETECTORS)


@every_sample
def test_a_sample_is_found_and_its_words_are_proposed(sample: Sample) -> None:
    inspection = inspect(sample.data)
    found = [one for one in inspection.findings if one.detector == sample.detector]
    assert found, inspection
    assert all(one.place and one.value and one.confidence for one in found)
    assert inspection.source_type == sample.source_type
    for name in ("system", "version", "prompt"):
        if wanted := getattr(sample, name):
            assert getattr(inspection.proposal, name) == wanted


@pytest.mark.parametrize("name", ORDINARY)
def test_nothing_is_said_about_ordinary_files(name: str) -> None:
    inspection = inspect(ORDINARY[name])
    assert (inspection.findings, inspection.origin) == ((), OriginClass.UNKNOWN)


@every_detector
@pytest.mark.parametrize("data", [b"", b"\0" * 64, b"GIF8", b"words"], ids=["empty", "zeros", "head", "words"])
def test_it_survives_what_is_no_picture(detector: Detector, data: bytes) -> None:
    assert list(detector.find(gather(data))) == []


@every_sample
def test_truncated_files_are_survived(sample: Sample) -> None:
    for length in range(0, len(sample.data), max(1, len(sample.data) // 25)):
        evidence = gather(sample.data[:length])
        for detector in DETECTORS.values():
            list(detector.find(evidence))


@given(st.data())
def test_spoilt_bytes_are_survived(data: st.DataObject) -> None:
    sample = bytearray(data.draw(st.sampled_from([one.data for one in SAMPLES.values()])))
    for _ in range(data.draw(st.integers(1, 8))):
        sample[data.draw(st.integers(0, len(sample) - 1))] = data.draw(st.integers(0, 255))
    evidence = gather(bytes(sample))
    for detector in DETECTORS.values():
        list(detector.find(evidence))


@given(st.data())
def test_any_words_are_survived(data: st.DataObject) -> None:
    words = st.one_of(st.text(), st.sampled_from(_WORDS), st.builds(_spliced, st.sampled_from(_WORDS), st.text()))
    places = st.sampled_from(["PNG text", "EXIF", "IPTC-IIM", "JPEG comment"])
    fields = data.draw(st.lists(st.builds(Field, places, st.sampled_from(_KEYS), words), max_size=8))
    stated = data.draw(st.lists(st.tuples(st.sampled_from(_NAMED), words), max_size=8))
    properties = tuple(Property("XMP", named[0], named[1], value) for named, value in stated)
    evidence = Evidence(b"", "JPEG", properties, tuple(fields))
    for detector in DETECTORS.values():
        for finding in detector.find(evidence):
            assert finding.detector == detector.id
            assert len(finding.value) <= MAX_VALUE


@every_detector
@pytest.mark.parametrize("start", ["", "{", "[" * 1000, '{"a":', "Steps: 1, Sampler: ", '"', "Job ID: ", "Signature: "])
def test_long_words_cost_little(detector: Detector, start: str) -> None:
    long = start + "Steps: 1, , Negative prompt: [{" * 60_000
    fields = tuple(Field(place, key, long) for place in ("PNG text", "EXIF", "JPEG comment") for key in _KEYS)
    properties = tuple(Property("XMP", namespace, name, long) for namespace, name, _ in _NAMED)
    tracemalloc.start()
    try:
        list(detector.find(Evidence(b"", "JPEG", properties, fields)))
        assert tracemalloc.get_traced_memory()[1] < 200 << 20
    finally:
        tracemalloc.stop()


@every_detector
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF"])
def test_it_says_nothing_about_bare_files(detector: Detector, kind: str) -> None:
    stream = BytesIO()
    Pictures.effect_noise((40, 30), 60).save(stream, kind)
    assert list(detector.find(gather(stream.getvalue()))) == []


def _spliced(first: str, second: str) -> str:
    return first[: len(first) // 2] + second + first[len(first) // 2 :]
