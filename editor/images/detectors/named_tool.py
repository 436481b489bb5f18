"""Recognises generators by the fields that name a program or device, where they hold a generator's name.

The whole field has to be the name, with at most a version behind it. Never looks into captions: a firefly is an
insect, a gemini a sign, and "imagen" is Spanish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from editor.domain.evidence import Confidence
from editor.domain.image import Finding
from editor.images.metadata import Evidence
from editor.images.packets import TIFF, XMP, XMP_EVENT
from editor.images.wording import GENERATED, MODIFIED, shortened

ID = "named-tool"
# The words of a name in lower case, without signs between them: what the system is called.
_NAMES = MappingProxyType(
    {
        "adobe firefly": "Adobe Firefly",
        "automatic1111": "Stable Diffusion web UI",
        "bing image creator": "Bing Image Creator",
        "chatgpt": "ChatGPT",
        "comfyui": "ComfyUI",
        "craiyon": "Craiyon",
        "dall e": "DALL·E",
        "dalle": "DALL·E",
        "draw things": "Draw Things",
        "dreamstudio": "DreamStudio",
        "easy diffusion": "Easy Diffusion",
        "fooocus": "Fooocus",
        "google imagen": "Imagen",
        "gpt image": "GPT Image",
        "grok": "Grok",
        "grok imagine": "Grok",
        "ideogram ai": "Ideogram",
        "imagine with meta ai": "Meta AI",
        "invokeai": "InvokeAI",
        "leonardo ai": "Leonardo.Ai",
        "meta ai": "Meta AI",
        "midjourney": "Midjourney",
        "nightcafe": "NightCafe",
        "openai dall e": "DALL·E",
        "openai gpt image": "GPT Image",
        "playground ai": "Playground AI",
        "stable diffusion": "Stable Diffusion",
        "stable diffusion web ui": "Stable Diffusion web UI",
        "stable diffusion webui": "Stable Diffusion web UI",
        "swarmui": "SwarmUI",
    }
)
# Names that are words or other programs too: they count with a version behind them.
_NUMBERED = MappingProxyType(
    {
        "flux": "FLUX",
        "gemini": "Gemini",
        "ideogram": "Ideogram",
        "imagen": "Imagen",
        "kandinsky": "Kandinsky",
        "recraft": "Recraft",
        "seedream": "Seedream",
    }
)
_MOST_WORDS = 5
_WORD = re.compile(r"[^\W_]+")
_VERSION = re.compile(r"v?\d{1,4}[a-z]{0,2}")
# What stands in the names of versions beside numbers.
_BESIDE = frozenset(
    {"v", "version", "model", "image", "generate", "api", "niji", "preview", "dev", "schnell", "fast", "flash"}
    | {"xl", "hd", "max", "mini", "pro", "turbo", "ultra", "large", "medium"}
)
_MAX_NAME = 80
_FIELDS = ("Make", "Software", "ProcessingSoftware", "ImageEditingSoftware", "OriginatingProgram")


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield each field whose text is a generator's name; one in the history of changes says that AI had a part."""
    named = [(one.place, one.key, one.value, GENERATED) for one in evidence.texts(*_FIELDS)]
    for namespace, prefix, names, term in (
        (XMP, "xmp", ("CreatorTool",), GENERATED),
        (TIFF, "tiff", ("Software", "Make"), GENERATED),
        (XMP_EVENT, "stEvt", ("softwareAgent",), MODIFIED),
    ):
        stated = evidence.stated(namespace, *names)
        named += [(one.place, f"{prefix}:{one.name}", one.value, term) for one in stated]
    for place, key, value, term in named:
        system, version = _named(value)
        if system:
            yield Finding(
                detector=ID,
                place=place,
                key=key,
                value=shortened(value),
                confidence=Confidence.CLAIMED,
                source_type=term,
                system=system,
                version=version,
            )


def _named(value: str) -> tuple[str, str]:
    """Return the generator that `value` names, and the version behind it; ("", "") of anything else."""
    said = value.strip().lower()
    if len(said) > _MAX_NAME:
        return "", ""
    found = [(one.group(), one.end()) for one in _WORD.finditer(said)]
    for count in range(min(len(found), _MOST_WORDS), 0, -1):
        name = " ".join(word for word, _ in found[:count])
        rest = [word for word, _ in found[count:]]
        system = _NAMES.get(name) or (_NUMBERED.get(name) if any(map(_VERSION.fullmatch, rest)) else None)
        if system and all(word in _BESIDE or _VERSION.fullmatch(word) for word in rest):
            return system, value.strip()[found[count - 1][1] :].strip(" -_/:,.")
    return "", ""
