from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What an operator may do: 记录员, 审核员, 监督员, 查看 (DECISIONS 14d)."""

    RECORDER = "recorder"
    REVIEWER = "reviewer"
    SUPERVISOR = "supervisor"
    VIEWER = "viewer"


class Outcome(StrEnum):
    """How a try to sign in ended, or that somebody signed out."""

    IN = "in"
    FAILED = "failed"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class OperatorRow:
    """Somebody who works with the program, and the roles held today.

    `person_id` is who that is among the residents, None when it is not known or not one of them.
    """

    id: int
    uid: str
    name: str
    roles: frozenset[Role]
    has_pin: bool = False
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class AddOperator:
    """Somebody new: name, roles, the first PIN, and who that is among the residents."""

    name: str
    roles: frozenset[Role]
    pin: str
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeOperator:
    """The name, roles and person of somebody who works here, from today on."""

    operator_id: int
    name: str
    roles: frozenset[Role]
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class SignInTry:
    """How a try ended: `seconds` to wait before the next one, 0 for none."""

    operator: OperatorRow
    passed: bool
    waiting: bool
    seconds: int


@dataclass(frozen=True, slots=True)
class Failures:
    """Wrong PINs since the last right one, and when the latest was given."""

    count: int
    last_at: datetime | None
