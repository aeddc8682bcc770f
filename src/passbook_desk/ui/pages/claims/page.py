"""审核: the queue of claims with tick boxes, passing and rejecting many at once."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from passbook_desk.features.ledger.claims.errors import NeedsSheet
from passbook_desk.features.ledger.claims.queries import total_of
from passbook_desk.features.ledger.claims.values import ClaimCard, ClaimRow, Decided, Decision
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.kit.ticking import TickTable
from passbook_desk.ui.pages.claims.card_panel import CardPanel
from passbook_desk.ui.pages.claims.columns import claim_columns
from passbook_desk.ui.pages.claims.presenter import ClaimsPresenter, Queue, Shown
from passbook_desk.ui.pages.claims.words import decided_words, doubt_words, stage_words
from passbook_desk.ui.shell.choices import signed
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_MOST_SHEET_LETTERS: Final = 16
_CARD: Final = 18
_WIDE_FROM: Final = 62
"""Characters of width from which the card stands beside the queue; else Enter tells what is on it."""


class ClaimsPage(PageFrame):
    """What waits for a decision.

    The parameter `shown` presses a chip: open, first-check, review, notice, ended.
    """

    topics = frozenset({Topic.CLAIMS, Topic.LEDGER, Topic.HOUSEHOLDS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("ClaimsPage", "审核"))
        self._tools = tools
        self._presenter = ClaimsPresenter(tools.desk, self, tools.jobs, tools.clock)
        self._notices: Mapping[int, str] | None = None
        self._refused: dict[int, str] = {}
        self._busy = False
        self._alone = False
        self._own_number = ""
        self._table: TickTable[ClaimRow] = TickTable(
            claim_columns(lambda row: stage_words(row, self._notice_of(row)), self._remark),
            Empty(""),
            key=lambda row: row.id,
            can_tick=lambda row: row.open,
            find_hint=self.tr("姓名、户编号、事项、网格、记录人"),
            chips=(
                Chip(Shown.OPEN, self.tr("没办完的")),
                Chip(Shown.FIRST_CHECK, self.tr("待初审")),
                Chip(Shown.REVIEW, self.tr("待审")),
                Chip(Shown.NOTICE, self.tr("公示中")),
                Chip(Shown.ENDED, self.tr("已办")),
            ),
        )
        self._card = CardPanel()
        self._sums = QLabel()
        self._sums.setProperty("role", "strong")
        self._sums.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self._connect()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("空格勾一条，Ctrl+A 全勾；F8 通过，不同意的按退回并写原因。"),
            self.tr("一人经办：先打印审核单（F12）签字，回来填单号再通过。"),
            self.tr("公示期满的按“公示期满入账”，入了账才能兑换、排名、登折。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self._card.setFixedWidth(han_width(self, _CARD))
        self._number.setFixedWidth(han_width(self, 7))
        shown = params.get("shown")
        if isinstance(shown, str) and shown in set(Shown):
            self._table.press_chip(shown)
        self._presenter.load()
        self._table.view.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_queue(self, found: Queue) -> None:
        """The claims listed; what was ticked stays ticked where it is still open."""
        shown = {row.id for row in found.rows if row.open}
        self._notices = found.notices if found.by_notice else None
        self._refused = {claim: why for claim, why in self._refused.items() if claim in shown}
        self._alone = found.alone
        self._number_word.setVisible(found.alone)
        self._number.setVisible(found.alone)
        self._table.set_empty(self._nothing(found))
        self._table.set_rows(found.rows)
        if self._table.selected_row() is None and found.rows:
            self._table.view.selectRow(0)
        counts = found.counts
        words = self.tr(
            "待初审 {first} 件，待审 {review} 件，公示中 {notice} 件，期满 {due} 件；未入账 {points} 分。"
        )
        self._table.set_totals(
            words.format(
                first=counts.first_check,
                review=counts.review,
                notice=counts.notice,
                due=counts.due,
                points=counts.points,
            )
        )
        self._show_acts(counts.due)
        self._show_ticks()
        chosen = self._table.selected_row()
        self._presenter.open_card(None if chosen is None else chosen.id)

    def show_card(self, card: ClaimCard | None) -> None:
        """The claim the clerk stands on, with its steps."""
        why = "" if card is None else self._refused.get(card.claim.id, "")
        self._card.show_card(card, why, None if card is None else self._notice_of(card.claim))

    def show_sheet_number(self, number: str) -> None:
        """The sheet on which what is ticked stands; what the clerk typed stays."""
        if number and self._number.text().strip() in ("", self._own_number):
            self._own_number = number
            self._number.setText(number)

    def show_decided(self, done: Decided) -> None:
        """Say what was decided, and name what was not."""
        self._busy = False
        unsigned = [each for each in done.refused if isinstance(each.error, NeedsSheet)]
        self._refused |= {each.claim_id: tell(each.error) for each in done.refused if each not in unsigned}
        self._table.untick({*done.passed, *done.hung, *done.posted, *done.rejected})
        if done.done:
            self._tools.announcer.done(self.tr("{what}。").format(what=decided_words(done)))
        if unsigned:
            self.message.say(tell(unsigned[0].error), Mood.WARN, self.tr("打印审核单"), self._print_sheet)
            self._number.setFocus()
        elif done.refused:
            words = self.tr("{count} 件没有办，仍勾着：{why}")
            first = tell(done.refused[0].error)
            self.message.say(words.format(count=len(done.refused), why=first), Mood.WARN)
        elif done.done:
            self.message.clear()
        else:
            self.message.say(self.tr("没有公示期满的申报。"), Mood.NOTE)
        self._presenter.load()

    def show_withdrawn(self, count: int) -> None:
        """Say that claims were taken back."""
        self._busy = False
        self._table.untick_all()
        self.message.clear()
        self._tools.announcer.done(self.tr("已撤回 {count} 件。").format(count=count))
        self._presenter.load()

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong; a sheet's number that is missing gets the focus."""
        self._busy = False
        self.message.say(tell(error), Mood.ERROR)
        if isinstance(error, PassbookError) and error.params.get("field") == "paper_ref":
            self._number.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._card.setVisible(self.width() >= han_width(self, _WIDE_FROM))

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._table, 1)
        middle.addWidget(self._card)
        self.body.addLayout(middle, 1)
        self._number_word = QLabel(self.tr("审核单单号"))
        self._number = QLineEdit()
        self._number.setMaxLength(_MOST_SHEET_LETTERS)
        self._number_word.setBuddy(self._number)
        self._all = QPushButton(self.tr("全勾"))
        self._all.setAutoDefault(False)
        withdraw = Action("claims.withdraw", self.tr("撤回"), self._withdraw)
        reject = Action("claims.reject", self.tr("退回"), self._reject)
        self._pass = Action("claims.approve", self.tr("通过"), self._approve, "F8", primary=True)
        verbs = [action_button(act) for act in (withdraw, reject, self._pass)]
        widgets: Sequence[QWidget] = (self._number_word, self._number, self._all, *verbs)
        self.footer.addWidget(self._sums, 1)
        for widget in widgets:
            self.footer.addWidget(widget)

    def _connect(self) -> None:
        self._table.chip_changed.connect(lambda _key: self._list())
        self._table.find_changed.connect(lambda _text: self._list())
        self._table.selected.connect(self._select)
        self._table.opened.connect(lambda _row: self._tell_card())
        self._table.ticks_changed.connect(self._show_ticks)
        self._all.clicked.connect(self._table.tick_all)

    def _show_acts(self, due: int) -> None:
        acts = [
            Action("claims.upload", self.tr("导入上报表"), lambda: self._tools.go(Route("claims_upload"))),
            Action("claims.sheet", self.tr("打印审核单"), self._print_sheet, "F12"),
        ]
        if due:
            words = self.tr("公示期满入账 {count} 件").format(count=due)
            acts.append(Action("claims.post", words, self._post))
        if [act.title for act in acts] != [act.title for act in self.actions_shown]:
            self.set_actions(acts)  # drops all keys, that of 通过 too
            bind(self, [self._pass])

    def _nothing(self, found: Queue) -> Empty:
        if self._table.find_line.wanted() or self._table.chip != Shown.OPEN:
            return Empty(self.tr("没有这样的申报。"), self.tr("看没办完的"), self._show_open)
        if not found.has_review:
            return Empty(
                self.tr("村里现在是记了就生效，不用审核。要审核，请到“积分规矩”里打开。"),
                self.tr("去积分规矩"),
                lambda: self._tools.go(Route("policy")),
            )
        return Empty(
            self.tr("没有等着办的申报。"), self.tr("去录入"), lambda: self._tools.go(Route("ledger"))
        )

    def _show_open(self) -> None:
        self._table.find_line.clear()
        self._table.press_chip(Shown.OPEN)

    def _notice_of(self, row: ClaimRow) -> str | None:
        """The notice on which a claim hangs, empty for none yet; None where points count by day."""
        return None if self._notices is None else self._notices.get(row.id, "")

    def _remark(self, row: ClaimRow) -> str:
        """Doubts of an open claim, the reason of one that was rejected."""
        if not row.open:
            return row.reason
        refused = self._refused.get(row.id, "")
        return "　".join(part for part in (doubt_words(row.doubts), refused and f"✕ {refused}") if part)

    def _list(self) -> None:
        self.message.clear()
        self._presenter.list_these(Shown(self._table.chip), self._table.find_line.wanted())

    def _select(self, row: object) -> None:
        self._presenter.open_card(row.id if isinstance(row, ClaimRow) else None)

    def _tell_card(self) -> None:
        """Enter: everything about the claim, in a window of its own."""
        if self._card.words:
            self._tools.dialogs.tell(self.tr("这一件"), *self._card.words)

    def _show_ticks(self) -> None:
        chosen = self._table.ticked()
        words = self.tr("已勾 {count} 件　{points} 分")
        self._sums.setText(words.format(count=len(chosen), points=signed(total_of(chosen))) if chosen else "")
        if self._alone and chosen:
            self._presenter.look_for_sheet([row.id for row in chosen])

    def _ready(self) -> tuple[ClaimRow, ...]:
        """What is ticked; else says that nothing is."""
        chosen = () if self._busy else self._table.ticked()
        if not chosen and not self._busy:
            self.message.say(self.tr("还没有勾选。空格勾一条，Ctrl+A 全勾。"), Mood.WARN)
            self._table.view.setFocus()
        return chosen

    def _approve(self) -> None:
        chosen = self._ready()
        if chosen:
            self._busy = True
            self._presenter.decide(chosen, Decision.PASSED, "", self._paper())

    def _paper(self) -> str:
        return self._number.text().strip() if self._alone else ""

    def _reject(self) -> None:
        chosen = self._ready()
        if not chosen:
            return
        sentence = self.tr("退回 {count} 件？积分不记，原因会留在记录里。").format(count=len(chosen))
        reason = self._tools.dialogs.ask_reason(self.tr("退回"), sentence, self.tr("退回"))
        if reason is not None:
            self._busy = True
            self._presenter.decide(chosen, Decision.REJECTED, reason, self._paper())

    def _withdraw(self) -> None:
        chosen = self._ready()
        if not chosen:
            return
        sentence = self.tr("撤回您自己记的 {count} 件？撤回后要重新记。").format(count=len(chosen))
        reason = self._tools.dialogs.ask_reason(self.tr("撤回"), sentence, self.tr("撤回"))
        if reason is not None:
            self._busy = True
            self._presenter.withdraw([row.id for row in chosen], reason)

    def _post(self) -> None:
        if not self._busy:
            self._busy = True
            self._presenter.post_due()

    def _print_sheet(self) -> None:
        """The sheet of what is ticked, or of all that is listed and waits for a decision."""
        chosen = self._table.ticked() or tuple(row for row in self._table.model.rows() if row.open)
        if chosen:
            self._tools.go(Route("review_sheet", {"claims": tuple(row.id for row in chosen)}))
        else:
            self.message.say(self.tr("没有可以打印的申报。"), Mood.WARN)
