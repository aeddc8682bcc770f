"""The log of what was done: one row for each transaction, from the newest end of audit chain and ledger."""

from collections.abc import Mapping

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.errors import UnknownOperator
from passbook_desk.features.access.model import Operator
from passbook_desk.features.activity.describing import described
from passbook_desk.features.activity.rules import in_group, kind_of
from passbook_desk.features.activity.values import (
    LogAsked,
    LogKind,
    LogMark,
    LogOperator,
    LogPage,
    LogSheet,
)
from passbook_desk.features.activity.walking import Step, newest, steps
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.clock import Clock

EVERYTHING = LogAsked()
A_PAGE = 200
MOST_PRINTED = 2_000


def log_page(
    scope: Scope, asked: LogAsked = EVERYTHING, mark: LogMark | None = None, most: int | None = A_PAGE
) -> LogPage:
    """Up to `most` rows before a mark (all with None), newest first; sentences are made from them above.

    However long the ledger is, only the newest rows that fill the page are read.
    """
    if mark is None:
        mark = newest(scope)
    chosen: list[tuple[Step, LogKind]] = []
    full = False
    for step in steps(scope, asked, mark):
        kind = kind_of(step.signs, step.vouchers.values(), by_nobody=step.operator_id is None)
        if in_group(kind, asked.group):
            if most is not None and len(chosen) == most:
                full = True
                break
            chosen.append((step, kind))
        mark = _behind(mark, step)
    return LogPage(described(scope, chosen, _names(scope)), mark if full else None)


def log_operators(scope: Scope) -> tuple[LogOperator, ...]:
    """Everybody who ever worked with this file, in the order they came."""
    rows = scope.session.execute(
        select(Operator.id, Operator.name)
        .where(Operator.village_id == scope.village_id)
        .order_by(Operator.id)
    )
    return tuple(LogOperator(row.id, row.name) for row in rows)


def log_operator_named(scope: Scope, name: str) -> LogOperator:
    """Who has worked with the file under this name; raises UnknownOperator."""
    known = log_operators(scope)
    for operator in known:
        if operator.name == name.strip():
            return operator
    raise UnknownOperator(name=name, names=tuple(operator.name for operator in known))


def log_sheet(scope: Scope, asked: LogAsked, actor: Actor, clock: Clock) -> LogSheet:
    """The log for paper: the newest MOST_PRINTED rows that were asked for."""
    page = log_page(scope, asked, most=MOST_PRINTED)
    return LogSheet(
        village_name=village(scope).name,
        asked=asked,
        operator=_names(scope).get(asked.operator_id, ""),
        rows=page.rows,
        more=page.older is not None,
        printed_by=actor.name,
        printed_at=clock.now(),
    )


def _names(scope: Scope) -> Mapping[int | None, str]:
    return {operator.id: operator.name for operator in log_operators(scope)}


def _behind(mark: LogMark, step: Step) -> LogMark:
    return LogMark(step.first_seq or mark.audit_seq, min(step.vouchers, default=mark.voucher_id))
