"""Every trouble that the program can name, read from its source: code, and parameters of each raise."""

import ast
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from architecture.sources import Source

_ROOTS = {"UserError", "EnvironmentProblem", "FaultFound"}


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error class: `code` is None without one of its own, `raised_with` the parameters of each raise."""

    name: str
    place: str
    code: str | None
    bases: tuple[str, ...]
    raised_with: tuple[frozenset[str], ...]


def troubles(sources: Iterable[Source]) -> list[Trouble]:
    """The subclasses of UserError, EnvironmentProblem and FaultFound, direct or not."""
    program = [source for source in sources if source.in_program]
    classes = [
        (source.place, node)
        for source in program
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef)
    ]
    known = set(_ROOTS)
    for _ in classes:
        known |= {node.name for _, node in classes if known & set(_bases(node))}
    raised = _parameters(program, known)
    return [
        Trouble(node.name, place, _code(node), _bases(node), tuple(raised.get((place, node.name), ())))
        for place, node in classes
        if node.name in known - _ROOTS
    ]


def without_code(found: Iterable[Trouble]) -> list[str]:
    """Classes that are raised under no code of their own."""
    return sorted(each.name for each in found if each.code is None and each.raised_with)


def shared_codes(found: Iterable[Trouble]) -> list[str]:
    """Codes that two classes use."""
    codes = [each.code for each in found if each.code is not None]
    return sorted({code for code in codes if codes.count(code) > 1})


def without_sentence(found: Iterable[Trouble], sentence_for: Callable[[str], str | None]) -> list[str]:
    """Codes for which the clerk would see no sentence."""
    return sorted(each.code for each in found if each.code is not None and not sentence_for(each.code))


def empty_places(found: Iterable[Trouble], sentence_for: Callable[[str], str | None]) -> list[str]:
    """Places in sentences that some raise does not fill, as `code: name`."""
    problems = set()
    for each in found:
        sentence = sentence_for(each.code) if each.code is not None else None
        wanted = set(re.findall(r"\{(\w+)", sentence or ""))
        problems |= {f"{each.code}: {name}" for given in each.raised_with for name in wanted - given}
    return sorted(problems)


def _bases(node: ast.ClassDef) -> tuple[str, ...]:
    return tuple(_name(base) for base in node.bases)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _code(node: ast.ClassDef) -> str | None:
    for statement in node.body:
        targets: list[ast.expr] = []
        if isinstance(statement, ast.Assign):
            targets = statement.targets
        elif isinstance(statement, ast.AnnAssign):
            targets = [statement.target]
        value = getattr(statement, "value", None)
        if any(_name(target) == "code" for target in targets) and isinstance(value, ast.Constant):
            return str(value.value)
    return None


def _parameters(program: Iterable[Source], names: set[str]) -> dict[tuple[str, str], list[frozenset[str]]]:
    """Keyword names of each call of these classes, by place and name; calls that pass ** are left out."""
    found: dict[tuple[str, str], list[frozenset[str]]] = {}
    for source in program:
        origins = _origins(source)
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and _name(node.func) in names:
                words = [keyword.arg for keyword in node.keywords]
                key = (_place_of(node.func, origins, source.place), _name(node.func))
                if None not in words:
                    found.setdefault(key, []).append(frozenset(filter(None, words)))
    return found


def _origins(source: Source) -> dict[str, str]:
    """Where each imported name of a module comes from, as the place of a file."""
    return {
        alias.asname or alias.name: node.module
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


def _place_of(called: ast.expr, origins: dict[str, str], here: str) -> str:
    if isinstance(
        called, ast.Attribute
    ):  # errors.Refused, after `from passbook_desk.features.x import errors`
        owner = _name(called.value)
        return f"src/{origins.get(owner, '').replace('.', '/')}/{owner}.py"
    module = origins.get(_name(called))
    return here if module is None else f"src/{module.replace('.', '/')}.py"
