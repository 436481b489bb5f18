from __future__ import annotations

from pathlib import Path

from editor.cli import forms
from editor.core.messages import say
from editor.domain.edits import Several
from editor.domain.image import Finding
from editor.domain.problem import Problem
from editor.images.detection import Inspection
from editor.services.publishing import ExportReport
from editor.services.search import SearchHit
from editor.services.taking_in import FileWarning, Refusal, TakenFile, TakenReport
from editor.services.verifying import BundleProblem, VerifyReport


def test_forms_have_exactly_the_keys_of_the_contract() -> None:
    refusal = Refusal(file="b", line=3, message=say("m"), hint=say("h"))
    report = TakenReport(
        taken=(TakenFile(file="a", id="1", slug="s"),),
        refused=(refusal,),
        warnings=(FileWarning(file="a", message=say("w")),),
        edit=Several((), say("x")),
    )
    assert forms.taken_form(report) == {
        "taken": [{"file": "a", "id": "1", "slug": "s"}],
        "refused": [{"file": "b", "line": 3, "message": "m", "hint": "h"}],
        "warnings": [{"file": "a", "message": "w"}],
    }
    verified = VerifyReport(ok=False, files=2, problems=(BundleProblem(path="p", kind="changed", message=say("m")),))
    assert forms.verify_form(verified) == {
        "ok": False,
        "files": 2,
        "problems": [{"path": "p", "kind": "changed", "message": "m"}],
        "signature": {"state": "not signed", "fingerprint": ""},
    }
    hit = SearchHit(id="1", slug="s", headline="h", language="en", score=1.5)
    assert forms.search_form([hit]) == {
        "results": [{"id": "1", "slug": "s", "headline": "h", "language": "en", "score": 1.5}]
    }
    problem = Problem(check="c", message=say("m"), article="a", field="f", blocks=True)
    assert forms.check_form([problem]) == {
        "problems": [
            {
                "check": "c",
                "severity": "block",
                "article": "a",
                "field": "f",
                "message": "m",
                "hint": "",
                "line": None,
                "accepted": False,
            }
        ]
    }
    finding = Finding(detector="d", place="p", key="k", value="v", source_type="print", system="Heron")
    inspection = Inspection(findings=(finding,))
    assert forms.inspect_form(Path("a.png"), inspection) == {
        "file": "a.png",
        "class": "not-ai",
        "source_type": "print",
        "system": "Heron",
        "version": "",
        "prompt": "",
        "generated_at": "",
        "findings": [
            {
                "detector": "d",
                "place": "p",
                "key": "k",
                "value": "v",
                "confidence": "claimed",
                "source_type": "print",
                "system": "Heron",
                "version": "",
                "prompt": "",
                "generated_at": "",
            }
        ],
        "credentials": "",
    }


def test_the_form_of_an_export_has_its_figures() -> None:
    report = ExportReport(
        bundle=Path("out"), format="html", editions=("sw",), files=3, written=2, unchanged=1, removed=0,
        warnings=(say("w"),), seconds=0.5, manifest_sha256="ab",
    )  # fmt: skip
    form = forms.export_form(report)
    assert form["warnings"] == ["w"]
    assert (form["bundle"], form["editions"], form["files"], form["seconds"]) == ("out", ["sw"], 3, 0.5)
