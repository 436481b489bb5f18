"""Pictures as the generators leave them, made here with their keys and words of our own; none is anybody's file."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from PIL import Image as Pictures
from PIL import PngImagePlugin

from tests.images.heic import heic
from tests.images.marked import NAMESPACE, as_attribute, picture, stating
from tests.images.signed import CREATED, signed

AI = "trainedAlgorithmicMedia"
PROMPT = "a heron over the lake at dawn, Zürich 鷺"
JOB = "Job ID: 1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"
A1111 = f"{PROMPT}\nNegative prompt: blurry\nSteps: 20, Sampler: Euler a, Seed: 7, Model: lake_xl, Version: v1.9.4"
TC260 = "http://www.tc260.org.cn/ns/AIGC/1.0/"
USER_COMMENT = 0x9286


@dataclass(frozen=True, slots=True)
class Sample:
    """One file, the detector that is to find it, and what is to be proposed."""

    detector: str
    data: bytes
    source_type: str = AI
    system: str = ""
    version: str = ""
    prompt: str = ""


def png(texts: Mapping[str, str], *, chunk: str = "iTXt") -> bytes:
    """Return a PNG with `texts` in chunks of a kind: tEXt, zTXt or iTXt; the last ones behind the pixels."""
    info = PngImagePlugin.PngInfo()
    for key, value in texts.items():
        if chunk == "iTXt":
            info.add_itxt(key, value)
        else:
            info.add(chunk.encode(), _text_chunk(key, value.encode(), is_packed=chunk == "zTXt"), after_idat=True)
    stream = BytesIO()
    Pictures.new("RGB", (12, 8), "#7c8f8a").save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


def with_exif(tags: Mapping[int, str], *, user_comment: bytes = b"", kind: str = "JPEG", **options: object) -> bytes:
    """Return a picture whose EXIF block holds `tags` as UTF-8 and, in its inner part, `user_comment` as it is."""
    exif = Pictures.Exif()
    for tag, value in tags.items():
        exif[tag] = value.encode()
    if user_comment:
        exif.get_ifd(0x8769)[USER_COMMENT] = user_comment
    if kind == "HEIF":
        return heic(exif=exif.tobytes().removeprefix(b"Exif\0\0"))
    stream = BytesIO()
    Pictures.new("RGB", (12, 8), "#7c8f8a").save(stream, kind, exif=exif, **options)
    return stream.getvalue()


def with_comment(text: str) -> bytes:
    """Return a JPEG with a comment."""
    return with_exif({}, comment=text.encode())


def with_iim(datasets: Mapping[int, str], *, is_utf8: bool = True) -> bytes:
    """Return a JPEG whose Photoshop segment holds datasets of IIM record 2."""
    coding = "utf-8" if is_utf8 else "latin-1"
    block = b"\x1c\x01\x5a\x00\x03\x1b%G" if is_utf8 else b""
    for number, value in datasets.items():
        words = value.encode(coding)
        block += struct.pack(">BBBH", 0x1C, 2, number, len(words)) + words
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(block)) + block + b"\0" * (len(block) % 2)
    body = b"Photoshop 3.0\0" + resource
    jpeg = with_exif({})
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


def unicode_comment(text: str, coding: str = "utf-16-be") -> bytes:
    """Return an EXIF UserComment that says UNICODE and is in `coding`."""
    return b"UNICODE\0" + text.encode(coding)


def comfyui_graph() -> dict[str, object]:
    """Return a graph of four nodes, the prompt behind a link."""
    return {
        "3": {"class_type": "KSampler", "inputs": {"positive": ["6", 0], "negative": ["7", 0], "model": ["4", 0]}},
        "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "lake.safetensors"}},
        "6": {"class_type": "CLIPTextEncode", "inputs": {"text": PROMPT, "clip": ["4", 1]}},
        "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "blurry", "clip": ["4", 1]}},
    }


def _text_chunk(key: str, value: bytes, *, is_packed: bool) -> bytes:
    import zlib

    return key.encode() + (b"\0\0" + zlib.compress(value) if is_packed else b"\0" + value)


_FOOOCUS = json.dumps({"prompt": PROMPT, "base_model": "lake_xl", "version": "Fooocus v2.5.5", "steps": 30})
_SWARM = json.dumps({"sui_image_params": {"prompt": PROMPT, "model": "lake_xl", "swarm_version": "0.9.7"}})
_NOVEL = {
    "Software": "NovelAI",
    "Title": "AI generated image",
    "Source": "Stable Diffusion XL 1",
    "Description": "tags",
    "Comment": json.dumps({"prompt": PROMPT, "steps": 28}),
}
_INVOKE = json.dumps({"app_version": "5.6", "positive_prompt": PROMPT, "model": {"name": "lake_xl"}})
_OLD_INVOKE = json.dumps(
    {"app_version": "2.3", "model_weights": "lake-1", "image": {"prompt": [{"prompt": PROMPT, "weight": 1}]}}
)
_EASY = {"prompt": PROMPT, "negative_prompt": "blurry", "use_stable_diffusion_model": "lake", "seed": "3"}
_GROK = {0x010E: "Signature: " + "Ab1+" * 20 + "==", 0x013B: "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"}
_MARK = json.dumps({"Label": "1", "ContentProducer": "001191440300", "ProduceID": "p-1"})
_GRAPH = json.dumps(comfyui_graph())
_DRAW = json.dumps({"c": PROMPT, "uc": "blurry", "model": "lake.ckpt", "seed": 12})

SAMPLES: Mapping[str, Sample] = {
    **{
        f"source type in {kind}": Sample("digital-source-type", picture(kind, as_attribute()))
        for kind in ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "HEIF")
    },
    "source type in a PNG text chunk": Sample("digital-source-type", picture("PNG", as_attribute(), text_chunk=True)),
    "IPTC 2025.1 fields": Sample(
        "stated-system",
        picture("JPEG", stating(NAMESPACE, AISystemUsed="Heron", AISystemVersionUsed="3", AIPromptInformation=PROMPT)),
        system="Heron",
        version="3",
        prompt=PROMPT,
    ),
    "web UI in PNG": Sample(
        "webui", png({"parameters": A1111}), AI, "Stable Diffusion web UI, lake_xl", "v1.9.4", PROMPT
    ),
    "web UI in JPEG": Sample("webui", with_exif({}, user_comment=unicode_comment(A1111)), prompt=PROMPT),
    "web UI in WebP": Sample(
        "webui", with_exif({}, user_comment=unicode_comment(A1111, "utf-16-le"), kind="WEBP"), prompt=PROMPT
    ),
    "Forge": Sample(
        "webui",
        png({"parameters": A1111.replace("v1.9.4", "f2.0.1")}),
        AI, "Stable Diffusion web UI Forge, lake_xl", "f2.0.1",
    ),
    "upscaled in the web UI": Sample(
        "webui",
        png({"postprocessing": "Postprocess upscale by: 2, Postprocess upscaler: R-ESRGAN 4x+"}),
        "",
        "Stable Diffusion web UI",
    ),
    "ComfyUI in PNG": Sample(
        "comfyui", png({"prompt": _GRAPH, "workflow": '{"nodes": [{"type": "KSampler"}]}'}, chunk="tEXt"),
        AI, "ComfyUI, lake.safetensors", "", PROMPT,
    ),
    "ComfyUI in WebP": Sample(
        "comfyui", with_exif({0x0110: f"prompt:{_GRAPH}"}, kind="WEBP"), AI, "ComfyUI, lake.safetensors", "", PROMPT
    ),
    "InvokeAI": Sample("invokeai", png({"invokeai_metadata": _INVOKE}), AI, "InvokeAI, lake_xl", "5.6", PROMPT),
    "InvokeAI of old": Sample("invokeai", png({"sd-metadata": _OLD_INVOKE}), AI, "InvokeAI, lake-1", "2.3", PROMPT),
    "InvokeAI's first": Sample("invokeai", png({"Dream": f'"{PROMPT}" -s 50 -W512'}), AI, "InvokeAI", "", PROMPT),
    "NovelAI": Sample("novelai", png(_NOVEL), AI, "NovelAI", "Stable Diffusion XL 1", PROMPT),
    "Fooocus in PNG": Sample(
        "fooocus", png({"parameters": _FOOOCUS, "fooocus_scheme": "fooocus"}), AI, "Fooocus, lake_xl", "v2.5.5", PROMPT
    ),
    "Fooocus in a comment": Sample("fooocus", with_comment(_FOOOCUS), AI, "Fooocus, lake_xl", "v2.5.5", PROMPT),
    "SwarmUI": Sample("swarmui", png({"parameters": _SWARM}, chunk="zTXt"), AI, "SwarmUI, lake_xl", "0.9.7", PROMPT),
    "SwarmUI in JPEG": Sample("swarmui", with_exif({}, user_comment=unicode_comment(_SWARM)), prompt=PROMPT),
    "Draw Things": Sample(
        "draw-things",
        picture("PNG", stating("http://ns.adobe.com/exif/1.0/", UserComment=_DRAW)),
        AI, "Draw Things, lake.ckpt", "", PROMPT,
    ),
    "Easy Diffusion": Sample("easy-diffusion", png(_EASY), AI, "Easy Diffusion, lake", "", PROMPT),
    "Easy Diffusion in JPEG": Sample(
        "easy-diffusion", with_exif({}, user_comment=b"ASCII\0\0\0" + json.dumps(_EASY).encode()), prompt=PROMPT
    ),
    "Midjourney": Sample(
        "midjourney",
        png({"Description": f"{PROMPT} --ar 3:2 --v 6.1 {JOB}", "Author": "somebody"}),
        AI, "Midjourney", "6.1", f"{PROMPT} --ar 3:2 --v 6.1",
    ),
    "Grok": Sample("grok", with_exif(_GROK), AI, "Grok"),
    "TC260 in XMP": Sample("tc260", picture("PNG", stating(TC260, AIGC=_MARK)), AI, "001191440300"),
    "TC260 in PNG text": Sample("tc260", png({"AIGC": _MARK}), AI, "001191440300"),
    "TC260 in EXIF": Sample("tc260", with_exif({}, user_comment=b"\0" * 8 + f'{{"AIGC": {_MARK}}}'.encode())),
    "Google's credit": Sample(
        "google-credit",
        picture("JPEG", stating("http://ns.adobe.com/photoshop/1.0/", Credit="Made with Google AI")),
        AI, "Google AI",
    ),
    "Google's credit in IIM": Sample("google-credit", with_iim({110: "Made with Google AI"}), AI, "Google AI"),
    "Ideogram": Sample("named-tool", with_exif({0x010F: "Ideogram AI"}), AI, "Ideogram"),
    "Ideogram in HEIC": Sample("named-tool", with_exif({0x010F: "Ideogram AI"}, kind="HEIF"), AI, "Ideogram"),
    "a program's name in IIM": Sample("named-tool", with_iim({65: "ComfyUI"}), AI, "ComfyUI"),
    "Content Credentials": Sample(
        "content-credentials", signed(with_exif({}), "image/jpeg", CREATED), AI, "Heron AI", "3"
    ),
    "Samsung's edit": Sample(
        "samsung-edit", with_exif({}) + b"PhotoEditor_Re_Edit_Data{}SEFT", "", "Samsung Photo Editor"
    ),
}  # fmt: skip


# Whatever these say in words, they are a photograph, a scan, a drawing; nothing in them is a trace.
ORDINARY: Mapping[str, bytes] = {
    "camera": with_exif(
        {0x010F: "Canon", 0x0110: "EOS R6", 0x0131: "Firmware 1.8", 0x013B: "A. Imagen", 0x010E: "Firefly over Gemini"},
        user_comment=b"ASCII\0\0\0a runway at aurora, in flux",
    ),
    "telephone": with_exif({0x010F: "Google", 0x0110: "Pixel 9 Pro", 0x0131: "HDR+ 1.0"}, kind="HEIF"),
    "scan": with_exif({0x0131: "VueScan 9", 0x010E: "Stable diffusion of ink in water"}, kind="TIFF"),
    "drawing": png(
        {"Software": "Krita", "Description": "Prompt: draw a midjourney", "Comment": "steps: 3, sampler: none"}
    ),
    "agency": with_iim({120: "Made with Google AI, says the firm", 110: "Agency / A. Person", 65: "FotoStation"}),
    "retouched": picture("JPEG", stating("http://ns.adobe.com/xap/1.0/", CreatorTool="Adobe Photoshop 26.0")),
    "chart": png({"Software": "Matplotlib version 3.10", "prompt": "n", "workflow": "{}", "parameters": "a=1, b=2"}),
    "form": png({"prompt": '{"name": "?"}', "AIGC": '{"Label": "no"}', "Dream": '"a dream"', "sd-metadata": "no"}),
    "number as an artist": with_exif({0x013B: "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed", 0x010E: "Signature: none"}),
    "guarded by a number": picture("JPEG", stating(NAMESPACE, DigImageGUID="1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed")),
}
