"""YAML that every reader, of version 1.1 or 1.2, sees the same text in: what could mean anything else is quoted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
# Words stay bare when they begin with a letter, hold nothing that YAML acts on, and are no name of a truth value, of
# nothing or of a number in either version (YAML 1.1, "Language-Independent Types"; YAML 1.2.2, section 10.3).
_BARE = re.compile(r"[^\W\d_](?:[\w \-./;()’'+·–—,!?“”‘…]*[\w.)’!?”…])?")
_NOT_TEXT = re.compile(r"(?i)(?:y|n|yes|no|on|off|true|false|null|nan|inf)")
# Characters that a literal block cannot hold or that some readers take for the end of a line.
_NEEDS_ESCAPES = re.compile("[^\n\t\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_SHORT = 60


class _Dumper(_DUMPER):  # type: ignore[misc, valid-type] # which one it is depends on how PyYAML was built
    """Writes text in one of three manners and repeats nothing by reference."""

    def ignore_aliases(self, data: object) -> bool:
        """Write everything out where it stands."""
        del data
        return True


def write_yaml(values: Mapping[str, object]) -> str:
    """Return `values` (nested text, lists, mappings) as YAML in their order, one key a line, ending in a line feed.

    `read_yaml` gives back the very same text.
    """
    written: str = yaml.dump(
        dict(values), Dumper=_Dumper, sort_keys=False, allow_unicode=True, default_flow_style=False, width=1 << 30
    )
    return written


def _text(dumper: yaml.Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))


def _style(text: str) -> str | None:
    if _BARE.fullmatch(text) and not _NOT_TEXT.fullmatch(text):
        return None
    is_block = "\n" in text and not text[0].isspace() and not _NEEDS_ESCAPES.search(text) and " \n" not in text
    return "|" if is_block else '"'


def _list(dumper: yaml.Dumper, items: Sequence[object]) -> yaml.SequenceNode:
    """Write a short list of short words on one line, any other with an item on each."""
    words = [item for item in items if isinstance(item, str) and _style(item) is None and "," not in item]
    is_short = len(words) == len(items) and sum(map(len, words)) <= _SHORT
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=is_short)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)
_Dumper.add_representer(tuple, _list)
_Dumper.add_multi_representer(Mapping, lambda dumper, pairs: dumper.represent_dict(pairs.items()))
