from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from passbook_desk.documents.page import Page
from passbook_desk.features.notices.objections.values import ObjectionRow
from passbook_desk.features.notices.values import Closed, HangNotice, NoticeCard, NoticeState
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import FORBIDDEN, PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.rows import RowsModel
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import TableView
from passbook_desk.ui.kit.theme import metrics
from passbook_desk.ui.pages.notices.aloud_dialog import AloudDialog
from passbook_desk.ui.pages.notices.card_presenter import NoticeCardPresenter
from passbook_desk.ui.pages.notices.card_values import CardFound, NextStep, PaperKind
from passbook_desk.ui.pages.notices.columns import OBJECTIONS
from passbook_desk.ui.pages.notices.hang_form import HangDialog, HangForm
from passbook_desk.ui.pages.notices.photos_panel import NoticePhotosPanel
from passbook_desk.ui.pages.notices.words import state_word, title_text
from passbook_desk.ui.shell.papers_and_cards import PapersAndCards
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_SIDE: Final = 20
"""Han characters that the column beside the sheet is wide."""
_ROWS: Final = 4


class NoticePage(PageFrame):
    """The card of an issued notice: its sheet, where it stands and what is next. Parameter `number`."""

    topics = frozenset({Topic.NOTICES, Topic.LEDGER, Topic.CLAIMS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("NoticePage", "公示"))
        self._tools = tools
        self._presenter = NoticeCardPresenter(tools.desk, self, tools.jobs, tools.clock, tools.fontbook)
        self._number, self._paper = "", PaperKind.SHEET
        self._found: CardFound | None = None
        self._form: HangForm | None = None
        self._dialog: HangDialog | None = None
        words = {
            PaperKind.SHEET: self.tr("公示"),
            PaperKind.LARGE: self.tr("大字版"),
            PaperKind.SUMMARY: self.tr("一页汇总"),
            PaperKind.ARCHIVE: self.tr("归档卷"),
        }
        self._papers = PapersAndCards(tools, words, "notices.paper", _SIDE)
        self._papers.chosen.connect(self._choose_paper)
        self.preview = self._papers.preview
        self.objections: RowsModel[ObjectionRow] = RowsModel(OBJECTIONS, parent=self)
        self.photos = NoticePhotosPanel(tools)
        self._papers.put(self._state_card(), self._objections_card(), self._photos_card())
        self.body.addWidget(self._papers, 1)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("左边是发布时定下的那一份，什么时候打都一样；上面可换大字版、一页汇总。"),
            self.tr("贴好了登记张贴，拍张照片加进来；有人提意见就记异议。"),
            self.tr("挂满日子、异议都答复了就归档，归档卷里有公示、照片和异议。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._number, self._paper = str(params.get("number", "")), PaperKind.SHEET
        self._found = None
        self._papers.begin(self._paper)
        self.set_actions([])
        self._load()
        self._draw(PaperKind.SHEET)

    def refresh(self, topics: frozenset[Topic]) -> None:
        if self._number:
            self._load()
            if self._paper is PaperKind.ARCHIVE:
                self._draw(self._paper)

    def show_card(self, found: CardFound) -> None:
        """Where it stands."""
        self._found = found
        row = found.card.row
        self.set_title(title_text(row.kind, row.about))
        self._name.setText(f"{row.shown_number}　{state_word(row.state)}")
        self._state.setText("\n".join(self._course(found)))
        self._next.setText(self._what_is_next(found))
        self.objections.set_rows(found.objections)
        self._list.setVisible(bool(found.objections))
        self._list.setFixedHeight(metrics().row * (min(len(found.objections), _ROWS) + 1) + 8)
        self._list.fit()
        self._none.setVisible(not found.objections)
        standing = row.state is not NoticeState.REPLACED
        self._object.setVisible(standing and not self._object.property(FORBIDDEN))
        self._papers.offer(PaperKind.ARCHIVE, row.state is NoticeState.CLOSED)
        self._offer_acts(found)

    def show_pages(self, kind: PaperKind, card: NoticeCard, pages: Sequence[Page]) -> None:
        """A paper as it will be printed."""
        self.preview.show_pages(pages, self._file_name(kind, card), checked=True)

    def show_hung(self, command: HangNotice) -> None:
        """It hangs."""
        if self._dialog is not None:
            self._dialog.accept()
        self._tools.announcer.done(
            self.tr("已登记：贴在{place}，到 {day}。").format(
                place=command.place.strip(), day=day_text(command.until_on)
            )
        )
        self._load()

    def show_hanging_refused(self, error: BaseException) -> None:
        """Say in the form why it was not kept."""
        if self._form is not None:
            self._form.show_refused(error)

    def show_closed(self, done: Closed) -> None:
        """It is closed; what hung with it counts now."""
        words = [self.tr("已归档。")]
        if done.posted:
            words.append(self.tr("公示中的 {count} 笔已记进存折。").format(count=len(done.posted)))
        self._tools.announcer.done("".join(words))
        if done.rejected:
            told = self.tr("有 {count} 笔现在不能记，已退回，请到“申报”里看原因。")
            self.message.say(
                told.format(count=len(done.rejected)),
                Mood.WARN,
                self.tr("去看"),
                partial(self._tools.go, Route("claims", {"shown": "ended"})),
            )
        self._load()

    def show_saved(self, target: Path) -> None:
        """The workbook is written."""
        self._tools.announcer.made(self.tr("已存为 {name}。").format(name=target.name), target)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _state_card(self) -> Card:
        card = Card(self.tr("到哪一步"))
        self._name, self._state, self._next = QLabel(), QLabel(), QLabel()
        self._next.setProperty("role", "strong")
        for label in (self._name, self._state, self._next):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            card.body.addWidget(label)
        return card

    def _objections_card(self) -> Card:
        card = Card(self.tr("异议"))
        self._list = TableView()
        self._list.setModel(self.objections)
        self._list.setAccessibleName(self.tr("对这份公示的异议"))
        self._list.opened.connect(lambda row: self._tools.go(Route("objection", {"id": row.id})))
        self._none = QLabel(self.tr("还没有人提异议。"))
        self._none.setProperty("role", "quiet")
        self._object = QPushButton(self.tr("记异议"))
        self._object.setObjectName("notice.object")
        self._object.setAutoDefault(False)
        self._object.clicked.connect(lambda _: self._tools.go(Route("objection", {"notice": self._number})))
        card.body.addWidget(self._list)
        card.body.addWidget(self._none)
        card.body.addWidget(self._object, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _photos_card(self) -> Card:
        card = Card(self.tr("张贴照片"))
        card.body.addWidget(self.photos)
        return card

    def _load(self) -> None:
        self._presenter.load(self._number)
        self.photos.load(self._number)

    def _choose_paper(self, kind: PaperKind) -> None:
        self._papers.choose(kind)
        self._draw(kind)

    def _draw(self, kind: PaperKind) -> None:
        self._paper = kind
        self._presenter.draw(self._number, kind, self.tr("正在排公示…"))

    def _course(self, found: CardFound) -> list[str]:
        """What was done with it, the oldest first."""
        row = found.card.row
        issued = self.tr("{day} 发布，经手 {who}，共 {rows} 行")
        lines = [issued.format(day=day_text(row.issued_on), who=row.issued_by, rows=found.card.content.rows)]
        if row.reason:
            lines.append(self.tr("第 {version} 版：{reason}").format(version=row.version, reason=row.reason))
        for step in found.card.steps:
            if step.until_on is None:
                words = self.tr("{day} 归档，经手 {who}")
                lines.append(words.format(day=day_text(step.done_on), who=step.recorded_by))
            else:
                words = self.tr("{day} 贴在{place}，到 {until}，{who}贴的")
                lines.append(
                    words.format(
                        day=day_text(step.done_on),
                        place=step.place,
                        until=day_text(step.until_on),
                        who=step.who,
                    )
                )
        return lines

    def _what_is_next(self, found: CardFound) -> str:
        row = found.card.row
        left = (row.hung_until - self._tools.clock.today()).days + 1
        return {
            NextStep.HANG: self.tr("▲ 还没有张贴。打印贴好，再登记张贴。"),
            NextStep.WAIT: self.tr("● 还要挂 {days} 天，到 {until}。").format(
                days=left, until=day_text(row.hung_until)
            ),
            NextStep.ANSWER: self.tr("▲ 挂满了，还有 {count} 件异议没有答复。").format(
                count=row.open_objections
            ),
            NextStep.CLOSE: self.tr("▲ 挂满了，可以归档。"),
            NextStep.KEEP: self.tr("✓ 已归档。归档卷可以打印装订。"),
            NextStep.NEWER: self.tr("– 已换新版，请看新的一份。"),
        }[found.next_step]

    def _offer_acts(self, found: CardFound) -> None:
        main = {
            NextStep.HANG: Action("notice.hang", self.tr("登记张贴"), self._hang, "F8", primary=True),
            NextStep.WAIT: Action("notice.hang", self.tr("再登记一处"), self._hang),
            NextStep.ANSWER: Action("notices.answer", self.tr("处理异议"), self._answer, "F8", primary=True),
            NextStep.CLOSE: Action("notice.close", self.tr("归档"), self._close, "F8", primary=True),
            NextStep.KEEP: Action("notices.keep", self.tr("看归档卷"), self._keep, "F8", primary=True),
            NextStep.NEWER: Action("notices.newer", self.tr("看新版"), self._newer, "F8", primary=True),
        }
        excel = Action("notices.excel", self.tr("存为 Excel"), self._save_workbook)
        aloud = Action("notices.aloud", self.tr("朗读稿"), self._aloud)
        again = Action("notice.again", self.tr("换新版"), self._issue_again)
        over = found.card.row.state in (NoticeState.CLOSED, NoticeState.REPLACED)
        self.set_actions([excel, aloud, *([] if over else [again]), main[found.next_step]])

    def _hang(self) -> None:
        found = self._found
        if found is None:
            return
        content = found.card.content
        self._form = HangForm(self._tools.clock)
        self._form.begin(self._number, content.wall_places, found.days, self._tools.desk.actor().name)
        self._form.submitted.connect(self._presenter.hang)
        self._dialog = HangDialog(self._form, self)
        self._dialog.open()

    def _answer(self) -> None:
        found = self._found
        waiting = [row for row in found.objections if row.open] if found is not None else []
        if waiting:
            self._tools.go(Route("objection", {"id": waiting[0].id}))

    def _close(self) -> None:
        found = self._found
        if found is None:
            return
        row, claims = found.card.row, found.card.content.claims
        detail = self.tr("归档以后不能再登记张贴、换新版，照片、异议和这一份公示都留着。")
        if claims:
            words = self.tr("公示中的 {count} 笔从此记进存折；异议中取消的不记。")
            detail = f"{words.format(count=len(claims))}\n{detail}"
        agreed = self._tools.dialogs.confirm(
            self.tr("归档"),
            self.tr("归档{title}？").format(title=title_text(row.kind, row.about)),
            self.tr("归档"),
            detail,
        )
        if agreed:
            self.message.clear()
            self._presenter.close(self._number)

    def _keep(self) -> None:
        self._choose_paper(PaperKind.ARCHIVE)

    def _newer(self) -> None:
        if self._found is not None:
            self._tools.go(Route("notice", {"number": self._found.newer}))

    def _issue_again(self) -> None:
        found = self._found
        if found is None:
            return
        row = found.card.row
        reason = self._tools.dialogs.ask_reason(
            self.tr("换新版"),
            self.tr("为什么要换？这一份留着不变，新版用新编号，墙上换成新版。"),
            self.tr("看新版的校样"),
        )
        if reason is not None:
            params = {"kind": row.kind.value, "about": row.about, "again": reason}
            self._tools.go(Route("notice_wizard", params))

    def _aloud(self) -> None:
        if self._found is not None:
            AloudDialog(self._found.card.content, self).open()

    def _save_workbook(self) -> None:
        if self._found is None:
            return
        card = self._found.card
        kind = FileKind(self.tr("Excel 表格"), ("*.xlsx",))
        name = f"{self._file_name(PaperKind.SHEET, card)}.xlsx"
        target = self._tools.dialogs.pick_save(self.tr("存为 Excel"), name, kind)
        if target is not None:
            self._presenter.save_workbook(card, target, self.tr("正在存为 Excel…"))

    def _file_name(self, kind: PaperKind, card: NoticeCard) -> str:
        title = title_text(card.row.kind, card.row.about)
        return title if kind is PaperKind.SHEET else f"{title} {self._papers.word(kind)}"
