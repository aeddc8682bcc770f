"""Columns of the household pages' tables."""

from collections.abc import Callable
from datetime import date

from passbook_desk.features.households.life.values import StoryLine
from passbook_desk.features.households.values import PartyKind, PersonRow
from passbook_desk.features.ledger.values import LineKind, LineRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.points import ZERO
from passbook_desk.kernel.search import pinyin_key
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.icons import Badge
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.households.story import story_words
from passbook_desk.ui.pages.households.values import HouseholdLine


def absence_word(kind: str) -> str:
    """Why a household is not in the village."""
    words = {
        "moved_out": translate("Columns", "已迁出"),
        "deregistered": translate("Columns", "已注销"),
        "merged": translate("Columns", "已并入别户"),
    }
    return words.get(kind, "")


def _head(line: HouseholdLine) -> str:
    """Who heads it or did last, and why it takes no part in points."""
    return f"{line.household.head_name} {_state(line)}".rstrip()


def _state(line: HouseholdLine) -> str:
    words = {
        "": "" if line.household.scored else translate("Columns", "不计分"),
        "moved_out": translate("Columns", "已迁出"),
        "deregistered": translate("Columns", "已注销"),
        "merged": translate("Columns", "已并走"),
    }
    return words.get(line.household.absence, "")


def _house_number(line: HouseholdLine) -> str:
    number = line.household.house_number
    return translate("Columns", "{number} 号").format(number=number) if number else ""


def _number_key(line: HouseholdLine) -> tuple[int, str]:
    text = line.household.house_number
    return (int(text) if text.isdecimal() else 0, text)


def _red(line: HouseholdLine) -> str:
    return translate("Columns", "红 {count} 本").format(count=len(line.red)) if line.red else ""


def _green(line: HouseholdLine) -> str:
    return translate("Columns", "绿 {number}").format(number=line.green) if line.green else ""


HOUSEHOLDS: tuple[Column[HouseholdLine], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "户编号"), lambda line: line.household.code, 3.5),
    Column(
        "head",
        QT_TRANSLATE_NOOP("Columns", "户主"),
        _head,
        7.5,
        sort=lambda line: pinyin_key(line.household.head_name),
    ),
    Column(
        "house",
        QT_TRANSLATE_NOOP("Columns", "门牌"),
        _house_number,
        4,
        sort=_number_key,
        stretch=True,
        optional=True,
    ),
    Column(
        "members",
        QT_TRANSLATE_NOOP("Columns", "人口"),
        lambda line: str(line.household.members),
        2.5,
        sort=lambda line: line.household.members,
        figures=True,
    ),
    Column(
        "red",
        QT_TRANSLATE_NOOP("Columns", "红折"),
        _red,
        4,
        sort=lambda line: len(line.red),
        badge=lambda line: Badge.STAR if line.red else None,
    ),
    Column(
        "green",
        QT_TRANSLATE_NOOP("Columns", "绿折"),
        _green,
        6,
        badge=lambda line: Badge.DISC if line.green else None,
    ),
    Column(
        "spendable",
        QT_TRANSLATE_NOOP("Columns", "可用分"),
        lambda line: "" if line.spendable is None else str(line.spendable),
        4,
        sort=lambda line: line.spendable or ZERO,
        figures=True,
    ),
    Column(
        "address",
        QT_TRANSLATE_NOOP("Columns", "住址"),
        lambda line: line.household.address,
        8,
        stretch=True,
        optional=True,
    ),
)


def _party(person: PersonRow) -> str:
    if person.party_kind is None:
        return ""
    if person.party_kind is PartyKind.FULL:
        return translate("Columns", "党员")
    return translate("Columns", "预备党员")


def _age(person: PersonRow, today: date) -> int | None:
    if person.born_on is None:
        return None
    had_birthday = (today.month, today.day) >= (person.born_on.month, person.born_on.day)
    return today.year - person.born_on.year - (0 if had_birthday else 1)


def people_columns(clock: Clock) -> tuple[Column[PersonRow], ...]:
    """Columns of a household's members; tags are not among them, they are shown on demand (issue 3)."""
    return (
        Column("name", QT_TRANSLATE_NOOP("Columns", "姓名"), lambda person: person.name, 5, stretch=True),
        Column("relation", QT_TRANSLATE_NOOP("Columns", "关系"), lambda person: person.relation_word, 4),
        Column("sex", QT_TRANSLATE_NOOP("Columns", "性别"), lambda person: person.sex, 2),
        Column(
            "age",
            QT_TRANSLATE_NOOP("Columns", "年龄"),
            lambda person: "" if (age := _age(person, clock.today())) is None else str(age),
            2.5,
            sort=lambda person: _age(person, clock.today()) or 0,
            figures=True,
        ),
        Column(
            "party",
            QT_TRANSLATE_NOOP("Columns", "身份"),
            _party,
            4,
            badge=lambda person: Badge.STAR if person.party_kind else None,
        ),
        Column("residence", QT_TRANSLATE_NOOP("Columns", "居住"), lambda person: person.residence, 4),
        Column(
            "phone",
            QT_TRANSLATE_NOOP("Columns", "电话"),
            lambda person: str(person.phone) if person.phone else "",
            6.5,
        ),
        Column(
            "id",
            QT_TRANSLATE_NOOP("Columns", "身份证号"),
            lambda person: str(person.id_number) if person.id_number else "",
            9.5,
            optional=True,
        ),
        Column(
            "born",
            QT_TRANSLATE_NOOP("Columns", "出生"),
            lambda person: day_text(person.born_on) if person.born_on else "",
            5.5,
            sort=lambda person: person.born_on.toordinal() if person.born_on else 0,
            optional=True,
        ),
    )


STORY: tuple[Column[StoryLine], ...] = (
    Column("words", QT_TRANSLATE_NOOP("Columns", "变更"), story_words, 26),
    Column("reason", QT_TRANSLATE_NOOP("Columns", "原因"), lambda line: line.reason, 9, stretch=True),
    Column("handler", QT_TRANSLATE_NOOP("Columns", "经手"), lambda line: line.handler, 5.5, optional=True),
    Column(
        "recorded",
        QT_TRANSLATE_NOOP("Columns", "登记于"),
        lambda line: day_text(line.recorded_at.date()),
        5.5,
        sort=lambda line: line.recorded_at,
        optional=True,
    ),
)


def item_of(line: LineRow) -> str:
    """The deed with its code; a reversal says which line of the book it takes back."""
    words = f"{line.item_code} {line.item_text}".strip()
    if line.kind is not LineKind.REVERSAL:
        return words
    taking_back = translate("Columns", "冲第 {row} 行 {words}")
    return taking_back.format(row=line.reverses_account_seq, words=words)


def _memo(line: LineRow) -> str:
    parts = [line.memo, line.person_name or ""]
    if line.reversed_by_seq is not None:
        parts.insert(0, translate("Columns", "已冲销"))
    return " · ".join(part for part in parts if part)


def line_columns(on_paper: Callable[[], int | None]) -> tuple[Column[LineRow], ...]:
    """Columns of a book's lines; `on_paper` answers which is the last one in the paper book, if there is one.

    登折 says ✓ or 未登, and nothing where there is no paper book.
    """

    def posted(line: LineRow) -> str:
        last = on_paper()
        if last is None:
            return ""
        return "✓" if line.account_seq <= last else translate("Columns", "未登")

    return (
        Column(
            "row",
            QT_TRANSLATE_NOOP("Columns", "行"),
            lambda line: str(line.account_seq),
            2,
            sort=lambda line: line.account_seq,
            figures=True,
        ),
        Column(
            "day",
            QT_TRANSLATE_NOOP("Columns", "日期"),
            lambda line: day_text(line.occurred_on),
            5.5,
            sort=lambda line: (line.occurred_on, line.seq),
        ),
        Column("item", QT_TRANSLATE_NOOP("Columns", "事项"), item_of, 12, stretch=True, least=8),
        Column("memo", QT_TRANSLATE_NOOP("Columns", "摘要"), _memo, 9, stretch=True),
        Column(
            "credit",
            QT_TRANSLATE_NOOP("Columns", "加"),
            lambda line: "" if line.credit is None else str(line.credit),
            3.5,
            sort=lambda line: line.credit or ZERO,
            figures=True,
        ),
        Column(
            "debit",
            QT_TRANSLATE_NOOP("Columns", "扣"),
            lambda line: "" if line.debit is None else str(line.debit),
            3.5,
            sort=lambda line: line.debit or ZERO,
            figures=True,
        ),
        Column(
            "balance",
            QT_TRANSLATE_NOOP("Columns", "结余"),
            lambda line: str(line.balance_after),
            4,
            sort=lambda line: line.balance_after,
            figures=True,
        ),
        Column("posted", QT_TRANSLATE_NOOP("Columns", "登折"), posted, 3),
        Column(
            "handler", QT_TRANSLATE_NOOP("Columns", "经手"), lambda line: line.handler, 5.5, optional=True
        ),
    )
