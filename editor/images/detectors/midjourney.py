"""Recognises the description that Midjourney writes into a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.domain.evidence import Confidence
from editor.domain.image import Finding
from editor.images.metadata import Evidence
from editor.images.packets import DUBLIN_CORE
from editor.images.wording import GENERATED, MAX_PROMPT, shortened

ID = "midjourney"
_JOB = re.compile(r"Job ID: [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\s*$")
_VERSION = re.compile(r"--(?P<kind>v|version|niji) (?P<number>\d[\d.]{0,5})")


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield each description that ends in the number of a job."""
    texts = [(one.place, one.key, one.value) for one in evidence.texts("Description", "ImageDescription", "Caption")]
    texts += [(one.place, "dc:description", one.value) for one in evidence.stated(DUBLIN_CORE, "description")]
    for place, key, text in texts:
        if job := _JOB.search(text[-200:]):
            prompt = text[: len(text) - len(job.group())].strip()
            version = _VERSION.search(prompt)
            yield Finding(
                detector=ID,
                place=place,
                key=key,
                value=shortened(job.group()),
                confidence=Confidence.TRACE,
                source_type=GENERATED,
                system="Midjourney",
                version=f"{'niji ' if version['kind'] == 'niji' else ''}{version['number']}" if version else "",
                prompt=prompt[:MAX_PROMPT],
            )
