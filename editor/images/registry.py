"""The detectors there are: one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from editor.core.registry import by_id
from editor.domain.image import Finding
from editor.images.detectors import (
    comfyui,
    content_credentials,
    digital_source_type,
    draw_things,
    easy_diffusion,
    fooocus,
    google_credit,
    grok,
    invokeai,
    midjourney,
    named_tool,
    novelai,
    samsung_edit,
    stated_system,
    swarmui,
    tc260,
    webui,
)
from editor.images.metadata import Evidence


@dataclass(frozen=True, slots=True)
class Detector:
    """One line of the registry. `find` only reads, and states what the file says, not whether it is true."""

    id: str
    find: Callable[[Evidence], Iterable[Finding]]


DETECTORS = by_id(
    (
        Detector(content_credentials.ID, content_credentials.find),
        Detector(digital_source_type.ID, digital_source_type.find),
        Detector(stated_system.ID, stated_system.find),
        Detector(google_credit.ID, google_credit.find),
        Detector(tc260.ID, tc260.find),
        Detector(named_tool.ID, named_tool.find),
        Detector(midjourney.ID, midjourney.find),
        Detector(grok.ID, grok.find),
        Detector(webui.ID, webui.find),
        Detector(comfyui.ID, comfyui.find),
        Detector(invokeai.ID, invokeai.find),
        Detector(novelai.ID, novelai.find),
        Detector(fooocus.ID, fooocus.find),
        Detector(swarmui.ID, swarmui.find),
        Detector(draw_things.ID, draw_things.find),
        Detector(easy_diffusion.ID, easy_diffusion.find),
        Detector(samsung_edit.ID, samsung_edit.find),
    ),
    lambda part: part.id,
)
