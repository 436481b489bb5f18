"""The fields of IPTC 2025.1 are read, alone or together."""

from __future__ import annotations

from editor.images.detectors.stated_system import find
from editor.images.metadata import gather
from tests.images.marked import NAMESPACE, picture, stating


def test_a_system_brings_its_version_and_prompt() -> None:
    packet = stating(NAMESPACE, AISystemUsed="Heron", AISystemVersionUsed="3", AIPromptInformation="a lake")
    (finding,) = find(gather(picture("AVIF", packet)))
    assert (finding.key, finding.system, finding.version, finding.prompt) == (
        "Iptc4xmpExt:AISystemUsed",
        "Heron",
        "3",
        "a lake",
    )


def test_a_prompt_alone_counts_and_a_version_alone_does_not() -> None:
    (finding,) = find(gather(picture("PNG", stating(NAMESPACE, AIPromptInformation="a lake"))))
    assert (finding.key, finding.system, finding.prompt) == ("Iptc4xmpExt:AIPromptInformation", "", "a lake")
    (finding,) = find(gather(picture("PNG", stating(NAMESPACE, AIPromptWriterName="somebody"))))
    assert (finding.key, finding.source_type) == ("Iptc4xmpExt:AIPromptWriterName", "trainedAlgorithmicMedia")
    assert list(find(gather(picture("PNG", stating(NAMESPACE, AISystemVersionUsed="3"))))) == []
