"""How the commands of events answer: what happened in words, and the same as data."""

import argparse
from typing import Final

from passbook_desk.app.commands.answers import Json
from passbook_desk.features.events.course.kinds import EventState, ReminderKind
from passbook_desk.features.events.course.values import DueStep
from passbook_desk.features.events.values import EventCard, EventRow, FigureCompared, Measure, StepTaken
from passbook_desk.features.events.words import (
    KIND_WORDS,
    MEASURE_WORDS,
    OUTCOME_WORDS,
    STATE_WORDS,
    STEP_WORDS,
    VERDICT_WORDS,
    deadline_words,
)

_DUE_WORDS: Final = {
    ReminderKind.BEFORE: "快要办了，去提醒",
    ReminderKind.ON_THE_DAY: "今天办，去核查",
    ReminderKind.CHECK: "办完了，登记核查",
    ReminderKind.FOLLOW: "要回访",
}


def figures_given(given: argparse.Namespace) -> tuple[tuple[Measure, int], ...]:
    """The figures that a call names, in the order of the form."""
    named = ((measure, getattr(given, measure.value, None)) for measure in Measure)
    return tuple((measure, amount) for measure, amount in named if amount is not None)


def state_code(state: EventState) -> str:
    """A state as the command line takes and gives it: to-check."""
    return state.value.replace("_", "-")


def card_lines(done: str, card: EventCard) -> tuple[str, ...]:
    """What happened, where the event stands now, and each figure beside its limit."""
    head = f"{done} {card.number}：{card.head_name}户{KIND_WORDS[card.kind]}，{card.held_on}"
    lines = [f"{head}，{STATE_WORDS[card.state]}", deadline_words(card.kind, card.deadline)]
    if card.needs_filing:
        lines.append("党员、村干部操办，还没有乡镇备案号")
    if card.joined:
        lines.append(f"已并入：{'、'.join(part.number for part in card.joined)}")
    if card.joined_into is not None and card.state is EventState.JOINED:
        lines.append(f"并入 {card.joined_into.number}")
    if card.outcome is not None:
        lines.append(f"核查结果：{OUTCOME_WORDS[card.outcome]}")
    if card.due_on is not None:
        lines.append(f"{card.due_on} 前回访")
    lines += [_figure_line(figure) for figure in card.compared if _said(figure)]
    if card.saving is not None:
        lines.append(f"节约约 {card.saving} 元")
    return tuple(lines)


def _said(figure: FigureCompared) -> bool:
    return any(amount is not None for amount in (figure.declared, figure.approved, figure.actual))


def _figure_line(figure: FigureCompared) -> str:
    """桌数：22 / 20 超标; with later figures 桌数：申报 22，核准 20，实际 21 / 20 超标，比计划多."""
    name, _ = MEASURE_WORDS[figure.measure]
    sets = (("申报", figure.declared), ("核准", figure.approved), ("实际", figure.actual))
    given = [(word, amount) for word, amount in sets if amount is not None]
    told = "，".join(f"{word} {amount}" for word, amount in given)
    if len(given) == 1 and figure.declared is not None:
        told = str(figure.declared)
    limit = "不限" if figure.limit is None else f"{figure.limit} {VERDICT_WORDS[figure.verdict]}"
    return f"  {name}：{told} / {limit}" + ("，比计划多" if figure.over_plan else "")


def row_line(row: EventRow) -> str:
    """One event of the list."""
    tables = "" if row.tables is None else f"，申报 {row.tables} 桌"
    held = "" if row.actual_tables is None else f"，实际 {row.actual_tables} 桌"
    outcome = "" if row.outcome is None else f"，{OUTCOME_WORDS[row.outcome]}"
    late = "，迟报" if row.late else ""
    about = f"{row.household_code} {row.head_name}户{KIND_WORDS[row.kind]}"
    return f"{row.number} {row.held_on} {about} {STATE_WORDS[row.state]}{tables}{held}{outcome}{late}"


def due_line(due: DueStep) -> str:
    """What is to be done for an event, by which day."""
    late = "，已过期" if due.late else ""
    return (
        f"{due.day} {due.number} {due.head_name}户{KIND_WORDS[due.event_kind]}：{_DUE_WORDS[due.kind]}{late}"
    )


def step_line(step: StepTaken) -> str:
    """One step of the course, as it was told."""
    told = (step.who, step.reference, OUTCOME_WORDS[step.outcome] if step.outcome else "", step.words)
    figures = (f"{MEASURE_WORDS[measure][0]} {amount}" for measure, amount in step.figures)
    days = (f"{day.held_on} {day.place}".strip() for day in step.days)
    about = "，".join(word for word in (*told, *figures, *days) if word)
    return f"  {step.number} {step.done_on} {STEP_WORDS[step.kind]}" + (f"：{about}" if about else "")


def card_json(card: EventCard) -> dict[str, Json]:
    """An event as data."""
    return {
        "id": card.id,
        "number": card.number,
        "case": card.hosting_case.stored,
        "days_ahead": card.deadline.days_ahead,
        "late": card.deadline.late,
        "state": state_code(card.state),
        "held_on": card.held_on.isoformat(),
        "last_on": card.days[-1].held_on.isoformat(),
        "outcome": None if card.outcome is None else card.outcome.value,
        "due_on": None if card.due_on is None else card.due_on.isoformat(),
        "saving": card.saving,
        "joined": [part.number for part in card.joined],
        "figures": [
            {
                "measure": figure.measure.value,
                "declared": figure.declared,
                "limit": figure.limit,
                "verdict": figure.verdict.value,
            }
            for figure in card.figures
        ],
        "compared": [
            {
                "measure": figure.measure.value,
                "declared": figure.declared,
                "approved": figure.approved,
                "actual": figure.actual,
                "limit": figure.limit,
                "verdict": figure.verdict.value,
                "over_plan": figure.over_plan,
            }
            for figure in card.compared
        ],
    }


def course_json(card: EventCard) -> dict[str, Json]:
    """An event as data, with its days and every step."""
    return {
        **card_json(card),
        "days": [{"on": day.held_on.isoformat(), "place": day.place} for day in card.days],
        "steps": [
            {
                "number": step.number,
                "kind": step.kind.value,
                "on": step.done_on.isoformat(),
                "who": step.who,
                "words": step.words,
                "reference": step.reference,
                "outcome": None if step.outcome is None else step.outcome.value,
                "due_on": None if step.due_on is None else step.due_on.isoformat(),
                "guests": step.guests,
                "stage": None if step.stage is None else step.stage.value,
                "figures": {measure.value: amount for measure, amount in step.figures},
                "other": None if step.other is None else step.other.number,
            }
            for step in card.steps
        ],
    }


def row_json(row: EventRow) -> dict[str, Json]:
    """One event of the list as data."""
    return {
        "id": row.id,
        "number": row.number,
        "kind": row.kind.value,
        "case": row.hosting_case.stored,
        "household": row.household_code,
        "head": row.head_name,
        "held_on": row.held_on.isoformat(),
        "last_on": row.last_on.isoformat(),
        "reported_on": row.reported_on.isoformat(),
        "late": row.late,
        "state": state_code(row.state),
        "outcome": None if row.outcome is None else row.outcome.value,
        "tables": row.tables,
        "actual_tables": row.actual_tables,
        "verdict": row.verdict.value,
        "due_on": None if row.due_on is None else row.due_on.isoformat(),
    }
