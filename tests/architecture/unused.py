"""Functions and classes of the program that nothing in the program uses."""

import ast
from collections.abc import Iterable

from architecture.sources import Source

# Used from outside the program: by the installed script, and the clock that tests and campaigns set.
ENTRANCES = {"main", "FixedClock"}


def unused(sources: Iterable[Source]) -> list[str]:
    """Top-level names that nothing in the program mentions again, as `place: name`; a test is no use."""
    program = [source for source in sources if source.in_program]
    mentioned = {name for source in program for name in _mentions(source.tree)}
    return sorted(
        f"{source.place}: {node.name}"
        for source in program
        for node in source.tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        if node.name not in mentioned | ENTRANCES and not _registered(node)
    )


def _mentions(tree: ast.Module) -> Iterable[str]:
    """Names that a module uses; an import alone is no use, nor is a function that calls itself."""
    for top in tree.body:
        own = getattr(top, "name", None)
        for node in ast.walk(top):
            name = _name(node)
            if name is not None and name != own:
                yield name


def _name(node: ast.AST) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else None


def _registered(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    """True for what a decorator hands on, and for tables, which the metadata knows."""
    if isinstance(node, ast.ClassDef):
        return any(_name(base) == "Base" for base in node.bases)
    return bool(node.decorator_list)
