"""Where this machine's settings and secrets lie: never in a newsroom."""

from __future__ import annotations

import os
from pathlib import Path

CONFIG_VARIABLE = "MAKALA_CONFIG_DIR"


def config_folder() -> Path:
    """Return the folder that holds this machine's settings; `MAKALA_CONFIG_DIR` names another one."""
    if named := os.environ.get(CONFIG_VARIABLE):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("makala", appauthor=False)
