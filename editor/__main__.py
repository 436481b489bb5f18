"""The program `makala`: without arguments or with "open" the window, with anything else the command line."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

_JSON = "--json"


def main(argv: Sequence[str] | None = None) -> int:
    """Run what `argv` (by default the process's own) asks for; return the exit code."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or (words[0] == "open" and _is_one_folder(words[1:])):
        return _window([word for word in words if word != _JSON], as_json=_JSON in words)
    from editor.cli.running import run

    return run(words)


def _is_one_folder(words: Sequence[str]) -> bool:
    """Say whether `words` name a folder and ask for nothing that the window does not know."""
    named = [word for word in words if word != _JSON]
    return len(named) == 1 and bool(named[0]) and not named[0].startswith("-")


def _window(words: Sequence[str], *, as_json: bool) -> int:
    """Open the window, or say why there is none."""
    from editor.cli.screen import missing, why_no_window

    why = why_no_window()
    if why is None:
        try:
            from editor.ui.app import main as open_window
        except ImportError as error:
            why = missing(str(error))
        else:
            return open_window(words)
    from editor.cli.running import refuse
    from editor.core.errors import Fault
    from editor.core.messages import say

    return refuse(Fault(say("The window cannot open here."), why, can_retry=False), as_json=as_json)


if __name__ == "__main__":
    code = main()
    gc.freeze()  # nothing is left to be done with what there is: the end need not look through it once more
    sys.exit(code)
