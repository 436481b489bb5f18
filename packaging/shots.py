"""Takes pictures of the real window, for eyes: `dev.py shots`. Run in the virtual environment, on an X screen.

Each look is a process of its own, since scale and direction are set before the window is made. The pictures show the
sample newsroom and lie in the folder named (`build/shots`).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from editor.ui.main_window import MainWindow
    from editor.ui.studio import Studio

SETTLE_MS = 2500
LONGEST_MS = 40_000  # for the web engine's first start
PANELS = ("preview", "images", "related", "timeline", "history", "checks", "export")

Step = Callable[[], None]


@dataclass(frozen=True)
class Look:
    """One way to see the window."""

    width: int = 1440
    height: int = 900
    scheme: str = "light"
    scale: str = "1"
    language: str = "en"
    is_mirrored: bool = False
    article: str = "drums-in-nara"
    panels: tuple[str, ...] = ("preview",)
    actions: tuple[str, ...] = ()


LOOKS = {
    "light": Look(
        panels=PANELS, actions=("newsroom.settings", "app.preferences", "newsroom.take_in", "help.open", "go.anything")
    ),
    "dark": Look(scheme="dark", panels=PANELS),
    "right-to-left": Look(is_mirrored=True, article="ar", panels=("preview", "timeline")),
    "swahili": Look(language="sw", article="sw", panels=PANELS),
    "1280x720": Look(width=1280, height=720, panels=PANELS),
    "200-percent": Look(width=1280, height=780, scale="2", panels=("preview", "related")),
}


def main(arguments: list[str]) -> int:
    """Take every look, or those named after the folder; with `--take`, just one in this process."""
    if arguments[0] == "--take":
        return take(arguments[1], Path(arguments[2]), Path(arguments[3]))
    out, names = Path(arguments[0]), arguments[1:] or list(LOOKS)
    out.mkdir(parents=True, exist_ok=True)
    failed = 0
    with tempfile.TemporaryDirectory() as place:
        for name in names:
            home = Path(place) / name
            home.mkdir()
            made = [sys.executable, "-m", "editor", "new", str(home / "newsroom"), "--sample", "--json"]
            subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
            command = [sys.executable, __file__, "--take", name, str(out), str(home / "newsroom")]
            failed += bool(subprocess.call(command, env=_environment(LOOKS[name], home)))
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")
    return 1 if failed else 0


def take(name: str, out: Path, newsroom: Path) -> int:
    """Open the window as the look says, and save a picture of each of its panels and further windows."""
    from PySide6.QtCore import QTimer

    from editor.ui.app import application, open_window

    look = LOOKS[name]
    app = application()
    window = open_window(newsroom)
    window.studio.set_language(look.language)
    window.studio.set_look(look.scheme)
    if look.is_mirrored:
        app.setLayoutDirection(_right_to_left())
        window.retranslate()
    window.setGeometry(0, 0, look.width, look.height)
    window.workspace.open(_article(window, look.article))
    steps = list(_steps(name, look, out, window, app))
    waited = 0

    def step() -> None:
        nonlocal waited
        if _is_preparing(window) and waited < LONGEST_MS:
            waited += SETTLE_MS
        elif steps:
            waited = 0
            steps.pop(0)()
        else:
            window.studio.close_window()
            app.quit()
            return
        QTimer.singleShot(SETTLE_MS, step)

    QTimer.singleShot(SETTLE_MS, step)
    return app.exec()


def _steps(name: str, look: Look, out: Path, window: MainWindow, app: QApplication) -> list[Step]:
    steps: list[Step] = []
    for panel in look.panels:
        steps += [_bring(window, panel), _grab(app, out / f"{name}-{panel}.png")]
    for action in look.actions:
        steps += [_run(window, action), _grab(app, out / f"{name}-{action}.png"), _close_further(window.studio, app)]
    return steps


def _is_preparing(window: MainWindow) -> bool:
    """Say whether the preview is in front and has no page to show yet."""
    from editor.ui.panels.preview import PreviewPanel
    from editor.ui.widgets.page_stage import PageStage

    preview = window.findChild(PreviewPanel)
    return preview is not None and preview.isVisible() and not preview.findChild(PageStage).isVisible()


def _bring(window: MainWindow, panel: str) -> Callable[[], None]:
    return lambda: window.view.bring_forward(panel)


def _run(window: MainWindow, action: str) -> Callable[[], None]:
    return lambda: window.run(action)


def _grab(app: QApplication, path: Path) -> Callable[[], None]:
    return lambda: print(path.name) if app.primaryScreen().grabWindow(0, *_corner(app)).save(str(path)) else None


def _corner(app: QApplication) -> tuple[int, int, int, int]:
    """Return the part of the screen that our windows cover, in device-independent pixels."""
    covered = [widget.frameGeometry() for widget in app.topLevelWidgets() if widget.isVisible()]
    right, bottom = max(one.right() for one in covered), max(one.bottom() for one in covered)
    return 0, 0, right + 1, bottom + 1


def _close_further(studio: Studio, app: QApplication) -> Callable[[], None]:
    def close() -> None:
        for widget in app.topLevelWidgets():
            if widget.isVisible() and widget is not studio.window:
                widget.close()

    return close


def _article(window: MainWindow, wanted: str) -> str:
    """Return the id of the article with that slug, else of the first in that language, else of the newest."""
    articles = window.workspace.desk.articles.all()
    found = next((one for one in articles if one.slug == wanted), None)
    found = found or next((one for one in articles if one.language == wanted), None)
    return (found or articles[-1]).id


def _right_to_left() -> object:
    from PySide6.QtCore import Qt

    return Qt.LayoutDirection.RightToLeft


def _environment(look: Look, home: Path) -> dict[str, str]:
    environment = {**os.environ, "MAKALA_CONFIG_DIR": str(home / "config"), "QT_SCALE_FACTOR": look.scale}
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # the web engine's sandbox does not work for root
    return environment


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
