"""The format ninjs: each article once, in the edition of its language, with its pictures and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from tests.publish.newsrooms import a_full_desk


def test_each_article_lies_once_and_in_its_own_language() -> None:
    found = {path: file for path, file in a_full_desk().files("ninjs").items() if path.endswith(".json")}
    uris = [json.loads(file.make())["uri"] for file in found.values()]
    assert len(set(uris)) == len(uris)
    locales = {edition.locale for edition in a_full_desk().settings.editions}
    for path, file in found.items():
        language = json.loads(file.make())["language"]
        assert path.startswith(f"{language}/") or language not in locales
        assert file.article


def test_the_bundle_verifies(tmp_path: Path) -> None:
    written = a_full_desk().export(tmp_path / "out", "ninjs")
    assert written.files == len(a_full_desk().files("ninjs"))
