"""Who may do what: the one matrix of roles and acts (DECISIONS 14d, domain §13 rule 13)."""

from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Final

from passbook_desk.features.access.values import Failures, Role
from passbook_desk.kernel.acts import Act

_EVERYBODY: Final = frozenset(Role)
_WORKERS: Final = frozenset({Role.RECORDER, Role.REVIEWER, Role.SUPERVISOR})

MATRIX: Final[dict[Act, frozenset[Role]]] = {
    Act.READ: _EVERYBODY,
    Act.RECORD: frozenset({Role.RECORDER}),
    Act.TAKE_BACK: frozenset({Role.RECORDER}),
    Act.HOUSEHOLDS: frozenset({Role.RECORDER}),
    Act.IMPORT: frozenset({Role.RECORDER}),
    Act.EVENTS: frozenset({Role.RECORDER}),
    Act.GOODS: frozenset({Role.RECORDER, Role.REVIEWER}),
    Act.STOCK: frozenset({Role.RECORDER, Role.REVIEWER}),
    Act.CONFIRM_COUNT: frozenset({Role.REVIEWER, Role.SUPERVISOR}),
    Act.REDEEM: frozenset({Role.RECORDER}),
    Act.PRINT: _WORKERS,
    Act.EXPORT: _WORKERS,
    Act.EXPORT_NUMBERS: frozenset({Role.RECORDER, Role.REVIEWER}),
    Act.FIRST_CHECK: frozenset({Role.RECORDER, Role.REVIEWER}),
    Act.REVIEW: frozenset({Role.REVIEWER}),
    Act.POST: frozenset({Role.RECORDER, Role.REVIEWER}),
    Act.CATALOGUE: frozenset({Role.REVIEWER}),
    Act.SETTINGS: frozenset({Role.REVIEWER}),
    Act.OPERATORS: frozenset({Role.REVIEWER}),
    Act.NOTICE: frozenset({Role.RECORDER, Role.REVIEWER}),
    Act.CLOSE_PERIOD: frozenset({Role.REVIEWER}),
    Act.REOPEN_PERIOD: frozenset({Role.SUPERVISOR}),
    Act.RUN: frozenset({Role.REVIEWER}),
    Act.REVERSE: frozenset({Role.SUPERVISOR}),
    Act.BACKUP: _WORKERS,
    Act.RESTORE: frozenset({Role.REVIEWER}),
    Act.VERIFY: _EVERYBODY,
}
"""Roles that allow an act."""


def allows(roles: AbstractSet[Role], act: Act, single_clerk: bool) -> bool:
    """Whether somebody with these roles may do this.

    In a village with one clerk (单人模式) the recorder also does what the supervisors decide on paper.
    """
    held = roles | {Role.SUPERVISOR} if single_clerk and Role.RECORDER in roles else roles
    return bool(MATRIX[act] & held)


_FREE_TRIES: Final = 3
_FIRST_WAIT: Final = 30
_LONGEST_WAIT: Final = 900


def seconds_to_wait(failures: Failures, now: datetime) -> int:
    """Seconds before the next try: none for three slips, then 30, 60, 120 … up to a quarter of an hour.

    A clock that was set back makes nobody wait longer than the whole time.
    """
    if failures.count < _FREE_TRIES or failures.last_at is None:
        return 0
    wait = min(_FIRST_WAIT << min(failures.count - _FREE_TRIES, 10), _LONGEST_WAIT)
    passed = (now - failures.last_at).total_seconds()
    return min(max(int(wait - passed), 0), wait)
