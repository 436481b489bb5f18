"""An X screen as a bystander sees it: which windows stand on it, what they show, whether they answer.

Knows nothing of the program it watches, so that two programs can be measured by the same eyes. As a program
`python -m tests.benchmarks.screen -- COMMAND...` starts a program, waits for its window and stops it: the smoke test of
a build.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import subprocess
import sys
import time
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

ALL_PLANES = 0xFFFFFFFF
Z_PIXMAP = 2
IS_VIEWABLE = 2
CLIENT_MESSAGE = 33
STRUCTURE_NOTIFY = 1 << 17
SMALLEST = (300, 200)  # a menu, a tip or a splash is no window to work in


class _Attributes(ctypes.Structure):
    _fields_ = [
        *((name, c_int) for name in ("x", "y", "width", "height", "border_width", "depth")),
        ("visual", c_void_p),
        ("root", c_ulong),
        *((name, c_int) for name in ("c_class", "bit_gravity", "win_gravity", "backing_store")),
        ("backing_planes", c_ulong),
        ("backing_pixel", c_ulong),
        ("save_under", c_int),
        ("colormap", c_ulong),
        ("map_installed", c_int),
        ("map_state", c_int),
        *((name, c_long) for name in ("all_event_masks", "your_event_mask", "do_not_propagate_mask")),
        ("override_redirect", c_int),
        ("screen", c_void_p),
    ]


class _XImage(ctypes.Structure):
    _fields_ = [
        *((name, c_int) for name in ("width", "height", "xoffset", "format")),
        ("data", c_void_p),
        *((name, c_int) for name in ("byte_order", "unit", "bit_order", "pad", "depth", "bytes_per_line", "bits")),
    ]


class _ClientMessage(ctypes.Structure):
    _fields_ = [
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("message_type", c_ulong),
        ("format", c_int),
        ("data", c_long * 5),
        ("room", c_long * 12),  # an XEvent is a union of 24 longs
    ]


@dataclass(frozen=True)
class Window:
    """A window that stands on the screen, in pixels from its corner."""

    handle: int
    title: str
    x: int
    y: int
    width: int
    height: int


class Screen:
    """The connection to an X server. Made by whoever watches; one thread."""

    def __init__(self) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XGetImage"):
            getattr(self._x, name).restype = c_void_p
        for name in ("XDefaultRootWindow", "XInternAtom"):
            getattr(self._x, name).restype = c_ulong
        self._silent = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)(lambda _display, _error: 0)
        self._x.XSetErrorHandler(self._silent)  # a window may go while it is looked at
        display = self._x.XOpenDisplay(None)
        if not display:
            raise OSError("no X server answers")
        self._display = c_void_p(display)
        self._root = c_ulong(self._x.XDefaultRootWindow(self._display))
        self._ping, self._protocols = self._atom("_NET_WM_PING"), self._atom("WM_PROTOCOLS")
        self._asked = 0
        self._x.XSelectInput(self._display, self._root, c_long(STRUCTURE_NOTIFY))

    def windows(self) -> list[Window]:
        """Return the windows to work in, lowest first."""
        root, parent, children, count = c_ulong(), c_ulong(), POINTER(c_ulong)(), c_uint()
        self._x.XQueryTree(self._display, self._root, byref(root), byref(parent), byref(children), byref(count))
        handles = [children[index] for index in range(count.value)]
        if handles:
            self._x.XFree(children)
        return [window for handle in handles if (window := self._window(handle))]

    def picture(self, window: Window) -> Image.Image | None:
        """Return what `window` shows, in grey; None when it has gone."""
        size = (window.width, window.height)
        place = self._x.XGetImage(
            self._display, c_ulong(window.handle), 0, 0, *map(c_uint, size), c_ulong(ALL_PLANES), Z_PIXMAP
        )
        if not place:
            return None
        image = ctypes.cast(place, POINTER(_XImage)).contents
        data = ctypes.string_at(image.data, image.bytes_per_line * image.height)
        self._x.XDestroyImage(c_void_p(place))
        return Image.frombuffer("RGBX", size, data, "raw", "BGRX", image.bytes_per_line, 1).convert("L")

    def ask(self, window: Window) -> int:
        """Ask `window`'s program whether it handles events (`_NET_WM_PING`, EWMH); return the question's mark."""
        self._asked += 1
        message = _ClientMessage(type=CLIENT_MESSAGE, window=window.handle, message_type=self._protocols, format=32)
        message.data[:3] = (self._ping, self._asked, window.handle)
        self._x.XSendEvent(self._display, c_ulong(window.handle), 0, c_long(0), byref(message))
        self._x.XFlush(self._display)
        return self._asked

    def heard(self) -> list[int]:
        """Return the marks of the questions that have been answered since this was last called."""
        marks = []
        event = _ClientMessage()
        while self._x.XPending(self._display):
            self._x.XNextEvent(self._display, byref(event))
            if event.type == CLIENT_MESSAGE and event.data[0] == self._ping:
                marks.append(int(event.data[1]))
        return marks

    def _window(self, handle: int) -> Window | None:
        attributes = _Attributes()
        if not self._x.XGetWindowAttributes(self._display, c_ulong(handle), byref(attributes)):
            return None
        if attributes.map_state != IS_VIEWABLE or attributes.width < SMALLEST[0] or attributes.height < SMALLEST[1]:
            return None
        name = c_char_p()
        self._x.XFetchName(self._display, c_ulong(handle), byref(name))
        title = (name.value or b"").decode("utf-8", "replace")
        return Window(handle, title, attributes.x, attributes.y, attributes.width, attributes.height)

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))


def main() -> int:
    """Start a program in an empty environment, wait for a window that shows something and answers; stop it again."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--patience", type=float, default=60.0)
    parser.add_argument("command", nargs="+")
    asked = parser.parse_args()
    environment = {"HOME": str(asked.home), "PATH": "/usr/bin:/bin", "DISPLAY": os.environ["DISPLAY"]}
    environment |= {name: os.environ[name] for name in ("XAUTHORITY",) if name in os.environ}
    screen = Screen()
    with subprocess.Popen(asked.command, env=environment) as program:
        try:
            window = _wait(screen, program, asked.patience)
        finally:
            program.terminate()
    if window is None:
        print("no window came", file=sys.stderr)
        return 1
    print(f"     a window of {window.width} x {window.height}: {window.title}")
    return 0


def _wait(screen: Screen, program: subprocess.Popen[bytes], patience: float) -> Window | None:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline and program.poll() is None:
        for window in screen.windows():
            picture = screen.picture(window)
            if picture and len(picture.getcolors(256) or []) > 8:
                if screen.heard():
                    return window
                screen.ask(window)
        time.sleep(0.1)
    return None


if __name__ == "__main__":
    sys.exit(main())
