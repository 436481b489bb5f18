"""The shipped templates as plain code: what they read, call and escape is written down without a detour.

They are a part of the program, as its modules are, and read nothing but the page model. A template of a newsroom's own
is foreign, and runs in the sandbox, with all that it builds on (`theme_limits`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape
from typing_extensions import override

from editor.publish.pages import Run

# Drawn pieces that are remembered: pages that are made one after the other show the same.
_MOST_DRAWN = 2048


class _Plain(CodeGenerator):
    """Writes `page.frame.lang` and `card(one, 2)` as Python has them; Jinja's own way asks three functions about it."""

    @override
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write down how an attribute is read; `self` has its blocks as items, which Jinja knows how to ask for."""
        if isinstance(node.node, nodes.Name) and node.node.name == "self":
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    @override
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write down a call of a macro or of a text's method; none of them asks for what stands around it."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for value in node.args:
            self.visit(value, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write(")")

    @override
    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


class ShippedTemplates(Environment):
    """Where the shipped templates run."""

    code_generator_class = _Plain

    def draw_once(self, template: str, macros: Iterable[str]) -> None:
        """Have each of `macros` of `template` draw a value once and remember it: many pages show the same ones.

        They are functions of what they are called with.
        """
        module = self.get_template(template).module
        for name in macros:
            setattr(module, name, lru_cache(_MOST_DRAWN)(getattr(module, name)))

    @staticmethod
    def escaped(value: object) -> str:
        """Return `value` as it stands in HTML: `markupsafe.escape`, without an object of its own for every text."""
        if isinstance(value, Markup):
            return value
        text = value.text if isinstance(value, Run) else value
        if not isinstance(text, str):
            return escape(text)
        return (
            text.replace("&", "&amp;")
            .replace(">", "&gt;")
            .replace("<", "&lt;")
            .replace("'", "&#39;")
            .replace('"', "&#34;")
        )
