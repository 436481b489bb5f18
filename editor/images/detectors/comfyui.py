"""Recognises the node graph that ComfyUI writes into a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from editor.domain.evidence import Confidence
from editor.domain.image import Finding
from editor.images.metadata import Evidence
from editor.images.text_fields import EXIF_PLACE, PNG_TEXT
from editor.images.wording import GENERATED, inner, json_object, tool_and_model, words_of

ID = "comfyui"
_MODEL_KEYS = ("ckpt_name", "unet_name", "model_name")
_TEXT_KEYS = ("text", "text_g", "prompt", "string", "value")
_MOST_LINKS = 20
_LISTED = 20
Graph = Mapping[str, object]


def find(evidence: Evidence) -> Iterator[Finding]:
    """Yield one finding for the graph that was run, or for the one that was drawn when there is no other."""
    graphs = [*_graphs(evidence)]
    for place, key, kind, graph in sorted(graphs, key=lambda one: one[2] != "prompt")[:1]:
        yield Finding(
            detector=ID,
            place=place,
            key=key,
            value=_kinds(graph, "class_type" if kind == "prompt" else "type"),
            confidence=Confidence.TRACE,
            source_type=GENERATED,
            system=tool_and_model("ComfyUI", _model(graph)),
            prompt=_prompt(graph),
        )


def _graphs(evidence: Evidence) -> Iterator[tuple[str, str, str, Graph]]:
    """Yield (place, key, "prompt" or "workflow", nodes by id).

    In EXIF the key stands in the text itself, or a comment holds both graphs, or the one that was run as it is.
    """
    for one in evidence.fields:
        if one.place == PNG_TEXT:
            said: Graph = {one.key: json_object(one.value)} if one.key in {"prompt", "workflow"} else {}
        elif one.value[:1] == "{":
            said = json_object(one.value)
            said = said if inner(said.get("prompt")) or inner(said.get("workflow")) else {"prompt": _nodes_of(said)}
        elif one.place == EXIF_PLACE:
            head, _, rest = one.value.partition(":")
            said = {head.lower(): json_object(rest)}
        else:
            continue
        nodes = inner(said.get("prompt"))
        if nodes and all("class_type" in inner(node) for node in nodes.values()):
            yield one.place, one.key, "prompt", nodes
        listed = inner(said.get("workflow")).get("nodes")
        nodes = {str(number): node for number, node in enumerate(listed)} if isinstance(listed, list) else {}
        if nodes and all("type" in inner(node) for node in nodes.values()):
            yield one.place, one.key, "workflow", nodes


def _nodes_of(values: Graph) -> Graph:
    """Return the nodes of a graph beside which a service has put words of its own."""
    return {key: node for key, node in values.items() if {"class_type", "inputs"} <= inner(node).keys()}


def _kinds(graph: Graph, name: str) -> str:
    kinds = [words_of(inner(node).get(name), 60) for node in graph.values()]
    return ", ".join(list(dict.fromkeys(kinds))[:_LISTED])


def _inputs(graph: Graph, node_id: object) -> Graph:
    return inner(inner(graph.get(str(node_id))).get("inputs"))


def _model(graph: Graph) -> str:
    values = (_inputs(graph, node_id).get(key) for key in _MODEL_KEYS for node_id in graph)
    return next((value for value in values if isinstance(value, str)), "")


def _prompt(graph: Graph) -> str:
    """Return the text that the first sampler calls positive, its links followed; else the first text there is."""
    starts = [link for node_id in graph if (link := _inputs(graph, node_id).get("positive"))]
    for link in (*starts[:_LISTED], *([node_id] for node_id in graph)):
        at: object = link
        for _ in range(_MOST_LINKS):
            if not (isinstance(at, list) and at):
                break
            inputs = _inputs(graph, at[0])
            at = next((inputs[key] for key in _TEXT_KEYS if key in inputs), inputs.get("conditioning"))
            if text := words_of(at):
                return text
    return ""
