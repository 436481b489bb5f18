"""What a frozen Makala is made of, the same on all three systems; used by the `.spec` file of each."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from PyInstaller.utils.hooks import collect_data_files, collect_dynamic_libs, collect_submodules, copy_metadata

ROOT = Path(__file__).resolve().parent.parent
ENTRY = str(ROOT / "packaging" / "frozen_entry.py")
# What delivers to each kind of place is loaded by name when a bundle goes there.
_LATE = ["fsspec.implementations.ftp", "fsspec.implementations.sftp", "paramiko", "webdav4.fsspec", "s3fs"]
Entry = TypeVar("Entry", bound="tuple[str, str, str]")

# The web engine's hook takes all of Qt Quick's modules along; the engine itself needs none of them, nor the developer
# tools, nor words in languages that our interface does not have.
_NOT_NEEDED = re.compile(
    r"PySide6/(Qt/)?qml/"
    r"|(lib|/)Qt6(3D|Charts|DataVisualization|Graphs|Labs|Location|Multimedia|PdfQuick|Quick3D|QuickControls2"
    r"|QuickDialogs2|QuickEffects|QuickLayouts|QuickParticles|QuickShapes|QuickTemplates2|QuickTest|QuickTimeline"
    r"|QuickVectorImage|RemoteObjects|Scxml|Sensors|ShaderTools|SpatialAudio|StateMachine|Test|TextToSpeech"
    r"|VirtualKeyboard|WaylandCompositor|WebView)\w*\."
    r"|devtools_resources|\.debug\.pak|v8_context_snapshot\.debug"
    r"|translations/(?!qtwebengine_locales/(en-US|sw)\.pak|qtbase_(ar|de|es|fa|fr|he|it|ja|ko|nl|pl|pt_BR|ru|tr|uk|zh_..)\.qm)"
    r"|platformthemes/libqgtk3|libgtk-3|libgdk-3"
    r"|botocore/data/(?!s3/|sts/|partitions|endpoints|_retry|sdk-default)"  # one service of four hundred is used
    r"|c2pa/libs/.*\.(rlib|lib|pdb|d)$"
)


def version() -> str:
    """Return Makala's version as `editor/__init__.py` states it."""
    text = (ROOT / "editor" / "__init__.py").read_text(encoding="utf-8")
    return text.split('__version__ = "')[1].split('"')[0]


def analysis_options() -> dict[str, object]:
    """Return what PyInstaller's `Analysis` takes, the script aside."""
    return {
        "pathex": [str(ROOT)],
        "datas": [
            (str(ROOT / "resources"), "resources"),
            *collect_data_files("tzdata"),  # zones must not depend on the machine they are read on
            *collect_data_files("py3langid"),  # by which the language of a text is found
            # English can be checked out of the box, where there is a wheel of the library
            *(collect_data_files("hunspell", subdir="dictionaries") if _is_here("hunspell") else ()),
            *copy_metadata("sqlmodel"),
            *copy_metadata("keyring"),  # it finds the system's keyring by its entry points
        ],
        "binaries": collect_dynamic_libs("c2pa") if _is_here("c2pa") else [],  # loaded by name when first asked for
        "hiddenimports": [
            *filter(_is_here, ("c2pa", "hunspell", "pi_heif")),
            *("cryptography", *_LATE, *collect_submodules("keyring.backends")),
        ],
        "excludes": ["tkinter", "pytest", "hypothesis", "mypy", "ruff", "PIL.ImageTk", "PIL.ImageQt", "test"],
        "noarchive": False,
    }


def _is_here(library: str) -> bool:
    """Say whether `library` is installed: a few have no wheels for every system (see pyproject.toml)."""
    return find_spec(library) is not None


def needed(entries: list[Entry]) -> list[Entry]:
    """Return those of `entries` (name in the folder, source, kind) that Makala can use."""
    return [entry for entry in entries if not _NOT_NEEDED.search(entry[0].replace("\\", "/"))]
