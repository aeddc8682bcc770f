"""Bugs that somebody might write, put into the running program to see whether a campaign shows them."""

import inspect
import random
import sys
import textwrap
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, NamedTuple


class Mutant(NamedTuple):
    """A function, a piece of its text that stands there once, and what a hurried programmer wrote instead."""

    home: ModuleType | type
    name: str
    right: str
    wrong: str


@contextmanager
def mutated(mutant: Mutant) -> Iterator[None]:
    """The program with this bug; everybody who imported the function has it too."""
    function: Callable[..., Any] = getattr(mutant.home, mutant.name)
    source = textwrap.dedent(inspect.getsource(function))
    if source.count(mutant.right) != 1:
        raise LookupError(f"{mutant.name} does not say {mutant.right!r} once")
    own: dict[str, Any] = {}
    exec(source.replace(mutant.right, mutant.wrong), function.__globals__, own)
    homes = [mutant.home] if isinstance(mutant.home, type) else _importers(mutant.name, function)
    for home in homes:
        setattr(home, mutant.name, own[mutant.name])
    try:
        yield
    finally:
        for home in homes:
            setattr(home, mutant.name, function)


def caught(mutant: Mutant, campaign: Callable[[], object]) -> str:
    """How a campaign shows the bug: the first words of what failed; "" when it does not."""
    with mutated(mutant):
        try:
            campaign()
        except Exception as error:  # noqa: BLE001 - any failure shows the bug
            return f"{type(error).__name__}: {error}".splitlines()[0][:110]
    return ""


def try_all(bugs: Collection[str], shown_by: Callable[[str, int], str]) -> int:
    """Try every bug with one fresh seed and say what each was caught by; 1 when one was not."""
    seed = random.SystemRandom().randrange(10**9)
    missed = 0
    for bug in bugs:
        by = shown_by(bug, seed)
        missed += not by
        sys.stdout.write(f"{bug}: {by or 'NOT CAUGHT'}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(bugs) - missed} of {len(bugs)} caught, seed {seed}\n")
    return int(missed > 0)


def _importers(name: str, function: Callable[..., Any]) -> list[ModuleType]:
    return [module for module in list(sys.modules.values()) if vars(module).get(name) is function]
