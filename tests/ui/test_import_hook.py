"""PySide's import hook leaves modules alone that know nothing of Qt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from editor.ui.app import application
app = application()
sys.path.insert(0, sys.argv[1])
import touchy
from PySide6.QtCore import QObject
print(touchy.asked, hasattr(QObject, "setObjectName"), hasattr(QObject, "set_object_name"))
"""
TOUCHY = """
asked = []
def __getattr__(name):
    if name == "__wrapped__":
        raise ImportError("not yet")
    raise AttributeError(name)
"""


def test_a_module_that_answers_wrongly_while_it_is_made_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "touchy.py").write_text(TOUCHY, encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)], capture_output=True, text=True, check=False, timeout=60
    )
    assert told.stdout.split() == ["[]", "True", "False"], told.stderr
