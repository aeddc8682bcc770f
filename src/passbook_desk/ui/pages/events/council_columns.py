"""Columns and words of the council's page."""

from dataclasses import dataclass
from datetime import date

from passbook_desk.features.events.bodies.values import (
    BodyKind,
    Capacity,
    CharterRow,
    MemberRow,
    PledgeRow,
    Unsigned,
)
from passbook_desk.features.events.lending.values import EquipmentRow, LoanRow
from passbook_desk.kernel.search import pinyin_key
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

BODIES = {
    BodyKind.COUNCIL: QT_TRANSLATE_NOOP("Council", "红白理事会"),
    BodyKind.MORAL: QT_TRANSLATE_NOOP("Council", "道德评议会"),
}
CAPACITIES = {
    Capacity.MEMBER: QT_TRANSLATE_NOOP("Council", "党员"),
    Capacity.CADRE: QT_TRANSLATE_NOOP("Council", "村干部"),
    Capacity.VILLAGER: QT_TRANSLATE_NOOP("Council", "村民"),
    Capacity.HOST: QT_TRANSLATE_NOOP("Council", "事主"),
}


@dataclass(frozen=True, slots=True)
class PledgeLine:
    """A pledge in the register, or somebody who has not signed yet."""

    row: PledgeRow | None
    missing: Unsigned | None = None

    @property
    def name(self) -> str:
        """Who signed or should."""
        return _either(self).name

    @property
    def code(self) -> str:
        """The household's code, empty for somebody known by name alone."""
        return _either(self).household_code


def _either(line: PledgeLine) -> PledgeRow | Unsigned:
    found = line.row or line.missing
    assert found is not None
    return found


def body_word(kind: BodyKind) -> str:
    """What a kind of body is called in general."""
    return translate("Council", BODIES[kind])


def capacity_word(capacity: Capacity) -> str:
    """As what somebody signs."""
    return translate("Council", CAPACITIES[capacity])


def _day(day: date | None) -> str:
    return "" if day is None else day_text(day)


def _how_signed(line: PledgeLine) -> str:
    if line.row is None:
        return translate("Council", "▲ 未签")
    if line.row.struck_on is None:
        return day_text(line.row.signed_on)
    return translate("Council", "✕ 作废：{why}").format(why=line.row.struck_why)


def _for_what(line: PledgeLine) -> str:
    if line.row is None or not line.row.event_number:
        return translate("Council", "一般承诺")
    return line.row.event_number


def _words_version(line: PledgeLine) -> str:
    if line.row is None:
        return ""
    return translate("Council", "第 {number} 版").format(number=line.row.words_number)


def _borrower(row: LoanRow) -> str:
    words = translate("Council", "{head}户").format(head=row.head_name)
    return f"{words}　{row.event_number or row.household_code}"


def _gone(row: LoanRow) -> str:
    parts = []
    if row.short:
        parts.append(translate("Council", "少 {count}").format(count=row.short))
    if row.broken:
        parts.append(translate("Council", "坏 {count}").format(count=row.broken))
    parts += row.words
    return "　".join(parts)


def _how_loan_stands(row: LoanRow) -> str:
    if not row.open:
        return translate("Council", "✓ 还清")
    if row.overdue:
        return translate("Council", "✕ 过期未还")
    return translate("Council", "在外")


MEMBER_COLUMNS: tuple[Column[MemberRow], ...] = (
    Column("body", QT_TRANSLATE_NOOP("Columns", "机构"), lambda row: body_word(row.kind), 6),
    Column("duty", QT_TRANSLATE_NOOP("Columns", "职务"), lambda row: row.duty, 5),
    Column("name", QT_TRANSLATE_NOOP("Columns", "姓名"), lambda row: row.name, 5,
           sort=lambda row: pinyin_key(row.name), stretch=True),
    Column("household", QT_TRANSLATE_NOOP("Columns", "户编号"), lambda row: row.household_code, 4,
           optional=True),
    Column("standing", QT_TRANSLATE_NOOP("Columns", "身份"), lambda row: row.standing, 6),
    Column("from", QT_TRANSLATE_NOOP("Columns", "任期起"), lambda row: day_text(row.from_on), 6,
           sort=lambda row: row.from_on),
    Column("to", QT_TRANSLATE_NOOP("Columns", "任期止"), lambda row: _day(row.to_on), 6,
           sort=lambda row: row.to_on or date.max),
)  # fmt: skip
CHARTER_COLUMNS: tuple[Column[CharterRow], ...] = (
    Column("body", QT_TRANSLATE_NOOP("Columns", "机构"), lambda row: body_word(row.kind), 6),
    Column("number", QT_TRANSLATE_NOOP("Columns", "版次"),
           lambda row: translate("Council", "第 {number} 版").format(number=row.number), 4,
           sort=lambda row: row.number),
    Column("meeting", QT_TRANSLATE_NOOP("Columns", "会议日期"), lambda row: day_text(row.meeting_on), 6,
           sort=lambda row: row.meeting_on),
    Column("minutes", QT_TRANSLATE_NOOP("Columns", "记录号"), lambda row: row.minutes_no, 5, optional=True),
    Column("from", QT_TRANSLATE_NOOP("Columns", "执行日期"), lambda row: day_text(row.effective_from), 6,
           sort=lambda row: row.effective_from),
    Column("words", QT_TRANSLATE_NOOP("Columns", "章程"), lambda row: " ".join(row.words.split()), 16,
           stretch=True),
)  # fmt: skip
PLEDGE_COLUMNS: tuple[Column[PledgeLine], ...] = (
    Column("number", QT_TRANSLATE_NOOP("Columns", "编号"),
           lambda line: "" if line.row is None else str(line.row.number), 3.5,
           sort=lambda line: 0 if line.row is None else line.row.number, figures=True),
    Column("name", QT_TRANSLATE_NOOP("Columns", "承诺人"), lambda line: line.name, 6,
           sort=lambda line: pinyin_key(line.name), stretch=True),
    Column("household", QT_TRANSLATE_NOOP("Columns", "户编号"), lambda line: line.code, 4),
    Column("capacity", QT_TRANSLATE_NOOP("Columns", "身份"),
           lambda line: capacity_word(_either(line).capacity), 4),
    Column("signed", QT_TRANSLATE_NOOP("Columns", "签订"), _how_signed, 8,
           sort=lambda line: date.min if line.row is None else line.row.signed_on),
    Column("event", QT_TRANSLATE_NOOP("Columns", "为哪件事"), _for_what, 5.5),
    Column("words", QT_TRANSLATE_NOOP("Columns", "文字"), _words_version, 4, optional=True),
)  # fmt: skip
EQUIPMENT_COLUMNS: tuple[Column[EquipmentRow], ...] = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "物品"), lambda row: row.name, 8, stretch=True),
    Column("total", QT_TRANSLATE_NOOP("Columns", "共有"), lambda row: f"{row.total} {row.unit}", 5,
           sort=lambda row: row.total, figures=True),
    Column("out", QT_TRANSLATE_NOOP("Columns", "在外"), lambda row: f"{row.out} {row.unit}", 5,
           sort=lambda row: row.out, figures=True),
    Column("free", QT_TRANSLATE_NOOP("Columns", "能借"), lambda row: f"{row.free} {row.unit}", 5,
           sort=lambda row: row.free, figures=True),
)  # fmt: skip
LOAN_COLUMNS: tuple[Column[LoanRow], ...] = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "物品"), lambda row: row.name, 5, stretch=True),
    Column("borrower", QT_TRANSLATE_NOOP("Columns", "借给"), _borrower, 9.5),
    Column("count", QT_TRANSLATE_NOOP("Columns", "借出"), lambda row: f"{row.count} {row.unit}", 3.5,
           sort=lambda row: row.count, figures=True),
    Column("open", QT_TRANSLATE_NOOP("Columns", "未还"), lambda row: f"{row.open} {row.unit}", 3.5,
           sort=lambda row: row.open, figures=True),
    Column("stands", QT_TRANSLATE_NOOP("Columns", "情况"), _how_loan_stands, 5.5),
    Column("due", QT_TRANSLATE_NOOP("Columns", "应还日期"), lambda row: _day(row.due_on), 5.5,
           sort=lambda row: row.due_on or date.max),
    Column("gone", QT_TRANSLATE_NOOP("Columns", "短少和损坏"), _gone, 8, stretch=True),
    Column("lent", QT_TRANSLATE_NOOP("Columns", "借出日期"), lambda row: day_text(row.lent_on), 5.5,
           sort=lambda row: row.lent_on, optional=True),
)  # fmt: skip
