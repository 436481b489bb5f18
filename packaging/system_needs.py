"""What Makala needs of the system itself, and how a Debian or Ubuntu comes by it.

A need is missing when its library cannot be loaded, its command not found or its file not there. Missing ones are
installed where this user may (root, or sudo without a password); else the one command that does it is printed and the
work goes on. Other systems bring these with them, or their own package manager names them much the same.
"""

from __future__ import annotations

import ctypes
import functools
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import List, NamedTuple, Optional, Set, Tuple

from ground import FITTING, Trouble


class Need(NamedTuple):
    """One thing of the system: a library (`libEGL.so.1`), a command or a file, and the packages that bring it."""

    what: str
    packages: Tuple[str, ...]  # the first that this release has


# What Qt and its web engine load even where nothing is shown.
LIBRARIES = [
    Need("libEGL.so.1", ("libegl1",)),
    Need("libGL.so.1", ("libgl1",)),
    Need("libfontconfig.so.1", ("libfontconfig1",)),
    Need("libfreetype.so.6", ("libfreetype6",)),
    Need("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    Need("libdbus-1.so.3", ("libdbus-1-3",)),
    Need("libxkbcommon.so.0", ("libxkbcommon0",)),
    Need("libzstd.so.1", ("libzstd1",)),
    Need("libbrotlidec.so.1", ("libbrotli1",)),
    Need("libgssapi_krb5.so.2", ("libgssapi-krb5-2",)),
    Need("libnss3.so", ("libnss3",)),
    Need("libasound.so.2", ("libasound2t64", "libasound2")),
    Need("libgbm.so.1", ("libgbm1",)),
    Need("libdrm.so.2", ("libdrm2",)),
    Need("libudev.so.1", ("libudev1",)),
    Need("libX11.so.6", ("libx11-6",)),
    Need("libX11-xcb.so.1", ("libx11-xcb1",)),
    Need("libxcb.so.1", ("libxcb1",)),
    Need("libxcb-dri3.so.0", ("libxcb-dri3-0",)),
    Need("libXcomposite.so.1", ("libxcomposite1",)),
    Need("libXdamage.so.1", ("libxdamage1",)),
    Need("libXext.so.6", ("libxext6",)),
    Need("libXfixes.so.3", ("libxfixes3",)),
    Need("libXrandr.so.2", ("libxrandr2",)),
    Need("libXtst.so.6", ("libxtst6",)),
    Need("libxkbfile.so.1", ("libxkbfile1",)),
    Need("libxshmfence.so.1", ("libxshmfence1",)),
]

# What a window on an X screen takes besides.
SCREEN = [
    Need("libxcb-cursor.so.0", ("libxcb-cursor0",)),
    Need("libxcb-icccm.so.4", ("libxcb-icccm4",)),
    Need("libxcb-image.so.0", ("libxcb-image0",)),
    Need("libxcb-keysyms.so.1", ("libxcb-keysyms1",)),
    Need("libxcb-randr.so.0", ("libxcb-randr0",)),
    Need("libxcb-render.so.0", ("libxcb-render0",)),
    Need("libxcb-render-util.so.0", ("libxcb-render-util0",)),
    Need("libxcb-shape.so.0", ("libxcb-shape0",)),
    Need("libxcb-shm.so.0", ("libxcb-shm0",)),
    Need("libxcb-sync.so.1", ("libxcb-sync1",)),
    Need("libxcb-util.so.1", ("libxcb-util1",)),
    Need("libxcb-xfixes.so.0", ("libxcb-xfixes0",)),
    Need("libxcb-xkb.so.1", ("libxcb-xkb1",)),
    Need("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",)),
    Need("libthai.so.0", ("libthai0",)),
]

VIRTUAL_SCREEN = [Need("Xvfb", ("xvfb",)), Need("xauth", ("xauth",))]

# Letters for the 29 languages of the page furniture.
FONTS = [
    Need("/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf", ("fonts-noto-core",)),
    Need("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", ("fonts-noto-cjk",)),
]

# Who judges the metadata of exported pictures; without it those tests are left out, by name.
JUDGES = [Need("exiftool", ("libimage-exiftool-perl",))]

FREEZING = [Need("objdump", ("binutils",))]

_asked_for: Set[str] = set()


def see_to(needs: List[Need]) -> None:
    """Install what of `needs` is missing, where that is possible, else say what to do. Linux alone has any."""
    if not sys.platform.startswith("linux"):
        return
    missing = [need for need in needs if not is_there(need)]
    if not missing:
        return
    if not shutil.which("apt-get"):
        print(
            "This system lacks " + ", ".join(need.what for need in missing) + "; install the packages that bring them."
        )
        return
    _apt([need.packages for need in missing])


def is_there(need: Need) -> bool:
    """Say whether the system has what `need` names."""
    if ".so" in need.what:
        try:
            ctypes.CDLL(need.what)
        except OSError:
            return False
        return True
    if need.what.startswith("/"):
        return Path(need.what).exists() or _package_is_installed(need.packages[0])
    return shutil.which(need.what, path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/bin") is not None


def install_python() -> Optional[str]:
    """Install the best Python that this release offers; return its command, or None when there is none to be had."""
    if not shutil.which("apt-get"):
        return None
    _update()
    for version in FITTING:
        if _is_offered(f"python{version}") and _apt([(f"python{version}",), (f"python{version}-venv",)]):
            return f"python{version}"
    return None


def install_venv_module(python: str) -> None:
    """See to the part of `python` that Debian keeps in a package of its own; raise `Trouble` when it stays away."""
    version = (
        "3."
        + subprocess.run(
            [python, "-c", "import sys; print(sys.version_info[1])"], capture_output=True, text=True, check=True
        ).stdout.strip()
    )
    name = f"python{version}-venv"
    if not shutil.which("apt-get"):
        raise Trouble(f"{python} cannot make virtual environments (no ensurepip): install its venv package.")
    if not _apt([(name,)]):
        raise Trouble(f"{python} cannot make virtual environments until {name} is there. Then run this again.")


def _apt(wanted: List[Tuple[str, ...]]) -> bool:
    """Install the first of each tuple that this release has; on failure print the one command that does it."""
    _update()
    packages = sorted({_offered_of(names) for names in wanted})
    if _as_root() is None:
        _asked_for.update(packages)
        packages = sorted(_asked_for)  # what was asked for before in this run too: one command brings all of it
        print(f"This system lacks a few packages. This brings them:\n  {_as_typed(packages)}", flush=True)
        return False
    print(f"installing {' '.join(packages)}", flush=True)
    done = _apt_get("-y", "--no-install-recommends", "install", *packages)
    if done.returncode == 0:
        return True
    told = done.stdout
    if "Could not get lock" in told or "is held by process" in told:
        print("Another installation holds the system's package lock; once it is through, run:")
    else:
        print("\n".join(told.splitlines()[-4:]))
        print("The packages could not be installed. This would bring them:")
    print(f"  {_as_typed(packages)}", flush=True)
    return False


@functools.lru_cache(maxsize=None)
def _as_root() -> Optional[List[str]]:
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.call([sudo, "-n", "true"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
        return [sudo, "-n"]
    return None


def _as_typed(packages: List[str]) -> str:
    sudo = "" if os.geteuid() == 0 else "sudo "
    return f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {' '.join(packages)}"


@functools.lru_cache(maxsize=None)
def _update() -> None:
    """Fetch the list of packages, once a run and only where we may; a failure shows when one is installed."""
    if _as_root() is not None:
        _apt_get("update")


def _apt_get(*arguments: str) -> subprocess.CompletedProcess:
    command = [*(_as_root() or []), "apt-get", "-o", "DPkg::Lock::Timeout=120", "-qq", *arguments]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True, env=environment
    )


def _offered_of(names: Tuple[str, ...]) -> str:
    return next((name for name in names if _is_offered(name)), names[-1])


def _is_offered(name: str) -> bool:
    told = subprocess.run(["apt-cache", "policy", name], capture_output=True, text=True).stdout
    return "Candidate:" in told and "Candidate: (none)" not in told


def _package_is_installed(name: str) -> bool:
    if not shutil.which("dpkg-query"):
        return False
    told = subprocess.run(["dpkg-query", "-W", "-f", "${Status}", name], capture_output=True, text=True).stdout
    return "ok installed" in told
