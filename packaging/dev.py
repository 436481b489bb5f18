#!/usr/bin/env python3
"""Everything a developer does, by one command each: `python3 packaging/dev.py run | test | ...`.

Needs nothing but some Python from 3.9 on: it finds a Python for Makala, makes `.venv` from the hashed lock and sees to
the system's libraries. Each command is a function below; what it takes lies in the modules beside this file.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Callable, Dict, List

import building
import checking
import ground
import running
import system_needs as needs
from ground import BUILD, PACKAGING, ROOT, Trouble


def run(rest: List[str]) -> int:
    """Open the editor on the sample newsroom; without a display make, export and verify it instead."""
    on_screen = running.has_display()
    needs.see_to(needs.LIBRARIES + (needs.SCREEN + needs.FONTS if on_screen else []))
    return running.run(ground.ready(), rest, on_screen=on_screen)


def test(rest: List[str]) -> int:
    """Run every check: format, lint, types, imports, and all tests offscreen; end with the counts."""
    needs.see_to(needs.LIBRARIES + needs.JUDGES)
    return checking.everything(ground.ready(), rest)


def lint(rest: List[str]) -> int:
    """Run the checks that start nothing: format, lint, types, imports."""
    return checking.static(ground.ready(), rest)


def bench(rest: List[str]) -> int:
    """Run the benchmarks (or those named, as --publish) and print their tables."""
    needs.see_to(needs.LIBRARIES + needs.SCREEN + needs.VIRTUAL_SCREEN + needs.FONTS)
    return checking.benchmarks(ground.ready(), rest)


def soak(rest: List[str]) -> int:
    """Run the tests that take longer than half a minute, and the window's with freed memory overwritten (--freed)."""
    needs.see_to(needs.LIBRARIES + needs.JUDGES)
    return checking.soak(ground.ready(), rest)


def build(rest: List[str]) -> int:
    """Make the wheel and the self-contained Linux folder, and start both in an empty environment."""
    needs.see_to(needs.LIBRARIES + needs.SCREEN + needs.VIRTUAL_SCREEN + needs.FREEZING)
    return building.build(ground.ready(), rest)


def lock(rest: List[str]) -> int:
    """Write packaging/lock.txt anew: every library, for every system and Python, with hashes."""
    return ground.write_lock(ground.ready(), rest)


def shots(rest: List[str]) -> int:
    """Take pictures of the real window: light, dark, right to left, 1280 x 720, 200 %."""
    needs.see_to(needs.LIBRARIES + needs.SCREEN + needs.VIRTUAL_SCREEN + needs.FONTS)
    python = ground.ready()
    command = running.on_virtual_screen([str(python), str(PACKAGING / "shots.py"), str(BUILD / "shots"), *rest])
    return subprocess.call(command, cwd=ROOT)


def catalogs(rest: List[str]) -> int:
    """Bring the message catalogs up to date with the code."""
    return subprocess.call([str(ground.ready()), str(PACKAGING / "catalogs.py"), *rest], cwd=ROOT)


COMMANDS: Dict[str, Callable[[List[str]], int]] = {
    command.__name__: command for command in (run, test, lint, bench, soak, build, lock, shots, catalogs)
}


def main(arguments: List[str]) -> int:
    """Run the command that `arguments` name, handing it the rest; return its exit code."""
    if not arguments or arguments[0] not in COMMANDS:
        print("usage: python3 packaging/dev.py COMMAND [more for that command]\n")
        for name, command in COMMANDS.items():
            print(f"  {name:<9} {command.__doc__}")
        return 0 if arguments in ([], ["--help"], ["-h"]) else 2
    os.chdir(ROOT)
    BUILD.mkdir(exist_ok=True)
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
