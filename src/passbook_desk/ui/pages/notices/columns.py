from passbook_desk.features.notices.objections.values import ObjectionRow
from passbook_desk.features.notices.values import ChangedEntry
from passbook_desk.kernel.period import DateSpan
from passbook_desk.ui.kit.dates import day_text, span_text
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.notices.objection_words import state_word as objection_state
from passbook_desk.ui.pages.notices.presenter import Listed
from passbook_desk.ui.pages.notices.words import kind_word, state_word, title_text

_RUNNING = QT_TRANSLATE_NOOP("Notices", "… 未到期")
_READY = QT_TRANSLATE_NOOP("Notices", "▲ 可发布")


def listed_state(row: Listed) -> str:
    """Where a period or a notice stands, in a mark and a word."""
    if row.notice is not None:
        return state_word(row.notice.state)
    return translate("Notices", _READY if row.over else _RUNNING)


def _title(row: Listed) -> str:
    title = title_text(row.kind, row.about)
    if row.notice is None or row.notice.version == 1:
        return title
    words = translate("Notices", "{title}（第{version}版）")
    return words.format(title=title, version=row.notice.version)


def _hung(row: Listed) -> str:
    notice = row.notice
    return "" if notice is None else span_text(DateSpan(notice.issued_on, notice.hung_until))


def _objections(row: Listed) -> str:
    """Open ones of all: 1/3."""
    notice = row.notice
    return f"{notice.open_objections}/{notice.objections}" if notice is not None and notice.objections else ""


LISTED: tuple[Column[Listed], ...] = (
    Column("number", QT_TRANSLATE_NOOP("Columns", "公示编号"),
           lambda row: row.notice.shown_number if row.notice else "", 7.5),
    Column("title", QT_TRANSLATE_NOOP("Columns", "标题"), _title, 11, stretch=True, least=9),
    Column("kind", QT_TRANSLATE_NOOP("Columns", "种类"), lambda row: kind_word(row.kind), 7.2, optional=True),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), listed_state, 7),
    Column("hung", QT_TRANSLATE_NOOP("Columns", "公示期"), _hung, 8),
    Column("lines", QT_TRANSLATE_NOOP("Columns", "行数"),
           lambda row: str(row.notice.rows) if row.notice else "", 3,
           sort=lambda row: row.notice.rows if row.notice else 0, figures=True, optional=True),
    Column("objections", QT_TRANSLATE_NOOP("Columns", "异议"), _objections, 3, figures=True),
    Column("handler", QT_TRANSLATE_NOOP("Columns", "经手"),
           lambda row: row.notice.issued_by if row.notice else "", 5, optional=True),
)  # fmt: skip


def _whose(row: ChangedEntry) -> str:
    return f"{row.household_code} {row.owner_name}".strip()


CHANGED: tuple[Column[ChangedEntry], ...] = (
    Column("whose", QT_TRANSLATE_NOOP("Columns", "户"), _whose, 6.5, stretch=True, least=6.5),
    Column("item", QT_TRANSLATE_NOOP("Columns", "事项"), lambda row: row.item_text, 7, stretch=True, least=5),
    Column("points", QT_TRANSLATE_NOOP("Columns", "分"), lambda row: str(row.points), 3,
           sort=lambda row: row.points, figures=True),
    Column("counted", QT_TRANSLATE_NOOP("Columns", "计分日"), lambda row: day_text(row.counted_on), 5.2,
           sort=lambda row: row.counted_on, optional=True),
    Column("who", QT_TRANSLATE_NOOP("Columns", "谁记的"), lambda row: row.recorded_by, 4.5),
)  # fmt: skip


def _line(row: ObjectionRow) -> str:
    return "" if row.line_no is None else str(row.line_no)


OBJECTIONS: tuple[Column[ObjectionRow], ...] = (
    Column("line", QT_TRANSLATE_NOOP("Columns", "行号"), _line, 2.5, sort=lambda row: row.line_no or 0,
           figures=True),
    Column("words", QT_TRANSLATE_NOOP("Columns", "异议内容"), lambda row: row.words, 6, stretch=True,
           least=4),
    Column("due", QT_TRANSLATE_NOOP("Columns", "答复期限"), lambda row: day_text(row.due_on), 5.2,
           sort=lambda row: row.due_on, optional=True),
    Column("state", QT_TRANSLATE_NOOP("Columns", "状态"), lambda row: objection_state(row.state), 5.2),
)  # fmt: skip
