"""What argparse says by itself, in the interface language and plainly: its headings, and what it cannot understand."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any

from typing_extensions import override

from editor.core.messages import Message, say
from editor.i18n.interface import tr, words

# Its refusals, as CPython 3.11 to 3.14 word them. One that is worded anew some day is shown as it is.
_REFUSALS = (
    (r"the following arguments are required: (?P<names>.+)", say("Something is missing: {names}.")),
    (
        r"argument .+?: invalid choice: '(?P<given>.*)' \((?:choose from )?(?P<choices>.*)\)",
        say("“{given}” is none of these: {choices}."),
    ),
    (r"argument .+?: invalid \w+ value: '(?P<given>.*)'", say("“{given}” is not what can stand here.")),
    (r"unrecognized arguments: (?P<given>.+)", say("This command knows nothing of “{given}”.")),
    (r"argument (?P<name>.+?): expected .*argument.*", say("Something has to follow {name}.")),
    (r"argument (?P<name>.+?): ignored explicit argument .*", say("Nothing can follow {name}.")),
    (
        r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)",
        say("{name} and {other} do not go together."),
    ),
    (r"argument (?P<name>.+?): (?P<reason>.+)", say("{name}: {reason}.")),
)


def refusal_words(said: str) -> Message:
    """Return what argparse `said` as a sentence of ours; it knows the choice that is likely meant."""
    from difflib import get_close_matches  # late: most lines are understood

    for pattern, sentence in _REFUSALS:
        if found := re.fullmatch(pattern, said, re.DOTALL):
            given = {name: value.replace("'", "") for name, value in found.groupdict().items()}
            near = get_close_matches(given["given"], given["choices"].split(", "), 1) if "choices" in given else []
            if near:
                return say("There is no “{given}”. Perhaps “{near}” is meant.", given=given["given"], near=near[0])
            return Message(sentence.text, given)
    return say("This cannot be understood: {reason}.", reason=said)


class HelpWords(argparse.HelpFormatter):
    """Lays out the help of a command under our headings."""

    @override
    def start_section(self, heading: str | None) -> None:
        ours = {"positional arguments": say("what is named"), "options": say("options")}
        super().start_section(words(ours[heading]) if heading in ours else heading)

    @override
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, tr("usage: ") if prefix is None else prefix)
