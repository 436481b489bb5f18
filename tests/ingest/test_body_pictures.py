from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.errors import FileError
from editor.domain.image import body_image_hashes
from editor.ingest.body_pictures import body_pictures, with_paths

NEW = "images/0123456789ab-new.png"

EVERYWHERE = """# ![head](h.png)

before ![a *b*](<images/x y.png> "ti\\"t") and `![code](no.png)` ![c](c.png)
next ![ref][r] ![short] [![in](link.png)](https://x.example)

> quoted ![two
> lines](q.png)

- item ![i](i.png)

        ![indented code](no.png)

| a | b |
|---|---|
| ![t](t.png) | ![t](t.png) |

```
![fenced](no.png)
```

[r]: images/r.png "titled"
[short]: s.png
"""


def test_pictures_are_found_wherever_they_show_and_nowhere_else() -> None:
    found = body_pictures(EVERYWHERE)
    assert [picture.path for picture in found] == [
        "h.png", "images/x y.png", "c.png", "images/r.png", "s.png", "link.png", "q.png", "i.png", "t.png", "t.png",
    ]  # fmt: skip
    assert [EVERYWHERE[one.begin : one.end] for one in found][:2] == [
        "![head](h.png)",
        '![a *b*](<images/x y.png> "ti\\"t")',
    ]
    assert (found[1].alt, found[1].title, found[1].line) == ("a b", 'ti"t', 2)


def test_new_paths_stand_in_their_places_and_nothing_else_changes() -> None:
    rewritten = with_paths(EVERYWHERE, body_pictures(EVERYWHERE), lambda _: NEW)
    assert [picture.path for picture in body_pictures(rewritten)] == [NEW] * 10
    assert [picture.title for picture in body_pictures(rewritten)][:4] == ["", 'ti"t', "", "titled"]
    assert rewritten.count("no.png") == 3
    assert f"> quoted ![two\n> lines]({NEW})" in rewritten
    assert body_image_hashes(rewritten) == ("0123456789ab",)


def test_what_is_called_so_already_stays_as_it_was_typed() -> None:
    markdown = f"![a]( {NEW}   'single' ) ![b][r]\n\n[r]: {NEW}"
    assert with_paths(markdown, body_pictures(markdown), lambda _: NEW) == markdown


def test_an_empty_path_makes_a_plain_link() -> None:
    markdown = "![a](https://x.example/a.png) ![b](b.png)"
    paths = {"https://x.example/a.png": "", "b.png": NEW}
    assert with_paths(markdown, body_pictures(markdown), lambda one: paths[one.path]) == (
        f"[a](https://x.example/a.png) ![b]({NEW})"
    )


def test_titles_survive_with_their_quotes_and_signs() -> None:
    markdown = "![a](a.png 'say \"hi\" &amp;copy; \\\\ end')"
    (picture,) = body_pictures(markdown)
    (again,) = body_pictures(with_paths(markdown, (picture,), lambda _: NEW))
    assert again.title == picture.title == 'say "hi" &copy; \\ end'


def test_a_picture_is_followed_through_cells_line_marks_and_escapes() -> None:
    markdown = (
        "| a |\n|---|\n| ![x\\|y](x.png) |\n\n> - ![a\t`]`\n>   \\] b][r]\r\n\n[r]: <x.png> 't |'\n\\![no](no.png)"
    )
    found = body_pictures(markdown)
    assert [markdown[one.begin : one.end] for one in found] == ["![x\\|y](x.png)", "![a\t`]`\n>   \\] b][r]"]
    assert [one.alt for one in found] == ["x|y", "a ] ] b"]
    rewritten = with_paths(markdown, found, lambda _: NEW)
    assert [(one.alt, one.path, one.title) for one in body_pictures(rewritten)] == [
        ("x|y", NEW, ""),
        ("a ] ] b", NEW, "t |"),
    ]


def test_a_picture_that_cannot_be_followed_is_refused_with_its_line() -> None:
    with pytest.raises(FileError) as refused:
        body_pictures("a\n\n![x\x02y](x.png)\n")
    assert refused.value.line == 3


PIECES = ["![a](x.png)", "![b", "](y.png)", "> ", "- ", "\n", "\n\n", "`", "*", "[", "]", "text", " ", "\\", "é"]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_every_picture_lies_where_it_is_said_to_lie(markdown: str) -> None:
    found = body_pictures(markdown)
    rewritten = with_paths(markdown, found, lambda _: NEW)
    assert len(body_pictures(rewritten)) == len(found)
    assert all(picture.path == NEW for picture in body_pictures(rewritten))
    for picture in found:
        assert markdown[picture.begin : picture.begin + 2] == "!["
