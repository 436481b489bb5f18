"""Recognises the settings that Stable Diffusion web UI and its kin write into a picture.

Their line is like nothing that a person writes, so it counts in whatever field a program has moved it to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.domain.evidence import Confidence
from editor.domain.image import Finding
from editor.images.metadata import Evidence
from editor.images.packets import DUBLIN_CORE, EXIF, TIFF
from editor.images.wording import GENERATED, MAX_PROMPT, shortened, tool_and_model

ID = "webui"
_STEPS = re.compile(r"^Steps: \d{1,5}, .*\bSampler: .*$", re.MULTILINE)
_UPSCALED = re.compile(r"^Postprocess upscale", re.MULTILINE)
_NEGATIVE = "\nNegative prompt:"
_STATED = ((DUBLIN_CORE, "description"), (EXIF, "UserComment"), (TIFF, "ImageDescription"))
_TOOLS = (
    (re.compile(r"^(?:App: SD\.Next|SD\.Next)", re.IGNORECASE), "SD.Next"),
    (re.compile(r"^f\d"), "Stable Diffusion web UI Forge"),
    (re.compile(r"^neo", re.IGNORECASE), "Stable Diffusion web UI Forge"),
    (re.compile(r"^Fooocus", re.IGNORECASE), "Fooocus"),
    (re.compile(r"^ComfyUI", re.IGNORECASE), "ComfyUI"),
)


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield the prompt and settings, from whichever field holds them; and a hint where a picture was enlarged."""
    texts = [(one.place, one.key, one.value) for one in evidence.fields]
    texts += [(one.place, one.name, one.value) for where in _STATED for one in evidence.stated(*where)]
    for place, key, text in texts:
        if found := _STEPS.search(text):
            line = found.group()
            yield Finding(
                detector=ID,
                place=place,
                key=key,
                value=shortened(line),
                confidence=Confidence.TRACE,
                source_type=GENERATED,
                system=tool_and_model(_tool(line), _setting(line, "Model")),
                version=_setting(line, "Version"),
                prompt=_prompt(text[: found.start()]),
            )
    for one in evidence.texts("postprocessing"):
        if _UPSCALED.search(one.value):
            yield Finding(
                detector=ID,
                place=one.place,
                key=one.key,
                value=shortened(one.value),
                confidence=Confidence.POSSIBLE,
                system="Stable Diffusion web UI",
            )


def _prompt(before: str) -> str:
    return before.partition(_NEGATIVE)[0].removeprefix(_NEGATIVE[1:]).strip()[:MAX_PROMPT]


def _setting(line: str, name: str) -> str:
    found = re.search(rf"(?:^|, ){name}: (\"[^\"]{{0,200}}\"|[^,]{{0,200}})", line)
    return found.group(1).strip('" ') if found else ""


def _tool(line: str) -> str:
    version = _setting(line, "App") or _setting(line, "Version")
    return next((name for pattern, name in _TOOLS if pattern.match(version)), "Stable Diffusion web UI")
