"""What stands for pictures and passages is what the renderer writes; who asks for it loads no parser."""

from __future__ import annotations

import subprocess
import sys

from editor.markup.rendering import render
from editor.markup.stand_ins import BEGINS, ENDS, PASSAGE_CLASS, PICTURES


def test_the_renderer_writes_them() -> None:
    seen: list[str] = []

    def picture(path: str, alt: str, title: str) -> str:
        del alt, title
        seen.append(path)
        return ""

    html = render(f"Words here.\n\n![A]({PICTURES}a.png)", picture=picture, passages=((0, 5),))
    assert f'<span class="{PASSAGE_CLASS}">{BEGINS}Words{ENDS}</span>' in html
    assert seen == [f"{PICTURES}a.png"]


def test_a_page_whose_text_was_rendered_before_is_made_without_the_parser() -> None:
    script = (
        "import sys, editor.publish.formats.html, editor.publish.making, editor.services.publishing\n"
        "print(sorted({'markdown', 'nh3', 'multiprocessing.connection', 'PIL'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
