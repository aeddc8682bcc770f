"""Signing in on the command line: --operator names who, the PIN comes from a prompt or PASSBOOK_PIN."""

import getpass
import os
import sys
from collections.abc import Callable
from typing import Final

from passbook_desk.app.desk import Desk
from passbook_desk.features.access.errors import SignInNeeded, TooSoon, UnknownOperator, WrongPin
from passbook_desk.features.access.values import OperatorRow
from passbook_desk.kernel.actor import NOBODY

PIN_VARIABLE: Final = "PASSBOOK_PIN"

PinSource = Callable[[str], str | None]
"""The PIN of the operator with this name, or None where nobody can be asked."""


def typed_pin(name: str) -> str | None:
    """The PIN from PASSBOOK_PIN, or typed at the terminal without being shown."""
    given = os.environ.get(PIN_VARIABLE)
    if given is not None:
        return given
    return getpass.getpass(f"{name} 的密码：") if sys.stdin.isatty() else None


def sign_in_here(desk: Desk, name: str | None, pin: PinSource) -> None:
    """Sign in who is named; who works alone without a PIN needs no name.

    Raises UnknownOperator, SignInNeeded, WrongPin, TooSoon.
    """
    if name is None and desk.file.actor != NOBODY:
        return
    operator = _named(desk.people(), name)
    typed = pin(operator.name) if operator.has_pin else ""
    if typed is None:
        raise SignInNeeded(names=(operator.name,))
    tried = desk.sign_in(operator.id, typed)
    if tried.waiting:
        raise TooSoon(field="pin", name=operator.name, seconds=tried.seconds)
    if not tried.passed:
        raise WrongPin(field="pin", name=operator.name, seconds=tried.seconds)


def _named(people: tuple[OperatorRow, ...], name: str | None) -> OperatorRow:
    names = tuple(row.name for row in people)
    if name is None:
        if len(people) == 1:
            return people[0]
        raise SignInNeeded(names=names)
    for row in people:
        if row.name == name.strip():
            return row
    raise UnknownOperator(name=name, names=names)
