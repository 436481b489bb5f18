"""Midjourney is known by the number of its job at the end of a description, never by its name in one."""

from __future__ import annotations

from editor.images.detectors.midjourney import find
from editor.images.metadata import gather
from tests.images.marked import picture, stating
from tests.images.samples import JOB, png, with_exif, with_iim


def test_the_words_before_the_number_are_the_prompt() -> None:
    (finding,) = find(gather(png({"Description": f"a lake --niji 6 {JOB}"})))
    assert (finding.prompt, finding.version, finding.value) == ("a lake --niji 6", "niji 6", JOB)


def test_exif_iim_and_xmp_descriptions_count() -> None:
    (finding,) = find(gather(with_iim({120: f"a lake --v 7 {JOB}"})))
    assert (finding.place, finding.version) == ("IPTC-IIM", "7")
    (finding,) = find(gather(with_exif({0x010E: f"a lake --v 7 {JOB}"})))
    assert (finding.place, finding.version) == ("EXIF", "7")
    packet = stating("http://purl.org/dc/elements/1.1/", description=f"a lake {JOB}")
    (finding,) = find(gather(picture("JPEG", packet)))
    assert (finding.key, finding.version) == ("dc:description", "")


def test_a_number_in_the_middle_or_the_name_alone_is_nothing() -> None:
    for text in (f"{JOB} was refused", "a midjourney sky", "Job ID: 12"):
        assert list(find(gather(png({"Description": text})))) == []
